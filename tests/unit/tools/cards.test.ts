import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { Resvg } from '@resvg/resvg-js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { markup } from '../../../src/core/markup.ts';
import { loadDictionary } from '../../../src/i18n/index.ts';
import { translator } from '../../../src/i18n/translate.ts';
import { measureText } from '../../../src/svg/text.ts';
import { getFontOptions, writeCardFonts, writeFamilies } from '../../../tools/build/cards/card-fonts.ts';
import { Cards } from '../../../tools/build/cards/draw-cards.ts';
import { ColourTable, encodeIndexedPng } from '../../../tools/build/cards/indexed-png.ts';

const PERSIAN = 'راه‌آهن لاجین';
const LINES = [
  [PERSIAN, '(TRIPP, 2026)'],
  ['სამტრედიის რკინიგზა', '(Pacific, 2026)'],
  ['霍尔果斯铁路', '(Pacific, 2026)'],
  ['Қазақстан теміржолы', '(Pacific, 2026)'],
] as const;
let folder: string;
let font: ReturnType<typeof getFontOptions>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fonts-'));
  font = getFontOptions(await writeCardFonts(folder, LINES.flat().join('') + 'دریای سیاه'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** How much ink a line takes, in whole pixels. */
function measureInk(text: string): number {
  const line = `<text x="10" y="40" font-size="24">${text}</text>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="90" font-family="Noto Sans">${line}</svg>`;
  const { pixels } = new Resvg(writeFamilies(svg), { font }).render();
  return pixels.filter((_, i) => i % 4 === 3).reduce((sum, opacity) => sum + opacity / 255, 0);
}

it.each(LINES)('draws every letter of "%s" in a line with "%s"', (words, latin) => {
  const apart = measureInk(words) + measureInk(latin);
  expect(measureInk(latin)).toBeGreaterThan(500);
  expect(measureInk(words)).toBeGreaterThan(500);
  // Some fonts have Latin letters of their own, a little thinner.
  expect(Math.abs(measureInk(`${words} ${latin}`) - apart) / apart).toBeLessThan(0.05);
});

it('draws every letter of a name in two lines', () => {
  const second = '<tspan x="10" dy="22">سیاه</tspan>';
  expect(measureInk(`دریای${second}`)).toBeGreaterThan(0.98 * (measureInk('دریای') + measureInk('سیاه')));
});

it.each([
  ['az', 'abcçdeəfgğhxıijkqlmnoöprsştuüvyz'],
  ['ka', 'აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ'],
  ['kk', 'аәбвгғдежзийкқлмнңоөпрстуұүфхһцчшщыіьэюя'],
])('letters of %s are as wide in the fonts of cards as lines take them for', async (_, letters) => {
  const own = getFontOptions(await writeCardFonts(folder, letters));
  for (const bold of [false, true]) {
    const text = `<text x="0" y="80" font-size="50" font-weight="${bold ? 600 : 400}">${letters}</text>`;
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="90" font-family="Noto Sans">${text}</svg>`;
    const width = new Resvg(writeFamilies(svg), { font: own }).getBBox()?.width ?? 0;
    expect(Math.abs(width / (measureText(letters, { bold }) * 50) - 1)).toBeLessThan(0.04);
  }
});

it('keeps the nearest of a picture’s colours for each pixel', () => {
  const [white, black, almostWhite] = [0xffffff, 0x000000, 0xfefefe];
  const table = new ColourTable([white, white, black, almostWhite]);
  expect(table.colours).toEqual([white, black]);
  const png = Buffer.from(
    encodeIndexedPng({ width: 2, height: 1 }, Uint8Array.of(table.find(almostWhite), table.find(0x101010)), table),
  );
  const chunk = (type: string): Buffer => {
    const at = png.indexOf(type, 0, 'latin1');
    return png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4));
  };
  expect([chunk('IHDR').readUInt32BE(0), chunk('IHDR').readUInt32BE(4), chunk('IHDR')[9]]).toEqual([2, 1, 3]);
  expect([...chunk('PLTE')]).toEqual([255, 255, 255, 0, 0, 0]);
  expect([...inflateSync(chunk('IDAT'))]).toEqual([0, 0, 1]);
});

it('draws the ground of a card once, and lays the words of each language over it', async () => {
  const cards = new Cards();
  const draw = async (lang: 'en' | 'fa', colour: string): Promise<Buffer> => {
    const request = {
      id: 'a',
      text: { heading: lang === 'en' ? 'Railway' : PERSIAN, facts: '', kind: '' },
      names: markup`<svg></svg>`,
      ground: markup`<rect width="1200" height="448" fill="${colour}"/>`,
    };
    const drawn = await cards.draw({ tr: translator(lang, await loadDictionary(lang)) }, [request]);
    return Buffer.from(drawn.get('a') ?? []);
  };
  const [english, persian] = [await draw('en', '#00ff00'), await draw('fa', '#ff0000')];
  const palette = Buffer.from([0, 255, 0]);
  expect(english.includes(palette)).toBe(true);
  expect(persian.includes(palette)).toBe(true);
  expect(persian.equals(english)).toBe(false);
});
