import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import {
  AREA_TEXT,
  BADGE_ROOM,
  DISRUPTED_ICON,
  DIMMED,
  LABEL_STYLES,
  LINE_NAME,
  NODE_ICON_SIZE,
  NODE_ICONS,
  NODE_OFFSETS,
  NODE_TEXT,
  OTHER_NODE_ICON,
} from '../../core/style/drawing.ts';
import { END, MARKED } from '../../core/style/node-features.ts';
import type { Palette } from '../../core/style/palette.ts';
import { interpolateByZoom, matchProperty, requireAll, shareByAll, UNCUT } from './expressions.ts';
import { getLabelStyle } from './label-style.ts';
import { IS_DISRUPTED } from './network-layers.ts';

/** Names of countries, seas and lines are in the same source. */
const isNode: ExpressionSpecification = ['has', 'order'];
const isShown: ExpressionSpecification = ['>=', ['zoom'], ['get', 'from']];
const isEnd: ExpressionSpecification = ['==', ['get', 'order'], END];
const isMarked: ExpressionSpecification = ['==', ['get', 'order'], MARKED];
const isNamed: FilterSpecification = requireAll(isNode, isShown, ['>', ['get', 'order'], END], ['!', ['get', 'dimmed']]);

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
  paint: { 'icon-opacity': shareByAll(1) },
};

/** Symbols of nodes and areas, and names of places; the last ones win where labels meet. */
export function buildNodeLayers(palette: Palette): LayerSpecification[] {
  const halo = { 'text-halo-color': palette.halo, 'text-halo-width': LABEL_STYLES.nodes.halo };
  return [
    {
      id: 'area-labels',
      type: 'symbol',
      source: 'areas',
      minzoom: AREA_TEXT.zoom,
      filter: requireAll(['has', 'from'], isShown),
      layout: { 'text-field': ['get', 'name'], ...getLabelStyle(LABEL_STYLES.areas), 'text-size': AREA_TEXT.size },
      paint: { 'text-color': palette.areaStroke, ...halo, 'text-opacity': UNCUT },
    },
    DISRUPTION_SYMBOLS,
    {
      id: 'nodes',
      type: 'symbol',
      source: 'labels',
      filter: requireAll(isNode, isShown),
      layout: {
        'icon-image': ICONS,
        'icon-size': interpolateByZoom(NODE_ICON_SIZE),
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
        'symbol-sort-key': ['-', 0, ['get', 'order']],
      },
      paint: { 'icon-opacity': ['case', ['get', 'dimmed'], DIMMED.nodes, 1] },
    },
    buildNodeLabels('node-labels', isNamed, palette),
  ];
}

/** Names that can be turned to another side of their places, those that are placed first in the end. */
export const TURNED_LABELS = ['end-labels', 'marked-labels'] as const;
const [END_LABELS, MARKED_LABELS] = TURNED_LABELS;
/** Values for nodes that are selected, for those with a badge, and for those with a ring. */
const byOffset = (choose: (offset: number) => ExpressionSpecification | number): ExpressionSpecification => [
  'case',
  ['get', 'selected'],
  choose(NODE_OFFSETS.selected),
  matchProperty(
    'kind',
    Object.keys(NODE_ICONS).map((kind) => [kind, choose(NODE_OFFSETS.badge)] as const),
    choose(NODE_OFFSETS.ring),
  ),
];
/** Sides of a place that its name can be kept to. */
export const SIDES = ['before', 'after', 'middle'] as const;
export type Side = (typeof SIDES)[number];

/** Anchors of names and their offsets in ems, in the order in which they are tried: on the left of a place, on its right, above and below. */
function listAnchors(by: number, sides: readonly Side[]): ExpressionSpecification {
  const corner = by / Math.SQRT2;
  const anchors: Record<Side, unknown[]> = {
    before: ['right', [-by, 0], 'bottom-right', [-corner, -corner], 'top-right', [-corner, corner]],
    after: ['left', [by, 0], 'bottom-left', [corner, -corner], 'top-left', [corner, corner]],
    middle: ['top', [0, by], 'bottom', [0, -by]],
  };
  return ['literal', sides.flatMap((side) => anchors[side])];
}
const keepTo = (...sides: readonly Side[]): ExpressionSpecification => byOffset((by) => listAnchors(by, sides));

