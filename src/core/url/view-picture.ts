/** Which picture shows a view until the live map does. The page knows of them by the text of an attribute, before any data. */
import { ALL, getComparisonPage } from './paths.ts';
import type { ViewState } from './view.ts';

/** Between the id of a comparison's picture and what is compared: no id and no item has it. */
const IS = '=';

interface Pictured {
  /** Features with a picture of their own. */
  features: readonly string[];
  comparisons: readonly { id: string; compare: readonly string[] }[];
}

/** Names what has a picture, for `findViewPicture`. */
export const writePictured = ({ features, comparisons }: Pictured): string =>
  [...features, ...comparisons.map(({ id, compare }) => `${getComparisonPage(id)}${IS}${compare.join(',')}`)].join(' ');

type Wanted = Pick<ViewState, 'panel' | 'tool' | 'select' | 'compare' | 'find'>;

/**
 * The id of the picture of what a view is about, `ALL` for that of the whole; null where there is none. A camera of the view is left
 * out of account.
 *
 * @param pictured as `writePictured` has it
 */
export function findViewPicture({ panel, tool, select, compare, find }: Wanted, pictured: string): string | null {
  const known = pictured.split(' ');
  if (compare.length > 0 && (panel === 'write' || (panel === 'compare' && tool === 'compare'))) {
    const end = `${IS}${compare.join(',')}`;
    return known.find((text) => text.endsWith(end))?.slice(0, -end.length) ?? null;
  }
  if (panel === 'compare' && (find.from !== null || find.to !== null)) return null;
  if (select === null) return ALL;
  return known.includes(select) && find.closed.length === 0 ? select : null;
}
