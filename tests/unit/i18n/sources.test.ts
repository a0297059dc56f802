import { expect, it } from 'vitest';
import { loadDictionary } from '../../../src/i18n/index.ts';
import { citeSource, formatSource } from '../../../src/i18n/sources.ts';
import { translator } from '../../../src/i18n/translate.ts';

const load = async (lang: 'en' | 'ru') => translator(lang, await loadDictionary(lang));
const source = { id: 'one', title: 'Rail line opens', publisher: 'Report', date: '2023-05-26' };

it('a source is cited with its date in the words of the reader, its title as it is printed', async () => {
  expect(formatSource(await load('en'), source)).toBe('Report: Rail line opens (26 May 2023)');
  expect(formatSource(await load('ru'), source)).toMatch(/^Report: Rail line opens \(26 мая 2023.г\.\)$/);
  expect(citeSource(await load('ru'), { ...source, lang: 'tr' }).lang).toBe('tr');
});

it('a title that is not known is a description in square brackets', async () => {
  expect(formatSource(await load('en'), { ...source, described: true })).toBe('Report: [Rail line opens] (26 May 2023)');
});

it('general knowledge is told in the language of the reader, without a title', async () => {
  expect(citeSource(await load('ru'), { id: 'x', title: 'General knowledge', unverified: true })).toEqual({
    before: '',
    title: 'общеизвестные сведения, не проверено',
    lang: undefined,
    after: '',
  });
});
