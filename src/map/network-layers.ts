/** The network over the base map: rivals, corridors, railways, areas, nodes, and what is selected. */
import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import type { Palette } from '../core/palette.ts';
import { BOLD, REGULAR } from './fonts.ts';

/** Sources of the strands in drawing order: what matters most comes last. */
export const LINE_SOURCES = ['rivals', 'corridors', 'railways'] as const;
export type LineSource = (typeof LINE_SOURCES)[number];

const WIDTHS = [2, 1.7, 4, 2.6, 7, 4, 10, 5.5, 14, 8];
/** A width that grows with the zoom, made of that of a plain line. */
export const byZoom = (scale: (width: number) => ExpressionSpecification | number): ExpressionSpecification =>
  ['interpolate', ['linear'], ['zoom'], ...WIDTHS.map((value, i) => (i % 2 === 0 ? value : scale(value)))] as never;

const offset = byZoom((width) => ['*', ['get', 'side'], width + 0.9]);
const thickness = (source: LineSource) => (source === 'rivals' ? 0.75 : 1);
export const pattern = (...names: string[]): FilterSpecification => ['in', ['get', 'pattern'], ['literal', names]];

/** Dash patterns in widths of the line. Open railways are solid; a row of dots is a ship. */
export const DASHES: Record<string, number[]> = {
  road: [4, 1.2, 1.2, 1.2],
  'under-construction': [5, 1.6],
  planned: [2, 1.8],
  closed: [0.7, 2.4],
};
const dashed = Object.keys(DASHES);
export const DOTS = [0.01, 2];

function strandLayers(source: LineSource, palette: Palette): LayerSpecification[] {
  const scale = thickness(source);
  const line = { 'line-color': ['get', 'colour'] as ExpressionSpecification, 'line-offset': offset };
  return [
    {
      id: `${source}-casing`,
      type: 'line',
      source,
      filter: pattern('rail', 'road', 'under-construction', 'planned', 'closed'),
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': palette.casing,
        'line-width': byZoom((w) => w * scale + 2),
        'line-offset': offset,
        'line-opacity': 0.9,
      },
    },
    {
      id: `${source}-dots`,
      type: 'line',
      source,
      filter: pattern('sea'),
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { ...line, 'line-width': byZoom((w) => w * scale), 'line-dasharray': DOTS },
    },
    {
      id: `${source}-dashed`,
      type: 'line',
      source,
      filter: pattern(...dashed),
      layout: { 'line-join': 'round' },
      paint: {
        ...line,
        'line-width': byZoom((w) => w * scale),
        'line-dasharray': [
          'match',
          ['get', 'pattern'],
          ...dashed.flatMap((name) => [name, ['literal', DASHES[name]!]]),
          ['literal', [1]],
        ] as never,
      },
    },
    {
      id: `${source}-solid`,
      type: 'line',
      source,
      filter: pattern('rail'),
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { ...line, 'line-width': byZoom((w) => w * scale) },
    },
  ];
}

/** Layers that a strand can be picked from. */
export const STRAND_LAYERS = LINE_SOURCES.flatMap((source) => [`${source}-solid`, `${source}-dashed`, `${source}-dots`]);

const isLine: FilterSpecification = ['==', ['geometry-type'], 'LineString'];
const isPoint: FilterSpecification = ['==', ['geometry-type'], 'Point'];
const isArea: FilterSpecification = ['==', ['geometry-type'], 'Polygon'];

/** Readers' own routes: a dark edge round a narrow line, as none of ours has. */
function ownLayers(palette: Palette): LayerSpecification[] {
  const layout = { 'line-cap': 'round', 'line-join': 'round' } as const;
  return [
    {
      id: 'own-edge',
      type: 'line',
      source: 'own',
      layout,
      paint: { 'line-color': palette.nodeStroke, 'line-width': byZoom((w) => w + 3.4) },
    },
    {
      id: 'own-gap',
      type: 'line',
      source: 'own',
      layout,
      paint: { 'line-color': palette.casing, 'line-width': byZoom((w) => w + 1.4) },
    },
    {
      id: 'own-line',
      type: 'line',
      source: 'own',
      layout,
      paint: { 'line-color': ['get', 'colour'], 'line-width': byZoom((w) => w * 0.9) },
    },
  ];
}

