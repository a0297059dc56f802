/** A figure is the same in every language, however it is grouped or whatever digits it is written in, and stands on one line. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { bindFigures } from '../../../geo/publish/bind-figures.ts';
import { getLanguage, type Lang, LANGS } from '../../../src/core/dataset/enums.ts';

/** Chinese counts in ten thousands and numbers its months; Persian writes some figures out, and thousands as a word. */
const EXACT: readonly Lang[] = ['az', 'ru', 'tr', 'ka', 'kk'];
const PUBLISHED = /\.(?:json|geojson)$/;

function* listTexts(value: unknown): Generator<Partial<Record<string, string>> & { en: string }> {
  if (typeof value !== 'object' || value === null) return;
  if ('en' in value && typeof value.en === 'string') yield value as { en: string };
  for (const [key, child] of Object.entries(value)) if (key !== 'names') yield* listTexts(child);
}

/** Numbers without signs between thousands, with a point before decimals and between hours and minutes. */
const listNumbers = (text: string): string[] =>
  (
    text
      .replace(/[۰-۹]/gu, (digit) => String(digit.charCodeAt(0) & 0xf))
      .replace(/ هزار/gu, '000')
      .replace(/(?<=\d)[\s٬.,](?=\d{3}(?!\d))/gu, '')
      .replace(/(?<=\d)[٫,](?=\d)/gu, '.')
      .replace(/\b([01]?\d|2[0-3]):(\d\d)\b/gu, '$1.$2')
      .match(/\d+(?:\.\d+)?/gu) ?? []
  ).sort();

const texts = readdirSync('static/data')
  .filter((name) => PUBLISHED.test(name))
  .flatMap((name) => [...listTexts(JSON.parse(readFileSync(`static/data/${name}`, 'utf8')))]);

it('are those of the English text in each other language', () => {
  expect(texts.length).toBeGreaterThan(200);
  const wrong = texts.flatMap((text) => {
    const english = listNumbers(text.en);
    const others = EXACT.flatMap((lang) => text[lang] ?? []).filter((other) => listNumbers(other).join() !== english.join());
    const persian = [text['fa'] ?? ''].filter((other) => listNumbers(other).some((number) => !english.includes(number)));
    return [...others, ...persian].map((other) => `${text.en} | ${other}`);
  });
  expect(wrong).toEqual([]);
});

it('have no sign within four digits, where it reads as one of decimals, but in languages whose newspapers group them', () => {
  const GROUPED = /(?<![\p{Nd}.,٬٫\u00a0\u202f])\p{Nd}[.,٬\u00a0\u202f]\p{Nd}{3}(?![\p{Nd}]|[.,٬\u00a0\u202f]\p{Nd})/u;
  const plain = LANGS.filter((lang) => !getLanguage(lang).groupsThousands);
  const found = texts.flatMap((text) => plain.flatMap((lang) => text[lang] ?? [])).filter((text) => GROUPED.test(text));
  expect(plain.length).toBe(LANGS.length - 1);
  expect(found).toEqual([]);
});

it('stand on the line of their unit, and in one piece, and no line begins with a dash', () => {
  const parted =
    /\p{Nd} (?:\p{Nd}{3}(?!\p{Nd})|\p{L}{1,3}(?![\p{L}\p{M}\u200c])|[%٪–—])|\p{Nd}–\p{Nd}|\p{Nd} (?:کیلومتر|километр|миллион|milyon)/u;
  expect(texts.flatMap((text) => Object.values(text)).filter((text) => text !== undefined && parted.test(text))).toEqual([]);
  const text = {
    en: 'On 5–6 km of 2000',
    ka: '8 693 კმ-ით',
    fa: 'حدود ۴ کیلومتر',
    kk: '1 – қызметтік',
    ru: 'Баку — Карс',
    zh: '2023年1.5万吨',
  };
  expect(
    texts
      .flatMap((text) => Object.values(text))
      .filter((text) => text !== undefined && / [–—]\s|\p{Nd}[万亿年月日公]/u.test(text)),
  ).toEqual([]);
  expect(bindFigures({ names: text, note: text })).toEqual({
    names: text,
    note: {
      en: 'On 5–\u20606\u00a0km of 2000',
      ka: '8\u00a0693\u00a0კმ-ით',
      fa: 'حدود ۴\u00a0کیلومتر',
      kk: '1\u00a0– қызметтік',
      ru: 'Баку\u00a0— Карс',
      zh: '2023\u2060年1.5\u2060万\u2060吨',
    },
  });
});
