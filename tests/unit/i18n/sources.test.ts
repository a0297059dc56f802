import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { LANGS } from '../../../src/core/dataset/enums.ts';
import type { Lang } from '../../../src/core/dataset/model.ts';
import { loadDictionary } from '../../../src/i18n/index.ts';
import { citeSource, explainBrackets, formatSource, type Source } from '../../../src/i18n/sources.ts';
import { translator } from '../../../src/i18n/translate.ts';

const load = async (lang: Lang) => translator(lang, await loadDictionary(lang));
/** Without the signs that keep a line from ending. */
const show = (text: string) => text.replaceAll('\u2060', '').replaceAll('\u00a0', ' ');
const source = { id: 'one', title: 'Rail line opens', publisher: 'Report', date: '2023-05-26' };

it('a source is cited with its date in the words of the reader, its title as it is printed', async () => {
  expect(show(formatSource(await load('en'), source))).toBe('Report: Rail line opens (26 May 2023)');
  expect(formatSource(await load('ru'), source)).toMatch(/^Report: Rail line opens \(26.мая 2023.г\.\)$/);
  expect(show(formatSource(await load('zh'), source))).toBe('Report: Rail line opens（2023年5月26日）');
  expect(citeSource(await load('ru'), { ...source, lang: 'tr' }).lang).toBe('tr');
});

it('a title that is not known is a description in square brackets', async () => {
  expect(show(formatSource(await load('en'), { ...source, described: true }))).toBe('Report: [Rail line opens] (26 May 2023)');
});

it.each(LANGS)('what brackets mean is said in %s where there are any, and that they are in English', async (lang) => {
  const tr = await load(lang);
  expect(explainBrackets(tr, [source])).toBe('');
  // A stem of the language's own word, as other endings than this one may stand there.
  const [word = ''] = tr.t('text.inEnglish').split(' ').slice(-1);
  expect(explainBrackets(tr, [source, { ...source, described: true }])).toContain(word.slice(0, 7));
});

it('descriptions are in English, and a title in letters other than Latin ones says its language', () => {
  const sources = JSON.parse(readFileSync('geo/sources.json', 'utf8')) as Source[];
  const wrong = sources.filter(({ title, lang, described }) =>
    described ? lang !== undefined : lang === undefined && /(?!\p{Script=Latin})\p{L}/u.test(title),
  );
  expect(wrong.map(({ id }) => id)).toEqual([]);
});

it('what is said beside a source is in the words of the reader: whom it cites, who published it again, the language of the original', async () => {
  const repeated = { ...source, after: 'TASS', host: 'MENAFN' };
  expect(show(formatSource(await load('en'), repeated))).toBe(
    'Report: Rail line opens (26 May 2023, citing TASS, republished by MENAFN)',
  );
  expect(formatSource(await load('ru'), repeated)).toContain('со ссылкой на TASS, перепечатка: MENAFN');
  expect(show(formatSource(await load('zh'), { ...source, described: true, written: 'es' }))).toBe(
    'Report: [Rail line opens]（英文，2023年5月26日，原文为西班牙语）',
  );
});

it.each(LANGS)(
  'no publisher has words of English beside its name, and %s has a word for each language that originals are in',
  async (lang) => {
    const sources = JSON.parse(readFileSync('geo/sources.json', 'utf8')) as Source[];
    const names = sources.flatMap(({ id, publisher, after, host }) =>
      [publisher, after, host].map((name) => ({ id, name: name ?? '' })),
    );
    expect(names.filter(({ name }) => /, (?:after|at|in) |\((?:after|at|in|copy)\b|\bcopy\b/i.test(name))).toEqual([]);
    const tr = await load(lang);
    expect(sources.filter(({ written }) => written !== undefined && !tr.has(`source.written.${written}`))).toEqual([]);
  },
);

it('general knowledge is told in the language of the reader, without a title', async () => {
  expect(citeSource(await load('ru'), { id: 'x', title: 'General knowledge', unverified: true })).toEqual({
    before: '',
    title: 'общеизвестные сведения, не проверено',
    lang: undefined,
    after: '',
  });
});
