/** How long a shipment stays at nodes, beside the times that others publish for them. */
import type { Time } from '../../dataset/schema/context/times.ts';
import type { PlacedEvent } from './history.ts';
import { getNode } from './history.ts';

const HOUR = 3_600_000;
const WAITS: readonly Time['kind'][] = ['border', 'port', 'gauge'];

export interface Stay {
  node: string;
  /** Milliseconds since 1970. */
  from: number;
  /** Null where nothing followed: the stay is at least as long as the report is new. */
  to: number | null;
  hours: number;
  /** Ids of published waiting times at the node. */
  published: string[];
}

const LEAVING: readonly PlacedEvent['kind'][] = ['departed', 'passed', 'gate-out'];

export const hasLeft = ({ kind }: PlacedEvent): boolean => LEAVING.includes(kind);

/** Stays from the first event at a node to its departure, or to the next place. */
export function findStays(events: readonly PlacedEvent[], times: readonly Time[], asOfMs: number | null): Stay[] {
  const stays: Stay[] = [];
  const actual = events.filter((event) => event.classifier === 'ACT' && event.spot);
  for (let i = 0; i < actual.length;) {
    const node = getNode(actual[i]!);
    let end = i;
    while (end + 1 < actual.length && getNode(actual[end + 1]!) === node) end++;
    const [first, last] = [actual[i]!, actual[end]!];
    i = end + 1;
    if (node === null || first.kind === 'passed' || first.kind === 'position' || first.time.precision === 'day') continue;
    const to = hasLeft(last) ? last.at : null;
    const until = to ?? (i >= actual.length ? asOfMs : last.at);
    const hours = until === null ? 0 : Math.round(((until - first.at) / HOUR) * 10) / 10;
    if (hours <= 0 || (first === last && hasLeft(first))) continue;
    const published = times.filter((time) => time.node === node && WAITS.includes(time.kind)).map(({ id }) => id);
    stays.push({ node, from: first.at, to, hours, published });
  }
  return stays;
}
