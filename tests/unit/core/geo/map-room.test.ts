import { describe, expect, it } from 'vitest';
import type { Position } from '../../../../src/core/dataset/model.ts';
import { fitCamera } from '../../../../src/core/geo/camera.ts';
import { computeMapPadding, listCoveredBoxes } from '../../../../src/core/geo/map-room.ts';
import { computePerspective, createProjection } from '../../../../src/core/geo/projection.ts';

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

  it.each([false, true])('holds the longest land route on a phone, clear of the buttons: right to left %s', (isRtl) => {
    // Duisburg, Moscow, Astana, Xi'an.
    const places: Position[] = [
      [6.77, 51.43],
      [37.6, 55.8],
      [71.4, 51.2],
      [108.9, 34.3],
    ];
    const padding = computeMapPadding({ isNarrow: true, isRtl, covered: 398 });
    const perspective = { ...computePerspective(SIZE), foot: 398 };
    const view = createProjection(fitCamera(places, SIZE, { padding, minZoom: 1.1, perspective }), SIZE, perspective);
    for (const [x, y] of places.map(([lon, lat]) => view.project(lon, lat))) {
      for (const [left, top, right, bottom] of listCoveredBoxes(SIZE, { isNarrow: true, isRtl, covered: 398 })) {
        expect(x > left && x < right && y > top && y < bottom, `${x}, ${y}`).toBe(false);
      }
    }
  });
});
