import { beforeAll, describe, expect, it } from 'vitest';
import { findPickedPage, listHiddenGroups, listPickGroups, startPicks } from '../../../../src/app/embed-dialog/embed-pick.ts';
import type { Atlas } from '../../../../src/core/dataset/dataset.ts';
import { miniAtlas } from '../../../fixtures/mini.ts';

let atlas: Atlas;
beforeAll(async () => {
  atlas = await miniAtlas();
});
const NOTHING = { routes: [], corridors: [], places: [] };
const SHOWN = { hiddenGroups: [] };

describe('what is picked for an embed', () => {
  it('is what is selected, or all lines that the map shows', () => {
    expect(startPicks(atlas, SHOWN, null)).toEqual(['middle', 'western-railway']);
    expect(startPicks(atlas, { hiddenGroups: ['middle'] }, null)).toEqual(['western-railway']);
    expect(startPicks(atlas, SHOWN, 'to-the-north')).toEqual(['to-the-north']);
    expect(startPicks(atlas, SHOWN, 'quay-port')).toEqual(['quay-port']);
    const [node] = atlas.nodes.keys();
    expect(startPicks(atlas, { hiddenGroups: ['middle'] }, node!)).toEqual(['western-railway', node]);
  });

  it('stands in the list even where it has no group there', () => {
    const [node = ''] = atlas.nodes.keys();
    expect(listPickGroups(atlas, ['to-the-north', node])).toEqual({
      lines: ['to-the-north', 'middle', 'western-railway'],
      places: [node, 'quay-port'],
      alternatives: [],
    });
  });

  it('has the page of one feature, the general page, or is named in its address', () => {
    expect(findPickedPage(atlas, ['western-railway'])).toEqual({ page: 'western-railway', ...NOTHING });
    expect(findPickedPage(atlas, ['western-railway', 'middle'])).toEqual({ page: null, ...NOTHING });
    expect(findPickedPage(atlas, ['western-railway', 'quay-port'])).toEqual({
      page: null,
      routes: ['western-railway'],
      corridors: [],
      places: ['quay-port'],
    });
    expect(findPickedPage(atlas, ['western-railway', 'middle', 'quay-port'])).toEqual({
      page: null,
      ...NOTHING,
      places: ['quay-port'],
    });
  });

  it('hides the other lines in the open map', () => {
    expect(listHiddenGroups(atlas, ['western-railway'])).toEqual(['middle']);
    expect(listHiddenGroups(atlas, ['western-railway', 'middle'])).toBeNull();
    expect(listHiddenGroups(atlas, ['quay-port'])).toBeNull();
  });
});
