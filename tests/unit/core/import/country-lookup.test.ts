import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCountryLookupOrNull } from '../../../../src/core/import/routes/country-lookup.ts';

/** Two countries that meet at 46.13° E, and one on both sides of 180°. */
const AREAS: [code: string, ring: [number, number][]][] = [
  [
    'GE',
    [
      [40.07, 41.03],
      [46.13, 41.03],
      [46.13, 43.51],
      [40.07, 43.51],
      [40.07, 41.03],
    ],
  ],
  [
    'AZ',
    [
      [46.13, 41.03],
      [50.2, 41.03],
      [50.2, 43.51],
      [46.13, 43.51],
      [46.13, 41.03],
    ],
  ],
  [
    'FJ',
    [
      [176.1, -20.3],
      [183.4, -20.3],
      [183.4, -15.2],
      [176.1, -15.2],
      [176.1, -20.3],
    ],
  ],
];
const topology = {
  type: 'Topology',
  arcs: AREAS.map(([, ring]) => ring),
  objects: {
    land: {
      type: 'GeometryCollection',
      geometries: AREAS.map(([code], i) => ({ type: 'Polygon', arcs: [[i]], properties: { code } })),
    },
  },
};
const load = (text: string) =>
  loadCountryLookupOrNull('data/', {
    fetch: () => Promise.resolve({ ok: true, status: 200, text: () => Promise.resolve(text) }),
  });

/** What the shapes say, by comparing numbers. */
function findCode(lon: number, lat: number): string | null {
  const holds = ([, ring]: (typeof AREAS)[number]): boolean => {
    const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
    const isBetween = (value: number, values: number[]) => value > Math.min(...values) && value < Math.max(...values);
    return isBetween(lat, ys) && (isBetween(lon, xs) || isBetween(lon + 360, xs));
  };
  return AREAS.find(holds)?.[0] ?? null;
}

describe('a country lookup', () => {
  it('answers as the shapes do, also where it remembers what lies around', async () => {
    const locate = await load(JSON.stringify(topology));
    const lon = fc.oneof(fc.double({ min: 39, max: 51, noNaN: true }), fc.double({ min: -180, max: 180, noNaN: true }));
    const lat = fc.oneof(fc.double({ min: 40, max: 44, noNaN: true }), fc.double({ min: -21, max: -14, noNaN: true }));
    fc.assert(
      fc.property(lon, lat, (x, y) => {
        expect(locate?.([x, y])).toBe(findCode(x, y));
      }),
      { numRuns: 3000 },
    );
  });

  it('is none where the base map cannot be read', async () => {
    expect(await load('{"type":"Topology"}')).toBeNull();
  });
});
