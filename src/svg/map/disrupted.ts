import { type Part, writeElement } from '../../core/markup.ts';
import { DISRUPTED } from '../../core/style/drawing.ts';
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
  const d = rows.map((row) => (row.disrupted ? row.d : '')).join('');
  return (
    d !== '' &&
    writeElement('path', {
      d,
      'stroke-width': px(width + DISRUPTED.more),
      'stroke-dasharray': writeDashes(DISRUPTED.dash, width + DISRUPTED.more),
      ...writePaint(palette, { stroke: 'nodeStroke' }),
    })
  );
}
