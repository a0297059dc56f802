import type { Lang } from '../core/dataset/model.ts';
import { type Dictionary, en } from './dictionaries/en.ts';

const loaders: Record<Lang, () => Promise<Dictionary>> = {
  en: () => Promise.resolve(en),
  az: async () => (await import('./dictionaries/az.ts')).az,
  ru: async () => (await import('./dictionaries/ru.ts')).ru,
  tr: async () => (await import('./dictionaries/tr.ts')).tr,
  ka: async () => (await import('./dictionaries/ka.ts')).ka,
  zh: async () => (await import('./dictionaries/zh.ts')).zh,
};

/** The dictionary of a language, fetched when it is first needed. */
export const loadDictionary = (lang: Lang): Promise<Dictionary> => loaders[lang]();

/** Each language by its own name, for the choice of it. */
export const LANGUAGE_NAMES: Record<Lang, string> = {
  en: 'English',
  az: 'Azərbaycanca',
  ru: 'Русский',
  tr: 'Türkçe',
  ka: 'ქართული',
  zh: '中文',
};
