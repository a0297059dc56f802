/** Draws an embed that no page of the build shows: some routes, a comparison, a year of the past, another language of them. */
import { findPlaces } from '../core/geo/camera.ts';
import { escapeText } from '../core/url/escape.ts';
import { computeComparedLines } from '../core/compare/compared-lines.ts';
import { restrictToRoutes, findShownRoutes } from '../core/embed/shown-routes.ts';
import { buildContent, writeMain } from './content.ts';
import { loadEmbedData } from './data.ts';
import { drawPictures } from './picture.ts';
import type { EmbedState } from './state.ts';
import type { Translator } from '../i18n/translate.ts';

/** The main part of the page as HTML. Throws an `AtlasError` where a file cannot be had. */
export async function drawMixedPage(root: string, state: EmbedState, openHref: string): Promise<{ html: string; title: string }> {
  const { page, lang, theme, year, select, camera } = state;
  const { atlas: embedData, baseMap, tr, credit } = await loadEmbedData(root, state);
  const comparison = await comparisonOf(root, state);
  const atlas = comparison?.atlas ?? embedData;
  const shown = findShownRoutes(atlas, state);
  const own =
    page !== null && state.routes.length === 0 && state.corridors.length === 0 && state.compare.length === 0 ? page : null;
  const content = comparison?.content(tr) ?? buildContent(atlas, tr, own, shown);
  const places = comparison?.places ?? (own === null ? shown : [own]).flatMap((id) => findPlaces(atlas, id));
  const picture = drawPictures({
    atlas: restrictToRoutes(atlas, shown),
    baseMap: comparison?.baseMap ?? baseMap,
    view: camera ?? places,
    theme,
    lang,
    filters: { hiddenGroups: [], hiddenModes: [], hiddenStatuses: [], year },
    selected: select,
    compared: comparison?.lines ?? [],
    title: tr.t('embed.frameTitle', { name: content.title }),
  });
  return { html: writeMain(tr, { ...content, picture, openHref, credit }), title: escapeText(content.title) };
}

/** What is compared, as far as it holds; null where nothing is. The code for it is fetched only then. */
async function comparisonOf(root: string, { compare }: EmbedState) {
  if (compare.length === 0) return null;
  const { loadComparison, buildComparisonContent } = await import('./compare.ts');
  const comparison = await loadComparison(root, compare);
  const { atlas, rows, baseMap } = comparison;
  if (rows.length === 0) return null;
  return {
    ...{ atlas, baseMap },
    content: (tr: Translator) => buildComparisonContent(comparison, tr),
    places: rows.flatMap(({ line }) => line),
    lines: computeComparedLines(rows),
  };
}
