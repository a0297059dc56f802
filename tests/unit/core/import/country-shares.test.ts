import { describe, expect, it, vi } from 'vitest';
import { convert } from '../../../../src/core/import/convert.ts';
import { createRouteId } from '../../../../src/core/import/routes/imported-route.ts';
import type { Position } from '../../../../src/core/dataset/model.ts';

const collection = (lines: number[][][]) =>
  new TextEncoder().encode(
    JSON.stringify({
      type: 'FeatureCollection',
      features: lines.map((coordinates) => ({ type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates } })),
    }),
  );
const split = ([lon]: Position) => (lon < 46 ? 'GE' : 'AZ');

describe('the shares by country', () => {
  it('add up to the length, in the order of travel', async () => {
    const bytes = collection([
      [
        [49, 40],
        [44, 41],
      ],
    ]);
    const { routes } = await convert({ name: 'a', bytes }, { loadLookup: () => Promise.resolve(split) });
    expect(routes[0]?.countries?.map(({ code }) => code)).toEqual(['AZ', 'GE']);
    expect(routes[0]?.countries?.reduce((sum, { km }) => sum + km, 0)).toBeCloseTo(routes[0]?.drawnKm ?? 0, 3);
  });

  it('that are known are not looked up again, and the base map is not fetched for them', async () => {
    const bytes = collection([
      [
        [49, 40],
        [44, 41],
      ],
    ]);
    const first = await convert({ name: 'a', bytes }, { loadLookup: () => Promise.resolve(split) });
    const known = Object.fromEntries(first.routes.map(({ source, countries }) => [createRouteId(source), countries ?? []]));
    const loadLookup = vi.fn(() => Promise.resolve(split));
    const { routes } = await convert({ name: 'a', bytes }, { loadLookup, known });
    expect(routes[0]?.countries).toEqual(first.routes[0]?.countries);
    expect(loadLookup).not.toHaveBeenCalled();
  });

  it.each([
    [
      'thousands of lines round the world',
      Array.from({ length: 1000 }, (_, i) => [
        [-170, i / 20],
        [0, 10],
        [170, i / 20],
      ]),
    ],
    [
      'a line that crosses a border at each of its steps',
      [Array.from({ length: 5000 }, (_, i) => [i % 2 ? 10 : 110, 30 + i / 500])],
    ],
  ])('of %s take a number of questions that does not grow with the kilometres', async (_, lines) => {
    const locate = vi.fn(split);
    await convert({ name: 'a', bytes: collection(lines) }, { loadLookup: () => Promise.resolve(locate) });
    expect(locate.mock.calls.length).toBeLessThan(400_000);
  });
});

it('progress is told in each phase, and what it throws ends the work', async () => {
  const bytes = collection([
    [
      [49, 40],
      [44, 41],
    ],
  ]);
  const phases = new Set<string>();
  await convert(
    { name: 'a', bytes },
    {
      loadLookup: () => Promise.resolve(split),
      pause: ({ phase, done }) => {
        expect(done).toBeGreaterThanOrEqual(0);
        expect(done).toBeLessThanOrEqual(1);
        phases.add(phase);
        return undefined;
      },
    },
  );
  expect([...phases]).toEqual(['reading', 'checking', 'measuring']);
  const stopped = convert(
    { name: 'a', bytes },
    { loadLookup: () => Promise.resolve(split), pause: () => Promise.reject(new DOMException('stopped', 'AbortError')) },
  );
  await expect(stopped).rejects.toThrow('stopped');
});
