/** Draws an embed that no page of the build shows: some routes, a comparison, a year of the past, another language of them. */
import { placesOf } from '../core/geo/camera.ts';
import { escapeText } from '../core/url/escape.ts';
import { comparedLines } from '../core/compare/compared-lines.ts';
import { restricted, routesToShow } from '../core/embed/shown-routes.ts';
import { contentOf, writeMain } from './content.ts';
import { loadDigest } from './data.ts';
import { drawPictures } from './picture.ts';
import type { EmbedState } from './state.ts';
import type { Translator } from '../i18n/translate.ts';

/** The main part of the page as HTML. Throws an `AtlasError` where a file cannot be had. */
export async function drawMix(root: string, state: EmbedState, openHref: string): Promise<{ html: string; title: string }> {
  const { page, lang, theme, year, select, camera } = state;
  const { atlas: digest, ground, tr, credit } = await loadDigest(root, state);
  const comparison = await comparisonOf(root, state);
  const atlas = comparison?.atlas ?? digest;
  const shown = routesToShow(atlas, state);
  const own =
    page !== null && state.routes.length === 0 && state.corridors.length === 0 && state.compare.length === 0 ? page : null;
  const content = comparison?.content(tr) ?? contentOf(atlas, tr, own, shown);
  const places = comparison?.places ?? (own === null ? shown : [own]).flatMap((id) => placesOf(atlas, id));
  const picture = drawPictures({
    atlas: restricted(atlas, shown),
    ground: comparison?.ground ?? ground,
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
  const { loadComparison, comparisonContent } = await import('./compare.ts');
  const comparison = await loadComparison(root, compare);
  const { atlas, rows, ground } = comparison;
  if (rows.length === 0) return null;
  return {
    ...{ atlas, ground },
    content: (tr: Translator) => comparisonContent(comparison, tr),
    places: rows.flatMap(({ line }) => line),
    lines: comparedLines(rows),
  };
}
