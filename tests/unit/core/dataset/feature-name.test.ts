import { describe, expect, it } from 'vitest';
import { findFeatureName } from '../../../../src/core/dataset/feature-name.ts';
import { miniAtlas } from '../../../fixtures/mini.ts';

const atlas = await miniAtlas();

describe('the name of a feature', () => {
  it('is that of its own language where it has one', () => {
    for (const { properties } of atlas.nodes.values()) {
      expect(findFeatureName(atlas, properties.id, 'ru')).toBe(properties.names['ru'] ?? properties.name);
    }
    for (const { id, text } of atlas.claims.values()) expect(findFeatureName(atlas, id, 'en')).toBe(text.en);
  });

  it('of a link is made of those of its ends', () => {
    expect(atlas.links.size).toBeGreaterThan(0);
    for (const { properties } of atlas.links.values()) {
      const [from, to] = [properties.from, properties.to].map((id) => findFeatureName(atlas, id, 'en'));
      expect(findFeatureName(atlas, properties.id, 'en')).toBe(`${from}\u00a0– ${to}`);
    }
  });

  it('of an unknown id is none', () => {
    expect(findFeatureName(atlas, 'nothing-of-the-kind', 'en')).toBeNull();
  });
});
