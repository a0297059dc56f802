/** What a view names and what there is. */
import { compareItems } from '../compare/comparison.ts';
import type { Atlas } from '../dataset/dataset.ts';
import type { StoryView } from '../dataset/model.ts';

export interface MissingPart {
  /** As the line of a view calls it; a chart without anything that it compares has no value. */
  name: 'select' | 'show' | 'compare' | 'chart';
  value: string;
}

/** The parts of a view that cannot be shown. */
export function findMissingParts(atlas: Atlas, view: StoryView, hasFeature: (id: string) => boolean): MissingPart[] {
  const drawn = (view.only ?? []).filter((id) => !atlas.routes.has(id) && !atlas.corridors.has(id));
  const { problems } = compareItems(atlas, view.compare ?? []);
  return [
    ...(view.select !== undefined && !hasFeature(view.select) ? [{ name: 'select' as const, value: view.select }] : []),
    ...drawn.map((value) => ({ name: 'show' as const, value })),
    ...problems.map(({ text }) => ({ name: 'compare' as const, value: text })),
    ...(view.chart && !view.compare?.length ? [{ name: 'chart' as const, value: view.chart }] : []),
  ];
}
