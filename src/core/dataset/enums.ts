/** Lists that addresses and messages are checked against, apart from the schemas so that small pages need not carry those. */

/** Languages of the interface; `en` is the one that every text has. */
export const LANGS = ['en', 'az', 'ru', 'tr', 'ka', 'zh'] as const;
export type Lang = (typeof LANGS)[number];

export const STATUSES = ['open', 'under-construction', 'planned', 'closed'] as const;
export const MODES = ['rail', 'sea', 'road'] as const;
