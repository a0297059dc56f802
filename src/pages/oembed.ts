/** oEmbed 1.0 answers as files: what a site needs that turns a link into a picture or a map. */
import { CARD } from './card.ts';
import { markup } from '../core/markup.ts';
import { getCardPath, getEmbedPath, getPagePath } from './site.ts';
import { clipText, getTitle, type Source, type Subject } from './subject.ts';

/** Pixels of the frame: the map of an embed, or a whole page of text. */
const SIZES = { map: { width: 640, height: 480 }, page: { width: 640, height: 720 } };
/** A day: the files change with a build only. */
const CACHE_SECONDS = 86_400;

/** A claim has no embed of its own: its page is framed. */
export function buildOembed(source: Source, subject: Subject): Record<string, string | number> {
  const { site, tr } = source;
  const title = clipText(getTitle(source, subject), 110);
  const framed = subject.kind === 'claim' ? getPagePath(subject.id, tr.lang) : getEmbedPath(subject.id, tr.lang);
  const { width, height } = subject.kind === 'claim' ? SIZES.page : SIZES.map;
  const { text } =
    markup`<iframe src="${site}${framed}" width="${width}" height="${height}" title="${title}" loading="lazy" allowfullscreen style="border:0;max-width:100%"></iframe>`;
  return {
    version: '1.0',
    type: 'rich',
    provider_name: tr.t('app.name'),
    provider_url: site,
    title,
    cache_age: CACHE_SECONDS,
    width,
    height,
    html: text,
    thumbnail_url: site + getCardPath(subject.id),
    thumbnail_width: CARD.width,
    thumbnail_height: CARD.height,
  };
}
