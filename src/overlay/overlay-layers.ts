/** The layers of the network for a map of others: the same ones, with ids that no layer of theirs has. */
import type { LayerSpecification } from 'maplibre-gl';
import { PALETTES, type Theme } from '../core/style/palette.ts';
import { joinTexts } from '../map/layers/expressions.ts';
import { buildNetworkLayers } from '../map/layers/network-layers.ts';
import { buildNodeLayers } from '../map/layers/node-layers.ts';

/** Sources of the overlay, without the prefix. */
export const OVERLAY_SOURCES = ['areas', 'parallelLines', 'hovered', 'selected', 'labels'] as const;
export type OverlaySource = (typeof OVERLAY_SOURCES)[number];

export interface OverlayLayerOptions {
  /** What the ids of sources, layers and images begin with. */
  prefix: string;
  /** The font stack of all names; without one MapLibre's default. */
  font: readonly string[] | undefined;
}

export function buildOverlayLayers(theme: Theme, { prefix, font }: OverlayLayerOptions): LayerSpecification[] {
  const palette = PALETTES[theme];
  return [...buildNetworkLayers(palette), ...buildNodeLayers(palette)].flatMap((layer): LayerSpecification[] => {
    if (!('source' in layer) || !OVERLAY_SOURCES.some((source) => source === layer.source)) return [];
    const ours = { ...layer, id: prefix + layer.id, source: prefix + layer.source };
    const pattern = ours.type === 'fill' ? ours.paint?.['fill-pattern'] : undefined;
    if (ours.type === 'fill' && pattern !== undefined) {
      return [{ ...ours, paint: { ...ours.paint, 'fill-pattern': joinTexts(prefix, pattern) } }];
    }
    if (ours.type !== 'symbol') return [ours];
    const { 'text-font': _, 'icon-image': icon, ...layout } = ours.layout ?? {};
    return [
      {
        ...ours,
        layout: {
          ...layout,
          ...(icon !== undefined && { 'icon-image': joinTexts(prefix, icon) }),
          ...(layout['text-field'] !== undefined && font && { 'text-font': [...font] }),
        },
      },
    ];
  });
}
