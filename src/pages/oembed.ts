/** oEmbed 1.0 answers as files: what a site needs that turns a link into a picture or a map. */
import { computeFrameHeight, STORY_HEIGHT } from '../core/embed/frame-height.ts';
import { markup } from '../core/markup.ts';
import { EMBED_DEFAULTS, writeEmbed } from '../core/embed/embed-url.ts';
import { getCardPath, getEmbedPath, getStoryKey } from '../core/url/paths.ts';
import { CARD } from './card.ts';
import { getText } from '../core/dataset/dataset.ts';
import type { Story } from '../core/dataset/model.ts';
import { computeClaimCardHeight } from '../svg/claim-card-height.ts';
import { describeSite, describeSubject, type Preview } from './preview.ts';
import { describeStory } from './story/story-preview.ts';
import { describeVerdict, type Source, type Subject } from './subject.ts';

/** Pixels of the frame. */
const WIDTH = 640;
/** A day: the files change with a build only. */
const CACHE_SECONDS = 86_400;

type Answer = Record<string, string | number>;

/** What is framed: its path from the root of the site, and its height in pixels. */
interface Frame {
  path: string;
  height: number;
}

/** Of a corridor, route, area, claim or comparison. */
export function buildOembed(source: Source, subject: Subject): Answer {
  const preview = describeSubject(source, subject);
  const { lang } = source.tr;
  if (subject.kind === 'comparison') {
    const { compare } = subject.value;
    const height = computeFrameHeight(source.atlas, null, { compared: compare.length });
    return buildAnswer(source, preview, {
      path: getEmbedPath(null, lang) + writeEmbed({ ...EMBED_DEFAULTS, compare }).search,
      height,
    });
  }
  const height =
    subject.kind === 'claim'
      ? computeClaimCardHeight(getText(lang, subject.value.text), describeVerdict(source, subject.value).limits)
      : computeFrameHeight(source.atlas, subject.id);
  return buildAnswer(source, preview, { path: getEmbedPath(subject.id, lang), height });
}

/** Of the whole atlas. */
export const buildSiteOembed = (source: Source): Answer =>
  buildAnswer(source, describeSite(source), {
    path: getEmbedPath(null, source.tr.lang),
    height: computeFrameHeight(source.atlas, null),
  });

export const buildStoryOembed = (source: Source, story: Story): Answer =>
  buildAnswer(source, describeStory(source, story), {
    path: getEmbedPath(getStoryKey(story.id), source.tr.lang),
    height: STORY_HEIGHT,
  });

function buildAnswer({ site, tr }: Source, { id, title, url }: Preview, { path, height }: Frame): Answer {
  const framed = site + path;
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
    thumbnail_url: site + getCardPath(id, tr.lang),
    thumbnail_width: CARD.width,
    thumbnail_height: CARD.height,
  };
}
