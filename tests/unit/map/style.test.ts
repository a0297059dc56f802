import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import type { VectorSourceSpecification } from 'maplibre-gl';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Atlas } from '../../../src/core/dataset/dataset.ts';
import { PALETTES, THEMES } from '../../../src/core/style/palette.ts';
import { buildOutline, buildLineFeatures } from '../../../src/core/style/features.ts';
import { buildNodeFeatures } from '../../../src/core/style/node-features.ts';
import { getPattern } from '../../../src/core/style/patterns/pattern.ts';
import { TURNED_LABELS, turnEnds } from '../../../src/map/layers/node-layers.ts';
import { createSource, isLate, SOURCES } from '../../../src/map/sources.ts';
import { buildLayers, buildStyle } from '../../../src/map/style.ts';
import { miniAtlas } from '../../fixtures/mini.ts';

let atlas: Atlas;
beforeAll(async () => {
  atlas = await miniAtlas();
});
const filters = { hiddenGroups: [], hiddenModes: [], hiddenStatuses: [], year: null };
const TILES: VectorSourceSpecification = { type: 'vector', tiles: ['base-map://{z}/{x}/{y}'] };
const OPTIONS = { fonts: '/data/fonts/', tiles: TILES };
const options = { lang: 'en', theme: 'light', filters } as const;

describe('lines on the map', () => {
  it('run side by side where groups share a track, and close up when one is hidden', () => {
    const sides = (hiddenGroups: string[]) =>
      buildLineFeatures(atlas, { ...options, filters: { ...filters, hiddenGroups } })
        .features.filter(({ properties }) => properties.link === 'westend--frontier')
        .map(({ properties }) => [properties.group, properties.side]);
    expect(sides([])).toEqual([
      ['middle', -0.5],
      ['western-railway', 0.5],
    ]);
    expect(sides(['middle'])).toEqual([['western-railway', 0]]);
  });

  it('tell mode and status by their pattern', () => {
    expect(getPattern('rail', 'open')).toBe('rail');
    expect(getPattern('sea', 'open')).toBe('sea');
    expect(getPattern('rail', 'planned')).toBe('planned');
    const patterns = buildLineFeatures(atlas, options).features.map(({ properties }) => properties.pattern);
    expect(new Set(patterns)).toContain('sea');
  });

  it('are those that lead to a selected place, where no other line passes it', () => {
    const kinds = (from: typeof atlas, id: string) =>
      buildOutline(from, id, 'light').features.map(({ geometry }) => geometry.type);
    expect(kinds(atlas, 'haven')).toEqual(['Point']);
    const lines = kinds({ ...atlas, parallelLines: [] }, 'haven');
    expect(lines[0]).toBe('Point');
    expect(lines.length).toBeGreaterThan(2);
    expect(new Set(lines.slice(1))).not.toContain('Point');
  });

  it('carry the labels of their nodes in the language asked for', () => {
    const names = buildNodeFeatures(atlas, { ...options, lang: 'zh' }).features.map(({ properties }) => properties.name);
    expect(names).toContain('码头');
    const patterns = (id: string) =>
      buildOutline(atlas, id, 'light').features.map(({ properties }) => properties?.['pattern'] as string);
    expect(patterns('through')).toEqual(['rail', 'sea', 'rail']);
    expect(patterns('haven--northend')).toEqual(['planned']);
    expect(buildOutline(atlas, null, 'light').features).toEqual([]);
  });
});

