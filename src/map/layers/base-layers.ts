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
import type { Palette } from '../../core/style/palette.ts';
import { requireAll, hasKind, interpolateByZoom, shareByAll, UNCUT } from './expressions.ts';
import { getLabelStyle } from './label-style.ts';

/** Layers of one scale's land and borders. */
function buildScaleLayers(name: '50m' | '10m', palette: Palette, zooms: { minzoom?: number }): LayerSpecification[] {
  return [
    {
      id: `${name}-land`,
      type: 'fill',
      source: name,
      ...zooms,
      filter: hasKind('land'),
      paint: { 'fill-color': palette.land, 'fill-antialias': false },
    },
    {
      id: `${name}-coast`,
      type: 'line',
      source: name,
      ...zooms,
      filter: hasKind('coast'),
      paint: { 'line-color': palette.landEdge, 'line-width': interpolateByZoom(BASE_WIDTHS.coast) },
    },
    {
      id: `${name}-borders`,
      type: 'line',
      source: name,
      ...zooms,
      filter: hasKind('settled'),
      paint: { 'line-color': palette.border, 'line-width': interpolateByZoom(BASE_WIDTHS.settled) },
    },
    {
      id: `${name}-borders-disputed`,
      type: 'line',
      source: name,
      ...zooms,
      filter: hasKind('disputed'),
      paint: {
        'line-color': palette.borderDisputed,
        'line-width': interpolateByZoom(BASE_WIDTHS.disputed),
        'line-dasharray': DISPUTED_DASH,
      },
    },
  ];
}

/** Layers that give way to the finer ones at `DETAIL_ZOOM`, once those have their data. */
export const LAYERS_50M = ['50m-land', '50m-coast', '50m-borders', '50m-borders-disputed'];

/** Land, water and borders, to go under the network. */
export function buildBaseLayers(palette: Palette): LayerSpecification[] {
  return [
    { id: 'sea', type: 'background', paint: { 'background-color': palette.sea } },
    ...buildScaleLayers('10m', palette, { minzoom: DETAIL_ZOOM }),
    // Also from near, until the finer one is there: see `LAYERS_50M`.
    ...buildScaleLayers('50m', palette, {}),
    {
      id: 'lakes',
      type: 'fill',
      source: '50m',
      filter: hasKind('lake'),
      paint: { 'fill-color': palette.lake, 'fill-antialias': false },
    },
    {
      id: 'lakes-edge',
      type: 'line',
      source: '50m',
      filter: hasKind('lake'),
      paint: { 'line-color': palette.landEdge, 'line-width': interpolateByZoom(BASE_WIDTHS.lake) },
    },
    {
      id: 'rivers',
      type: 'line',
      source: '50m',
      minzoom: RIVER_ZOOM,
      filter: hasKind('river'),
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': palette.river, 'line-width': interpolateByZoom(BASE_WIDTHS.river) },
    },
  ];
}

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
    source: 'names',
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
      source: 'names',
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
