import { describe, expect, it } from 'vitest';
import { checkLengths, measureLengths } from '../../../../geo/derive/lengths.ts';
import type { LinkFeature } from '../../../../src/core/dataset/model.ts';
import type { PublishedLength } from '../../../../geo/read/inputs.ts';

/** Ten railways of 100 km, and what others print of them. */
const links = Array.from({ length: 10 }, (_, i): LinkFeature => {
  const properties = { id: `a${i}--b${i}`, from: `a${i}`, to: `b${i}`, mode: 'rail', status: 'open', fidelity: 'stations' };
  return {
    type: 'Feature',
    geometry: { type: 'LineString', coordinates: [] },
    properties: { ...properties, drawnKm: 100 },
  } as never;
});
const section = (i: number, km: number): PublishedLength => ({
  id: `L${i}`,
  from: 'A',
  to: 'B',
  mode: 'rail',
  km,
  checkChain: [`a${i}`, `b${i}`],
  sources: ['x'],
  explanation: 'It winds.',
});
const measure = (published: readonly number[]) =>
  measureLengths(
    published.map((km, i) => section(i, km)),
    links,
    { file: 'published.json', problems: [] },
  );

describe('published sections', () => {
  it('are judged by their ratio as it is, not as it is rounded', () => {
    // 0.9497 and 1.0302 would pass at two decimals.
    expect(measure([105.3, 97.07, 105.2, 97.1]).map(({ inside }) => inside)).toEqual([false, false, true, true]);
  });

  it('may be missed by one in ten', () => {
    expect(checkLengths(measure([...Array.from({ length: 9 }, () => 100), 110]), 'published.json')).toEqual([]);
  });

  it('stop the build, each by its name, where more than one in ten is missed', () => {
    const [problem, ...rest] = checkLengths(measure([...Array.from({ length: 8 }, () => 100), 105.3, 110]), 'published.json');
    expect(rest).toEqual([]);
    expect(problem?.problem).toBe('only 8 of 10 surveyed rail sections lie within 0.95–1.03, not L8, L9');
  });
});
