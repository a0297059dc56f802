import { basename } from 'node:path';
import type { LinkFeature } from '../../src/core/dataset/model.ts';
import type { AuthoredDisruption, Disruption, StatusEvidence } from '../../src/core/dataset/schema/context/disruptions.ts';
import type { RawLink } from '../read/lines.ts';

/** Id of the line file that a link is cut from: its name without the ending. */
export const getLineId = ({ file }: Pick<RawLink, 'file'>): string => basename(file, '.json');

/** Disruptions with all links of the lines that they name. */
export function resolveDisruptions(disruptions: readonly AuthoredDisruption[], links: readonly RawLink[]): Disruption[] {
  return disruptions.map(({ lines, links: named, ...rest }) => {
    const ofLines = links.filter((link) => lines.includes(getLineId(link))).map(({ id }) => id);
    return { ...rest, links: [...new Set([...ofLines, ...named])] };
  });
}

/** Date of the newest evidence of a link's status: what is said of the link, else of its line, else of all. */
export function findAsOf(link: RawLink, status: StatusEvidence | null): string | undefined {
  return (status?.links[link.id] ?? status?.lines[getLineId(link)] ?? status?.all)?.asOf;
}

/** The day that statuses speak of: that of the newest evidence of any; `fallback` where there is none. */
export function findNewestEvidence(
  { status, disruptions }: { status: StatusEvidence | null; disruptions: readonly { asOf: string }[] },
  fallback: string,
): string {
  const all = status ? [status.all, ...Object.values(status.lines), ...Object.values(status.links)] : [];
  const dates = [...all, ...disruptions].map(({ asOf }) => asOf).sort();
  return dates.at(-1) ?? fallback;
}

/** A derived link with the date of its status and the first disruption that is not over. */
export function withEvidence(
  link: LinkFeature,
  { raw, status, disruptions }: { raw: RawLink; status: StatusEvidence | null; disruptions: readonly Disruption[] },
): LinkFeature {
  const asOf = findAsOf(raw, status);
  const found = disruptions.find(({ links, until }) => !until && links.includes(raw.id));
  if (!found) return asOf ? { ...link, properties: { ...link.properties, asOf } } : link;
  const { links: _links, nodes: _nodes, ...disruption } = found;
  return { ...link, properties: { ...link.properties, ...(asOf && { asOf }), disruption } };
}
