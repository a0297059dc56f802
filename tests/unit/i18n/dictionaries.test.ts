import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { getLanguage, LANGS } from '../../../src/core/dataset/model.ts';
import { en, type Key } from '../../../src/i18n/dictionaries/en.ts';
import { words as enEditor } from '../../../src/i18n/dictionaries/editor/en.ts';
import { words as faEditor } from '../../../src/i18n/dictionaries/editor/fa.ts';
import { words as zhEditor } from '../../../src/i18n/dictionaries/editor/zh.ts';
import { loadDictionary } from '../../../src/i18n/index.ts';
import { joinSentences } from '../../../src/i18n/punctuation.ts';
import { translator } from '../../../src/i18n/translate.ts';
import { measureText } from '../../../src/svg/text.ts';

const slots = (text: string) => [...text.matchAll(/\{(\w+)/g)].map(([, name]) => name).sort();

describe.each(LANGS)('the words in %s', (lang) => {
  it('are all there, none empty, with the slots of the English ones', async () => {
    const words = await loadDictionary(lang);
    const given = Object.keys(words);
    expect(given.filter((key) => !key.startsWith('intl.')).sort()).toEqual(Object.keys(en).sort());
    const parts = ['alphabet', 'and', 'billion', 'day', 'kilometres', 'millimetres', 'million', 'month', 'months'].map(
      (part) => `intl.${part}`,
    );
    expect(given.filter((key) => key.startsWith('intl.')).sort()).toEqual(getLanguage(lang).numbers === undefined ? [] : parts);
    for (const [key, text] of Object.entries(words)) {
      expect(text.trim(), key).not.toBe('');
      if (key.startsWith('intl.')) continue;
      expect([...new Set(slots(text))], key).toEqual([...new Set(slots(en[key as Key]))]);
    }
  });

  it('keep figures of kilometres on the line of their unit, and ranges of figures in one piece', async () => {
    const words = await loadDictionary(lang);
    const parted = /(?:\b[Kk]m|км|კმ|کیلومتر) \{(?:km|at)\}|(?:\{(?:km|at)\}|\p{Nd}) (?:k?m|к?м|კ?მ|کیلومتر|متر)(?!\p{L})/u;
    expect(Object.entries(words).filter(([, text]) => parted.test(text))).toEqual([]);
    expect(Object.keys(words).filter((key) => /\{low\} – \{high\}/.test(words[key as Key]) && key !== 'compare.between')).toEqual(
      [],
    );
  });

  it('end no line behind the dash of a span of figures, whether they fill it in or have it', async () => {
    const tr = translator(lang, await loadDictionary(lang));
    const spans = [
      tr.t('length.interval', { low: tr.number(9927, 0), high: tr.number(10_060, 0) }),
      tr.t('figure.between', { low: tr.number(12), high: tr.number(18) }),
      tr.t('map.schematic'),
    ];
    expect(spans.filter((text) => /\p{Nd}–(?!\u2060)/u.test(text))).toEqual([]);
  });

  it('have no word in the cells of a comparison that its column would break', async () => {
    const { 'compare.otherEnds': otherEnds, 'compare.noWhole': noWhole, 'compare.unknown': unknown } = await loadDictionary(lang);
    // Chinese breaks between any two of its characters.
    const words = lang === 'zh' ? [] : [otherEnds, noWhole, unknown].flatMap((text) => text.split(/\s/));
    expect(words.filter((word) => measureText(word) > 7)).toEqual([]);
  });

  it('have every plural form that the language has', async () => {
    const categories = new Intl.PluralRules(lang).resolvedOptions().pluralCategories;
    for (const [key, text] of Object.entries(await loadDictionary(lang))) {
      for (const [, forms = ''] of text.matchAll(/\{\w+\|([^}]*)\}/g)) {
        const given = forms.split('|').map((form) => form.split(':')[0]);
        expect(
          categories.filter((one) => one !== 'other' && !given.includes(one)),
          key,
        ).toEqual([]);
        expect(given, key).toContain('other');
      }
    }
  });
});

