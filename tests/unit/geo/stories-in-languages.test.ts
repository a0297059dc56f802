/** The stories in all languages that are whole: chapter by chapter the same mentions and the same figures as in English. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../geo/read/problem.ts';
import { readStories } from '../../../geo/read/stories.ts';
import { getLanguage, type Lang, LANGS, type Segment, type Text } from '../../../src/core/dataset/model.ts';
import { loadDictionary } from '../../../src/i18n/index.ts';
import { translator } from '../../../src/i18n/translate.ts';

/** The languages that the atlas is whole in; others may have told some of them. */
const WHOLE = (JSON.parse(readFileSync('geo/network/expect.json', 'utf8')) as { languages: Lang[] }).languages;

/** What groups digits by three, and what stands before decimals. */
const SEPARATORS = new Map(
  await Promise.all(
    LANGS.map(async (lang) => {
      const written = translator(lang, await loadDictionary(lang)).number(12345.6);
      const [group = '', decimal = ''] = written.replaceAll(/\p{Nd}/gu, '');
      return [lang, { group, decimal }] as const;
    }),
  ),
);
/** Words that make a figure larger. */
const MILLION = /^\u00a0(?:million|milyon|млн|მილიონ|میلیون)/;
const TEN_THOUSAND = /^万/;

/** Names of months to their numbers: the stem of each, for its cases; Persian has none and Chinese writes digits. */
function listMonths(lang: Lang): [stem: string, number: number][] {
  const format = new Intl.DateTimeFormat(`${lang}-u-ca-gregory-nu-latn`, { month: 'long' });
  const names = Array.from({ length: 12 }, (_, i): [string, number] => [format.format(new Date(2026, i, 15)), i + 1]);
  const cut: Partial<Record<Lang, RegExp>> = { ru: /[ьй]$/, ka: /(?:ერ)?ი$/, fa: /\u0654$/ };
  return names
    .map(([name, n]): [string, number] => [name.replace(cut[lang] ?? /$^/, ''), n])
    .sort(([a], [b]) => b.length - a.length);
}

/** Figures of a text, months among them, in the order of their size. */
function readFigures(lang: Lang, text: string): number[] {
  const { group, decimal } = SEPARATORS.get(lang)!;
  let digits = text.replaceAll(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0));
  const ending = lang === 'fa' || lang === 'en' ? '' : `\\p{L}{0,${lang === 'ru' ? 2 : 5}}`;
  if (lang !== 'zh') {
    for (const [stem, n] of listMonths(lang)) {
      // Short stems are parts of other words: of May nothing but its own cases.
      const own = stem === 'ма' ? '[йяею]' : ending;
      digits = digits.replaceAll(
        new RegExp(`(?<!\\p{L})${stem}${own}(?!\\p{L})`, lang === 'ru' || lang === 'kk' ? 'giu' : 'gu'),
        ` ${n} `,
      );
    }
  }
  const number = new RegExp(`\\d{1,3}(?:[${group}]\\d{3})+(?!\\d)|\\d+(?:[${decimal}]\\d+)?`, 'g');
  return [...digits.matchAll(number)]
    .map(({ 0: found, index }) => {
      const after = digits.slice(index + found.length);
      const factor = MILLION.test(after) ? 1e6 : TEN_THOUSAND.test(after) ? 1e4 : 1;
      return Number(found.replaceAll(group, '').replace(decimal, '.')) * factor;
    })
    .sort((a, b) => a - b);
}

const getWords = (segments: readonly Segment[]): string =>
  segments.map((one) => (typeof one === 'string' ? one : one.t)).join('');
const listTargets = (segments: readonly Segment[]): string[] =>
  segments.flatMap((one) => (typeof one === 'string' ? [] : [one.ref])).sort();

const problems: Problem[] = [];
const stories = readStories('geo', problems).map(({ story }) => story);

describe('the figures of a text', () => {
  it.each([
    ['en', 'On 9 March 2015, and in May; from 1\u00a0million to 2,000', [3, 5, 9, 2000, 2015, 1e6]],
    ['ru', '9 марта 2015 года и в мае, маршрут; с 1\u00a0млн до 2000', [3, 5, 9, 2000, 2015, 1e6]],
    ['ka', '2015 წლის 9 მარტს და მაისში; 1\u00a0მილიონიდან 2000-მდე', [3, 5, 9, 2000, 2015, 1e6]],
    ['fa', '۹ مارس ۲۰۱۵ و مه؛ ۱\u00a0میلیون تا ۲۰۰۰', [3, 5, 9, 2000, 2015, 1e6]],
    ['zh', '2015年3月9日和5月；100万到2000', [3, 5, 9, 2000, 2015, 1e6]],
    ['az', '2.000 və 20,1', [20.1, 2000]],
  ] as const)('are read in %s', (lang, text, figures) => {
    expect(readFigures(lang, text)).toEqual(figures);
  });
});

it('there are stories, and nothing is wrong with their form', () => {
  expect(problems).toEqual([]);
  expect(stories.length).toBeGreaterThanOrEqual(3);
});

describe.each(WHOLE)('stories in %s', (lang) => {
  it.each(stories.map((story) => [story.id, story] as const))('tell %s whole, with its mentions and figures', (_, story) => {
    const compared: [place: string, text: Text][] = [
      ['title', story.title],
      ['lead', story.lead],
      ...story.chapters.map(({ id, heading }): [string, Text] => [`${id}, heading`, heading]),
    ];
    for (const [place, text] of compared) {
      expect(text[lang], place).toBeTruthy();
      expect(readFigures(lang, text[lang]!), place).toEqual(readFigures('en', text.en));
    }
    for (const { id, text } of story.chapters) {
      expect(text[lang]?.length, id).toBe(text.en.length);
      text.en.forEach((english, i) => {
        const own = text[lang]![i]!;
        expect(listTargets(own), `${id}, paragraph ${i + 1}`).toEqual(listTargets(english));
        expect(readFigures(lang, getWords(own)), `${id}, paragraph ${i + 1}`).toEqual(readFigures('en', getWords(english)));
      });
    }
  });

  it('are written in its script, with a space that does not break before a unit', () => {
    const letters: Record<string, RegExp> = {
      Cyrl: /\p{Script=Cyrillic}/u,
      Geor: /\p{Script=Georgian}/u,
      Arab: /\p{Script=Arabic}/u,
    };
    for (const { chapters } of stories) {
      for (const { id, text } of chapters) {
        for (const segments of text[lang] ?? []) {
          const words = getWords(segments);
          const script = letters[getLanguage(lang).script];
          if (script) expect(words, id).toMatch(script);
          expect(words, id).not.toMatch(
            /[\d۰-۹] (?:mm|мм|მმ|میلی‌متر|m|м|მ|متر|saat|час|საათ|сағат|ساعت|milyon|млн|მილიონ|میلیون)(?!\p{L}{4})/u,
          );
          if (lang === 'fa') expect(words, id).not.toMatch(/[0-9]/);
        }
      }
    }
  });
});