describe.each(THEMES)('the %s style', (theme) => {
  it('lays land, borders, rivals, corridors, railways, selection, labels and nodes in this order', () => {
    const order = buildLayers(theme).map(({ id }) => id);
    const at = (part: string) => order.findIndex((id) => id.includes(part));
    const wanted = ['50m-land', '50m-borders', 'alternatives-', 'corridors-', 'railways-'];
    const places = wanted.map(at);
    expect(Math.min(...places)).toBeGreaterThanOrEqual(0);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(order.indexOf('nodes')).toBeGreaterThan(at('railways-solid'));
    expect(order.indexOf('node-labels')).toBeGreaterThan(at('railways-solid'));
  });

  it('is valid, which browsers are spared to check', () => {
    for (const tiles of [TILES, null]) expect(validateStyleMin(buildStyle(theme, { ...OPTIONS, tiles }))).toEqual([]);
    const sources = { ...Object.fromEntries(SOURCES.map((name) => [name, createSource(name)])), '50m': TILES };
    expect(validateStyleMin({ version: 8, sources, layers: buildLayers(theme) })).toEqual([]);
  });

  it('names only sources and fonts that it has, and no other host', () => {
    const style = buildStyle(theme, OPTIONS);
    for (const layer of style.layers) if ('source' in layer) expect(Object.keys(style.sources)).toContain(layer.source);
    expect(JSON.stringify(style)).not.toMatch(/https?:\/\//);
    expect(style.glyphs).toBeUndefined();
  });

  it('has each layer from the start, or with the first data of its source', () => {
    const style = buildStyle(theme, OPTIONS);
    const there = style.layers.map(({ id }) => id);
    const later = buildLayers(theme, ['50m']).filter((layer) => 'source' in layer && isLate(layer.source));
    expect(Object.keys(style.sources)).toEqual(['areas', 'parallelLines', 'labels', '50m']);
    expect([...there, ...later.map(({ id }) => id)].sort()).toEqual(
      buildLayers(theme, ['50m'])
        .map(({ id }) => id)
        .sort(),
    );
    expect(later.filter(({ id }) => there.includes(id))).toEqual([]);
  });

  it('keeps words and lines apart from their ground', () => {
    const luminance = (hex: string) => {
      const [r, g, b] = [1, 3, 5]
        .map((i) => parseInt(hex.slice(i, i + 2), 16) / 255)
        .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as [number, number, number];
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const contrast = (a: string, b: string) => {
      const [high, low] = [luminance(a), luminance(b)].toSorted((x, y) => y - x) as [number, number];
      return (high + 0.05) / (low + 0.05);
    };
    const p = PALETTES[theme];
    for (const [text, baseMap] of [
      [p.text, p.surface],
      [p.textMuted, p.surfaceAlt],
      [p.labelNode, p.land],
      [p.labelTown, p.land],
      [p.labelCountry, p.land],
    ] as const)
      expect(contrast(text, baseMap), `${text} on ${baseMap}`).toBeGreaterThanOrEqual(4.5);
    for (const line of Object.values(p.line)) {
      expect(contrast(line, p.land), `${line} on land`).toBeGreaterThanOrEqual(3);
      expect(contrast(line, p.sea), `${line} on the sea`).toBeGreaterThanOrEqual(3);
    }
  });
});

describe('a name at the end of a line that an edge would cut', () => {
  it.each([
    ['before', /"haven",\["case",\["get","selected"\],.*?\["match",\["get","kind"\],.*?\["literal",\["right",\[-/],
    ['after', /"haven",\["case",\["get","selected"\],.*?\["match",\["get","kind"\],.*?\["literal",\["left",\[\d/],
    ['middle', /"haven",\["case",\["get","selected"\],.*?\["match",\["get","kind"\],.*?\["literal",\["top",\[0/],
  ] as const)('is kept to a side of its place, as a style that MapLibre takes: %s', (side, pattern) => {
    const style = buildStyle('light', OPTIONS);
    const [property, value] = turnEnds(new Map([['haven', side]]));
    const layers = style.layers.map((layer) =>
      TURNED_LABELS.some((id) => id === layer.id) ? { ...layer, layout: { ...layer.layout, [property]: value } } : layer,
    );
    expect(validateStyleMin({ ...style, 'font-faces': undefined, layers } as typeof style)).toEqual([]);
    expect(JSON.stringify(value)).toMatch(pattern);
  });
});
