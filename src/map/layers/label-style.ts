import type { SymbolLayerSpecification } from 'maplibre-gl';
import type { LabelStyle } from '../../core/style/drawing.ts';
import { BOLD, REGULAR } from './font-names.ts';

/** How names of one kind are set, in MapLibre's words. */
export function getLabelStyle({
  bold,
  maxWidth,
  padding,
  spacing,
  anchors,
  offset,
}: LabelStyle): SymbolLayerSpecification['layout'] {
  return {
    'text-font': [bold ? BOLD : REGULAR],
    'text-max-width': maxWidth,
    'text-padding': padding,
    ...(spacing !== undefined && { 'text-letter-spacing': spacing }),
    ...(anchors && {
      'text-variable-anchor': [...anchors],
      'text-radial-offset': offset ?? 0,
      'text-justify': 'auto' as const,
    }),
  };
}
