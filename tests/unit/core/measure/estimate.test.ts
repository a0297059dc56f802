import { describe, expect, it } from 'vitest';
import type { LengthModel } from '../../../../src/core/dataset/schema/length-model.ts';
import { type EstimatePart, estimateLength, overlaps } from '../../../../src/core/measure/estimate.ts';

const kind = { factor: 1.1, common: 0.03, own: 0.04, sections: 9 };
const model: LengthModel = {
  level: 0.8,
  z: 2,
  kinds: [
    { kind: 'rail-detailed', ...kind },
    { kind: 'sea', ...kind, factor: 1, sections: 1, pooled: true },
  ],
  sections: [
    { id: 'S', km: 220, drawnKm: 200, errorBelow: 0.01, errorAbove: 0.02, sharesKm: 10, links: ['a', 'b'], sources: ['book'] },
  ],
};
const free = (link: string, drawnKm: number): EstimatePart => ({ link, drawnKm, basis: { kind: 'rail-detailed', factor: 1.1 } });
const covered = (link: string, drawnKm: number): EstimatePart => ({
  link,
  drawnKm,
  basis: { kind: 'rail-detailed', factor: 1.1, section: 'S' },
});

describe('an estimated length', () => {
  it('is the measured length times the factor of its kind, with its interval', () => {
    const estimate = estimateLength([free('x', 100)], model)!;
    expect(estimate).toMatchObject({ km: 110, publishedShare: 0, sections: [] });
    // z × √(common² + own²)
    expect(estimate.high - estimate.km).toBeCloseTo(2 * 110 * Math.hypot(0.03, 0.04), 2);
    expect(estimate.km - estimate.low).toBeCloseTo(estimate.high - estimate.km, 6);
    expect(estimate.kinds).toEqual([{ kind: 'rail-detailed', km: 110, factor: expect.closeTo(1.1), sections: 9, pooled: false }]);
  });

  it('adds up the errors of factors over links, and takes those of single links as independent', () => {
    const many = estimateLength(
      Array.from({ length: 16 }, (_, i) => free(`x${i}`, 100)),
      model,
    )!;
    expect(many.high - many.km).toBeCloseTo(2 * 1760 * Math.hypot(0.03, 0.04 / 4), 1);
  });

  it('is the published figure with its spread where that covers the whole path, whichever way it is travelled', () => {
    for (const parts of [
      [covered('a', 120), covered('b', 80)],
      [covered('b', 80), covered('a', 120)],
    ]) {
      expect(estimateLength(parts, model)).toMatchObject({ km: 220, low: 220 - 4.4, high: 220 + 8.8, publishedShare: 1 });
    }
  });

  it('gives a part its share of the figure, surer the more of the section it takes', () => {
    const width = (parts: EstimatePart[]) => {
      const { km, low, high } = estimateLength(parts, model)!;
      return (high - low) / km;
    };
    expect(estimateLength([covered('a', 120)], model)!.km).toBeCloseTo(132, 6);
    expect(width([covered('b', 80)])).toBeGreaterThan(width([covered('a', 120)]));
    expect(width([covered('a', 120)])).toBeGreaterThan(width([covered('a', 120), covered('b', 80)]));
    // A piece that was cut from a link.
    expect(estimateLength([covered('a', 30)], model)!.km).toBeCloseTo(33, 6);
  });

  it('says how much of a mixed path is published', () => {
    const mixed = estimateLength([covered('a', 120), covered('b', 80), free('c', 200)], model)!;
    expect(mixed.km).toBeCloseTo(440, 6);
    expect(mixed.publishedShare).toBeCloseTo(0.5, 6);
    expect(mixed.sections).toEqual([{ id: 'S', km: 220, sources: ['book'] }]);
  });

  it('is not made up for a line of which nothing is known, or without the model', () => {
    expect(estimateLength([free('x', 1), { link: 'own', drawnKm: 5 }], model)).toBeNull();
    expect(estimateLength([free('x', 1)], null)).toBeNull();
    expect(estimateLength([], model)).toBeNull();
  });
});

it('two intervals overlap where neither lies beyond the other', () => {
  expect(overlaps({ low: 1, high: 3 }, { low: 3, high: 4 })).toBe(true);
  expect(overlaps({ low: 1, high: 2 }, { low: 3, high: 4 })).toBe(false);
  expect(overlaps({ low: 3, high: 4 }, { low: 1, high: 2 })).toBe(false);
});
