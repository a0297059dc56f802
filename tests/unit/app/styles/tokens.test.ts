/** Style sheets take sizes and colours from the tokens, so that app, embeds and pages look alike. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { writePaletteCss } from '../../../../src/core/style/palette.ts';

/** What stays outside of the scales, with its reason. A row that holds no more fails, too. */
const EXCEPTIONS = [
  {
    file: 'app/shell/MapArea.svelte',
    row: 'font-size: 0.6875rem',
    why: 'the credit is one line on a phone, and hides no map',
  },
  {
    file: 'app/map/KeyShipments.svelte',
    row: 'font-size: 11px',
    why: 'the figure in a circle of the map, at the size of the map',
  },
  {
    file: 'app/compare/SectionPicker.svelte',
    row: 'margin-inline-start: -0.85rem',
    why: 'half of the handle, to stand on its point',
  },
  { file: 'app/styles/app.css', row: 'margin: -1px', why: 'words for screen readers alone take no room' },
  { file: 'pages/styles/pages.css', row: 'margin: -1px', why: 'words for screen readers alone take no room' },
  { file: 'app/styles/print.css', row: 'margin: 10mm', why: 'the edge of the paper' },
  ...['var(--space-2) 0 0 var(--space-2)', '0 0 var(--space-2) var(--space-2)'].map((value) => ({
    file: 'map/controls.css',
    row: `margin: ${value}`,
    why: 'the map has its corners left and right in every language',
  })),
];

interface Row {
  file: string;
  property: string;
  value: string;
}

const ROOT = new URL('../../../../src/', import.meta.url);
const FILES = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(css|svelte)$/.test(file))
  .sort();

/** The CSS of a file: all of a style sheet, or the style of a component. */
function readCss(file: string): string {
  const text = readFileSync(new URL(file, ROOT), 'utf8');
  const css = file.endsWith('.css') ? text : (/<style>([\s\S]*)<\/style>/.exec(text)?.[1] ?? '');
  return css.replace(/\/\*[\s\S]*?\*\//g, '');
}

const ROWS: Row[] = FILES.flatMap((file) =>
  [...readCss(file).matchAll(/(?<=[{;]\s*)([a-z-]+):\s*([^;{}]+)(?=[;}])/g)].map(([, property = '', value = '']) => ({
    file,
    property,
    value: value.replace(/\s+/g, ' ').trim(),
  })),
);

const isExcepted = ({ file, property, value }: Row): boolean =>
  EXCEPTIONS.some((one) => one.file === file && one.row === `${property}: ${value}`);

/** The declarations of some properties that do not hold, a line each. */
const findStray = (properties: RegExp, isRight: (value: string) => boolean): string[] =>
  ROWS.filter((row) => properties.test(row.property) && !isRight(row.value) && !isExcepted(row)).map(
    ({ file, property, value }) => `${file}: ${property}: ${value}`,
  );

/** True where all lengths in a value are of a scale; shares of a room have no scale. */
const hasOnly = (value: string, scale: string): boolean =>
  !/\d(px|rem|em|pt|mm|cm|ch|ex)\b/.test(value) && [...value.matchAll(/var\(--([a-z]+)/g)].every(([, name]) => name === scale);

describe('the style sheets', () => {
  it('are found', () => {
    expect(FILES.length).toBeGreaterThan(100);
    expect(ROWS.length).toBeGreaterThan(1000);
  });

  it('set type in the four sizes alone', () => {
    expect(findStray(/^font-size$/, (value) => /^(var\(--type-\w+\)|inherit)$/.test(value))).toEqual([]);
    expect(findStray(/^font$/, (value) => value === 'inherit' || /(^| )var\(--type-\w+\) ?\//.test(value))).toEqual([]);
  });

  it('name no colour but by its token', () => {
    const named =
      /#[\da-f]{3,8}\b|\b(?:rgba?|hsla?|oklch|oklab|lab|lch)\(|\b(?:black|white|gr[ae]y|red|green|blue|yellow)\b(?![-)])/i;
    expect(findStray(/./, (value) => !named.test(value))).toEqual([]);
    const attributes = FILES.filter((file) =>
      /(?:fill|stroke|color|style)="[^"{]*#[\da-f]{3,8}/i.test(readFileSync(new URL(file, ROOT), 'utf8')),
    );
    expect(attributes).toEqual([]);
  });

  it('keep distances of the one scale', () => {
    expect(findStray(/^(padding|margin)(-|$)|^(row-|column-)?gap$/, (value) => hasOnly(value, 'space'))).toEqual([]);
  });

  it('keep no more distance to the left than to the right but by the direction of reading', () => {
    const isEven = (value: string): boolean => {
      const [, right, , left] = value.replace(/calc\((?:[^()]|\([^()]*\))*\)/g, 'calc').split(' ');
      return left === undefined || left === right;
    };
    expect(findStray(/^(padding|margin)$/, isEven)).toEqual([]);
  });

  it('round corners by the one scale', () => {
    expect(findStray(/radius$/, (value) => hasOnly(value, 'radius'))).toEqual([]);
  });

  it('give each list of choices the look of a field', () => {
    const bare = FILES.filter((file) => file.endsWith('.svelte')).filter((file) =>
      [...readFileSync(new URL(file, ROOT), 'utf8').matchAll(/<select\b[^>]*>/g)].some(
        ([tag]) => !/class="[^"]*\bfield\b/.test(tag),
      ),
    );
    expect(bare).toEqual([]);
  });

  it('use no token that there is not', () => {
    const known = new Set([...writePaletteCss().matchAll(/(--[\w-]+):/g)].map(([, name]) => name));
    const tokens = /var\((--(?:type|space|radius|line|surface|text|accent|outline|warn|error|good)[\w-]*)/g;
    const used = ROWS.flatMap(({ value }) => [...value.matchAll(tokens)].map(([, name = '']) => name));
    expect([...new Set(used)].filter((name) => !known.has(name))).toEqual([]);
  });

  it('have no exception without need', () => {
    const rows = ROWS.map(({ file, property, value }) => `${file} ${property}: ${value}`);
    expect(EXCEPTIONS.filter(({ file, row }) => !rows.includes(`${file} ${row}`))).toEqual([]);
  });
});