/** What is selected or pointed at: a wide bright line with the feature's own colour inside. */
function outlineLayers(source: 'selected' | 'hovered', palette: Palette): LayerSpecification[] {
  const strong = source === 'selected';
  return [
    {
      id: `${source}-glow`,
      type: 'line',
      source,
      filter: isLine,
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': palette.highlight,
        'line-width': byZoom((w) => w * 1.6 + (strong ? 6 : 4)),
        'line-opacity': strong ? 0.85 : 0.6,
      },
    },
    {
      id: `${source}-line`,
      type: 'line',
      source,
      filter: isLine,
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': ['get', 'colour'], 'line-width': byZoom((w) => w * 1.25) },
    },
    {
      id: `${source}-area`,
      type: 'line',
      source,
      filter: isArea,
      paint: { 'line-color': palette.highlight, 'line-width': 3.5 },
    },
    {
      id: `${source}-point`,
      type: 'circle',
      source,
      filter: isPoint,
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 3, 9, 10, 14],
        'circle-color': palette.highlight,
        'circle-opacity': 0.55,
        'circle-stroke-color': palette.nodeStroke,
        'circle-stroke-width': strong ? 2 : 1,
      },
    },
  ];
}

/** Areas, lines and selection, to go under all labels. */
export function networkLayers(palette: Palette): LayerSpecification[] {
  return [
    {
      id: 'areas',
      type: 'fill',
      source: 'areas',
      paint: {
        'fill-color': palette.areaFill,
        'fill-opacity': ['match', ['get', 'kind'], 'free-zone', 0.12, 'port', 0.2, 0.38],
      },
    },
    {
      id: 'areas-edge',
      type: 'line',
      source: 'areas',
      minzoom: 7,
      paint: { 'line-color': palette.areaStroke, 'line-width': 1.2, 'line-dasharray': [2, 1.5] },
    },
    ...outlineLayers('hovered', palette).filter(({ id }) => id === 'hovered-glow'),
    ...LINE_SOURCES.flatMap((source) => strandLayers(source, palette)),
    ...ownLayers(palette),
    ...outlineLayers('hovered', palette).filter(({ id }) => id !== 'hovered-glow'),
    ...outlineLayers('selected', palette),
  ];
}

/** Zoom from which the nodes of each rank are shown. */
const RANK_ZOOM = [0, 1.5, 3.7, 5.2, 7.2];
const ranked = (extra = 0): FilterSpecification =>
  [
    '>=',
    ['zoom'],
    ['+', extra, ['match', ['get', 'rank'], 1, RANK_ZOOM[1]!, 2, RANK_ZOOM[2]!, 3, RANK_ZOOM[3]!, RANK_ZOOM[4]!]],
  ] as never;

const ICONS: ExpressionSpecification = [
  'match',
  ['get', 'kind'],
  'port',
  'port',
  'border',
  'border',
  'gauge-change',
  'gauge',
  'station',
];

/** Symbols and names of nodes, areas and events; the last ones win where labels meet. */
export function nodeLayers(palette: Palette): LayerSpecification[] {
  const halo = { 'text-halo-color': palette.halo, 'text-halo-width': 1.8 };
  return [
    {
      id: 'area-labels',
      type: 'symbol',
      source: 'areas',
      minzoom: 10,
      layout: { 'text-field': ['get', 'name'], 'text-font': [REGULAR], 'text-size': 12, 'text-max-width': 7 },
      paint: { 'text-color': palette.areaStroke, ...halo },
    },
    {
      id: 'nodes',
      type: 'symbol',
      source: 'nodes',
      filter: ranked(),
      layout: {
        'icon-image': ICONS,
        'icon-size': ['interpolate', ['linear'], ['zoom'], 3, 0.62, 8, 1],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
        'symbol-sort-key': ['-', 0, ['get', 'rank']],
      },
    },
    {
      id: 'events',
      type: 'symbol',
      source: 'events',
      minzoom: 3,
      layout: { 'icon-image': 'event', 'icon-size': 0.9, 'icon-offset': [0, -14], 'icon-padding': 0, 'icon-allow-overlap': true },
    },
    {
      id: 'node-labels',
      type: 'symbol',
      source: 'nodes',
      filter: ranked(),
      layout: {
        'text-field': ['get', 'name'],
        'text-font': [BOLD],
        'text-size': [
          'interpolate',
          ['linear'],
          ['zoom'],
          3,
          ['match', ['get', 'rank'], 1, 12.5, 11],
          9,
          ['match', ['get', 'rank'], 1, 16, 2, 14.5, 13],
        ],
        'text-variable-anchor': ['left', 'right', 'top', 'bottom', 'top-left', 'top-right', 'bottom-left', 'bottom-right'],
        'text-radial-offset': 0.75,
        'text-justify': 'auto',
        'text-max-width': 8,
        'text-padding': 3,
        'symbol-sort-key': ['get', 'rank'],
      },
      paint: { 'text-color': palette.labelNode, ...halo },
    },
  ];
}
