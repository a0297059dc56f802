import { describe, expect, it } from 'vitest';
import { findRest } from '../../../../src/app/shell/drag-sheet.ts';

const RESTS = [148, 396, 792];

describe('a sheet that is let go', () => {
  it('goes to the nearest rest where it stands still', () => {
    expect([160, 260, 300, 580, 700].map((height) => findRest(height, 0, RESTS))).toEqual([0, 0, 1, 1, 2]);
  });

  it('is carried on by a flick, upwards and downwards', () => {
    expect(findRest(200, 0.9, RESTS)).toBe(1);
    expect(findRest(450, 1.2, RESTS)).toBe(2);
    expect(findRest(380, -0.9, RESTS)).toBe(0);
  });
});
