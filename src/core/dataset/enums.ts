/** Lists and limits that addresses and messages are checked against, apart from the schemas so that small pages need not carry those. */

export interface Language {
  /** As its speakers call it. */
  name: string;
  /** Language and country, for `Intl`, previews and search engines. */
  locale: string;
  /** ISO 15924, of the letters that its names are written in. */
  script: 'Latn' | 'Cyrl' | 'Geor' | 'Hans' | 'Arab';
  direction: 'ltr' | 'rtl';
  /** Where browsers lack the language: another one that writes numbers alike. Its dictionary has the keys `intl.…` then. */
  numbers?: string;
  /** Newspapers group the digits of 1,520; elsewhere only those of longer numbers. */
  groupsThousands?: true;
  /** Large numbers are counted by ten thousands, not by millions. */
  countsTenThousands?: true;
  /** Newspapers write no comma before "and" where `Intl` has one. */
  joinsLastWithoutComma?: true;
  /** Between the two ends of a line, where it is not a dash with spaces. */
  dash?: string;
  /** Marks that open and close what is quoted, then those of what is quoted within that: CLDR's quotation and alternate quotation. */
  quotes: string;
}

/** The languages of the interface, in the order of the choice; `en` is the one that every text has. A language has one row here. */
export const LANGUAGES = {
  en: { name: 'English', locale: 'en-GB', script: 'Latn', direction: 'ltr', quotes: '“”‘’', groupsThousands: true },
  az: { name: 'Azərbaycanca', locale: 'az-AZ', script: 'Latn', direction: 'ltr', quotes: '“”‘’', numbers: 'de' },
  ru: { name: 'Русский', locale: 'ru-RU', script: 'Cyrl', direction: 'ltr', quotes: '«»„“', dash: ' — ' },
  tr: { name: 'Türkçe', locale: 'tr-TR', script: 'Latn', direction: 'ltr', quotes: '“”‘’' },
  ka: { name: 'ქართული', locale: 'ka-GE', script: 'Geor', direction: 'ltr', quotes: '„“«»', numbers: 'pl' },
  kk: { name: 'Қазақша', locale: 'kk-KZ', script: 'Cyrl', direction: 'ltr', quotes: '«»“”', numbers: 'fi' },
  fa: { name: 'فارسی', locale: 'fa-IR', script: 'Arab', direction: 'rtl', quotes: '«»‹›', joinsLastWithoutComma: true },
  zh: { name: '中文', locale: 'zh-CN', script: 'Hans', direction: 'ltr', quotes: '“”‘’', countsTenThousands: true, dash: '—' },
} as const satisfies Record<string, Language>;
export type Lang = keyof typeof LANGUAGES;
export const LANGS = Object.keys(LANGUAGES) as readonly Lang[];

/** The row of a language. */
export const getLanguage = (lang: Lang): Language => LANGUAGES[lang];

/** Whether a language writes Latin letters, so that a name in them can stand in for one that it lacks. */
export const writesLatin = (lang: Lang): boolean => getLanguage(lang).script === 'Latn';

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
