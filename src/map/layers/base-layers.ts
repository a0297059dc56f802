/** The base map: land, water, borders and their names, in one quiet scheme under the network. */
import type { FilterSpecification, LayerSpecification, SymbolLayerSpecification } from 'maplibre-gl';
import {
  BASE_WIDTHS,
  DETAIL_ZOOM,
  DISPUTED_DASH,
  LABEL_STYLES,
  type LabelStyle,
  RANK_SHIFT,
  RIVER_ZOOM,
  TOWN_ICON_SIZE,
  TOWN_TEXT,
  TOWN_ZOOM,
  WIDE_TEXT,
} from '../../core/style/drawing.ts';
import type { TileLayer } from '../../core/geo/base-tiles.ts';
import type { Palette } from '../../core/style/palette.ts';
import { TILES } from '../sources.ts';
import { requireAll, hasKind, interpolateByZoom, shareByAll, UNCUT } from './expressions.ts';
import { getLabelStyle } from './label-style.ts';

/** Where the shapes of the base map are taken from. */
export type Ground = typeof TILES | 'small' | '10m';

/** A kind of shapes of a source: a layer of its tiles, or the features that say so. */
const selectKind = (source: Ground, kind: TileLayer) =>
  source === TILES ? { source, 'source-layer': kind } : { source, filter: hasKind(kind) };

/** Layers of one scale's land and borders. */
const buildShapeLayers = (ground: Ground, palette: Palette, zooms: { minzoom?: number } = {}): LayerSpecification[] => [
  {
    id: `${ground}-land`,
    type: 'fill',
    ...selectKind(ground, 'land'),
    ...zooms,
    paint: { 'fill-color': palette.land, 'fill-antialias': false },
  },
  {
    id: `${ground}-coast`,
    type: 'line',
    ...selectKind(ground, 'coast'),
    ...zooms,
    paint: { 'line-color': palette.landEdge, 'line-width': interpolateByZoom(BASE_WIDTHS.coast) },
  },
  {
    id: `${ground}-borders`,
    type: 'line',
    ...selectKind(ground, 'settled'),
    ...zooms,
    paint: { 'line-color': palette.border, 'line-width': interpolateByZoom(BASE_WIDTHS.settled) },
  },
  {
    id: `${ground}-borders-disputed`,
    type: 'line',
    ...selectKind(ground, 'disputed'),
    ...zooms,
    paint: {
      'line-color': palette.borderDisputed,
      'line-width': interpolateByZoom(BASE_WIDTHS.disputed),
      'line-dasharray': DISPUTED_DASH,
    },
  },
];

const buildWaterLayers = (ground: Ground, palette: Palette): LayerSpecification[] => [
  {
    id: `${ground}-lakes`,
    type: 'fill',
    ...selectKind(ground, 'lake'),
    paint: { 'fill-color': palette.lake, 'fill-antialias': false },
  },
  {
    id: `${ground}-lakes-edge`,
    type: 'line',
    ...selectKind(ground, 'lake'),
    paint: { 'line-color': palette.landEdge, 'line-width': interpolateByZoom(BASE_WIDTHS.lake) },
  },
  {
    id: `${ground}-rivers`,
    type: 'line',
    ...selectKind(ground, 'river'),
    minzoom: RIVER_ZOOM,
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: { 'line-color': palette.river, 'line-width': interpolateByZoom(BASE_WIDTHS.river) },
  },
];

/** Those that give way to the finer ones at `DETAIL_ZOOM`, once those have their data. */
export const COARSE_LAYERS = ['land', 'coast', 'borders', 'borders-disputed'].map((name) => `${TILES}-${name}`);

/** Land and waters of one source; land also from near, until the finer one is there. */
export const buildGroundLayers = (ground: Ground, palette: Palette): LayerSpecification[] => [
  ...buildShapeLayers(ground, palette),
  ...buildWaterLayers(ground, palette),
];

