import { type Part, writeElement } from '../../core/markup.ts';
import { getDisruptedBars } from '../../core/style/drawing.ts';
import { px } from '../geometry.ts';
import { writePaint } from '../paint.ts';
import { writeDashes } from '../strokes.ts';
import type { Canvas } from './canvas.ts';

/** Bars across the lines where traffic is disrupted. */
export function drawDisrupted(
  rows: readonly { disrupted: boolean; d: string }[],
  width: number,
  palette: Canvas['palette'],
): Part {
  const bars = getDisruptedBars(width);
  const d = rows.map((row) => (row.disrupted ? row.d : '')).join('');
  return (
    d !== '' &&
    writeElement('path', {
      d,
      'stroke-width': px(bars.width),
      'stroke-dasharray': writeDashes(bars.dash, bars.width),
      ...writePaint(palette, { stroke: 'nodeStroke' }),
    })
  );
}
