import { beforeAll, describe, expect, it } from 'vitest';
import type { Atlas } from '../../../src/core/dataset/dataset.ts';
import type { BaseMapData } from '../../../src/core/dataset/load/load-base-map.ts';
import { PALETTES } from '../../../src/core/style/palette.ts';
import { BLACK_AND_WHITE, LINE_DASHES, PAPER } from '../../../src/core/style/paper.ts';
import { writePicture } from '../../../src/svg/picture.ts';
import { drawSheet, type SheetOptions } from '../../../src/svg/sheet.ts';
import { measureText } from '../../../src/svg/text.ts';
import { miniAtlas } from '../../fixtures/mini.ts';

const EMPTY = { type: 'FeatureCollection' as const, features: [] };
const baseMap: BaseMapData = { scale50m: {}, waters: { lakes: EMPTY, rivers: EMPTY }, places: null };
const A4 = { width: 1046, height: 716 };
/** Pixels of small print. */
const SMALL = 10;

let atlas: Atlas;
let options: SheetOptions;
beforeAll(async () => {
  atlas = await miniAtlas();
  options = {
    atlas,
    baseMap,
    view: { zoom: 5, lon: 4, lat: 1 },
    size: { width: 600, height: 400 },
    paper: A4,
    theme: 'light',
    palette: PAPER,
    lang: 'en',
    filters: { hiddenGroups: [], hiddenModes: [], hiddenStatuses: [], year: null },
    selected: 'western-railway',
    title: 'Map',
    heading: 'Map',
    legend: [
      { label: 'Western railway', colour: 'teal', pattern: 'rail' },
      { label: 'Port', symbol: 'port' },
    ],
    small: ['A line of small print'],
    kilometres: (km) => `${String(km)} km`,
  };
});
const sizes = (svg: string): number[] => [...svg.matchAll(/font-size="([\d.]+)"/g)].map(([, size]) => Number(size));

describe('a sheet of paper', () => {
  it('is filled by the map as far as title, key and small print leave room', () => {
    const { svg, size } = drawSheet(options);
    expect(size).toEqual(A4);
    const [, width, height] = /<svg[^>]*x="0"[^>]*viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? [];
    expect(Number(width)).toBe(A4.width);
    expect(Number(height)).toBeGreaterThan(A4.height * 0.8);
  });

  it('has no text below six and a half points, a pixel being three quarters of one', () => {
    expect(Math.min(...sizes(drawSheet(options).svg)) * 0.75).toBeGreaterThanOrEqual(6.5);
  });

  it('has no bright edge round what is selected', () => {
    const { highlight } = PALETTES.light;
    expect(drawSheet(options).svg).not.toContain(highlight);
    expect(drawSheet({ ...options, palette: PALETTES.light }).svg).toContain(highlight);
  });

  it('has no line of small print that a font somewhat wider than ours would cut at the edge', () => {
    const words =
      '© OpenStreetMap contributors | GeoNames | Natural Earth | ETOPO5, NOAA National Geophysical Data Center, 1988 | ';
    const { svg } = drawSheet({ ...options, small: [words.repeat(4)] });
    const lines = [...svg.matchAll(/<text[^>]*>([^<]*(?:\||Center)[^<]*)<\/text>/g)].map(([, line = '']) => line);
    expect(lines.length).toBeGreaterThan(2);
    expect(Math.max(...lines.map((line) => measureText(line) * SMALL))).toBeLessThan(A4.width * 0.9);
  });

  it('draws symbols in its key', () => {
    expect(drawSheet(options).svg).toMatch(/<use href="#s-key-port"/);
  });

  it('without colours tells lines apart by dashes that no two have', () => {
    const dashes = Object.values(LINE_DASHES).map((lengths) => String(lengths));
    expect(new Set(dashes).size).toBe(dashes.length);
    const { svg } = drawSheet({ ...options, palette: BLACK_AND_WHITE, isDashed: true });
    for (const colour of Object.values(PALETTES.light.line)) expect(svg).not.toContain(colour);
  });

  it('leaves names out for those who are to write them, and keeps the symbols', () => {
    const named = writePicture({ ...options, isNamed: true });
    const unnamed = writePicture({ ...options, isNamed: false });
    expect(named.svg.text).toMatch(/<text/);
    expect(unnamed.svg.text).not.toMatch(/<text/);
    expect(unnamed.symbols).toEqual(named.symbols);
    expect(unnamed.symbols).toContain('station');
  });
});
