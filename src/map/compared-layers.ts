/** Compared lines on the map: each in its colour with a stripe of its own inside and its letter along it, side by side on shared track. */
import type { Feature, FeatureCollection, LineString } from 'geojson';
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { lookOf, type Look } from '../core/letters.ts';
import type { MeasuredLeg } from '../core/measure.ts';
import { MOST_COMPARED } from '../core/compared.ts';
import { lineColour, type Palette, type Theme } from '../core/palette.ts';
import { patternOf } from './features.ts';
import { BOLD } from './fonts.ts';
import { byZoom, DASHES, DOTS, pattern } from './network-layers.ts';

export interface ComparedLine {
  text: string;
  legs: readonly MeasuredLeg[];
  look: Look;
}

/** One line a leg; those that use the same link lie side by side, on the same side whichever way they travel it. */
export function comparedFeatures(lines: readonly ComparedLine[], theme: Theme): FeatureCollection<LineString> {
  const users = new Map<string, string[]>();
  for (const { text, legs } of lines) {
    for (const { link } of legs) users.set(link.properties.id, [...(users.get(link.properties.id) ?? []), text]);
  }
  const features = lines.flatMap(({ text, legs, look }) =>
    legs.map(({ link }): Feature<LineString> => {
      const beside = [...new Set(users.get(link.properties.id))];
      return {
        type: 'Feature',
        geometry: link.geometry,
        properties: {
          text,
          letter: look.letter,
          colour: lineColour(theme, look.colour),
          pattern: patternOf(link.properties.mode, link.properties.status),
          side: beside.indexOf(text) - (beside.length - 1) / 2,
        },
      };
    }),
  );
  return { type: 'FeatureCollection', features };
}

const WIDER = 1.3;
const offset = byZoom((width) => ['*', ['get', 'side'], width * WIDER + 1]);
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
      paint: { 'line-color': palette.casing, 'line-width': byZoom((w) => w * WIDER + 3), 'line-offset': offset },
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
          ...dashed.flatMap((name) => [name, ['literal', DASHES[name]!]]),
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
        'line-width': byZoom((w) => w * 0.45),
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
        'text-size': 14,
        'text-rotation-alignment': 'viewport',
        'text-padding': 60,
      },
      paint: { 'text-color': ['get', 'colour'], 'text-halo-color': palette.halo, 'text-halo-width': 3 },
    },
  ];
}
