import { beforeAll, describe, expect, it } from 'vitest';
import { writeShareAddress } from '../../../../src/app/export/write-share-address.ts';
import type { Atlas } from '../../../../src/core/dataset/dataset.ts';
import type { ViewState } from '../../../../src/core/url/view.ts';
import { miniAtlas } from '../../../fixtures/mini.ts';
import { FIRST_VIEW } from '../../../fixtures/first-view.ts';

const VIEW: ViewState = {
  ...FIRST_VIEW,
  panel: 'compare',
  theme: 'dark',
  camera: { zoom: 5, lon: 50, lat: 40 },
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

  it('of a ready-made comparison is its page, of one of the reader’s own the map', () => {
    const ready = { id: 'ends', title: { en: 'Ends' }, compare: ['north', 'south:a:b'] };
    const view: ViewState = { ...VIEW, tool: 'compare', compare: ready.compare };
    const address = (change: Partial<ViewState>) =>
      writeShareAddress({ ...atlas, comparisons: [ready] }, null, { ...view, ...change }, linkTo);
    expect(address({ lang: 'ka' })).toBe('https://atlas.example/map/pages/ka/compare-ends.html');
    for (const change of [{ compare: ['north'] }, { tool: 'find' }, { panel: 'routes' }] as Partial<ViewState>[])
      expect(address(change)).toBe(linkTo({ ...view, ...change }));
  });

  it('of what has no page is the map with it selected', () => {
    const [node] = atlas.nodes.keys();
    const address = writeShareAddress(atlas, node!, { ...VIEW, lang: 'ka' }, linkTo);
    expect(address).toBe(`https://atlas.example/map/index.html?select=${node!}&panel=routes&lang=ka`);
  });
});
