/** Sea, land, lakes, rivers and borders. */
import type { FeatureCollection, Geometry } from 'geojson';
import type { BaseMapData } from '../../core/dataset/load/load-base-map.ts';
import { type Attributes, type Part, writeElement } from '../../core/markup.ts';
import { BASE_WIDTHS, DETAIL_ZOOM, DISPUTED_DASH, interpolateStops, RIVER_ZOOM } from '../../core/style/drawing.ts';
import { type Canvas, listLines, writeLinePath, writePolygonPath } from './canvas.ts';
import { px, writePathData } from '../geometry.ts';
import { writePaint } from '../paint.ts';

const listGeometries = (data: FeatureCollection | undefined, kind?: 'settled' | 'disputed'): Geometry[] =>
  (data?.features ?? [])
    .filter(({ properties }) => kind === undefined || properties?.['kind'] === kind)
    .map(({ geometry }) => geometry);

/** The background, and the globe on it where it is seen as one. */
function drawSea({ view, palette, frame: [left, top, right, bottom] }: Canvas): Part {
  const frame = { x: px(left), y: px(top), width: px(right - left), height: px(bottom - top) };
  const horizon = view.horizon();
  if (!horizon) return writeElement('rect', { ...frame, ...writePaint(palette, { fill: 'sea' }) });
  return [
    writeElement('rect', { ...frame, ...writePaint(palette, { fill: 'space' }) }),
    writeElement('path', { d: writePathData(horizon, { close: true }), ...writePaint(palette, { fill: 'sea' }) }),
  ];
}

export function drawBaseMap(data: BaseMapData, canvas: Canvas): Part {
  const { view, palette, detail } = canvas;
  const { zoom } = view.camera;
  const shapes = zoom >= DETAIL_ZOOM && data.scale10m ? data.scale10m : data.scale50m;
  const fill = (geometries: readonly Geometry[]): string =>
    geometries.map((geometry) => writePolygonPath(geometry, canvas, detail)).join('');
  const stroke = (geometries: readonly Geometry[]): string =>
    geometries
      .flatMap(listLines)
      .map((line) => writeLinePath(line, canvas, detail))
      .join('');
  const path = (name: keyof typeof BASE_WIDTHS, d: string, attributes: Attributes): Part =>
    d !== '' && writeElement('path', { d, 'stroke-width': px(interpolateStops(BASE_WIDTHS[name], zoom)), ...attributes });
  const dash = DISPUTED_DASH.map((length) => px(length * interpolateStops(BASE_WIDTHS.disputed, zoom))).join(' ');

  return [
    drawSea(canvas),
    path('coast', fill(listGeometries(shapes['land'])), {
      'fill-rule': 'evenodd',
      ...writePaint(palette, { fill: 'land', stroke: 'landEdge' }),
    }),
    path(
      'settled',
      stroke(listGeometries(shapes['borders'], 'settled')),
      writePaint(palette, { fill: 'none', stroke: 'border' }),
    ),
    path('disputed', stroke(listGeometries(shapes['borders'], 'disputed')), {
      'stroke-dasharray': dash,
      ...writePaint(palette, { fill: 'none', stroke: 'borderDisputed' }),
    }),
    path('lake', fill(listGeometries(data.waters.lakes)), writePaint(palette, { fill: 'lake', stroke: 'landEdge' })),
    zoom >= RIVER_ZOOM &&
      path('river', stroke(listGeometries(data.waters.rivers)), {
        'stroke-linejoin': 'round',
        'stroke-linecap': 'round',
        ...writePaint(palette, { fill: 'none', stroke: 'river' }),
      }),
  ];
}
