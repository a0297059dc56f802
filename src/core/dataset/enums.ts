/** Lists and limits that addresses and messages are checked against, apart from the schemas so that small pages need not carry those. */

/** Languages of the interface; `en` is the one that every text has. */
export const LANGS = ['en', 'az', 'ru', 'tr', 'ka', 'zh'] as const;
export type Lang = (typeof LANGS)[number];

export const STATUSES = ['open', 'under-construction', 'planned', 'closed'] as const;
export const MODES = ['rail', 'sea', 'road'] as const;

/** Panels that retell and test what was written. */
export const STORY_PANELS = ['article', 'claims', 'events'] as const;

export const THEME_CHOICES = ['auto', 'light', 'dark'] as const;
export type ThemeChoice = (typeof THEME_CHOICES)[number];

/** Years that the map can go back to. */
export const YEARS = { first: 1800, last: 2100 };
/** Compared items: as many as can be told apart by colour and pattern. */
export const MOST_COMPARED = 6;
