import { describe, expect, it } from 'vitest';
import { computeExtent, padBox, uniteBoxes } from '../../../../src/core/geo/bounding-box.ts';

describe('a bounding box', () => {
  it('spans all positions; there is none without positions', () => {
    expect(
      computeExtent([
        [50, 40],
        [45, 42],
        [49, 39],
      ]),
    ).toEqual([45, 39, 50, 42]);
    expect(computeExtent([])).toBeNull();
  });

  it('unites boxes and passes over missing ones', () => {
    expect(uniteBoxes([[0, 0, 1, 1], null, [-2, 0.5, 0, 3]])).toEqual([-2, 0, 1, 3]);
    expect(uniteBoxes([null])).toBeNull();
  });

  it('is padded on all sides', () => {
    expect(padBox([0, 1, 2, 3], 1)).toEqual([-1, 0, 3, 4]);
    expect(padBox([0, 1, 2, 3], 1, 0.5)).toEqual([-1, 0.5, 3, 3.5]);
  });
});
