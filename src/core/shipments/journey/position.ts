/** Where a shipment is: the last actual report; an estimate stands apart and rests on a published time. */
import { along } from '@turf/along';
import { lineString } from '@turf/helpers';
import type { Position } from '../../dataset/model.ts';
import type { Time } from '../../dataset/schema/context/times.ts';
import { toMetres } from '../../measure/measure.ts';
import type { Network } from '../../routing/best-paths.ts';
import { formatTime } from '../events/time.ts';
import { hasLeft } from './dwell.ts';
import { getNode, type PlacedEvent } from './history.ts';
import { measureDrawn, type WayLeg } from './length.ts';
import type { Way } from './paths.ts';

export interface ShipmentPosition {
  /** Node where it is, null where it is not known. */
  nodeId?: string | null;
  /** Ends of the link where it is. */
  between?: [string, string];
  /** Where the file says it is. */
  lonLat?: Position;
  /** From the line, in kilometres. */
  offKm?: number;
  /** False where the network is too far. */
  onNetwork?: boolean;
  status: 'confirmed' | 'unknown';
  /** True where it has departed since. */
  left?: boolean;
  /** Time of the report, where a newer one could not be placed. */
  since?: string;
}

/** Where a shipment should be by a published time; never beyond the end of the section that the time speaks of. */
export interface EstimatedPosition {
  lonLat: Position;
  /** Kilometres beyond the last report. */
  km: number;
  /** Id of the published time. */
  basis: string;
}

const UNKNOWN_POSITION: ShipmentPosition = { nodeId: null, status: 'unknown' };

/** @param last the last actual event with a place on the network or with coordinates; `newer`: one that could not be placed */
export function describePosition({ links }: Network, last: PlacedEvent | null, newer: boolean): ShipmentPosition {
  if (!last) return UNKNOWN_POSITION;
  const since = newer ? { since: formatTime(last.time) } : {};
  const left = hasLeft(last) ? { left: true } : {};
  const { lonLat, offKm = 0 } = last.resolved;
  if (!last.spot) return lonLat ? { nodeId: null, lonLat, status: 'confirmed', onNetwork: false, ...since } : UNKNOWN_POSITION;
  if ('node' in last.spot) return { nodeId: last.spot.node, status: 'confirmed', ...left, ...since };
  const { from, to } = links.get(last.spot.link)!.properties;
  return {
    between: [from, to],
    ...(lonLat && { lonLat }),
    ...(offKm >= 1 && { offKm: Math.round(offKm) }),
    status: 'confirmed',
    ...left,
    ...since,
  };
}

const HOURS = { h: 1, d: 24 } as const;
const MS = 3_600_000;

/** Nodes of a way with the kilometre of each. */
function listNodes({ links }: Network, { legs }: Way): { id: string; km: number }[] {
  let km = 0;
  return legs.flatMap(({ id, reversed }, i) => {
    const { from, to, drawnKm } = links.get(id)!.properties;
    const start = { id: reversed ? to : from, km };
    km = toMetres(km + drawnKm);
    return i === 0 ? [start, { id: reversed ? from : to, km }] : [{ id: reversed ? from : to, km }];
  });
}

/**
 * Estimates how far a shipment has come since it left a node, by a published time for a section that begins there or before and
 * ends ahead. The slowest published time counts: the ring is never ahead of the next report.
 *
 * @returns null where no published time covers the place
 */
export function estimatePosition(
  network: Network,
  last: PlacedEvent,
  ways: { done: Way | null; ahead: Way },
  times: readonly Time[],
  asOfMs: number,
): EstimatedPosition | null {
  const here = getNode(last);
  if (here === null || !hasLeft(last) || asOfMs <= last.at) return null;
  const ahead = listNodes(network, ways.ahead);
  const done = ways.done ? listNodes(network, ways.done) : [];
  const doneKm = done.at(-1)?.km ?? 0;
  const all = [...done.slice(0, -1).map(({ id, km }) => ({ id, km: km - doneKm })), ...ahead];
  const [best] = times
    .flatMap((time) => {
      if (!['run', 'sail'].includes(time.kind) || time.high === undefined) return [];
      const from = all.find(({ id, km }) => id === time.from && km <= 0);
      const to = all.find(({ id, km }) => id === time.to && km > 0);
      return from && to ? [{ time, to, kmPerHour: (to.km - from.km) / (time.high * HOURS[time.unit]) }] : [];
    })
    .sort((a, b) => a.kmPerHour - b.kmPerHour);
  if (!best) return null;
  const km = toMetres(Math.min(best.to.km, ((asOfMs - last.at) / MS) * best.kmPerHour));
  const lonLat = findPointAlong(network, ways.ahead.legs, km);
  // Told in the same kind of kilometres as the way ahead.
  const scale = ways.ahead.km / measureDrawn(network, ways.ahead.legs);
  return lonLat && { lonLat, km: toMetres(km * scale), basis: best.time.id };
}

function findPointAlong({ links }: Network, legs: readonly WayLeg[], km: number): Position | null {
  let rest = km;
  for (const { id, reversed } of legs) {
    const link = links.get(id)!;
    const { drawnKm } = link.properties;
    if (rest <= drawnKm) {
      const line = lineString(link.geometry.coordinates.map((p) => [...p]));
      const [lon = 0, lat = 0] = along(line, reversed ? drawnKm - rest : rest).geometry.coordinates;
      return [Math.round(lon * 1e4) / 1e4, Math.round(lat * 1e4) / 1e4];
    }
    rest -= drawnKm;
  }
  return null;
}