/** The property of their layers by which those that have fewer sides left are named before the others. */
export const putTurnedFirst = (turned: ReadonlyMap<string, Side>): ['symbol-sort-key', ExpressionSpecification] => [
  'symbol-sort-key',
  matchProperty(
    'id',
    Array.from(turned, ([id]) => [id, 0] as const),
    1,
  ),
];

/** The property of their layers that keeps some of them to a side of their places. */
export const turnEnds = (turned: ReadonlyMap<string, Side>): ['text-variable-anchor-offset', ExpressionSpecification] => [
  'text-variable-anchor-offset',
  matchProperty(
    'id',
    Array.from(turned, ([id, side]) => [id, side === 'middle' ? keepTo('middle') : keepTo(side, 'middle')] as const),
    keepTo('after', 'before', 'middle'),
  ),
];

/** Unseen, and set before the names of places: these keep clear of the badges of others. */
const BADGES: LayerSpecification = {
  id: 'badges',
  type: 'symbol',
  source: 'labels',
  filter: requireAll(isNode, isShown, ['in', ['get', 'kind'], ['literal', Object.keys(NODE_ICONS)]], ['!', ['get', 'dimmed']]),
  layout: {
    'icon-image': ICONS,
    'icon-size': interpolateByZoom(NODE_ICON_SIZE.map(([zoom, size]) => [zoom, size * BADGE_ROOM] as const)),
    'icon-allow-overlap': true,
    'icon-padding': 0,
  },
  paint: { 'icon-opacity': 0 },
};

/** What is named before countries and seas: the ends of what is chosen, from far out the lines themselves, and what is pointed out. */
export const buildFirstLabels = (palette: Palette): LayerSpecification[] => [
  buildNodeLabels(END_LABELS, requireAll(isNode, isShown, isEnd), palette),
  BADGES,
  {
    id: 'line-names',
    type: 'symbol',
    source: 'labels',
    maxzoom: LINE_NAME.maxZoom,
    filter: requireAll(['has', 'angle'], isShown, ['<', ['zoom'], ['get', 'to']]),
    layout: {
      'text-field': ['get', 'text'],
      ...getLabelStyle(LABEL_STYLES.lineNames),
      'text-size': LINE_NAME.size,
      'text-rotate': ['get', 'angle'],
      // As a globe has it already: MapLibre would take it for one on a flat map.
      'text-rotation-alignment': 'viewport',
      // Of two lines the lower one stands where a single one would.
      'text-offset': [
        'case',
        ['in', '\n', ['get', 'text']],
        ['literal', [0, -LINE_NAME.up - LINE_NAME.half]],
        ['literal', [0, -LINE_NAME.up]],
      ],
    },
    paint: {
      'text-color': ['get', 'colour'],
      'text-halo-color': palette.halo,
      'text-halo-width': LABEL_STYLES.lineNames.halo,
      'text-opacity': UNCUT,
    },
  },
  buildNodeLabels(MARKED_LABELS, requireAll(isNode, isShown, isMarked), palette),
];

function buildNodeLabels(id: string, filter: FilterSpecification, palette: Palette): LayerSpecification {
  return {
    id,
    type: 'symbol',
    source: 'labels',
    filter,
    layout: {
      'text-field': ['get', 'name'],
      ...getLabelStyle(LABEL_STYLES.nodes),
      'text-radial-offset': byOffset((by) => by),
      'text-size': [
        'interpolate',
        ['linear'],
        ['zoom'],
        NODE_TEXT.from,
        ['match', ['get', 'rank'], 1, NODE_TEXT.sizes[0][0], 2, NODE_TEXT.sizes[1][0], NODE_TEXT.sizes[2][0]],
        NODE_TEXT.to,
        ['match', ['get', 'rank'], 1, NODE_TEXT.sizes[0][1], 2, NODE_TEXT.sizes[1][1], NODE_TEXT.sizes[2][1]],
      ],
      'symbol-sort-key': ['get', 'order'],
    },
    paint: {
      'text-color': shareByAll(palette.labelNode),
      'text-halo-color': palette.halo,
      'text-halo-width': LABEL_STYLES.nodes.halo,
      'text-opacity': UNCUT,
    },
  };
}
