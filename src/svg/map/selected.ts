import type { Atlas } from '../../core/dataset/dataset.ts';
import type { Position } from '../../core/dataset/model.ts';
import { type Part, writeElement } from '../../core/markup.ts';
import { interpolateStops, LINE_WIDTHS, SELECTED, SELECTED_POINT } from '../../core/style/drawing.ts';
import { buildMarks, buildOutline, type DrawOptions } from '../../core/style/features.ts';
import type { Pattern } from '../../core/style/patterns/pattern.ts';
import { type Canvas, listLines, NETWORK, projectPoint, writeLinePath, writePolygonPath } from './canvas.ts';
import { drawDisrupted } from './disrupted.ts';
import { px } from '../geometry.ts';
import { writeLineStroke, writePaint } from '../paint.ts';
import { joinPaths, ROUND, writePattern } from '../strokes.ts';

/** A bright line with the colour inside, a ring round a place, an edge round an area. */
export function drawSelected(
  atlas: Atlas,
  { selected, marked, theme }: Pick<DrawOptions, 'theme'> & { selected: string | null; marked: readonly string[] },
  canvas: Canvas,
): Part {
  const { palette, view, isDashed } = canvas;
  const { zoom } = view.camera;
  const base = interpolateStops(LINE_WIDTHS, zoom);
  const features = [...buildOutline(atlas, selected, theme).features, ...buildMarks(atlas, marked, theme).features];
  const rows = features.map(({ geometry, properties }) => ({
    colour: String(properties?.['colour']),
    pattern: properties?.['pattern'] as Pattern,
    disrupted: properties?.['disrupted'] === true,
    d: listLines(geometry)
      .map((part) => writeLinePath(part, canvas, NETWORK))
      .join(''),
  }));
  const lines = joinPaths(rows, ({ colour, pattern }) => `${pattern} ${colour}`);
  const areas = features.map(({ geometry }) => writePolygonPath(geometry, canvas, NETWORK)).join('');
  const points = features.flatMap(({ geometry }) =>
    geometry.type === 'Point' ? projectPoint(geometry.coordinates as Position, canvas) : [],
  );
  const { halo, line } = SELECTED;
  const width = base * line.times;
  return [
    lines.map(({ d }) =>
      writeElement('path', {
        d,
        'stroke-width': px(base * halo.times + halo.more),
        'stroke-opacity': halo.opacity,
        ...ROUND,
        ...writePaint(palette, { stroke: 'highlight' }),
      }),
    ),
    lines.map(({ pattern, colour, d }) =>
      writeElement('path', {
        d,
        'stroke-width': px(width),
        ...writePattern(pattern, width, isDashed ? colour : null),
        ...writeLineStroke(palette, colour),
      }),
    ),
    drawDisrupted(rows, width, palette),
    areas !== '' &&
      writeElement('path', { d: areas, 'stroke-width': SELECTED.area, ...writePaint(palette, { stroke: 'highlight' }) }),
    points.map(([x, y]) =>
      writeElement('circle', {
        cx: px(x),
        cy: px(y),
        r: px(interpolateStops(SELECTED_POINT.radius, zoom)),
        'fill-opacity': SELECTED_POINT.opacity,
        'stroke-width': SELECTED_POINT.stroke,
        ...writePaint(palette, { fill: 'highlight', stroke: 'nodeStroke' }),
      }),
    ),
  ];
}
