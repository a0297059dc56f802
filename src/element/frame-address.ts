import type { Lang } from '../core/dataset/enums.ts';

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

/** Languages with pages of their own beside the English ones: the element is one file, so it cannot share the list with other code. */
const OTHER_LANGS: Record<Exclude<Lang, 'en'>, true> = {
  az: true,
  ru: true,
  tr: true,
  ka: true,
  kk: true,
  fa: true,
  zh: true,
};

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
  const story = read('story');
  // The page that leads to a story says so in the frame where there is none of that name.
  const id = story ? '_stories' : feature && /^[\w-]+$/.test(feature) ? feature : null;
  const lang = query.get('lang') ?? '';
  const isOther = Object.hasOwn(OTHER_LANGS, lang);
  // In its language from the first paint on, also where no script runs.
  if (isOther) query.delete('lang');
  const page = isOther ? `embed/${id ?? '_all'}.${lang}.html` : id === null ? 'embed.html' : `embed/${id}.html`;
  const url = new URL(page, folder);
  url.search = query.toString();
  url.hash = read(story ? 'chapter' : 'view') ?? '';
  return url;
}
