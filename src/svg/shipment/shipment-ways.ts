/** The ways and the places of a shipment on a drawn map, as the live map shows them. */
import type { FeatureCollection, LineString, Point } from 'geojson';
import type { Position } from '../../core/dataset/model.ts';
import { type Part, writeElement } from '../../core/markup.ts';
import { interpolateStops } from '../../core/style/drawing.ts';
import { SHIPMENT } from '../../core/style/shipment.ts';
import { type Canvas, NETWORK, projectPoint, writeLinePath } from '../map/canvas.ts';
import { px } from '../geometry.ts';
import { writePaint } from '../paint.ts';
import { ROUND, writeDashes } from '../strokes.ts';

/** @param ways features with a `role`: done, ahead, position, estimate */
export function drawShipmentWays(ways: FeatureCollection<LineString | Point>, canvas: Canvas): Part {
  const { palette, view } = canvas;
  const width = interpolateStops(SHIPMENT.widths, view.camera.zoom);
  const line = (role: string): string =>
    ways.features
      .map(({ geometry, properties }) =>
        geometry.type === 'LineString' && properties?.['role'] === role
          ? writeLinePath(geometry.coordinates as Position[], canvas, NETWORK)
          : '',
      )
      .join('');
  const points = (role: string) =>
    ways.features.flatMap(({ geometry, properties }) =>
      geometry.type === 'Point' && properties?.['role'] === role ? projectPoint(geometry.coordinates as Position, canvas) : [],
    );
  const [done, ahead] = [line('done'), line('ahead')];
  const ink = writePaint(palette, { fill: 'none', stroke: 'labelNode' });
  const casing = {
    'stroke-width': px(width + SHIPMENT.casingMore),
    ...ROUND,
    ...writePaint(palette, { fill: 'none', stroke: 'casing' }),
  };
  const circle = ([cx, cy]: readonly [number, number], r: number, fill: 'casing' | 'highlight') =>
    writeElement('circle', {
      cx: px(cx),
      cy: px(cy),
      r,
      'stroke-width': 3,
      ...(fill === 'casing' && { 'fill-opacity': 0.4 }),
      ...writePaint(palette, { fill, stroke: 'labelNode' }),
    });
  return [
    [done, ahead].map((d) => d !== '' && writeElement('path', { d, ...casing })),
    ahead !== '' &&
      writeElement('path', {
        d: ahead,
        'stroke-width': px(width),
        'stroke-linejoin': 'round',
        'stroke-dasharray': writeDashes(SHIPMENT.dashes, width),
        ...ink,
      }),
    done !== '' && writeElement('path', { d: done, 'stroke-width': px(width), ...ROUND, ...ink }),
    points('estimate').map((point) => circle(point, SHIPMENT.ring, 'casing')),
    points('position').map((point) => circle(point, SHIPMENT.dot, 'highlight')),
  ];
}
