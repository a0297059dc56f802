import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { getLanguage, type Lang, LANGS } from '../../../src/core/dataset/enums.ts';
import { loadEditorTranslator } from '../../../src/i18n/editor-words.ts';
import { loadDictionary } from '../../../src/i18n/index.ts';
import { isQuoted, nestQuotes } from '../../../src/i18n/quotes.ts';
import { translator } from '../../../src/i18n/translate.ts';
import { nestsItself } from '../../fixtures/nested-quotes.ts';

const load = async (lang: Lang) => translator(lang, await loadDictionary(lang));

describe('what quotes, and is quoted in a sentence', () => {
  it.each([
    ['en', 'first to support “One Belt, One Road”', '“first to support ‘One Belt, One Road’”'],
    ['az', '“Bir kəmər, bir yol” təşəbbüsü', '“‘Bir kəmər, bir yol’ təşəbbüsü”'],
    ['ru', 'коридор «Север\u00a0— Юг»', '«коридор „Север\u00a0— Юг“»'],
    ['tr', 'Kafkasya’da “Bir Kuşak, Bir Yol”', '“Kafkasya’da ‘Bir Kuşak, Bir Yol’”'],
    ['ka', 'ინიციატივა „ერთი სარტყელი“', '„ინიციატივა «ერთი სარტყელი»“'],
    ['kk', '«Бір белдеу, бір жол» бастамасы', '«“Бір белдеу, бір жол” бастамасы»'],
    ['fa', 'حمایت از «یک کمربند، یک راه»', '«حمایت از ‹یک کمربند، یک راه›»'],
    ['zh', '支持“一带一路”倡议', '“支持‘一带一路’倡议”'],
  ] as const)('takes the inner marks of its language: %s', async (lang, text, quoted) => {
    expect((await load(lang)).t('shipment.written', { text })).toBe(quoted);
  });

  it.each(LANGS)('opens no mark within itself in any words of %s', async (lang) => {
    const tr = await loadEditorTranslator(lang);
    const [open, close] = getLanguage(lang).quotes;
    const quote = `A ${open}B${close} C`;
    const words = Object.entries({
      ...(await loadDictionary(lang)),
      ...((await import(`../../../src/i18n/dictionaries/editor/${lang}.ts`)) as { words: Record<string, string> }).words,
    });
    const quoting = words.filter(([, text]) => [...text.matchAll(/\{\w+\}/g)].some(({ index }) => isQuoted(text, index, lang)));
    expect(quoting.length).toBeGreaterThan(50);
    const filled = quoting.map(([key, text]) => {
      const params = Object.fromEntries([...text.matchAll(/\{(\w+)/g)].map(([, name]) => [name, quote]));
      return tr.t(key as Parameters<typeof tr.t>[0], params);
    });
    expect(filled.filter((text) => nestsItself(text, lang))).toEqual([]);
  });

  it('has the outer marks again a step deeper, and takes no apostrophe for a mark', () => {
    expect(nestQuotes('A “B ‘C’ D”', 'en')).toBe('A ‘B “C” D’');
    expect(nestQuotes('A „B «C» D“', 'ka')).toBe('A «B „C“ D»');
    expect(nestQuotes('A ‘Iran’s road’ and ‘B’', 'en')).toBe('A ‘Iran’s road’ and ‘B’');
    expect(nestQuotes('A ‘Iran’s “road”’', 'en')).toBe('A ‘Iran’s “road”’');
  });

  it('keeps marks that have no other one, and those of other languages', () => {
    expect(nestQuotes('A “B', 'en')).toBe('A “B');
    expect(nestQuotes('A” B', 'en')).toBe('A” B');
    expect(nestQuotes('Iran’s «B» "C"', 'en')).toBe('Iran’s «B» "C"');
    expect(nestQuotes('A “B”', 'kk')).toBe('A “B”');
  });

  it('has its own marks where it stands outside the quotation', async () => {
    const tr = await load('en');
    expect(tr.t('sharePage.claimTitle', { verdict: 'A “B”', claim: 'C “D”' })).toBe('A “B” – “C ‘D’”'.replace(' –', '\u00a0–'));
  });
});

it('no text of the data opens a mark within itself', () => {
  const found: string[] = [];
  const search = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, child] of Object.entries(value)) {
      const lang = LANGS.find((one) => one === key);
      if (lang !== undefined && typeof child === 'string' && nestsItself(child, lang)) found.push(child);
      search(child);
    }
  };
  const files = readdirSync('static/data').filter((name) => /\.(?:geo)?json$/.test(name));
  for (const name of files) search(JSON.parse(readFileSync(`static/data/${name}`, 'utf8')));
  expect(files.length).toBeGreaterThan(10);
  expect(found).toEqual([]);
});
