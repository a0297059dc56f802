/** One term for one thing in each language: `src/i18n/terms.json` has the term, and the words that are not used for it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { getLanguage, type Lang, LANGS } from '../../../src/core/dataset/model.ts';
import { en, type Key } from '../../../src/i18n/dictionaries/en.ts';
import { loadDictionary } from '../../../src/i18n/index.ts';
import terms from '../../../src/i18n/terms.json' with { type: 'json' };

interface Term {
  use: string;
  not: readonly string[];
}
const TERMS: Readonly<Record<string, Readonly<Record<string, Term>>>> = terms;

/** A pattern at the start of a word, where the script parts words. */
const match = (lang: Lang, pattern: string) =>
  new RegExp(getLanguage(lang).script === 'Hans' ? pattern : `(?<!\\p{L})(?:${pattern})`, 'iu');

/** All texts of the data in a language, by file and place. */
function listTexts(lang: Lang): [place: string, text: string][] {
  const found: [string, string][] = [];
  const collect = (value: unknown, place: string): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, one] of Object.entries(value)) {
      if (key === lang && typeof one === 'string') found.push([place, one]);
      else collect(one, `${place}/${key}`);
    }
  };
  for (const folder of ['geo/context', 'geo/network']) {
    for (const name of readdirSync(folder).filter((one) => /\.(json|geojson)$/.test(one))) {
      collect(JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')), name);
    }
  }
  const stories = readdirSync('geo/stories').filter((name) => name.endsWith(`.${lang}.md`));
  const written = ['geo/context/article', ...stories.map((name) => `geo/stories/${name.split('.')[0]}`)];
  const told = written.filter((path) => existsSync(`${path}.${lang}.md`));
  return [...found, ...told.map((path): [string, string] => [path, readFileSync(`${path}.${lang}.md`, 'utf8')])];
}

describe.each(LANGS)('the terms in %s', (lang) => {
  const rows = Object.entries(TERMS).map(([term, byLang]) => [term, byLang[lang]!] as const);

  it('are given for each thing', () => {
    expect(rows.filter(([, row]) => !row).map(([term]) => term)).toEqual([]);
  });

  it('are used wherever the English words use them', async () => {
    const words = await loadDictionary(lang);
    const missing = rows.flatMap(([term, { use }]) =>
      (Object.keys(en) as Key[])
        .filter((key) => new RegExp(`\\b(?:${TERMS[term]!['en']!.use})\\b`, 'i').test(en[key].replaceAll(/\{\w+\}/g, '')))
        .filter((key) => !new RegExp(use, 'iu').test(words[key].replaceAll('İ', 'i')))
        .map((key) => `${term}: ${key}: ${words[key]}`),
    );
    expect(missing).toEqual([]);
  });

  it('stand beside one dash, in the dictionary as in the texts of the data', async () => {
    const dash = getLanguage(lang).dash ?? ' – ';
    const texts = [...Object.entries(await loadDictionary(lang)), ...listTexts(lang)];
    const found = texts.flatMap(([place, text]) =>
      [...text.matchAll(/ ?— ?| – /g)].map(([one]) => [place, one, text.slice(0, 40)]),
    );
    expect(found.filter(([, one]) => one !== dash)).toEqual([]);
  });

  it('have no second word in the dictionary or in the texts of the data', async () => {
    const texts = [...Object.entries(await loadDictionary(lang)), ...listTexts(lang)];
    const found = rows.flatMap(([term, { not }]) =>
      not.flatMap((pattern) =>
        texts
          .filter(([, text]) => match(lang, pattern).test(text))
          .map(([place, text]) => `${term}: ${pattern}: ${place}: ${text.slice(0, 160)}`),
      ),
    );
    expect(found).toEqual([]);
  });
});
