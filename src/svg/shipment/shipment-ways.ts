/** The ways and the places of a shipment on a drawn map, as the live map shows them, and the key to them. */
import type { FeatureCollection, LineString, Point } from 'geojson';
import type { Position } from '../../core/dataset/model.ts';
import { type Part, writeElement } from '../../core/markup.ts';
import { interpolateStops } from '../../core/style/drawing.ts';
import type { Palette } from '../../core/style/palette.ts';
import { SHIPMENT, type ShipmentRole } from '../../core/style/shipment.ts';
import { type Canvas, NETWORK, projectPoint, writeLinePath } from '../map/canvas.ts';
import { px } from '../geometry.ts';
import { writePaint } from '../paint.ts';
import { ROUND, writeDashes } from '../strokes.ts';

type WayRole = 'done' | 'ahead';
type PlaceRole = Exclude<ShipmentRole, WayRole>;

/** Lines of ways, `width` pixels wide: the light edges of all of them lie below. */
function drawWays(paths: Readonly<Record<WayRole, string>>, width: number, palette: Palette): Part {
  const ink = writePaint(palette, { fill: 'none', stroke: 'labelNode' });
  const casing = {
    'stroke-width': px(width + SHIPMENT.casingMore),
    ...ROUND,
    ...writePaint(palette, { fill: 'none', stroke: 'casing' }),
  };
  return [
    [paths.done, paths.ahead].map((d) => d !== '' && writeElement('path', { d, ...casing })),
    paths.ahead !== '' &&
      writeElement('path', {
        d: paths.ahead,
        'stroke-width': px(width),
        'stroke-linejoin': 'round',
        'stroke-dasharray': writeDashes(SHIPMENT.dashes, width),
        ...ink,
      }),
    paths.done !== '' && writeElement('path', { d: paths.done, 'stroke-width': px(width), ...ROUND, ...ink }),
  ];
}

function drawPlace([cx, cy]: readonly [number, number], role: PlaceRole, palette: Palette): Part {
  const isEstimate = role === 'estimate';
  return writeElement('circle', {
    cx: px(cx),
    cy: px(cy),
    r: isEstimate ? SHIPMENT.ring : SHIPMENT.dot,
    'stroke-width': 3,
    ...(isEstimate && { 'fill-opacity': 0.4 }),
    ...writePaint(palette, { fill: isEstimate ? 'casing' : 'highlight', stroke: 'labelNode' }),
  });
}

/** The lines. @param ways features with a `role`: done, ahead, position, estimate */
export function drawShipmentWays(ways: FeatureCollection<LineString | Point>, canvas: Canvas): Part {
  const { palette, view } = canvas;
  const line = (role: WayRole): string =>
    ways.features
      .map(({ geometry, properties }) =>
        geometry.type === 'LineString' && properties?.['role'] === role
          ? writeLinePath(geometry.coordinates as Position[], canvas, NETWORK)
          : '',
      )
      .join('');
  const paths = { done: line('done'), ahead: line('ahead') };
  return drawWays(paths, interpolateStops(SHIPMENT.widths, view.camera.zoom), palette);
}

/** The places; a port or station that is reported must not hide them. */
export function drawShipmentPlaces(ways: FeatureCollection<LineString | Point>, canvas: Canvas): Part {
  return (['estimate', 'position'] as const).map((role) =>
    ways.features.flatMap(({ geometry, properties }) =>
      geometry.type === 'Point' && properties?.['role'] === role
        ? projectPoint(geometry.coordinates as Position, canvas).map((point) => drawPlace(point, role, canvas.palette))
        : [],
    ),
  );
}

/** A sample for a key, 34 pixels wide, its middle at `y`. */
export function drawWaySample(role: ShipmentRole, x: number, y: number, palette: Palette): Part {
  if (role === 'position' || role === 'estimate') return drawPlace([x + 17, y], role, palette);
  const paths = { done: '', ahead: '' };
  paths[role] = `M${px(x)} ${px(y)}h34`;
  return drawWays(paths, 4, palette);
}
