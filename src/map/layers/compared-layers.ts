/** Compared lines on the map: each in its colour with a stripe of its own inside and its letter along it, side by side on shared track. */
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { lookOf } from '../../core/compare/comparison-style.ts';
import { MOST_COMPARED } from '../../core/url/compare-items.ts';
import type { Palette } from '../../core/style/palette.ts';
import { COMPARED, DASHES, DOTS } from '../../core/style/drawing.ts';
import { BOLD } from '../font-names.ts';
import { byZoom, pattern } from './network-layers.ts';

const { WIDER, GAP, CASING_MORE, STRIPE } = COMPARED;
const offset = byZoom((width) => ['*', ['get', 'side'], width * WIDER + GAP]);
const looks = Array.from({ length: MOST_COMPARED }, (_, slot) => lookOf(slot));
const dashed = Object.keys(DASHES);

/** The lines, to lie over those of the network. */
export function comparedLayers(palette: Palette): LayerSpecification[] {
  const paint = {
    'line-color': ['get', 'colour'] as ExpressionSpecification,
    'line-offset': offset,
    'line-width': byZoom((w) => w * WIDER),
  };
  const base = { type: 'line' as const, source: 'compared' };
  return [
    {
      ...base,
      id: 'compared-casing',
      filter: pattern('rail', ...dashed),
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': palette.casing, 'line-width': byZoom((w) => w * WIDER + CASING_MORE), 'line-offset': offset },
    },
    {
      ...base,
      id: 'compared-dots',
      filter: pattern('sea'),
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { ...paint, 'line-dasharray': DOTS },
    },
    {
      ...base,
      id: 'compared-dashed',
      filter: pattern(...dashed),
      layout: { 'line-join': 'round' },
      paint: {
        ...paint,
        'line-dasharray': [
          'match',
          ['get', 'pattern'],
          ...Object.entries(DASHES).flatMap(([name, dashes]) => [name, ['literal', dashes]]),
          ['literal', [1]],
        ] as never,
      },
    },
    {
      ...base,
      id: 'compared-solid',
      filter: pattern('rail'),
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint,
    },
    {
      ...base,
      id: 'compared-stripe',
      filter: [
        'all',
        pattern('rail'),
        ['in', ['get', 'letter'], ['literal', looks.flatMap(({ letter, stripe }) => (stripe ? [letter] : []))]],
      ] as never,
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': palette.casing,
        'line-offset': offset,
        'line-width': byZoom((w) => w * WIDER * STRIPE),
        'line-dasharray': [
          'match',
          ['get', 'letter'],
          ...looks.flatMap(({ letter, stripe }) => (stripe ? [letter, ['literal', [...stripe]]] : [])),
          ['literal', [1]],
        ] as never,
      },
    },
  ];
}

/** Layers that a compared line can be picked from. */
export const COMPARED_LAYERS = ['compared-solid', 'compared-dashed', 'compared-dots'];

/** The letters, over everything else. */
export function comparedLetters(palette: Palette): LayerSpecification[] {
  return [
    {
      id: 'compared-letters',
      type: 'symbol',
      source: 'compared',
      layout: {
        'symbol-placement': 'line-center',
        'text-field': ['get', 'letter'],
        'text-font': [BOLD],
        'text-size': COMPARED.LETTER,
        'text-rotation-alignment': 'viewport',
        'text-padding': 60,
      },
      paint: { 'text-color': ['get', 'colour'], 'text-halo-color': palette.halo, 'text-halo-width': 3 },
    },
  ];
}
