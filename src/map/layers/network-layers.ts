/** The network over the base map: alternative routes, corridors, railways, areas, nodes, and what is selected. */
import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import {
  AREA_EDGE,
  AREA_OPACITY,
  AREA_ZOOM,
  CASING,
  SELECTED,
  SELECTED_POINT,
  SIDE_GAP,
  getDisruptedBars,
  getLineWidth,
  type Tier,
  TIERS,
} from '../../core/style/drawing.ts';
import type { Palette } from '../../core/style/palette.ts';
import {
  requireAll,
  DASH_PATTERN,
  dashByZoom,
  DASHED,
  hasPattern,
  interpolateByZoom,
  joinTexts,
  scaleByZoom,
  shareByAll,
} from './expressions.ts';

const offset = scaleByZoom((width) => ['*', ['get', 'side'], width + SIDE_GAP]);

export const IS_DISRUPTED: ExpressionSpecification = ['==', ['get', 'disrupted'], true];

/** Tiers share one source: MapLibre masks the tiles of each source again, which takes most of the time of a globe's frame. */
function buildTierLayers(tier: Tier, palette: Palette): LayerSpecification[] {
  const scale = getLineWidth(tier);
  const source = 'parallelLines';
  const filterBy = (...patterns: string[]): FilterSpecification =>
    requireAll(['==', ['get', 'tier'], tier], hasPattern(...patterns));
  const line = { 'line-color': ['get', 'colour'] as ExpressionSpecification, 'line-offset': offset };
  return [
    {
      id: `${tier}-casing`,
      type: 'line',
      source,
      filter: filterBy('rail', ...DASHED),
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': shareByAll(palette.casing),
        'line-width': scaleByZoom((w) => w * scale + CASING.more),
        'line-offset': offset,
        'line-opacity': CASING.opacity,
      },
    },
    {
      id: `${tier}-dots`,
      type: 'line',
      source,
      filter: filterBy('sea'),
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { ...line, 'line-width': scaleByZoom((w) => w * scale), 'line-dasharray': DASH_PATTERN },
    },
    {
      id: `${tier}-dashed`,
      type: 'line',
      source,
      filter: filterBy(...DASHED),
      layout: { 'line-join': 'round' },
      paint: { ...line, 'line-width': scaleByZoom((w) => w * scale), 'line-dasharray': DASH_PATTERN },
    },
    {
      id: `${tier}-solid`,
      type: 'line',
      source,
      filter: filterBy('rail'),
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { ...line, 'line-width': scaleByZoom((w) => w * scale) },
    },
    {
      id: `${tier}-disrupted`,
      type: 'line',
      source,
      filter: requireAll(['==', ['get', 'tier'], tier], IS_DISRUPTED),
      paint: {
        'line-color': shareByAll(palette.nodeStroke),
        'line-width': scaleByZoom((w) => getDisruptedBars(w * scale).width),
        'line-offset': offset,
        'line-dasharray': dashByZoom((w) => getDisruptedBars(w * scale).dash),
      },
    },
  ];
}

/** Layers that a parallel line can be picked from. */
export const LINE_LAYERS = TIERS.flatMap((tier) => [`${tier}-solid`, `${tier}-dashed`, `${tier}-dots`, `${tier}-disrupted`]);

const isLine: FilterSpecification = ['==', ['geometry-type'], 'LineString'];
const isPoint: FilterSpecification = ['==', ['geometry-type'], 'Point'];
const isArea: FilterSpecification = ['==', ['geometry-type'], 'Polygon'];

/** Imported routes: a dark edge round a narrow line, as no line of the network has. */
function buildImportedLayers(palette: Palette): LayerSpecification[] {
  const layout = { 'line-cap': 'round', 'line-join': 'round' } as const;
  return [
    {
      id: 'imported-edge',
      type: 'line',
      source: 'imported',
      layout,
      paint: { 'line-color': palette.nodeStroke, 'line-width': scaleByZoom((w) => w + 3.4) },
    },
    {
      id: 'imported-gap',
      type: 'line',
      source: 'imported',
      layout,
      paint: { 'line-color': palette.casing, 'line-width': scaleByZoom((w) => w + 1.4) },
    },
    {
      id: 'imported-line',
      type: 'line',
      source: 'imported',
      layout,
      paint: { 'line-color': ['get', 'colour'], 'line-width': scaleByZoom((w) => w * 0.9) },
    },
  ];
}

