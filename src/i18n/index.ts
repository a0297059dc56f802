import type { Lang } from '../core/dataset/model.ts';
import { type Dictionary, en } from './dictionaries/en.ts';

/** The dictionary of a language, fetched when it is first needed: the file, and the constant in it, that are called by its code. */
export async function loadDictionary(lang: Lang): Promise<Dictionary> {
  if (lang === 'en') return en;
  const file = (await import(`./dictionaries/${lang}.ts`)) as Readonly<Record<Lang, Dictionary>>;
  return file[lang];
}
