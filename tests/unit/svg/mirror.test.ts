import { expect, it } from 'vitest';
import { markup } from '../../../src/core/markup.ts';
import { drawInDirection } from '../../../src/svg/mirror.ts';
import { measureText } from '../../../src/svg/text.ts';

const parts = markup`<path d="M10 0h20"/><text x="10" y="5">A (b)</text><text x="40" y="5" text-anchor="end">12</text>`;
const draw = (lang: string) => markup`${drawInDirection(lang, 100, parts)}`.text;

it('leaves a drawing as it is where text runs from left to right', () => {
  expect(draw('ka')).toBe(parts.text);
});

it('turns shapes round where it runs from right to left, and each text back at its place, set from the right', () => {
  expect(draw('fa')).toBe(
    '<g transform="matrix(-1 0 0 1 100 0)"><path d="M10 0h20"/>' +
      '<text x="10" y="5" text-anchor="end" transform="matrix(-1 0 0 1 20 0)">\u2067A (b)\u2069</text>' +
      '<text x="40" y="5" text-anchor="start" transform="matrix(-1 0 0 1 80 0)">\u206712\u2069</text></g>',
  );
});

it('keeps the letter of a line apart from the length behind it', () => {
  const length = markup`<text x="0" y="5">A  ۹۹۰۸ کیلومتر</text>`;
  expect(markup`${drawInDirection('fa', 100, length)}`.text).toContain('\u2067A\u200f  ۹۹۰۸');
  expect(markup`${drawInDirection('ru', 100, length)}`.text).toBe(length.text);
});

it('measures Persian by its joined letters, and what has no width as nothing', () => {
  // Advance widths of Noto Sans Arabic in Chromium, in ems.
  for (const [text, width] of [
    ['باکو', 1.44],
    ['تفلیس', 2.74],
    ['بندرعباس', 3.83],
    ['۱٬۲۳۴', 2.52],
  ] as const) {
    expect(Math.abs(measureText(text) / width - 1), text).toBeLessThan(0.12);
  }
  expect(measureText('می\u200cرود')).toBeCloseTo(measureText('می') + measureText('رود'));
  expect(measureText('\u2068ab\u2069')).toBe(measureText('ab'));
});

it('keeps the first digit of a text with the others', () => {
  const year = markup`<text x="10" y="5">۲۰۱۴: ۲۱٬۴۴۸ کیلومتر</text>`;
  expect(markup`${drawInDirection('fa', 100, year)}`.text).toContain('\u2067\u200f۲۰۱۴: ');
});

it('keeps the day of a Latin date before its month where a line of credits begins with it', () => {
  const credit = markup`<text x="10" y="5">4 July 2024 | Unicode CLDR</text>`;
  expect(markup`${drawInDirection('fa', 100, credit)}`.text).toContain('\u2067\u200e4 July');
});
