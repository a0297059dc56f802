/** The base map: land, water, borders and their names, in one quiet scheme under the network. */
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { Palette } from '../core/palette.ts';
import { BOLD, REGULAR } from './fonts.ts';

/** Above this zoom the coast of 1:10 million is drawn, fetched when it is first needed. */
export const DETAIL_ZOOM = 4.6;

const width = (...stops: number[]): ExpressionSpecification => ['interpolate', ['linear'], ['zoom'], ...stops] as never;

/** Layers of one scale's land and borders. */
function scale(name: 'medium' | 'high', palette: Palette, zooms: { minzoom?: number; maxzoom?: number }): LayerSpecification[] {
  return [
    {
      id: `${name}-land`,
      type: 'fill',
      source: `${name}-land`,
      ...zooms,
      paint: { 'fill-color': palette.land, 'fill-antialias': false },
    },
    {
      id: `${name}-coast`,
      type: 'line',
      source: `${name}-coast`,
      ...zooms,
      paint: { 'line-color': palette.landEdge, 'line-width': width(2, 0.4, 8, 1.1) },
    },
    {
      id: `${name}-borders`,
      type: 'line',
      source: `${name}-borders`,
      ...zooms,
      filter: ['==', ['get', 'kind'], 'settled'],
      paint: { 'line-color': palette.border, 'line-width': width(2, 0.5, 6, 1.1, 10, 1.8) },
    },
    {
      id: `${name}-borders-disputed`,
      type: 'line',
      source: `${name}-borders`,
      ...zooms,
      filter: ['==', ['get', 'kind'], 'disputed'],
      paint: { 'line-color': palette.borderDisputed, 'line-width': width(2, 0.6, 6, 1.2, 10, 1.8), 'line-dasharray': [3, 2.5] },
    },
  ];
}

/** Land, water and borders, to go under the network. */
export function groundLayers(palette: Palette): LayerSpecification[] {
  return [
    { id: 'sea', type: 'background', paint: { 'background-color': palette.sea } },
    ...scale('medium', palette, { maxzoom: DETAIL_ZOOM }),
    ...scale('high', palette, { minzoom: DETAIL_ZOOM }),
    { id: 'lakes', type: 'fill', source: 'lakes', paint: { 'fill-color': palette.lake, 'fill-outline-color': palette.landEdge } },
    {
      id: 'rivers',
      type: 'line',
      source: 'rivers',
      minzoom: 2.6,
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': palette.river, 'line-width': width(3, 0.5, 8, 1.6) },
    },
  ];
}

/** Names of countries, waters and towns; towns give way to everything else. */
export function labelLayers(palette: Palette): LayerSpecification[] {
  const halo = { 'text-halo-color': palette.halo, 'text-halo-width': 1.4, 'text-halo-blur': 0.4 };
  return [
    {
      id: 'towns',
      type: 'symbol',
      source: 'towns',
      minzoom: 3.4,
      filter: ['>=', ['+', ['zoom'], -1.6], ['get', 'rank']],
      layout: {
        'text-field': ['get', 'name'],
        'text-font': [REGULAR],
        'text-size': width(4, 10.5, 9, 13.5),
        'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
        'text-radial-offset': 0.45,
        'text-justify': 'auto',
        'text-max-width': 8,
        'symbol-sort-key': ['-', 0, ['get', 'population']],
        'icon-image': ['case', ['get', 'capital'], 'capital', 'town'],
        'icon-size': width(4, 0.7, 9, 1),
        'icon-optional': false,
        'text-padding': 4,
      },
      paint: { 'text-color': palette.labelTown, ...halo },
    },
    {
      id: 'seas',
      type: 'symbol',
      source: 'seas',
      filter: ['>=', ['+', ['zoom'], -0.4], ['get', 'rank']],
      layout: {
        'text-field': ['get', 'name'],
        'text-font': [REGULAR],
        'text-size': width(2, 11, 7, 16),
        'text-letter-spacing': 0.12,
        'text-max-width': 7,
        'symbol-sort-key': ['get', 'rank'],
        'text-padding': 6,
      },
      paint: { 'text-color': palette.labelSea, 'text-halo-color': palette.sea, 'text-halo-width': 1 },
    },
    {
      id: 'countries',
      type: 'symbol',
      source: 'countries',
      maxzoom: 8.5,
      filter: ['>=', ['zoom'], ['get', 'rank']],
      layout: {
        'text-field': ['get', 'name'],
        'text-font': [BOLD],
        'text-size': width(2, 11, 7, 16),
        'text-letter-spacing': 0.06,
        'text-max-width': 7,
        'symbol-sort-key': ['get', 'rank'],
        'text-padding': 8,
      },
      paint: { 'text-color': palette.labelCountry, ...halo },
    },
  ];
}
