/** Draws an embed that no page of the build shows: some routes, a comparison, a year of the past, another language of them. */
import { placesOf } from '../core/camera.ts';
import { escapeHtml } from '../core/embed-code.ts';
import { restricted, routesToShow } from '../core/embed-shown.ts';
import { contentOf, writeMain } from './embed-content.ts';
import { loadDigest } from './embed-data.ts';
import { drawPictures } from './embed-picture.ts';
import type { EmbedState } from './embed-state.ts';

/** The main part of the page as HTML. Throws an `AtlasError` where a file cannot be had. */
export async function drawMix(root: string, state: EmbedState, openHref: string): Promise<{ html: string; title: string }> {
  const { page, lang, theme, year, select, camera } = state;
  const { atlas, ground, tr, credit } = await loadDigest(root, state);
  const shown = routesToShow(atlas, state);
  const own =
    page !== null && state.routes.length === 0 && state.corridors.length === 0 && state.compare.length === 0 ? page : null;
  const content = contentOf(atlas, tr, own, shown);
  const places = (own === null ? shown : [own]).flatMap((id) => placesOf(atlas, id));
  const picture = drawPictures({
    atlas: restricted(atlas, shown),
    ground,
    view: camera ?? places,
    theme,
    lang,
    filters: { hiddenGroups: [], hiddenModes: [], hiddenStatuses: [], year },
    selected: select,
    title: tr.t('embed.frameTitle', { name: content.title }),
  });
  return { html: writeMain(tr, { ...content, picture, openHref, credit }), title: escapeHtml(content.title) };
}
