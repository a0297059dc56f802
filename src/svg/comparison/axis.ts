/** An axis of kilometres below a chart, with lines up through it. */
import { computeTicks } from '../../core/compare/layout.ts';
import { type Part, writeElement } from '../../core/markup.ts';
import { px } from '../geometry.ts';
import { writePaint } from '../paint.ts';
import { measureText } from '../text.ts';
import { type Style, TEXT, writeText } from './layout.ts';

interface KmAxis {
  low: number;
  high: number;
  left: number;
  right: number;
  /** Where the lines begin and the axis lies. */
  top: number;
  bottom: number;
  formatKm(km: number): string;
}

/** Height that the axis takes below its line. */
export const AXIS_HEIGHT = 24;
/** Least room between two labels. */
const LABEL_GAP = 20;

export function drawKmAxis({ low, high, left, right, top, bottom, formatKm }: KmAxis, { palette }: Style): Part {
  const getX = (km: number): number => left + ((km - low) / (high - low)) * (right - left);
  const widest = Math.max(...[low, high].map((km) => measureText(formatKm(km)) * TEXT)) + LABEL_GAP;
  const ticks = computeTicks(low, high, Math.max(2, Math.floor((right - left) / widest)));
  const labels = ticks.map((km) => {
    const [x, width] = [getX(km), measureText(formatKm(km)) * TEXT];
    const anchor = x - width / 2 < left - 4 ? 'start' : x + width / 2 > right + 4 ? 'end' : 'middle';
    const from = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
    return { x, anchor, text: formatKm(km), from, to: from + width };
  });
  return [
    labels.map(({ x, anchor, text, to }, i) => [
      writeElement('path', { d: `M${px(x)} ${px(top)}V${px(bottom + 5)}`, ...writePaint(palette, { stroke: 'outline' }) }),
      // The last label is turned inwards where it would reach over the edge: it is the one to keep.
      to + LABEL_GAP / 2 < (labels[i + 1]?.from ?? Infinity) &&
        writeText(x, bottom + 19, text, { 'text-anchor': anchor, ...writePaint(palette, { fill: 'textMuted' }) }),
    ]),
    writeElement('path', { d: `M${px(left)} ${px(bottom)}H${px(right)}`, ...writePaint(palette, { stroke: 'textMuted' }) }),
  ];
}
