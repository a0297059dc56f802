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

const measure = (a: Point, b: Point): number => Math.max(Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1]));
/** How far letters keep from each other, and from the ends of lines, whose names stand there: in sizes of a letter. */
const APART = { letters: 1.5, ends: 3 };

/** Where a line begins and ends. */
const listEnds = ({ legs }: ComparedLine): Position[] =>
  [legs[0], legs.at(-1)].flatMap((leg, i): Position[] => {
    const line = leg?.link.geometry.coordinates ?? [];
    const end = line.at((i === 0) === (leg?.reversed === true) ? -1 : 0);
    return end ? [end] : [];
  });

/** Where lines have their letters, none over another; near an end of a line only where the line has no other. */
function placeLetters({ compared, theme }: CompareOptions, canvas: Pick<Canvas, 'view' | 'frame' | 'bleed'>): Letter[] {
  const ends = compared.flatMap(listEnds).flatMap((end) => projectPoint(end, canvas));
  const isAtEnd = ({ at }: Letter): boolean => ends.some((end) => measure(end, at) < COMPARED.LETTER * APART.ends);
  const candidates = buildComparedFeatures(compared, theme).features.flatMap(({ geometry, properties }): Letter[] => {
    const { letter, colour, isLettered } = properties;
    const middle = geometry.coordinates[Math.floor(geometry.coordinates.length / 2)] as Position | undefined;
    return isLettered && middle ? projectPoint(middle, canvas).map((at) => ({ letter, colour, at })) : [];
  });
  const others = new Set(candidates.filter((one) => !isAtEnd(one)).map(({ letter }) => letter));
  const letters: Letter[] = [];
  for (const one of candidates) {
    const isFree = letters.every(({ at }) => measure(at, one.at) >= COMPARED.LETTER * APART.letters);
    if (isFree && !(isAtEnd(one) && others.has(one.letter))) letters.push(one);
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
