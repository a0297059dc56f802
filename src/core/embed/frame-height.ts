/** How high a frame has to be, for codes that cannot wait for the page inside to say so. */
import type { Atlas } from '../dataset/dataset.ts';

/** Pixels that picture, figures, link and credit need from 280 pixels of width on, in the language that needs most. */
const LEAST = 590;
/** Pixels that a line of the legend adds, and something compared, which has a name and a length besides. */
const LEGEND_LINE = 16;
const COMPARED_LINE = 60;
/** What each line or place of a mix adds beyond so many, for which the figures of one alone leave room. */
const MIXED = { line: 40, free: 2 };

/** Pixels of a frame with a story in a column of an article: title, the longest chapter beside its picture, and credits. */
export const STORY_HEIGHT = 720;

/**
 * Height in pixels at which an embed need not scroll.
 *
 * @param page feature of the page; null for the whole network or a mix
 * @param compared number of things that are compared
 * @param mixed number of lines and places that are shown together
 */
export function computeFrameHeight(
  { corridors }: Pick<Atlas, 'corridors'>,
  page: string | null,
  { compared = 0, mixed = 0 }: { compared?: number; mixed?: number } = {},
): number {
  const corridor = page === null ? undefined : corridors.get(page);
  // The lines of a corridor have one colour; those of a comparison have one each, and a line in the legend.
  const legend = corridor?.kind === 'comparison' ? corridor.routes.length : 0;
  return LEAST + legend * LEGEND_LINE + compared * COMPARED_LINE + Math.max(0, mixed - MIXED.free) * MIXED.line;
}
