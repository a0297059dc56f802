import { beforeAll, describe, expect, it } from 'vitest';
import { writeShareAddress } from '../../../../src/app/export/write-share-address.ts';
import type { Atlas } from '../../../../src/core/dataset/dataset.ts';
import { NO_SEARCH } from '../../../../src/core/url/finder-view.ts';
import type { ViewState } from '../../../../src/core/url/view.ts';
import { miniAtlas } from '../../../fixtures/mini.ts';

const VIEW: ViewState = {
  select: null,
  panel: 'compare',
  filters: { hiddenGroups: null, hiddenModes: [], hiddenStatuses: [], year: null },
  lang: 'en',
  theme: 'dark',
  camera: { zoom: 5, lon: 50, lat: 40 },
  compare: [],
  tool: 'find',
  find: NO_SEARCH,
};
const linkTo = ({ select, panel, camera, lang }: ViewState) =>
  `https://atlas.example/map/index.html?select=${select ?? ''}&panel=${panel}&lang=${lang}${camera ? '#camera' : ''}`;

let atlas: Atlas;
beforeAll(async () => {
  atlas = await miniAtlas();
});

describe('the address that people hand on', () => {
  it('is the page to share in the reader’s language where there is one', () => {
    const address = (id: string, lang: ViewState['lang']) => writeShareAddress(atlas, id, { ...VIEW, lang }, linkTo);
    for (const id of [...atlas.routes.keys(), ...atlas.corridors.keys(), ...atlas.areas.keys(), ...atlas.claims.keys()]) {
      expect(address(id, 'en')).toBe(`https://atlas.example/map/pages/${id}.html`);
      expect(address(id, 'ka')).toBe(`https://atlas.example/map/pages/ka/${id}.html`);
    }
  });

  it('of what has no page is the map with it selected', () => {
    const [node] = atlas.nodes.keys();
    const address = writeShareAddress(atlas, node!, { ...VIEW, lang: 'ka' }, linkTo);
    expect(address).toBe(`https://atlas.example/map/index.html?select=${node!}&panel=routes&lang=ka`);
  });
});
