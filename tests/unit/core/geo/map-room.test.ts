import { describe, expect, it } from 'vitest';
import { computeMapPadding, listCoveredBoxes } from '../../../../src/core/geo/map-room.ts';

const SIZE = { width: 390, height: 792 };

describe('the room round what a map shows', () => {
  it.each([
    ['wide', false, 0],
    ['narrow', true, 396],
  ])('keeps clear of all that lies over the map, on whichever side the buttons stand: %s', (_, isNarrow, covered) => {
    for (const isRtl of [false, true]) {
      const { top, right, bottom, left } = computeMapPadding({ isNarrow, isRtl, covered });
      const fitted = [left, top, SIZE.width - right, SIZE.height - bottom] as const;
      const boxes = listCoveredBoxes(SIZE, { isNarrow, isRtl, covered });
      for (const box of boxes) {
        const apart = box[2] <= fitted[0] || fitted[2] <= box[0] || box[3] <= fitted[1] || fitted[3] <= box[1];
        expect(apart, `${isRtl ? 'rtl' : 'ltr'} ${box.join()}`).toBe(true);
      }
      expect(boxes[0]?.[isRtl ? 0 : 2]).toBe(isRtl ? 0 : SIZE.width);
    }
  });
});
