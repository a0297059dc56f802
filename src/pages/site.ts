/** Addresses of the built site. */
import { AtlasError } from '../core/dataset/errors.ts';
import { LANGS, type Lang } from '../core/dataset/model.ts';
import { FIRST_LANG, getPagePath, getStoryPath } from '../core/url/paths.ts';

/** The interactive map. */
export const getSitePath = (lang: Lang): string => (lang === FIRST_LANG ? '' : `?lang=${lang}`);

/** The interactive map with these items compared. */
export function getComparisonPath(compare: readonly string[], lang: Lang): string {
  const query = new URLSearchParams({ panel: 'compare', ...(lang !== FIRST_LANG && { lang }) });
  // As the program writes it itself: what stands in it needs no escapes.
  return `index.html?${query}&compare=${compare.join(',')}`;
}

/** The interactive map with something selected. */
export function getMapPath(id: string, lang: Lang, panel?: string): string {
  const query = new URLSearchParams({ ...(panel && { panel }), select: id, ...(lang !== FIRST_LANG && { lang }) });
  return `index.html?${query}`;
}

/** The way from a page back to the root of the site: `../` or `../../`. */
export const getRootFrom = (path: string): string => '../'.repeat(path.split('/').length - 1);

/** The address of the site with a slash at its end. Throws `bad-option` where it is not http(s). */
export function readSiteAddress(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash) {
    throw new AtlasError('bad-option', { option: 'SITE_URL', value, allowed: 'https://example.org/folder/' });
  }
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
}

/** The same page in every language. */
export const listAlternates = (id: string): { lang: Lang; path: string }[] =>
  LANGS.map((lang) => ({ lang, path: getPagePath(id, lang) }));

/** A story in every language. */
export const listStoryPages = ({ id }: { id: string }): { lang: Lang; path: string }[] =>
  LANGS.map((lang) => ({ lang, path: getStoryPath(id, lang) }));
