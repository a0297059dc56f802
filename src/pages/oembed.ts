/** oEmbed 1.0 answers as files: what a site needs that turns a link into a picture or a map. */
import { computeFrameHeight } from '../core/embed/frame-height.ts';
import { markup } from '../core/markup.ts';
import { ALL, getCardPath, getEmbedPath } from '../core/url/paths.ts';
import { CARD } from './card.ts';
import { getText } from '../core/dataset/dataset.ts';
import { computeClaimCardHeight } from '../svg/claim-card-height.ts';
import { describeSite, describeSubject, type Preview } from './preview.ts';
import { describeVerdict, type Source, type Subject } from './subject.ts';

/** Pixels of the frame. */
const WIDTH = 640;
/** A day: the files change with a build only. */
const CACHE_SECONDS = 86_400;

type Answer = Record<string, string | number>;

/** Of a corridor, route, area or claim. */
export function buildOembed(source: Source, subject: Subject): Answer {
  const height =
    subject.kind === 'claim'
      ? computeClaimCardHeight(getText(source.tr.lang, subject.value.text), describeVerdict(source, subject.value).limits)
      : computeFrameHeight(source.atlas, subject.id);
  return buildAnswer(source, describeSubject(source, subject), height);
}

/** Of the whole atlas. */
export const buildSiteOembed = (source: Source): Answer =>
  buildAnswer(source, describeSite(source), computeFrameHeight(source.atlas, null));

function buildAnswer({ site, tr }: Source, { id, title, url }: Preview, height: number): Answer {
  const framed = site + getEmbedPath(id === ALL ? null : id, tr.lang);
  // WordPress knows this form: it shows the link until the frame speaks, and keeps it in feeds.
  const { text } =
    markup`<blockquote class="wp-embedded-content"><p><a href="${url}">${title}</a></p></blockquote><iframe class="wp-embedded-content" src="${framed}" width="${WIDTH}" height="${height}" title="${title}" loading="lazy" allowfullscreen="allowfullscreen" style="border:0;max-width:100%"></iframe>`;
  return {
    version: '1.0',
    type: 'rich',
    provider_name: tr.t('app.name'),
    provider_url: site,
    title,
    cache_age: CACHE_SECONDS,
    width: WIDTH,
    height,
    html: text,
    thumbnail_url: site + getCardPath(id),
    thumbnail_width: CARD.width,
    thumbnail_height: CARD.height,
  };
}
