import type { FilterSpecification, LayerSpecification } from 'maplibre-gl';
import {
  AREA_TEXT,
  DISRUPTED_ICON,
  EVENT_ICON,
  LABEL_STYLES,
  NODE_ICON_SIZE,
  NODE_ICONS,
  NODE_TEXT,
  OTHER_NODE_ICON,
  RANK_ZOOM,
} from '../../core/style/drawing.ts';
import type { Palette } from '../../core/style/palette.ts';
import { interpolateByZoom, matchProperty } from './expressions.ts';
import { getLabelStyle } from './label-style.ts';
import { IS_DISRUPTED } from './network-layers.ts';

const ranked: FilterSpecification = [
  '>=',
  ['zoom'],
  ['match', ['get', 'rank'], 1, RANK_ZOOM[1], 2, RANK_ZOOM[2], 3, RANK_ZOOM[3], RANK_ZOOM[4]],
];

const ICONS = matchProperty('kind', Object.entries(NODE_ICONS), OTHER_NODE_ICON);

/** A sign in the middle of each disrupted line. */
const DISRUPTION_SYMBOLS: LayerSpecification = {
  id: 'disruptions',
  type: 'symbol',
  source: 'parallelLines',
  filter: IS_DISRUPTED,
  layout: {
    'symbol-placement': 'line-center',
    'icon-image': 'disrupted',
    'icon-size': DISRUPTED_ICON.size,
    'icon-padding': DISRUPTED_ICON.apart / 2,
    'icon-rotation-alignment': 'viewport',
  },
};

/** Symbols and names of nodes, areas and events; the last ones win where labels meet. */
export function buildNodeLayers(palette: Palette): LayerSpecification[] {
  const halo = { 'text-halo-color': palette.halo, 'text-halo-width': LABEL_STYLES.nodes.halo };
  return [
    {
      id: 'area-labels',
      type: 'symbol',
      source: 'areas',
      minzoom: AREA_TEXT.zoom,
      layout: { 'text-field': ['get', 'name'], ...getLabelStyle(LABEL_STYLES.areas), 'text-size': AREA_TEXT.size },
      paint: { 'text-color': palette.areaStroke, ...halo },
    },
    DISRUPTION_SYMBOLS,
    {
      id: 'nodes',
      type: 'symbol',
      source: 'nodes',
      filter: ranked,
      layout: {
        'icon-image': ICONS,
        'icon-size': interpolateByZoom(NODE_ICON_SIZE),
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
        'symbol-sort-key': ['-', 0, ['get', 'rank']],
      },
    },
    {
      id: 'events',
      type: 'symbol',
      source: 'events',
      minzoom: EVENT_ICON.zoom,
      layout: {
        'icon-image': 'event',
        'icon-size': EVENT_ICON.size,
        'icon-offset': [0, -EVENT_ICON.up],
        'icon-padding': 0,
        'icon-allow-overlap': true,
      },
    },
    buildNodeLabels(palette, halo),
  ];
}

function buildNodeLabels(palette: Palette, halo: { 'text-halo-color': string; 'text-halo-width': number }): LayerSpecification {
  return {
    id: 'node-labels',
    type: 'symbol',
    source: 'nodes',
    filter: ranked,
    layout: {
      'text-field': ['get', 'name'],
      ...getLabelStyle(LABEL_STYLES.nodes),
      'text-size': [
        'interpolate',
        ['linear'],
        ['zoom'],
        NODE_TEXT.from,
        ['match', ['get', 'rank'], 1, NODE_TEXT.sizes[0][0], 2, NODE_TEXT.sizes[1][0], NODE_TEXT.sizes[2][0]],
        NODE_TEXT.to,
        ['match', ['get', 'rank'], 1, NODE_TEXT.sizes[0][1], 2, NODE_TEXT.sizes[1][1], NODE_TEXT.sizes[2][1]],
      ],
      'symbol-sort-key': ['get', 'rank'],
    },
    paint: { 'text-color': palette.labelNode, ...halo },
  };
}