it('begins with a capital what stands alone, but in Georgian, which has them in headings only', async () => {
  const alone: Key[] = [
    'without.routes',
    'compare.moreRows',
    'import.more',
    'list.branches',
    'find.longer',
    'find.shorter',
    'shipment.kmLeft',
    'shipment.estimated',
    'issue.bad-record',
  ];
  for (const lang of LANGS.filter((one) => one !== 'ka')) {
    const words = await loadDictionary(lang);
    const small = alone.flatMap((key) =>
      [words[key], ...words[key].split('|')]
        .map((text) => text.replace(/^\{\w+$|^\w+:/, ''))
        .filter((text) => /^\p{Ll}/u.test(text))
        .map((text) => `${lang} ${key}: ${text}`),
    );
    expect(small).toEqual([]);
  }
});

it('says in plain English what a value is not, and what to do about it', async () => {
  const found = Object.entries(await loadDictionary('en')).concat(Object.entries(enEditor));
  expect(found.filter(([, text]) => /[”\d] (?:is|are) no |\b(?:This|It) is no |\banew\b|\bmend\b/i.test(text))).toEqual([]);
});

it('has no article before a slot in English, where a name may begin with any letter', () => {
  expect(Object.entries(en).filter(([, text]) => /\ban? \{(?!\w+\|)/i.test(text))).toEqual([]);
});

it('has one spacing in Chinese: none beside figures and names, one space beside Latin words', async () => {
  const HAN = '[\\u4e00-\\u9fff]';
  const FIGURE = String.raw`(?:#|\d+%?|\{(?:n|most|shown|line|column|all|name|from|to|place|date|time|km|\w+\|other:#[^}]*)\})`;
  const wrong = new RegExp(`${HAN} ${FIGURE}|${FIGURE} ${HAN}|${HAN}[A-Za-z]{2}|[A-Za-z]{2}${HAN}`);
  const dates = /\d{4}-\d\d|WGS 84|Trace 2/;
  const found = Object.entries({ ...(await loadDictionary('zh')), ...zhEditor }).filter(
    ([key, text]) => !key.startsWith('intl.') && !dates.test(text) && wrong.test(text.replace(/\{(\w+)\|other:/g, '{$1|other:')),
  );
  expect(found).toEqual([]);
});

it('spells Persian as its newspapers do: no dot beside a figure, no hamza on a silent h, one form of a plural and of a compound verb', async () => {
  const DOUBTFUL = / · |ه\u0654|ۀ|(?:آن|این)\u200cها|(?:باز|پاک|روشن|پنهان)\u200c?کردن/;
  const words = { ...(await loadDictionary('fa')), ...faEditor };
  expect(Object.entries(words).filter(([, text]) => DOUBTFUL.test(text))).toEqual([]);
});

it('has no word that nothing shows', () => {
  const folders = ['src/app', 'src/map', 'src/embed', 'src/overlay', 'src/entries', 'src/i18n', 'src/pages', 'src/svg', 'tools'];
  const code = folders
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`))
    .filter((path) => /\.(ts|svelte)$/.test(path))
    .filter((path) => !path.includes('i18n/dictionaries'))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
  const prefixes = [...code.matchAll(/`((?:[a-zA-Z]+\.)+)\$\{/g)].map(([, prefix]) => prefix!);
  const unused = Object.keys(en).filter(
    (key) => !code.includes(`'${key}'`) && !prefixes.some((prefix) => key.startsWith(prefix)),
  );
  expect(unused).toEqual([]);
});

it('joins sentences with a space, but in Chinese', async () => {
  const join = async (lang: 'en' | 'zh') => joinSentences(translator(lang, await loadDictionary(lang)), ['A.', '', 'B.']);
  expect([await join('en'), await join('zh')]).toEqual(['A. B.', 'A.B.']);
});

describe('a translator', () => {
  it('fills slots, chooses plural forms and writes numbers as the language does', async () => {
    const ru = translator('ru', await loadDictionary('ru'));
    expect([1, 3, 5].map((n) => ru.t('page.crossings', { n }))).toEqual(
      expect.arrayContaining([expect.stringContaining('1'), expect.stringContaining('3'), expect.stringContaining('5')]),
    );
    expect(new Set([1, 3, 5].map((n) => ru.t('page.crossings', { n }).replace(/\d/, '#'))).size).toBe(3);
    expect(ru.km(1748.4).replace(/\s/g, ' ')).toBe('1748 км');
  });

  it.each([
    ['en', '1,748 km', '30_October 2017', 'May 2018'],
    ['az', '1748\u00a0km', '30_oktyabr 2017', 'may 2018'],
    ['ka', '1748\u00a0კმ', '30_ოქტომბერი, 2017', 'მაისი, 2018'],
    ['tr', '1748 km', '30_Ekim 2017', 'Mayıs 2018'],
    ['zh', '1748^公^里', '2017^年10^月30^日', '2018^年5^月'],
  ] as const)('writes lengths and dates in %s without help of the browser’s data', async (lang, km, day, month) => {
    const tr = translator(lang, await loadDictionary(lang));
    const show = (text: string) => text.replace(/\s/g, ' ').replaceAll('\u2060', '^');
    expect(show(tr.km(1748))).toBe(show(km));
    expect(show(tr.date('2017-10-30').replaceAll('\u00a0', '_'))).toBe(day);
    expect(show(tr.date('2018-05'))).toBe(month);
    expect(tr.date('2007')).toMatch(/2007/);
  });

  it('takes the names of countries from the dataset, and the browser’s where it has none', async () => {
    const ka = translator('ka', await loadDictionary('ka'), { AZ: { en: 'Azerbaijan', ka: 'აზერბაიჯანი' } });
    expect(ka.country('AZ')).toBe('აზერბაიჯანი');
    expect(ka.country('XZ')).toBe('საერთაშორისო წყლები');
    expect(translator('en', en).country('GE')).toBe('Georgia');
  });
});
