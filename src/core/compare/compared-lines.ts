/** Compared ways as lines side by side, for the live map and pictures alike. */
import type { Feature, FeatureCollection, LineString } from 'geojson';
import type { ComparedRow } from './comparison.ts';
import { patternOf, type Pattern } from '../style/features.ts';
import { type Look, lookOf } from './comparison-style.ts';
import type { MeasuredLeg } from '../measure/measure.ts';
import { lineColour, type Theme } from '../style/palette.ts';

export interface ComparedLine {
  text: string;
  legs: readonly MeasuredLeg[];
  look: Look;
}

/** The rows of a comparison as lines in their looks. */
export const comparedLines = (rows: readonly Pick<ComparedRow, 'text' | 'slot' | 'passage'>[]): ComparedLine[] =>
  rows.map(({ text, slot, passage }) => ({ text, legs: passage.legs, look: lookOf(slot) }));

export interface ComparedProperties {
  text: string;
  letter: string;
  colour: string;
  pattern: Pattern;
  /** Places from the middle of the bundle, right of the line's direction positive. */
  side: number;
}

/** One line a leg; those that use the same link lie side by side, on the same side whichever way they travel it. */
export function comparedFeatures(
  lines: readonly ComparedLine[],
  theme: Theme,
): FeatureCollection<LineString, ComparedProperties> {
  const users = new Map<string, string[]>();
  for (const { text, legs } of lines) {
    for (const { link } of legs) users.set(link.properties.id, [...(users.get(link.properties.id) ?? []), text]);
  }
  const features = lines.flatMap(({ text, legs, look }) =>
    legs.map(({ link }): Feature<LineString, ComparedProperties> => {
      const beside = [...new Set(users.get(link.properties.id))];
      return {
        type: 'Feature',
        geometry: link.geometry,
        properties: {
          text,
          letter: look.letter,
          colour: lineColour(theme, look.colour),
          pattern: patternOf(link.properties.mode, link.properties.status),
          side: beside.indexOf(text) - (beside.length - 1) / 2,
        },
      };
    }),
  );
  return { type: 'FeatureCollection', features };
}
