import { LANGS } from '../core/dataset/enums.ts';

/** Names of the embed page's address, which are attributes too. */
export const NAMES = [
  'routes',
  'corridors',
  'select',
  'places',
  'compare',
  'lang',
  'theme',
  'controls',
  'story',
  'year',
  'hide-mode',
  'hide-status',
  'activate',
];

/**
 * Address of the embed page in the frame.
 *
 * @param read the value of an attribute, null or empty where there is none
 */
export function writeFrameAddress(
  read: (name: string) => string | null,
  { folder, origin }: { folder: URL; origin: string },
): URL {
  const query = new URLSearchParams();
  for (const name of NAMES) {
    const value = read(name);
    if (value) query.set(name, value);
  }
  if (origin !== 'null') query.set('origin', origin);
  const feature = read('feature');
  const id = feature && /^[\w-]+$/.test(feature) ? feature : null;
  const lang = query.get('lang') ?? '';
  const isOther = lang !== 'en' && LANGS.some((one) => one === lang);
  // In its language from the first paint on, also where no script runs.
  if (isOther) query.delete('lang');
  const page = isOther ? `embed/${id ?? '_all'}.${lang}.html` : id === null ? 'embed.html' : `embed/${id}.html`;
  const url = new URL(page, folder);
  url.search = query.toString();
  url.hash = read('view') ?? '';
  return url;
}
