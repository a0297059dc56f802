/** Draws an embed that no page of the build shows: a mix of routes, a comparison, a year of the past. */
import { findPlaces } from '../core/geo/camera.ts';
import { computeComparedLines } from '../core/compare/compared-lines.ts';
import { restrictToRoutes, findShownRoutes } from '../core/embed/shown-routes.ts';
import { formatLineNames } from '../i18n/names/line-names.ts';
import { buildMix, writeMain } from './content.ts';
import { loadEmbedData } from './data.ts';
import { drawPictures } from './picture.ts';
import { type EmbedState, getFilters, isMix } from './state.ts';
import type { EmbedComparison } from './compare.ts';

/** The main part of the page as HTML. Throws an `AtlasError` where a file cannot be had. */
export async function drawMixedPage(root: string, state: EmbedState, openHref: string): Promise<string> {
  const { theme, lang, select, camera, places: marked } = state;
  const { tr, credit, ...embedData } = await loadEmbedData(root, state);
  const compared = await loadCompared(root, state);
  const { atlas, baseMap } = compared?.comparison ?? embedData;
  const rows = compared?.comparison.rows ?? [];
  const shown = findShownRoutes(atlas, state);
  const page = isMix(state) ? null : state.page;
  const content = compared?.buildComparisonContent(compared.comparison, tr) ?? buildMix(atlas, tr, state, shown);
  const places = compared
    ? rows.flatMap(({ line }) => line)
    : [...(page === null ? shown : [page]), ...marked].flatMap((id) => findPlaces(atlas, id));
  const picture = drawPictures({
    atlas: restrictToRoutes(atlas, shown),
    baseMap,
    view: camera ?? places,
    theme,
    lang,
    filters: getFilters(state),
    lineNames: formatLineNames(tr, atlas),
    selected: select,
    marked,
    compared: computeComparedLines(rows),
    title: tr.t('embed.frameTitle', { name: content.title }),
  });
  return writeMain(tr, { ...content, picture, openHref, credit }).text;
}

interface Compared {
  comparison: EmbedComparison;
  buildComparisonContent: typeof import('./compare.ts').buildComparisonContent;
}

/** What is compared, as far as it is valid; null where nothing is. The code for it is fetched only then. */
async function loadCompared(root: string, { compare, lang }: EmbedState): Promise<Compared | null> {
  if (compare.length === 0) return null;
  const { loadComparison, buildComparisonContent } = await import('./compare.ts');
  const comparison = await loadComparison(root, compare, lang);
  return comparison.rows.length > 0 ? { comparison, buildComparisonContent } : null;
}
