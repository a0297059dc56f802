import { buildComparedFeatures, type ComparedLine } from '../../core/compare/compared-lines.ts';
import type { Position } from '../../core/dataset/model.ts';
import { type Part, writeElement } from '../../core/markup.ts';
import { COMPARED, interpolateStops, LINE_WIDTHS } from '../../core/style/drawing.ts';
import type { Pattern } from '../../core/style/patterns/pattern.ts';
import type { Point } from '../../core/geo/projection.ts';
import type { Theme } from '../../core/style/palette.ts';
import { type Canvas, NETWORK, projectPoint, writeLinePath } from './canvas.ts';
import { type Frame, px } from '../geometry.ts';
import { writeLineFill, writeLineStroke, writePaint } from '../paint.ts';
import { drawWithHalo, ROUND, writeDashes, writePattern } from '../strokes.ts';

export interface CompareOptions {
  compared: readonly ComparedLine[];
  theme: Theme;
}

interface LegRow {
  text: string;
  colour: string;
  pattern: Pattern;
  d: string;
}

/** The stripe inside a solid line, by which compared lines differ without colour. */
function drawStripe({ text, look }: ComparedLine, rows: readonly LegRow[], width: number, { palette }: Canvas): Part {
  const d = rows.map((row) => (row.text === text && row.pattern === 'rail' ? row.d : '')).join('');
  if (look.stripe === null || d === '') return null;
  return writeElement('path', {
    d,
    'stroke-width': px(width),
    'stroke-linejoin': 'round',
    'stroke-dasharray': writeDashes(look.stripe, width),
    ...writePaint(palette, { stroke: 'casing' }),
  });
}

interface Letter {
  letter: string;
  colour: string;
  at: Point;
}

const isNear = (a: Point, b: Point): boolean => Math.max(Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1])) < COMPARED.LETTER * 1.5;

/** Where lines have their letters, none over another. */
function placeLetters({ compared, theme }: CompareOptions, canvas: Pick<Canvas, 'view' | 'frame' | 'bleed'>): Letter[] {
  const letters: Letter[] = [];
  for (const { geometry, properties } of buildComparedFeatures(compared, theme).features) {
    const { letter, colour, isLettered } = properties;
    const middle = geometry.coordinates[Math.floor(geometry.coordinates.length / 2)] as Position | undefined;
    if (!isLettered || !middle) continue;
    for (const at of projectPoint(middle, canvas)) {
      if (!letters.some((other) => isNear(other.at, at))) letters.push({ letter, colour, at });
    }
  }
  return letters;
}

/** The boxes of the letters, which no name may cover. */
export const listLetterBoxes = (...given: Parameters<typeof placeLetters>): Frame[] =>
  placeLetters(...given).map(({ at: [x, y] }) => {
    const half = COMPARED.LETTER / 2;
    return [x - half, y - half, x + half, y + half];
  });

function drawLetter({ letter, colour, at: [x, y] }: Letter, { palette }: Canvas): Part {
  const attributes = {
    x: px(x),
    y: px(y + COMPARED.LETTER / 3),
    'font-size': COMPARED.LETTER,
    'font-weight': 600,
    'text-anchor': 'middle',
    ...writeLineFill(palette, colour),
  };
  return drawWithHalo(letter, attributes, { ...writePaint(palette, { stroke: 'halo' }), 'stroke-width': 4 });
}

/** Compared paths side by side, each in its colour and with its letter along it. */
export function drawCompared({ compared, theme }: CompareOptions, canvas: Canvas): Part {
  const { palette, view } = canvas;
  const width = interpolateStops(LINE_WIDTHS, view.camera.zoom) * COMPARED.WIDER;
  const rows = buildComparedFeatures(compared, theme).features.map(({ geometry, properties }): LegRow => ({
    ...properties,
    d: writeLinePath(geometry.coordinates as Position[], canvas, NETWORK, properties.side * (width + COMPARED.GAP)),
  }));
  const drawn = rows.filter(({ d }) => d !== '');
  return [
    drawn.map(
      ({ d, pattern }) =>
        pattern !== 'sea' &&
        writeElement('path', {
          d,
          'stroke-width': px(width + COMPARED.CASING_MORE),
          ...ROUND,
          ...writePaint(palette, { stroke: 'casing' }),
        }),
    ),
    drawn.map(({ d, pattern, colour }) =>
      writeElement('path', {
        d,
        'stroke-width': px(width),
        ...writePattern(pattern, width),
        ...writeLineStroke(palette, colour),
      }),
    ),
    compared.map((line) => drawStripe(line, rows, width * COMPARED.STRIPE, canvas)),
    placeLetters({ compared, theme }, canvas).map((letter) => drawLetter(letter, canvas)),
  ];
}
