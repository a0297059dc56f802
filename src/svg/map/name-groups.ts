import { type Attributes, type Part, writeElement, writeGroup } from '../../core/markup.ts';
import type { LabelStyle } from '../../core/style/drawing.ts';
import { px } from '../geometry.ts';
import { type Colour, writePaint } from '../paint.ts';
import type { Canvas } from './canvas.ts';
import type { Label } from './labels.ts';

/** Names of one kind. */
export interface NameGroup {
  style: LabelStyle;
  fill: Attributes;
  halo: Colour;
  labels: Label[];
}

function drawLabel({ lines: [first = '', ...rest], align, x, y, leading, turn }: Label): Part {
  return writeElement(
    'text',
    {
      x: px(x),
      y: px(y),
      'text-anchor': align === 'start' ? undefined : align,
      transform: turn && `rotate(${turn.angle} ${px(turn.about[0])} ${px(turn.about[1])})`,
    },
    first,
    rest.map((line) => writeElement('tspan', { x: px(x), dy: px(leading) }, line)),
  );
}

/** The halo is the same names once more, below them: not all programs know `paint-order`. */
export function drawGroup({ style, fill, halo, labels }: NameGroup, id: string, { palette }: Canvas): Part {
  if (labels.length === 0) return null;
  const sizes = [...new Set(labels.map(({ size }) => size))];
  return writeGroup(
    {
      ...fill,
      'font-weight': style.bold ? 600 : undefined,
      'letter-spacing': style.spacing === undefined ? undefined : `${style.spacing}em`,
    },
    writeElement('use', {
      href: `#${id}`,
      ...writePaint(palette, { stroke: halo }),
      'stroke-width': style.halo * 2,
      'stroke-linejoin': 'round',
    }),
    writeGroup(
      { id },
      sizes.map((size) => writeGroup({ 'font-size': px(size) }, labels.filter((label) => label.size === size).map(drawLabel))),
    ),
  );
}
