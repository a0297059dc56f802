import { buildComparedFeatures, type ComparedLine } from '../../core/compare/compared-lines.ts';
import type { Position } from '../../core/dataset/model.ts';
import { type Part, writeElement } from '../../core/markup.ts';
import { COMPARED, interpolateStops, LINE_WIDTHS } from '../../core/style/drawing.ts';
import type { Pattern } from '../../core/style/patterns/pattern.ts';
import type { Point } from '../../core/geo/projection.ts';
import type { Theme } from '../../core/style/palette.ts';
import { type Canvas, NETWORK, projectPoint, writeLinePath } from './canvas.ts';
import { px } from '../geometry.ts';
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
  middle: Position | undefined;
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

function drawLetter(letter: string, [x, y]: Point, colour: string, { palette }: Canvas): Part {
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

/** Compared paths side by side, each in its colour and with its letter in its middle. */
export function drawCompared({ compared, theme }: CompareOptions, canvas: Canvas): Part {
  const { palette, view } = canvas;
  const width = interpolateStops(LINE_WIDTHS, view.camera.zoom) * COMPARED.WIDER;
  const rows = buildComparedFeatures(compared, theme).features.map(({ geometry, properties }): LegRow => ({
    ...properties,
    d: writeLinePath(geometry.coordinates as Position[], canvas, NETWORK, properties.side * (width + COMPARED.GAP)),
    middle: geometry.coordinates[Math.floor(geometry.coordinates.length / 2)] as Position | undefined,
  }));
  const drawn = rows.filter(({ d }) => d !== '');
  // Letters of lines on the same track stand one after the other.
  const letters = compared.map(({ text, look }, i) => {
    const mine = rows.filter((row) => row.text === text);
    const leg = mine[Math.floor((mine.length * (i + 1)) / (compared.length + 1))];
    if (!leg?.middle) return null;
    return projectPoint(leg.middle, canvas).map((point) => drawLetter(look.letter, point, leg.colour, canvas));
  });
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
    letters,
  ];
}
