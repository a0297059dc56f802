import { describe, expect, it } from 'vitest';
import { type Figure, type Lang, LANGS } from '../../../src/core/dataset/model.ts';
import { en, type Key } from '../../../src/i18n/dictionaries/en.ts';
import { formatEvidenceSpan, formatFigure } from '../../../src/i18n/figures.ts';
import { compareByAlphabet } from '../../../src/i18n/formats.ts';
import { loadDictionary } from '../../../src/i18n/index.ts';
import { translator } from '../../../src/i18n/translate.ts';

const load = async (lang: Lang) => translator(lang, await loadDictionary(lang));
/** Spaces that do not break are told apart from those that do, and signs are seen that no line ends between. */
const show = (text: string) => text.replaceAll('\u00a0', '_').replaceAll('\u202f', '_').replaceAll('\u2060', '^');
const figure = (parts: Partial<Figure>): Figure => ({ kind: 'capacity', sources: [], ...parts });

it('the dates of evidence are told as one day where they are', async () => {
  const tr = await load('en');
  expect(formatEvidenceSpan(tr, { oldest: '2026-01-30', newest: '2026-01-30' })).toBe('Statuses as of 30\u00a0January 2026');
  expect(formatEvidenceSpan(tr, { oldest: '2024', newest: '2026-01-30' })).toMatch(/2024.*30\sJanuary 2026/);
});

describe('a figure', () => {
  it.each([
    ['en', '5_million tonnes a year', '5 to 6.5_million tonnes a year', '€1.6_billion'],
    ['az', 'ildə 5_milyon ton', 'ildə 5–^6,5_milyon ton', '1,6_milyard avro'],
    ['ru', '5_миллионов тонн в год', '5–^6,5_миллиона тонн в год', '1,6_миллиарда евро'],
    ['tr', 'yılda 5_milyon ton', 'yılda 5–^6,5_milyon ton', '1,6_milyar avro'],
    ['ka', 'წელიწადში 5_მილიონი ტონა', 'წელიწადში 5–^6,5_მილიონი ტონა', '1,6_მილიარდი ევრო'],
    ['kk', 'жылына 5_миллион тонна', 'жылына 5–^6,5_миллион тонна', '1,6_миллиард еуро'],
    ['zh', '每年500^万^吨', '每年500至650^万^吨', '16^亿^欧^元'],
  ] as const)('has its period and a large number in the words of %s', async (lang, one, span, cost) => {
    const tr = await load(lang);
    expect(show(formatFigure(tr, figure({ value: 5, unit: 'Mt', per: 'year' })))).toBe(one);
    expect(show(formatFigure(tr, figure({ min: 5, max: 6.5, unit: 'Mt', per: 'year' })))).toBe(span);
    expect(show(formatFigure(tr, figure({ value: 1.6, unit: 'EUR-bn' })))).toBe(cost);
  });

  it('below a million is written out, but in Chinese by ten thousands', async () => {
    expect(show(formatFigure(await load('en'), figure({ value: 0.665, unit: 'Mt' })))).toBe('665,000_tonnes');
    expect(show(formatFigure(await load('zh'), figure({ value: 0.665, unit: 'Mt' })))).toBe('66.5^万^吨');
  });

  it('counts round numbers of things by ten thousands in Chinese, and writes exact ones out', async () => {
    const zh = await load('zh');
    const containers = (parts: Partial<Figure>) => show(formatFigure(zh, figure({ unit: 'TEU', ...parts }))).replaceAll('^', '');
    expect(containers({ value: 100_000, per: 'year' })).toBe('每年10万标准箱');
    expect([50_500, 76_775, 9393].map((value) => containers({ value }))).toEqual(['5.05万标准箱', '76,775标准箱', '9393标准箱']);
  });

  it('takes the plural form of its last number, of a fraction, too', async () => {
    const [en, ru] = [await load('en'), await load('ru')];
    const days = (tr: typeof en, parts: Partial<Figure>) => show(formatFigure(tr, figure({ unit: 'd', ...parts })));
    expect([days(en, { value: 1 }), days(en, { min: 1, max: 2 })]).toEqual(['1_day', '1 to 2_days']);
    expect([1, 2, 5, 1.5, 21].map((value) => days(ru, { value }))).toEqual(['1_день', '2_дня', '5_дней', '1,5_дня', '21_день']);
  });
});

describe('a gauge', () => {
  it.each([
    ['en', '1520_mm'],
    ['az', '1520_mm'],
    ['ru', '1520_мм'],
    ['tr', '1520_mm'],
    ['ka', '1520_მმ'],
    ['kk', '1520_мм'],
    ['fa', '۱۵۲۰_میلی‌متر'],
    ['zh', '1520^毫^米'],
  ] as const)('has no separator in %s, and its unit in the script of the language', async (lang, text) => {
    expect(show((await load(lang)).gauge(1520))).toBe(text);
  });
});

