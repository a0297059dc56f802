import { describe, expect, it } from 'vitest';
import { compareItems } from '../../../../src/core/compare/comparison.ts';
import { layoutStrips } from '../../../../src/core/compare/layout.ts';
import { computeTimeDistance } from '../../../../src/core/compare/time-distance.ts';
import { PALETTES } from '../../../../src/core/style/palette.ts';
import { TYPE } from '../../../../src/core/style/tokens.ts';
import { findFeatureName } from '../../../../src/core/dataset/feature-name.ts';
import { describeBars, describeStrips, describeTimes } from '../../../../src/i18n/charts.ts';
import { en } from '../../../../src/i18n/dictionaries/en.ts';
import { fa } from '../../../../src/i18n/dictionaries/fa.ts';
import { translator } from '../../../../src/i18n/translate.ts';
import { writeBarsChart, writeStripsChart, writeTimesChart } from '../../../../src/svg/comparison/chart-document.ts';
import { measureText, TEXT_SHARE } from '../../../../src/svg/text.ts';
import { realAtlas } from '../../../fixtures/real.ts';

const atlas = await realAtlas();
const tr = translator('en', en);
const getName = (id: string) => findFeatureName(atlas, id, 'en') ?? id;
const words = { tr, getName };
const corridors = [...atlas.corridors.values()].filter(({ kind }) => kind === 'corridor').map(({ main }) => main);
const { rows } = compareItems(atlas, corridors);
const base = { theme: 'light' as const, lang: 'en', title: 'Lengths', description: '', items: rows };

const drawBars = (width: number, more = {}) =>
  writeBarsChart({ ...base, width, ...more }, describeBars(rows, 'country', words).picture).text;
const drawStrips = (width: number) =>
  writeStripsChart({ ...base, width }, describeStrips(layoutStrips(atlas, rows, null), null, words).picture).text;

/** Texts of a drawing with where they begin and end. */
const readTexts = (svg: string) =>
  [...svg.matchAll(/<text([^>]*)>([^<]*)<\/text>/g)].map(([, attributes = '', text = '']) => {
    const x = Number(/ x="([^"]*)"/.exec(attributes)![1]);
    const width = measureText(text) * TYPE.small;
    const shift = { end: width, middle: width / 2 }[/text-anchor="(\w+)"/.exec(attributes)?.[1] ?? ''] ?? 0;
    return { text, x, y: Number(/ y="([^"]*)"/.exec(attributes)![1]), from: x - shift, to: x - shift + width };
  });
const texts = (svg: string) => readTexts(svg).map(({ text }) => text);

