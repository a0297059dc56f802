import type { Point } from '../../core/geo/projection.ts';
import { type Markup, type Part, writeElement } from '../../core/markup.ts';
import { type Shape, SYMBOL_SIZE, type SymbolName, SYMBOLS } from '../../core/style/symbols.ts';
import type { Canvas } from './canvas.ts';
import { px } from '../geometry.ts';
import { writePaint } from '../paint.ts';
import { ROUND } from '../strokes.ts';

/** A symbol of the map at a point. */
export interface Mark {
  symbol: string;
  /** Those of a symbol that is none of `SYMBOLS`. */
  shapes?: readonly Shape[] | undefined;
  at: Point;
  /** In sizes of the symbol. */
  size: number;
  /** Whole by default. */
  opacity?: number;
}

type Paints = Pick<Canvas, 'palette'>;

function drawShape({ d, fill, stroke, width, round }: Shape, { palette }: Paints): Markup {
  return writeElement('path', {
    d,
    'stroke-width': stroke ? width : undefined,
    ...(round ? ROUND : {}),
    ...writePaint(palette, { fill: fill ?? 'none', ...(stroke && { stroke }) }),
  });
}

/** Symbols by reference to one drawing of each. */
export function drawMarks(marks: readonly Mark[], prefix: string, canvas: Paints): { symbols: Part; definitions: Part } {
  const shapes = new Map(marks.map((mark) => [mark.symbol, mark.shapes ?? SYMBOLS[mark.symbol as SymbolName]]));
  const drawings = [...shapes].map(([name, parts]) =>
    writeElement(
      'g',
      { id: prefix + name },
      parts.map((shape) => drawShape(shape, canvas)),
    ),
  );
  const symbols = marks.map(({ symbol, at: [x, y], size, opacity = 1 }) => {
    const half = (SYMBOL_SIZE / 2) * size;
    const scale = Math.round(size * 100) / 100;
    // Not by `opacity`: the renderer of the cards cannot draw a group of its own in a picture within a picture.
    const dimmed = opacity < 1 ? opacity : undefined;
    return writeElement('use', {
      href: `#${prefix}${symbol}`,
      'fill-opacity': dimmed,
      'stroke-opacity': dimmed,
      transform: `matrix(${scale} 0 0 ${scale} ${px(x - half)} ${px(y - half)})`,
    });
  });
  return { symbols, definitions: drawings.length > 0 && writeElement('defs', {}, drawings) };
}