/** What is selected or pointed at: a wide bright line with the feature's own colour and pattern inside. */
function buildOutlineLayers(source: 'selected' | 'hovered', palette: Palette): LayerSpecification[] {
  const strong = source === 'selected';
  const inside = {
    'line-color': ['get', 'colour'] as ExpressionSpecification,
    'line-width': scaleByZoom((w) => w * SELECTED.line.times),
  };
  return [
    {
      id: `${source}-halo`,
      type: 'line',
      source,
      filter: isLine,
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': palette.highlight,
        'line-width': scaleByZoom((w) => w * SELECTED.halo.times + (strong ? SELECTED.halo.more : 4)),
        'line-opacity': strong ? SELECTED.halo.opacity : 0.6,
      },
    },
    {
      id: `${source}-dots`,
      type: 'line',
      source,
      filter: hasPattern('sea'),
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { ...inside, 'line-dasharray': DASH_PATTERN },
    },
    {
      id: `${source}-dashed`,
      type: 'line',
      source,
      filter: hasPattern(...DASHED),
      layout: { 'line-join': 'round' },
      paint: { ...inside, 'line-dasharray': DASH_PATTERN },
    },
    {
      id: `${source}-line`,
      type: 'line',
      source,
      filter: hasPattern('rail'),
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: inside,
    },
    {
      id: `${source}-disrupted`,
      type: 'line',
      source,
      filter: IS_DISRUPTED,
      paint: {
        'line-color': shareByAll(palette.nodeStroke),
        'line-width': scaleByZoom((w) => getDisruptedBars(w * SELECTED.line.times).width),
        'line-dasharray': dashByZoom((w) => getDisruptedBars(w * SELECTED.line.times).dash),
      },
    },
    ...buildShapeOutlines(source, palette),
  ];
}

/** The edge of an area and the ring round a place that is selected or pointed at. */
function buildShapeOutlines(source: 'selected' | 'hovered', palette: Palette): LayerSpecification[] {
  return [
    {
      id: `${source}-area`,
      type: 'line',
      source,
      filter: isArea,
      paint: { 'line-color': palette.highlight, 'line-width': SELECTED.area },
    },
    {
      id: `${source}-point`,
      type: 'circle',
      source,
      filter: isPoint,
      paint: {
        'circle-radius': interpolateByZoom(SELECTED_POINT.radius),
        'circle-color': palette.highlight,
        'circle-opacity': SELECTED_POINT.opacity,
        'circle-stroke-color': palette.nodeStroke,
        'circle-stroke-width': source === 'selected' ? SELECTED_POINT.stroke : 1,
      },
    },
  ];
}

/** Areas, lines and selection, to go under all labels. */
export function buildNetworkLayers(palette: Palette): LayerSpecification[] {
  return [
    {
      id: 'areas',
      type: 'fill',
      source: 'areas',
      minzoom: AREA_ZOOM,
      paint: {
        'fill-color': palette.areaFill,
        'fill-opacity': [
          'match',
          ['get', 'kind'],
          'free-zone',
          AREA_OPACITY['free-zone'],
          'port',
          AREA_OPACITY.port,
          AREA_OPACITY.other,
        ],
      },
    },
    {
      id: 'areas-hatch',
      type: 'fill',
      source: 'areas',
      minzoom: AREA_EDGE.zoom,
      paint: { 'fill-pattern': joinTexts('hatch-', ['get', 'kind']), 'fill-opacity': AREA_OPACITY.hatch },
    },
    {
      id: 'areas-edge',
      type: 'line',
      source: 'areas',
      minzoom: AREA_EDGE.zoom,
      paint: { 'line-color': palette.areaStroke, 'line-width': AREA_EDGE.width, 'line-dasharray': AREA_EDGE.dash },
    },
    ...buildOutlineLayers('hovered', palette).filter(({ id }) => id === 'hovered-halo'),
    ...TIERS.flatMap((tier) => buildTierLayers(tier, palette)),
    ...buildImportedLayers(palette),
    ...buildOutlineLayers('hovered', palette).filter(({ id }) => id !== 'hovered-halo'),
    ...buildOutlineLayers('selected', palette),
  ];
}
