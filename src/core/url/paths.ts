/** Where everything of the built site stands, relative to its root. */
import type { Lang } from '../dataset/enums.ts';

/** The language whose pages stand without a folder of their own. */
export const FIRST_LANG: Lang = 'en';
/** The whole network in place of a feature; no feature can have this id. */
export const ALL = '_all';
/** The page that leads to the embed of any story; no feature can have this id. */
export const STORIES = '_stories';

/** What a host answers with where there is nothing: GitHub Pages, Netlify and Cloudflare look for this name. */
export const MISSING_PATH = '404.html';

/** For screens with room beside the text, and for phones. */
export type PictureShape = 'wide' | 'narrow';

const folder = (lang: Lang): string => (lang === FIRST_LANG ? '' : `${lang}/`);

export const getPagePath = (id: string, lang: Lang): string => `pages/${folder(lang)}${id}.html`;
/** Name of the page of a ready-made comparison, which may be called as a feature is. */
export const getComparisonPage = (id: string): string => `compare-${id}`;
export const getOembedPath = (id: string, lang: Lang): string => `oembed/${folder(lang)}${id}.json`;
export const getCardPath = (id: string, lang: Lang): string => `pages/cards/${folder(lang)}${id}.png`;

/** The page of a corridor, route, area, claim or story (by its key) that others frame; null: that of the whole network, or of any mix. */
export function getEmbedPath(id: string | null, lang: Lang): string {
  if (lang === FIRST_LANG) return id === null ? 'embed.html' : `embed/${id}.html`;
  return `embed/${id ?? ALL}.${lang}.html`;
}

/** The events as calendar file or Atom feed. */
export const getEventFeedPath = (kind: 'ics' | 'atom', lang: Lang): string => `events/${lang}.${kind}`;

/** The page that tells a story. */
export const getStoryPath = (id: string, lang: Lang): string =>
  lang === FIRST_LANG ? `stories/${id}.html` : `stories/${id}.${lang}.html`;

/** The picture that shows a view until the live map does: its ground in the language null, its names over that in the others. */
export const getViewPicturePath = (id: string, shape: PictureShape, lang: Lang | null): string =>
  `pictures/views/${id}.${shape}${lang === null ? '' : `.${lang}`}.json`;

/** What stands for a story where features, claims and stories share a name space: cards, oEmbed answers and embeds. */
export const getStoryKey = (id: string): string => `story-${id}`;

/** The picture of a chapter, `wide` for columns beside the text, `narrow` for phones. */
export const getChapterPicturePath = (story: string, chapter: string, shape: PictureShape, lang: Lang): string =>
  `stories/pictures/${story}/${chapter}.${shape}.${lang}.svg`;
