import { expect, it } from 'vitest';
import { buildComparedFeatures, type ComparedLine } from '../../../../src/core/compare/compared-lines.ts';
import { getItemStyle } from '../../../../src/core/compare/comparison-style.ts';
import type { DrawnLeg } from '../../../../src/core/measure/measure.ts';

/** A line of twelve legs of 100 km each. */
const legs = Array.from({ length: 12 }, (_, i): DrawnLeg => ({
  link: {
    geometry: {
      type: 'LineString',
      coordinates: [
        [i, 0],
        [i + 1, 0],
      ],
    },
    properties: { id: `leg-${i}`, drawnKm: 100, countries: [], sources: [], mode: 'rail', status: 'open' },
  },
  reversed: false,
}));
const lines = [0, 1].map((slot): ComparedLine => ({ text: `item-${slot}`, legs, look: getItemStyle(slot) }));

it('has the letter of each line three times along it, and those of lines on the same track on different legs', () => {
  const { features } = buildComparedFeatures(lines, 'light');
  const lettered = lines.map(({ text }) =>
    features.flatMap(({ geometry, properties }) =>
      properties.text === text && properties.isLettered ? geometry.coordinates[0]![0]! : [],
    ),
  );
  expect(lettered).toEqual([
    [1, 5, 9],
    [2, 6, 10],
  ]);
});
