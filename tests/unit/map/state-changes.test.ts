import type { FeatureCollection } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Atlas } from '../../../src/core/dataset/dataset.ts';
import { DIMMED } from '../../../src/core/style/drawing.ts';
import { END } from '../../../src/core/style/node-features.ts';
import type { MapState } from '../../../src/map/options.ts';
import { SOURCES } from '../../../src/map/sources.ts';
import { computeLineOpacity, computeSourceChanges } from '../../../src/map/state-changes.ts';
import { miniAtlas } from '../../fixtures/mini.ts';

let atlas: Atlas;
let state: MapState;
beforeAll(async () => {
  atlas = await miniAtlas();
  state = {
    atlas,
    lang: 'en',
    theme: 'light',
    filters: { hiddenGroups: [], hiddenModes: [], hiddenStatuses: [], year: null },
    lineNames: { middle: { full: 'Middle corridor · ≈ 900 km', short: 'Middle corridor' } },
    selected: null,
    hovered: null,
    imported: [],
    compared: [],
    highlightedPath: null,
  };
});
const findChanged = (after: MapState, before: MapState | null): string[] =>
  computeSourceChanges(after, before, { places: null, hasTowns: true })
    .map(([name]) => name)
    .sort();

describe('a change of the state', () => {
  it('gives all sources but those of the base map their data at first, and none where nothing differs', () => {
    expect(findChanged(state, null)).toEqual(SOURCES.filter((name) => !['small', '10m'].includes(name)).sort());
    expect(findChanged({ ...state }, state)).toEqual([]);
    expect(findChanged({ ...state, filters: { ...state.filters } }, state)).toEqual([]);
    expect(computeSourceChanges(state, null, undefined).map(([name]) => name)).not.toContain('labels');
    const far = computeSourceChanges(state, null, { places: null, hasTowns: false });
    expect(far.map(([name]) => name)).not.toContain('towns');
  });

  it('touches only the sources that show it', () => {
    expect(findChanged({ ...state, hovered: 'through' }, state)).toEqual(['hovered']);
    expect(findChanged({ ...state, selected: 'through' }, state)).toEqual(['labels', 'selected', 'towns']);
    expect(findChanged({ ...state, lang: 'ka' }, state)).toEqual(['areas', 'labels', 'towns']);
    expect(findChanged({ ...state, theme: 'dark' }, state)).toEqual([
      'compared',
      'hovered',
      'imported',
      'labels',
      'parallelLines',
      'selected',
      'towns',
    ]);
  });

  it('marks and names the places that a path is to pass', () => {
    const [via] = atlas.nodes.keys();
    const changes = new Map(
      computeSourceChanges({ ...state, highlightedPath: [], marked: [via!] }, state, { places: null, hasTowns: false }),
    );
    const list = (name: 'selected' | 'labels') => (changes.get(name) as FeatureCollection).features;
    expect(list('selected').map(({ geometry }) => geometry.type)).toEqual(['Point']);
    expect(list('labels').find(({ properties }) => properties?.['id'] === via)?.properties).toMatchObject({
      from: 0,
      order: END,
    });
  });

  it('dims the network while a line of it is selected, and not for a place', () => {
    const [node] = atlas.nodes.keys();
    expect(computeLineOpacity({ ...state, selected: 'through' })).toBe(DIMMED.selected);
    expect(computeLineOpacity({ ...state, selected: node ?? null })).toBe(1);
    expect(computeLineOpacity({ ...state, highlightedPath: [] })).toBe(DIMMED.selected);
  });
});
