/** Compared lines on the map: each in its colour with a stripe of its own inside and its letter along it, side by side on shared track. */
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { getItemStyle } from '../../core/compare/comparison-style.ts';
import { MOST_COMPARED } from '../../core/url/compare-items.ts';
import type { Palette } from '../../core/style/palette.ts';
import { COMPARED } from '../../core/style/drawing.ts';
import { BOLD } from './font-names.ts';
import { requireAll, DASH_PATTERN, DASHED, hasPattern, matchProperty, scaleByZoom, shareByAll } from './expressions.ts';

const { WIDER, GAP, CASING_MORE, STRIPE } = COMPARED;
const offset = scaleByZoom((width) => ['*', ['get', 'side'], width * WIDER + GAP]);
/** The stripe inside a line by its letter. */
const stripes = Array.from({ length: MOST_COMPARED }, (_, slot) => getItemStyle(slot)).flatMap(({ letter, stripe }) =>
  stripe ? [[letter, ['literal', [...stripe]]] as const] : [],
);

/** The lines, to lie over those of the network. */
export function buildComparedLayers(palette: Palette): LayerSpecification[] {
  const paint = {
    'line-color': ['get', 'colour'] as ExpressionSpecification,
    'line-offset': offset,
    'line-width': scaleByZoom((w) => w * WIDER),
  };
  const base = { type: 'line' as const, source: 'compared' };
  return [
    {
      ...base,
      id: 'compared-casing',
      filter: hasPattern('rail', ...DASHED),
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: {
        'line-color': shareByAll(palette.casing),
        'line-width': scaleByZoom((w) => w * WIDER + CASING_MORE),
        'line-offset': offset,
      },
    },
    {
      ...base,
      id: 'compared-dots',
      filter: hasPattern('sea'),
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { ...paint, 'line-dasharray': DASH_PATTERN },
    },
    {
      ...base,
      id: 'compared-dashed',
      filter: hasPattern(...DASHED),
      layout: { 'line-join': 'round' },
      paint: {
        ...paint,
        'line-dasharray': DASH_PATTERN,
      },
    },
    {
      ...base,
      id: 'compared-solid',
      filter: hasPattern('rail'),
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint,
    },
    {
      ...base,
      id: 'compared-stripe',
      filter: requireAll(hasPattern('rail'), ['in', ['get', 'letter'], ['literal', stripes.map(([letter]) => letter)]]),
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': shareByAll(palette.casing),
        'line-offset': offset,
        'line-width': scaleByZoom((w) => w * WIDER * STRIPE),
        'line-dasharray': matchProperty('letter', stripes, ['literal', [1]]),
      },
    },
  ];
}

/** Layers that a compared line can be picked from. */
export const COMPARED_LAYERS = ['compared-solid', 'compared-dashed', 'compared-dots'];

/** The letters, over everything else but the ends of lines. */
export function buildComparedLetters(palette: Palette): LayerSpecification[] {
  return [
    {
      id: 'compared-letters',
      type: 'symbol',
      source: 'compared',
      filter: ['any', ['get', 'isLettered'], ['>=', ['zoom'], COMPARED.LETTER_ZOOM]],
      layout: {
        'symbol-placement': 'line-center',
        'text-field': ['get', 'letter'],
        'text-font': [BOLD],
        'text-size': COMPARED.LETTER,
        'text-rotation-alignment': 'viewport',
        // However the line bends there: one letter stands upright.
        'text-max-angle': 180,
        'text-padding': ['step', ['zoom'], 4, COMPARED.LETTER_ZOOM, 60],
      },
      paint: { 'text-color': ['get', 'colour'], 'text-halo-color': palette.halo, 'text-halo-width': 3 },
    },
  ];
}
