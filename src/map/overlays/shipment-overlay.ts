/** Shipments on the map: ways done solid, ways ahead dashed, an estimate as a ring, many of them as counts. Fetched when there are any. */
import type { FeatureCollection, LineString, Point } from 'geojson';
import type { CircleLayerSpecification, GeoJSONSource, LayerSpecification, Map as MapLibreMap, PointLike } from 'maplibre-gl';
import type { MapOverlay } from './overlays.ts';
import { PALETTES, type Palette, type Theme } from '../../core/style/palette.ts';
import { SHIPMENT } from '../../core/style/shipment.ts';
import { BOLD } from '../layers/font-names.ts';
import { interpolateByZoom } from '../layers/expressions.ts';

export interface ShipmentMapData {
  /** Features with a `role`: done, ahead, position, estimate. */
  ways: FeatureCollection<LineString | Point>;
  /** Points with `spot`, `count` and `label`. */
  counts: FeatureCollection<Point>;
}

const WAYS = 'shipment-ways';
const COUNTS = 'shipment-counts';
/** Pixels round the pointer in which a count is picked. */
const REACH = 6;

const hasRole = (role: string): ['==', ['get', string], string] => ['==', ['get', 'role'], role];

function buildWayLayers(palette: Palette): LayerSpecification[] {
  const line = { type: 'line', source: WAYS, layout: { 'line-join': 'round' } } as const;
  const width = interpolateByZoom(SHIPMENT.widths);
  const wider = interpolateByZoom(SHIPMENT.widths.map(([zoom, value]) => [zoom, value + SHIPMENT.casingMore]));
  const colour = palette.labelNode;
  return [
    {
      ...line,
      id: 'shipment-casing',
      filter: ['in', ['get', 'role'], ['literal', ['done', 'ahead']]],
      paint: { 'line-color': palette.casing, 'line-width': wider },
    },
    {
      ...line,
      id: 'shipment-ahead',
      filter: hasRole('ahead'),
      paint: { 'line-color': colour, 'line-width': width, 'line-dasharray': [...SHIPMENT.dashes] },
    },
    {
      ...line,
      id: 'shipment-done',
      filter: hasRole('done'),
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': colour, 'line-width': width },
    },
  ];
}

function buildPointLayers(palette: Palette): LayerSpecification[] {
  const point = (id: string, role: string, paint: NonNullable<CircleLayerSpecification['paint']>): LayerSpecification => ({
    id,
    type: 'circle',
    source: WAYS,
    filter: hasRole(role),
    paint: { ...paint, 'circle-stroke-color': palette.labelNode },
  });
  return [
    point('shipment-estimate', 'estimate', {
      'circle-radius': SHIPMENT.ring,
      'circle-color': palette.casing,
      'circle-opacity': 0.4,
      'circle-stroke-width': 2.5,
    }),
    point('shipment-position', 'position', {
      'circle-radius': SHIPMENT.dot,
      'circle-color': palette.highlight,
      'circle-stroke-width': 3,
    }),
  ];
}

function buildCountLayers(palette: Palette): LayerSpecification[] {
  return [
    {
      id: 'shipment-counts',
      type: 'circle',
      source: COUNTS,
      paint: {
        'circle-color': palette.accent,
        'circle-radius': ['interpolate', ['linear'], ['log10', ['get', 'count']], 0, 10, 4, 26],
        'circle-stroke-color': palette.casing,
        'circle-stroke-width': 2,
      },
    },
    {
      id: 'shipment-numbers',
      type: 'symbol',
      source: COUNTS,
      layout: {
        'text-field': ['get', 'label'],
        'text-font': [BOLD],
        'text-size': 12,
        // Where circles overlap at a distance, the number of the largest is read, not two numbers in each other.
        'symbol-sort-key': ['-', 0, ['get', 'count']],
      },
      paint: { 'text-color': palette.accentText },
    },
  ];
}

const buildLayers = (palette: Palette): LayerSpecification[] => [
  ...buildWayLayers(palette),
  ...buildPointLayers(palette),
  ...buildCountLayers(palette),
];

export class ShipmentOverlay implements MapOverlay {
  readonly #data: ShipmentMapData;
  readonly #theme: Theme;

  constructor(data: ShipmentMapData, theme: Theme) {
    this.#data = data;
    this.#theme = theme;
  }

  show(map: MapLibreMap): void {
    for (const [id, data] of [
      [WAYS, this.#data.ways],
      [COUNTS, this.#data.counts],
    ] as const) {
      const source = map.getSource<GeoJSONSource>(id);
      if (source) void source.setData(data);
      else map.addSource(id, { type: 'geojson', data });
    }
    for (const layer of buildLayers(PALETTES[this.#theme])) {
      if (!map.getLayer(layer.id)) map.addLayer(layer);
      else {
        for (const [name, value] of Object.entries(layer.paint ?? {}))
          map.setPaintProperty(layer.id, name as never, value as never);
      }
    }
  }

  pick(map: MapLibreMap, { x, y }: { x: number; y: number }): string | null {
    if (!map.getLayer('shipment-counts')) return null;
    const near: [PointLike, PointLike] = [
      [x - REACH, y - REACH],
      [x + REACH, y + REACH],
    ];
    const [found] = map.queryRenderedFeatures(near, { layers: ['shipment-counts'] });
    return found ? `${SHIPMENT.pickPrefix}${String(found.properties['spot'])}` : null;
  }

  remove(map: MapLibreMap): void {
    for (const { id } of buildLayers(PALETTES.light)) if (map.getLayer(id)) map.removeLayer(id);
    for (const id of [WAYS, COUNTS]) if (map.getSource(id)) map.removeSource(id);
  }
}
