/** How new what is known of statuses is. */
import type { LinkFeature } from './model.ts';
import type { Disruption } from './schema/context/disruptions.ts';

interface EvidenceSpan {
  /** ISO 8601, as exact as they are known. */
  oldest: string;
  newest: string;
}

/** Dates of the newest evidence of the statuses of some links; null where none has one. */
export function computeEvidenceSpan(links: Iterable<Pick<LinkFeature, 'properties'> | undefined>): EvidenceSpan | null {
  const dates = [...links].flatMap((link) => link?.properties.asOf ?? []).sort();
  return dates.length > 0 ? { oldest: dates[0]!, newest: dates.at(-1)! } : null;
}

/** The day that the dataset as a whole speaks of: that of its newest evidence; null where nothing is dated. */
export function computeStatusDate(
  links: Iterable<Pick<LinkFeature, 'properties'>>,
  disruptions: readonly Pick<Disruption, 'asOf'>[],
): string | null {
  const newest = computeEvidenceSpan(links)?.newest;
  const dates = [...(newest ? [newest] : []), ...disruptions.map(({ asOf }) => asOf)].sort();
  return dates.at(-1) ?? null;
}
