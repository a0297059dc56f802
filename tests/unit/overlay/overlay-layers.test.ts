import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { expect, it } from 'vitest';
import type * as published from '../../../static/add-corridors.d.ts';
import { EMPTY } from '../../../src/core/geo/feature-collection.ts';
import type { addCorridors } from '../../../src/entries/add-corridors.ts';
import { OVERLAY_SOURCES, buildOverlayLayers } from '../../../src/overlay/overlay-layers.ts';

const layers = buildOverlayLayers('light', { prefix: 'mine-', font: ['Host Font'] });

it('names every layer, source and image of the overlay so that a host’s own cannot be meant', () => {
  expect(layers.length).toBeGreaterThan(15);
  for (const layer of layers) {
    expect(layer.id).toMatch(/^mine-/);
    expect('source' in layer && layer.source).toMatch(/^mine-/);
  }
  const icons = layers.flatMap((layer) =>
    layer.type === 'symbol' && layer.layout?.['icon-image'] ? [layer.layout['icon-image']] : [],
  );
  expect(icons.length).toBeGreaterThan(0);
  for (const icon of icons) expect(icon).toEqual(['concat', 'mine-', expect.anything()]);
});

it('writes names in the font of the host', () => {
  const fonts = layers.flatMap((layer) =>
    layer.type === 'symbol' && layer.layout?.['text-field'] ? [layer.layout['text-font']] : [],
  );
  expect(fonts.length).toBeGreaterThan(0);
  for (const font of fonts) expect(font).toEqual(['Host Font']);
});

it('is a valid style in both themes', () => {
  const sources = Object.fromEntries(OVERLAY_SOURCES.map((name) => [`mine-${name}`, { type: 'geojson' as const, data: EMPTY }]));
  for (const theme of ['light', 'dark'] as const) {
    const style = { version: 8 as const, sources, layers: buildOverlayLayers(theme, { prefix: 'mine-', font: undefined }) };
    expect(validateStyleMin(style, undefined)).toEqual([]);
  }
});

it('is typed as the published declaration says', () => {
  // The type checker holds this: neither side may ask for more or give less than the other.
  type Given = ReturnType<typeof addCorridors>;
  type Same = [
    typeof addCorridors extends typeof published.addCorridors ? true : false,
    published.Corridors extends Given ? true : false,
    keyof Parameters<typeof addCorridors>[1] & string extends keyof published.AddCorridorsOptions ? true : false,
  ];
  const same: Same = [true, true, true];
  expect(same).toHaveLength(3);
});