/** Land, water and borders, to go under the network. */
export const buildBaseLayers = (palette: Palette, grounds: readonly Ground[]): LayerSpecification[] => [
  { id: 'sea', type: 'background', paint: { 'background-color': palette.sea } },
  ...buildShapeLayers('10m', palette, { minzoom: DETAIL_ZOOM }),
  ...grounds.flatMap((ground) => buildGroundLayers(ground, palette)),
];

/** Countries have a range of zooms for each of their points; seas and towns are named where the zoom has reached their rank. */
const filterCountries = (subject: boolean): FilterSpecification =>
  requireAll(
    hasKind('country'),
    ['==', ['get', 'subject'], subject],
    ['>=', ['zoom'], ['get', 'from']],
    ['<', ['zoom'], ['get', 'to']],
  );

const filterSeas = (subject: boolean): FilterSpecification =>
  requireAll(
    hasKind('sea'),
    ['==', ['get', 'subject'], subject],
    ['>=', ['+', ['zoom'], subject ? RANK_SHIFT.subjectSeas : RANK_SHIFT.seas], ['get', 'rank']],
  );

const getHalo = (palette: Palette) => ({
  'text-halo-color': palette.halo,
  'text-halo-width': LABEL_STYLES.towns.halo,
  'text-halo-blur': 0.4,
});

function buildWideLayer(
  id: string,
  style: LabelStyle,
  filter: FilterSpecification,
  paint: SymbolLayerSpecification['paint'],
): SymbolLayerSpecification {
  return {
    id,
    type: 'symbol',
    source: 'labels',
    filter,
    layout: {
      'text-field': ['get', 'name'],
      ...getLabelStyle(style),
      'text-size': interpolateByZoom(WIDE_TEXT),
      'symbol-sort-key': ['get', 'rank'],
    },
    paint: { ...paint, 'text-opacity': UNCUT },
  };
}

const getCountryPaint = (palette: Palette) => ({ 'text-color': shareByAll(palette.labelCountry), ...getHalo(palette) });
const getSeaPaint = ({ labelSea, sea }: Palette) => ({
  'text-color': shareByAll(labelSea),
  'text-halo-color': sea,
  'text-halo-width': LABEL_STYLES.seas.halo,
});

/** Names of countries, waters and towns; towns give way to everything else. */
export function buildLabelLayers(palette: Palette): LayerSpecification[] {
  return [
    {
      id: 'towns',
      type: 'symbol',
      source: 'towns',
      minzoom: TOWN_ZOOM,
      filter: requireAll(hasKind('town'), ['>=', ['+', ['zoom'], RANK_SHIFT.towns], ['get', 'rank']]),
      layout: {
        'text-field': ['get', 'name'],
        ...getLabelStyle(LABEL_STYLES.towns),
        'text-size': interpolateByZoom(TOWN_TEXT),
        'symbol-sort-key': ['-', 0, ['get', 'population']],
        'icon-image': ['case', ['get', 'capital'], 'capital', 'town'],
        'icon-size': interpolateByZoom(TOWN_ICON_SIZE),
        'icon-optional': false,
      },
      paint: { 'text-color': palette.labelTown, ...getHalo(palette), 'text-opacity': UNCUT, 'icon-opacity': UNCUT },
    },
    buildWideLayer('seas', LABEL_STYLES.seas, filterSeas(false), getSeaPaint(palette)),
    buildWideLayer('countries', LABEL_STYLES.countries, filterCountries(false), getCountryPaint(palette)),
  ];
}

/** Names of what the map is about, to go above those of places: countries first, then seas. */
export const buildSubjectLayers = (palette: Palette): LayerSpecification[] => [
  buildWideLayer('subject-seas', LABEL_STYLES.subjectSeas, filterSeas(true), getSeaPaint(palette)),
  buildWideLayer('subject-countries', LABEL_STYLES.subjectCountries, filterCountries(true), getCountryPaint(palette)),
];
