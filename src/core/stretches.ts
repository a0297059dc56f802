/** A way cut where the network branches: what lies between can only be closed as a whole. */
import type { Network } from './best-ways.ts';
import type { Leg } from './graph.ts';
import { toMetres } from './measure.ts';
import type { Mode, Status } from './model.ts';

export interface Stretch {
  /** Node ids in the order of travel. */
  from: string;
  to: string;
  km: number;
  mode: Mode;
  status: Status;
  /** The longest of its links, which stands for it where it is closed. */
  link: string;
}

/** The stretches of a way; each ends where lines meet, or where its mode or status changes. */
export function stretchesOf({ links }: Pick<Network, 'links'>, legs: readonly Leg[]): Stretch[] {
  const degree = new Map<string, number>();
  for (const { properties } of links.values()) {
    for (const node of [properties.from, properties.to]) degree.set(node, (degree.get(node) ?? 0) + 1);
  }
  const stretches: Stretch[] = [];
  let longest = 0;
  for (const { id, reversed } of legs) {
    const { from, to, drawnKm, mode, status } = links.get(id)!.properties;
    const [start, end] = reversed ? [to, from] : [from, to];
    const last = stretches.at(-1);
    if (last && degree.get(start) === 2 && last.mode === mode && last.status === status) {
      Object.assign(last, { to: end, km: toMetres(last.km + drawnKm) });
      if (drawnKm > longest) Object.assign(last, { link: id });
      longest = Math.max(longest, drawnKm);
    } else {
      stretches.push({ from: start, to: end, km: drawnKm, mode, status, link: id });
      longest = drawnKm;
    }
  }
  return stretches;
}
