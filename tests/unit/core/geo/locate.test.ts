import type { Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { createLocator } from '../../../../src/core/geo/locate.ts';
import type { Position } from '../../../../src/core/dataset/model.ts';

/** The rule itself, without an index. */
function isInside({ coordinates }: Polygon, [x, y]: Position): boolean {
  let inside = false;
  for (const ring of coordinates) {
    for (const [i, [x2 = 0, y2 = 0]] of ring.slice(1).entries()) {
      const [x1 = 0, y1 = 0] = ring[i] ?? [];
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
    }
  }
  return inside;
}

/** A star with many corners, the same each time. */
function drawStar([x, y]: Position, corners: number, wide: number): Position[] {
  const ring = Array.from({ length: corners }, (_, i): Position => {
    const [angle, far] = [(i / corners) * 2 * Math.PI, wide * (0.6 + 0.4 * Math.sin(i * 7.3))];
    return [x + Math.cos(angle) * far, y + Math.sin(angle) * far];
  });
  return [...ring, ring[0]!];
}

describe('finding the area of a place', () => {
  const areas: { value: string; geometry: Polygon }[] = [
    { value: 'star', geometry: { type: 'Polygon', coordinates: [drawStar([10.3, 5.1], 90, 2), drawStar([10.3, 5.1], 11, 0.3)] } },
    // Its sides run along the edges of cells, and level.
    {
      value: 'box',
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [13, 5],
            [14.0625, 5],
            [14.0625, 6.03],
            [13, 6.03],
            [13, 5],
          ],
        ],
      },
    },
  ];

  it('answers as the rule does, however near to an outline and in whatever order it is asked', () => {
    const locate = createLocator(areas);
    const wrong = Array.from({ length: 40_000 }, (_, i): Position => {
      const [a, b] = [(i * 0.754877666) % 1, (i * 0.569840296) % 1];
      return i % 2 === 0 ? [8 + a * 7, 3 + b * 4] : [12.95 + a * 1.2, 4.95 + b * 1.2];
    }).filter((at) => locate(at) !== (areas.find(({ geometry }) => isInside(geometry, at))?.value ?? null));
    expect(wrong).toEqual([]);
  });

  it('answers on both sides of 180°', () => {
    const locate = createLocator([
      {
        value: 'far',
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [179, -1],
              [-179, -1],
              [-179, 1],
              [179, 1],
              [179, -1],
            ],
          ],
        },
      },
    ]);
    const ask = (lon: number) => [locate([lon, 0.5]), locate([lon, 0.51])];
    expect([178.9, 179.1, 179.99, -179.99, -179.1, -178.9].map(ask)).toEqual([
      [null, null],
      ['far', 'far'],
      ['far', 'far'],
      ['far', 'far'],
      ['far', 'far'],
      [null, null],
    ]);
  });
});