describe('bars', () => {
  it.each([360, 560, 1036])('name each item and country, with the length, at %i px', (width) => {
    const seen = texts(drawBars(width)).join(' ');
    for (const { text, byCountry } of rows) {
      expect(seen).toContain(getName(text).split(' ')[0]);
      for (const { code } of byCountry) expect(seen).toContain(tr.country(code));
    }
  });

  it('stand on an axis with its unit', () => {
    expect(texts(drawBars(560)).filter((text) => /^[\d,]+\skm$/.test(text)).length).toBeGreaterThan(2);
    expect(texts(drawBars(560))).toContain(tr.km(0));
  });

  it('keep the labels of their axis apart, in Persian, too, whose units are words', () => {
    const { picture } = describeBars(rows, 'country', { tr: translator('fa', fa), getName });
    for (let width = 320; width < 1040; width += 8) {
      const svg = writeBarsChart({ ...base, lang: 'fa', width }, picture).text;
      // Texts are turned round the point that they are anchored at.
      const labels = readTexts(svg)
        .map(({ text, y, from, to, x }) => ({
          text: text.replace(/[\u200f\u2066-\u2069]/g, ''),
          y,
          from: 2 * x - to,
          to: 2 * x - from,
        }))
        .filter(({ text }) => /^[۰-۹٬]+\s[^\d(]+$/.test(text))
        .sort((a, b) => b.y - a.y || a.from - b.from);
      const axis = labels.filter(({ y }) => y === labels[0]!.y);
      for (const [i, { from }] of axis.slice(1).entries()) expect(from, `${width} px`).toBeGreaterThan(axis[i]!.to + 8);
    }
  });

  it('tell neighbours apart in grey, by a lighter and a darker tint', () => {
    const opacities = [...drawBars(560).matchAll(/opacity="(0\.\d+)"/g)].map(([, value]) => Number(value));
    expect(new Set(opacities).size).toBe(2);
  });

  it('are light as a file of its own, and dark for who likes it dark', () => {
    const file = drawBars(560, { isFile: true });
    expect(texts(file)).toContain('Lengths');
    expect(file).toContain('prefers-color-scheme:dark');
    expect(file).toContain(`.f-text-muted{fill:${PALETTES.dark.textMuted}}`);
    expect(drawBars(560)).not.toContain('<style>');
  });
});

describe('routes as straight lines', () => {
  it('have their ports and countries beside them', () => {
    const seen = texts(drawStrips(900));
    expect(seen).toContain(tr.country(rows[0]!.countries[0]!));
    const ports = layoutStrips(atlas, rows, null).strips.flatMap(({ marks }) => marks.filter(({ kind }) => kind === 'port'));
    expect(ports.some(({ id }) => seen.includes(getName(id)))).toBe(true);
  });

  it.each([240, 280, 320, 360, 400, 440])('leave words above them the room that a wider font takes, at %i px', (width) => {
    const names = readTexts(drawStrips(width)).filter(({ text }) => /[·(]/.test(text));
    expect(names.length).toBeGreaterThan(0);
    for (const { text, from, to } of names) expect(to - from, text).toBeLessThanOrEqual(width * TEXT_SHARE);
  });

  it('are crossed by the line of the place that they share, but their letters and names are not', () => {
    const shared = rows[0]!.nodes.find(({ id }) => rows.every(({ nodes }) => nodes.some((node) => node.id === id)))!.id;
    for (const node of [shared, rows[0]!.nodes[0]!.id]) {
      const picture = describeStrips(layoutStrips(atlas, rows, node), node, words).picture;
      const svg = writeStripsChart({ ...base, width: 400 }, picture).text;
      const [, d = ''] = /<path d="([^"]*)"[^>]*stroke-dasharray="3 3"/.exec(svg) ?? [];
      const parts = [...d.matchAll(/M([\d.]+) ([\d.]+)V([\d.]+)/g)].map((part) => part.slice(1).map(Number));
      expect(parts).toHaveLength(rows.length);
      const headings = readTexts(svg).filter(({ text }) => /^[A-F]$|·/.test(text));
      const touched = headings.filter(({ y }) => parts.some(([, top = 0, bottom = 0]) => y > top && y - TYPE.body < bottom));
      expect(headings.length).toBeGreaterThan(rows.length);
      expect(touched).toEqual([]);
      const [first] = parts[0]!;
      if (node === rows[0]!.nodes[0]!.id) for (const { text, from } of headings) expect(from, text).toBeGreaterThan(first! + 4);
    }
  });
});

describe('times over kilometres', () => {
  it.each([360, 400, 800])('cut no words at an edge at %i px', (width) => {
    const charts = rows.map((row) => computeTimeDistance(atlas, row));
    const svg = writeTimesChart({ ...base, width, isFile: true }, { ...describeTimes(tr), charts }).text;
    for (const { text, to } of readTexts(svg)) expect(to, text).toBeLessThanOrEqual(width);
    expect(texts(svg).join(' ')).toContain(tr.t('time.parts'));
  });
});

describe.each([
  ['bars', drawBars],
  ['strips', drawStrips],
] as const)('no words of %s', (_, draw) => {
  it.each([360, 560, 1036])('are cut at an edge or lie over others at %i px', (width) => {
    const seen = readTexts(draw(width));
    for (const { text, from, to } of seen) {
      expect(from, text).toBeGreaterThanOrEqual(-1);
      expect(to, text).toBeLessThanOrEqual(width + 1);
    }
    const clashes = seen.flatMap((one, i) =>
      seen.slice(i + 1).filter((other) => Math.abs(one.y - other.y) < 10 && one.from < other.to - 1 && other.from < one.to - 1),
    );
    expect(clashes).toEqual([]);
  });
});
