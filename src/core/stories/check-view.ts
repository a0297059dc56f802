/** What a view names and what there is. */
import { compareItems } from '../compare/comparison.ts';
import type { Atlas } from '../dataset/dataset.ts';
import type { StoryView } from '../dataset/model.ts';
import { computeShownYears } from './shown-years.ts';

export interface MissingPart {
  /** As the line of a view calls it; `chart` compares nothing, `years` has no known year, and does not reach the one that `year` says. */
  name: 'select' | 'show' | 'compare' | 'chart' | 'years' | 'year';
  value: string;
}

interface Known {
  hasFeature(id: string): boolean;
  /** The date that statuses speak of. */
  asOf: string | undefined;
}

/** The parts of a view that cannot be shown. */
export function findMissingParts(atlas: Atlas, view: StoryView, { hasFeature, asOf }: Known): MissingPart[] {
  const drawn = (view.only ?? []).filter((id) => !atlas.routes.has(id) && !atlas.corridors.has(id));
  const { problems } = compareItems(atlas, view.compare ?? []);
  return [
    ...(view.select !== undefined && !hasFeature(view.select) ? [{ name: 'select' as const, value: view.select }] : []),
    ...drawn.map((value) => ({ name: 'show' as const, value })),
    ...problems.map(({ text }) => ({ name: 'compare' as const, value: text })),
    ...(view.chart === 'years' ? findMissingYears(atlas, view, asOf) : []),
    ...(view.chart && view.chart !== 'years' && !view.compare?.length ? [{ name: 'chart' as const, value: view.chart }] : []),
  ];
}

function findMissingYears(atlas: Atlas, view: StoryView, asOf: string | undefined): MissingPart[] {
  const years = computeShownYears(atlas, view, asOf);
  if (!years) return [{ name: 'years', value: 'years' }];
  const { year = years.last } = view;
  return year < years.first || year > years.last ? [{ name: 'year', value: String(year) }] : [];
}
