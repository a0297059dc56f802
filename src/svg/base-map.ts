/** Sea, land, lakes, rivers and borders. */
import type { FeatureCollection, Geometry, Position as Place } from 'geojson';
import type { BaseMapData } from '../core/dataset/load-base-map.ts';
import { interpolateStops, BASE_WIDTHS, DETAIL_ZOOM, DISPUTED_DASH, RIVER_ZOOM } from '../core/style/drawing.ts';
import type { Position } from '../core/dataset/model.ts';
import { type Canvas, linePath, ringsPath } from './canvas.ts';
import { writePathData, px } from './geometry.ts';
import { writeElement, writePaint } from './markup.ts';

const asLine = (line: readonly Place[]): Position[] => line as Position[];

function linesOf(geometry: Geometry): Position[][] {
  if (geometry.type === 'LineString') return [asLine(geometry.coordinates)];
  return geometry.type === 'MultiLineString' ? geometry.coordinates.map(asLine) : [];
}

function polygonsOf(geometry: Geometry): Position[][][] {
  if (geometry.type === 'Polygon') return [geometry.coordinates.map(asLine)];
  return geometry.type === 'MultiPolygon' ? geometry.coordinates.map((rings) => rings.map(asLine)) : [];
}

const geometries = (data: FeatureCollection | undefined): Geometry[] => data?.features.map(({ geometry }) => geometry) ?? [];
const polygons = (data: FeatureCollection | undefined): Position[][][] => geometries(data).flatMap(polygonsOf);

export function drawBaseMap(data: BaseMapData, canvas: Canvas): string {
  const { view, palette, frame } = canvas;
  const { zoom } = view.camera;
  const [left, top, right, bottom] = frame;
  const back = { x: px(left), y: px(top), width: px(right - left), height: px(bottom - top) };
  const horizon = view.horizon();
  const sea = horizon
    ? writeElement('rect', { ...back, ...writePaint(palette, { fill: 'space' }) }) +
      writeElement('path', { d: writePathData(horizon, { close: true }), ...writePaint(palette, { fill: 'sea' }) })
    : writeElement('rect', { ...back, ...writePaint(palette, { fill: 'sea' }) });

  const shapes = zoom >= DETAIL_ZOOM && data.high ? data.high : data.scale50m;
  const path = (d: string, attributes: Parameters<typeof writeElement>[1]): string =>
    d === '' ? '' : writeElement('path', { d, ...attributes });
  const land = polygons(shapes['land'])
    .map((rings) => ringsPath(rings, canvas, canvas.detail))
    .join('');
  const lakes = polygons(data.waters.lakes)
    .map((rings) => ringsPath(rings, canvas, canvas.detail))
    .join('');
  const lines = (collection: FeatureCollection | undefined): string =>
    geometries(collection)
      .flatMap(linesOf)
      .map((line) => linePath(line, canvas, canvas.detail))
      .join('');
  const borders = (kind: 'settled' | 'disputed'): string =>
    (shapes['borders']?.features ?? [])
      .filter(({ properties }) => properties?.['kind'] === kind)
      .flatMap(({ geometry }) => linesOf(geometry))
      .map((line) => linePath(line, canvas, canvas.detail))
      .join('');
  const width = (name: keyof typeof BASE_WIDTHS): number => interpolateStops(BASE_WIDTHS[name], zoom);

  return [
    sea,
    path(land, {
      'stroke-width': px(width('coast')),
      'fill-rule': 'evenodd',
      ...writePaint(palette, { fill: 'land', stroke: 'landEdge' }),
    }),
    path(borders('settled'), {
      'stroke-width': px(width('settled')),
      ...writePaint(palette, { fill: 'none', stroke: 'border' }),
    }),
    path(borders('disputed'), {
      'stroke-width': px(width('disputed')),
      'stroke-dasharray': DISPUTED_DASH.map((dash) => px(dash * width('disputed'))).join(' '),
      ...writePaint(palette, { fill: 'none', stroke: 'borderDisputed' }),
    }),
    path(lakes, { 'stroke-width': px(width('lake')), ...writePaint(palette, { fill: 'lake', stroke: 'landEdge' }) }),
    zoom < RIVER_ZOOM
      ? ''
      : path(lines(data.waters.rivers), {
          'stroke-width': px(width('river')),
          'stroke-linejoin': 'round',
          'stroke-linecap': 'round',
          ...writePaint(palette, { fill: 'none', stroke: 'river' }),
        }),
  ].join('');
}
