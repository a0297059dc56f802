import { compareItems, type ComparedRow } from '../compare/comparison.ts';
import type { Atlas } from '../dataset/dataset.ts';

const known = new WeakMap<Atlas, Map<string, ComparedRow[]>>();

/** The rows of a comparison; each is computed once for an atlas, as its path is searched and many pages and pictures show it. */
export function compareOnce(atlas: Atlas, items: readonly string[] = []): ComparedRow[] {
  const rows = known.get(atlas) ?? new Map<string, ComparedRow[]>();
  known.set(atlas, rows);
  const key = items.join(',');
  const found = rows.get(key) ?? compareItems(atlas, items).rows;
  rows.set(key, found);
  return found;
}
