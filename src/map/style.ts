import type { LayerSpecification, StyleSpecification, VectorSourceSpecification } from 'maplibre-gl';
import { PALETTES, type Theme } from '../core/style/palette.ts';
import { buildBaseLayers, buildLabelLayers, buildSubjectLayers, type Ground } from './layers/base-layers.ts';
import { buildFontFaces } from './fonts.ts';
import { buildComparedLayers, buildComparedLetters } from './layers/compared-layers.ts';
import { buildNetworkLayers } from './layers/network-layers.ts';
import { buildFirstLabels, buildNodeLayers } from './layers/node-layers.ts';
import { FLAT_ZOOM, GLOBE_ZOOM } from '../core/geo/projection.ts';
import { createSource, isLate, SOURCES, TILES } from './sources.ts';

/** All layers from the bottom up; those of land and waters from one source, or one over the other. */
export function buildLayers(theme: Theme, grounds: readonly Ground[] = [TILES, 'small']): LayerSpecification[] {
  const palette = PALETTES[theme];
  const network = buildNetworkLayers(palette);
  // Compared lines lie over all others, under what is pointed at and selected.
  const above = network.findIndex(({ id }) => id.startsWith('hovered') && id !== 'hovered-halo');
  return [
    ...buildBaseLayers(palette, grounds),
    ...network.slice(0, above),
    ...buildComparedLayers(palette),
    ...network.slice(above),
    ...buildLabelLayers(palette),
    ...buildNodeLayers(palette),
    ...buildSubjectLayers(palette),
    ...buildComparedLetters(palette),
    ...buildFirstLabels(palette),
  ];
}

/** For what is set in a style: MapLibre would check it in each browser, and a test has checked it for all. */
export const TRUSTED = { validate: false } as const;

export interface StyleOptions {
  /** Address of the fonts of the dataset, with a slash at its end; null draws all names with the fonts of the machine. */
  fonts: string | null;
  /** Of the base map; null for one that begins with a small one. */
  tiles: VectorSourceSpecification | null;
  /** Added to the zooms at which the globe unrolls. */
  shift?: number;
}

/**
 * A style whose sources are empty, and their layers hidden, until the data arrive; those of tiles are there at once, so that the tiles
 * are asked for. Sources that most maps open without, and their layers, come with their data. A globe from far away, flat from near. It has no sky: round the globe the map is clear, and the page behind it has the
 * colour of space. A sky would be painted over each frame.
 */
export function buildStyle(theme: Theme, { fonts, tiles, shift = 0 }: StyleOptions): StyleSpecification {
  const given = SOURCES.filter((name) => !isLate(name) && (name !== 'small' || !tiles));
  return {
    version: 8,
    projection: {
      type: ['interpolate', ['linear'], ['zoom'], GLOBE_ZOOM + shift, 'vertical-perspective', FLAT_ZOOM + shift, 'mercator'],
    },
    ...(fonts && { 'font-faces': buildFontFaces(fonts) }),
    sources: { ...Object.fromEntries(given.map((name) => [name, createSource(name)])), ...(tiles && { [TILES]: tiles }) },
    layers: buildLayers(theme, [tiles ? TILES : 'small']).flatMap((layer): LayerSpecification[] => {
      if (!('source' in layer) || layer.source === TILES) return [layer];
      return isLate(layer.source) ? [] : [{ ...layer, layout: { ...layer.layout, visibility: 'none' } }];
    }),
  };
}
