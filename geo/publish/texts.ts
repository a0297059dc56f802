/** Files that are mostly texts, once more for each language: a page reads one, not eight. */
import type * as v from 'valibot';
import { LANGS, type Lang } from '../../src/core/dataset/enums.ts';
import { getTextPath, PARTS, TEXT_PARTS } from '../../src/core/dataset/load/load.ts';
import { bindFigures } from './bind-figures.ts';
import type { Output } from './output.ts';

type Texts = { [K in (typeof TEXT_PARTS)[number]]?: v.InferInput<(typeof PARTS)[K]['schema']> };

const isText = (value: object): boolean =>
  'en' in value && Object.entries(value).every(([lang, text]) => lang in LANGUAGE && typeof text === 'string');
const LANGUAGE: Readonly<Record<string, true>> = Object.fromEntries(LANGS.map((lang) => [lang, true]));

/** A value whose texts are in English and one language alone; names keep all of theirs, by which they are searched. */
export function keepLanguage(value: unknown, lang: Lang): unknown {
  if (Array.isArray(value)) return value.map((one) => keepLanguage(one, lang));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  if (isText(value)) return Object.fromEntries(entries.filter(([key]) => key === 'en' || key === lang));
  return Object.fromEntries(entries.map(([key, one]) => [key, key === 'names' ? one : keepLanguage(one, lang)]));
}

export function publishTexts(output: Output, texts: Texts): void {
  for (const lang of LANGS) {
    for (const name of TEXT_PARTS) {
      if (texts[name]) output.write(getTextPath(name, lang), `${JSON.stringify(bindFigures(keepLanguage(texts[name], lang)))}\n`);
    }
  }
}