describe('a position', () => {
  it.each([
    ['en', '40.5° N, 49.25° E'],
    ['az', '40,5° şm. e., 49,25° ş. u.'],
    ['ru', '40,5° с. ш., 49,25° в. д.'],
    ['tr', '40,5° K, 49,25° D'],
    ['ka', 'ჩ. გ. 40,5°, ა. გ. 49,25°'],
    ['zh', '北纬\u206040.5°，东经\u206049.25°'],
  ] as const)('says north and east in %s, so that a decimal comma is not taken for the next number', async (lang, text) => {
    expect((await load(lang)).position([49.25, 40.5], 2).replaceAll('\u00a0', ' ')).toBe(text);
  });

  it.each(LANGS)('breaks between its two figures only: %s', async (lang) => {
    expect((await load(lang)).position([49.25, 40.5], 2).split(' ').length).toBeLessThanOrEqual(2);
  });

  it('says south and west of the others', async () => {
    expect((await load('en')).position([-5.36, -36.1], 1).replaceAll('\u00a0', ' ')).toBe('36.1° S, 5.4° W');
  });
});

it('a share is as exact as it is asked for, and never none where there is some', async () => {
  const [en, tr] = [await load('en'), await load('tr')];
  expect([en.percent(0.004, 1), en.percent(0.004), en.percent(0.0004, 1)]).toEqual(['0.4%', '<1%', '<0.1%']);
  expect(tr.percent(0.004, 1)).toBe('%0,4');
});

describe.each(LANGS)('the words in %s', (lang) => {
  it('leave units of length and gauge to the formatters', async () => {
    for (const [key, text] of Object.entries(await loadDictionary(lang))) {
      if (key === 'intl.millimetres') continue;
      expect(text, key).not.toMatch(/[}\d][\s\u00a0]?(mm|мм|მმ|毫米|میلی‌متر)/);
      if (/^shipment\.issue\./.test(key)) expect(text, key).not.toMatch(/\}[\s\u00a0]?(km|км|კმ|公里|千米|کیلومتر)/);
    }
  });
});

it('names are in the order of an alphabet that the browser does not know', async () => {
  const { 'intl.alphabet': alphabet = '' } = await loadDictionary('az');
  const names = ['Şəki', 'Sumqayıt', 'Çin', 'Culfa', 'Əli Bayramlı', 'Elat', 'Bakı limanı', 'Bakı'];
  expect(names.sort((a, b) => compareByAlphabet(a, b, { locale: 'az-AZ', alphabet }))).toEqual([
    'Bakı',
    'Bakı limanı',
    'Culfa',
    'Çin',
    'Elat',
    'Əli Bayramlı',
    'Sumqayıt',
    'Şəki',
  ]);
});

it('lists have a comma before the last item in no language whose newspapers write none', async () => {
  const list = async (lang: Lang) => (await load(lang)).list(['1', '2', '3']);
  expect((await list('fa')).replace(/[\u2068\u2069]/g, '')).toMatch(/^1،\u200f? 2 و 3$/);
  expect(await list('en')).toMatch(/^1, 2,? and 3$/);
});

describe('Persian sentences', () => {
  it('keep the order of what runs from left to right in them, and arrows point the way of reading', async () => {
    const tr = await load('fa');
    expect(tr.t('app.selected', { name: 'Khorgos (China)' })).toContain('\u2068Khorgos (China)\u2069');
    expect(tr.t('app.selected', { name: 'باکو' })).not.toContain('\u2068');
    // A time of a reader's file stays in the order that it is written in.
    expect(tr.t('app.selected', { name: '31.02.2026 10:00' })).toContain('\u206831.02.2026 10:00\u2069');
    expect(tr.chain(['باکو', 'Kars'])).toBe('باکو ← \u2068Kars\u2069');
    // Each name by itself, and all of them in the direction of the sentence.
    expect(tr.names(['GPX', 'KML'])).toBe('\u2068GPX\u2069، \u2068KML\u2069');
    expect(tr.list(['باکو', 'Kars'])).toBe('باکو و \u2068Kars\u2069');
    expect(tr.t('app.selected', { name: tr.names(['GPX', 'KML']) })).toContain('\u2067\u2068GPX\u2069، \u2068KML\u2069\u2069');
    expect((await load('kk')).chain(['Баку', 'Kars'])).toBe('Баку → Kars');
    expect(tr.number(1520)).toBe('۱۵۲۰');
  });
});

it('a line does not end between a year and its word, nor in Chinese between figures and what they count', async () => {
  const write = async (lang: Lang) => show((await load(lang)).date('2023-05-26'));
  expect(await Promise.all((['ru', 'kk', 'zh'] as const).map(write))).toEqual([
    '26_мая 2023_г.',
    '2023_жылғы 26_мамыр',
    '2023^年5^月26^日',
  ]);
  const zh = await load('zh');
  expect(show(zh.t('section.point', { km: '5' }))).toBe('第^5^公^里');
});

it.each(LANGS)('no line of a sentence in %s begins with a dash', async (lang) => {
  const tr = await load(lang);
  expect((Object.keys(en) as Key[]).filter((key) => / [–—]\s/.test(tr.t(key)))).toEqual([]);
});

it('names one after the other have the sign between them that the language lists things with', async () => {
  expect((await load('zh')).names(['GPX', 'KML'])).toBe('GPX、KML');
  expect((await load('ru')).names(['GPX', 'KML'])).toBe('GPX, KML');
});

it('a Persian month has no sign above its last letter, as no other word of the texts has', async () => {
  const fa = await load('fa');
  expect([fa.date('2026-07'), fa.date('2018-05-14')].map(show)).toEqual(['ژوئیه ۲۰۲۶', '۱۴_مه ۲۰۱۸']);
});
