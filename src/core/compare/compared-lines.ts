/** Compared items as lines side by side, for the live map and pictures alike. */
import type { Feature, FeatureCollection, LineString } from 'geojson';
import type { ComparedRow } from './comparison.ts';
import { getPattern, type Pattern } from '../style/patterns/pattern.ts';
import { type ItemStyle, getRowStyle } from './comparison-style.ts';
import type { DrawnLeg } from '../measure/measure.ts';
import { getLineColour, type Theme } from '../style/palette.ts';

export interface ComparedLine {
  text: string;
  legs: readonly DrawnLeg[];
  look: ItemStyle;
}

/** The rows of a comparison as lines in their styles. */
export const computeComparedLines = (
  rows: readonly Pick<ComparedRow, 'text' | 'slot' | 'colour' | 'resolvedPath'>[],
): ComparedLine[] => rows.map((row) => ({ text: row.text, legs: row.resolvedPath.legs, look: getRowStyle(row) }));

export interface ComparedProperties {
  text: string;
  letter: string;
  colour: string;
  pattern: Pattern;
  /** The letter stands on this leg, from however far the line is seen. */
  isLettered: boolean;
  /** Places from the middle of the bundle, right of the line's direction positive. */
  side: number;
}

/** The pattern of a leg; plain where mode and status are unknown. */
export function getLegPattern({ link }: Pick<DrawnLeg, 'link'>): Pattern {
  const { mode, status } = link.properties;
  return mode && status ? getPattern(mode, status) : 'rail';
}

/** How often a line has its letter where the whole of it is seen. */
const LETTERS = 3;

/** Legs that have the letter of their line, spread along it; those of lines that share track stand one after the other. */
function findLettered(legs: readonly DrawnLeg[], slot: number, slots: number): Set<DrawnLeg> {
  const total = legs.reduce((km, { link }) => km + link.properties.drawnKm, 0);
  const goals = Array.from({ length: LETTERS }, (_, i) => (total * (i + (slot + 1) / (slots + 1))) / LETTERS);
  let km = 0;
  return new Set(
    legs.filter(({ link }) => {
      const from = km;
      km += link.properties.drawnKm;
      return goals.some((goal) => goal >= from && goal < km);
    }),
  );
}

/** One line for each leg; those that use the same link lie side by side, on the same side whichever way they travel it. */
export function buildComparedFeatures(
  lines: readonly ComparedLine[],
  theme: Theme,
): FeatureCollection<LineString, ComparedProperties> {
  const users = new Map<string, string[]>();
  for (const { text, legs } of lines) {
    for (const { link } of legs) users.set(link.properties.id, [...(users.get(link.properties.id) ?? []), text]);
  }
  const features = lines.flatMap(({ text, legs, look }, slot) => {
    const lettered = findLettered(legs, slot, lines.length);
    return legs.map((leg): Feature<LineString, ComparedProperties> => {
      const { link } = leg;
      const beside = [...new Set(users.get(link.properties.id))];
      return {
        type: 'Feature',
        geometry: link.geometry,
        properties: {
          text,
          letter: look.letter,
          colour: getLineColour(theme, look.colour),
          pattern: getLegPattern(leg),
          isLettered: lettered.has(leg),
          side: beside.indexOf(text) - (beside.length - 1) / 2,
        },
      };
    });
  });
  return { type: 'FeatureCollection', features };
}
