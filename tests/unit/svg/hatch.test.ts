import { describe, expect, it } from 'vitest';
import { createProjection } from '../../../src/core/geo/projection.ts';
import { AREA_HATCH } from '../../../src/core/style/symbols.ts';
import { PALETTES } from '../../../src/core/style/palette.ts';
import { BASE_MAP, type Canvas } from '../../../src/svg/map/canvas.ts';
import { writeHatchPath } from '../../../src/svg/map/hatch.ts';

const canvas: Canvas = {
  view: createProjection({ zoom: 9, lon: 0, lat: 0 }, { width: 300, height: 300 }),
  palette: PALETTES.light,
  frame: [0, 0, 300, 300],
  bleed: 0,
  seen: new Map(),
  detail: BASE_MAP.fine,
};
/** A square of 73 pixels a side with a hole of 29. */
const square = (half: number): [number, number][] => [
  [-half, -half],
  [half, -half],
  [half, half],
  [-half, half],
  [-half, -half],
];
const AREA = { type: 'Polygon' as const, coordinates: [square(0.05), square(0.02)] };

type Kind = keyof typeof AREA_HATCH.normals;
const KINDS = Object.keys(AREA_HATCH.normals) as Kind[];
/** Start and way of each line. */
const readLines = (d: string) =>
  [...d.matchAll(/M(-?[\d.]+)[ ]?(-?[\d.]+)l(-?[\d.]+)[ ]?(-?[\d.]+)/g)].map((match) => match.slice(1).map(Number));

describe('the lines over an area', () => {
  it('run another way for each kind', () => {
    const slopes = KINDS.map((kind) => {
      const [, , dx = 0, dy = 0] = readLines(writeHatchPath(AREA, kind, canvas))[0] ?? [];
      return Math.round((Math.atan2(dy, dx) * 180) / Math.PI);
    });
    expect(new Set(slopes.map((slope) => (slope + 180) % 180)).size).toBe(KINDS.length);
  });

  it.each(KINDS)('stay within it and out of its holes: %s', (kind) => {
    const lines = readLines(writeHatchPath(AREA, kind, canvas));
    expect(lines.length).toBeGreaterThan(6);
    for (const [x = 0, y = 0, dx = 0, dy = 0] of lines) {
      for (const [px, py] of [
        [x, y],
        [x + dx, y + dy],
      ] as const) {
        expect(Math.max(Math.abs(px - 150), Math.abs(py - 150))).toBeLessThan(38);
      }
      const middle = [x + dx / 2 - 150, y + dy / 2 - 150].map(Math.abs);
      expect(Math.max(...middle)).toBeGreaterThan(13);
    }
  });
});
