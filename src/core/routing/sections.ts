/** A path cut where the network branches: what lies between can only be closed as a whole. */
import type { Network } from './best-paths.ts';
import { toMetres } from '../measure/measure.ts';
import type { Leg, LinkFeature, Mode, Status } from '../dataset/model.ts';

export interface Section {
  /** Node ids in the order of travel. */
  from: string;
  to: string;
  /** By the estimates of its links, or as measured where they have none. */
  km: number;
  mode: Mode;
  status: Status;
  /** The longest of its links, which stands for it where it is closed. */
  link: string;
}

/** Links that end at each node. */
function groupLinksByNode({ links }: Pick<Network, 'links'>): Map<string, LinkFeature[]> {
  const byNode = new Map<string, LinkFeature[]>();
  for (const link of links.values()) {
    for (const node of [link.properties.from, link.properties.to]) {
      const beside = byNode.get(node);
      if (beside) beside.push(link);
      else byNode.set(node, [link]);
    }
  }
  return byNode;
}

/** The ends of the section that a link is a part of, wherever a path starts: what is closed with it. */
export function findSectionAround(network: Pick<Network, 'links'>, id: string): { from: string; to: string } | null {
  const link = network.links.get(id);
  if (!link) return null;
  const byNode = groupLinksByNode(network);
  const { mode, status } = link.properties;
  const findEnd = (node: string, came: LinkFeature, seen: readonly string[] = []): string => {
    const beside = byNode.get(node) ?? [];
    const next = beside.find((one) => one !== came);
    const goesOn = beside.length === 2 && next && next.properties.mode === mode && next.properties.status === status;
    if (!goesOn || seen.includes(node)) return node;
    const { from, to } = next.properties;
    return findEnd(from === node ? to : from, next, [...seen, node]);
  };
  return { from: findEnd(link.properties.from, link), to: findEnd(link.properties.to, link) };
}

/** The sections of a path; each ends where lines meet, or where its mode or status changes. Unknown links are passed over. */
export function findSections(network: Pick<Network, 'links'>, legs: readonly Leg[]): Section[] {
  const byNode = groupLinksByNode(network);
  const sections: Section[] = [];
  let longestKm = 0;
  for (const { id, reversed } of legs) {
    const link = network.links.get(id);
    if (!link) continue;
    const { from, to, drawnKm, estimatedKm: km = drawnKm, mode, status } = link.properties;
    const [start, end] = reversed ? [to, from] : [from, to];
    const last = sections.at(-1);
    if (last && byNode.get(start)?.length === 2 && last.mode === mode && last.status === status) {
      last.to = end;
      last.km = toMetres(last.km + km);
      if (drawnKm > longestKm) last.link = id;
      longestKm = Math.max(longestKm, drawnKm);
    } else {
      sections.push({ from: start, to: end, km, mode, status, link: id });
      longestKm = drawnKm;
    }
  }
  return sections;
}
