import { beforeAll, describe, expect, it } from 'vitest';
import type { Atlas } from '../../../../src/core/dataset/dataset.ts';
import { getImportedKey } from '../../../../src/core/dataset/ids.ts';
import { createProjection } from '../../../../src/core/geo/projection.ts';
import { listCountriesOf, listInView, type ViewQuery } from '../../../../src/core/style/in-view.ts';
import { realAtlas } from '../../../fixtures/real.ts';

let atlas: Atlas;
beforeAll(async () => {
  atlas = await realAtlas();
});
const SIZE = { width: 800, height: 600 };

/** What a map of a size, from a camera on, is asked. */
function createQuery(camera: { zoom: number; lon: number; lat: number }, changed: Partial<ViewQuery> = {}): ViewQuery {
  const view = createProjection(camera, SIZE);
  return {
    filters: { hiddenGroups: [], hiddenModes: [], hiddenStatuses: [], year: null },
    lang: 'en',
    zoom: camera.zoom,
    frame: { left: 0, top: 0, right: SIZE.width, bottom: SIZE.height },
    imported: [],
    locate: ([lon, lat]) => (view.isVisible(lon, lat) ? view.project(lon, lat) : null),
    ...changed,
  };
}
const getPosition = (id: string) => {
  const [lon, lat] = atlas.nodes.get(id)!.geometry.coordinates;
  return { lon, lat };
};
const list = (query: ViewQuery) => listInView(atlas, query).map(({ id }) => id);

describe('what is in view', () => {
  it('begins with the place in the middle, and goes on outwards', () => {
    const query = createQuery({ zoom: 8, ...getPosition('akhalkalaki') });
    const seen = listInView(atlas, query);
    expect(seen.slice(0, 4).map(({ id }) => id)).toContain('akhalkalaki');
    const far = seen.map(({ at: [x, y] }) => Math.hypot(x - SIZE.width / 2, y - SIZE.height / 2));
    expect(far.length).toBeGreaterThan(3);
    expect(far).toEqual(far.toSorted((a, b) => a - b));
  });

  it('has each line once, at the point of it that is nearest to the middle', () => {
    const seen = listInView(atlas, createQuery({ zoom: 8, ...getPosition('akhalkalaki') }));
    const railway = seen.filter(({ id }) => id === 'btk');
    expect(railway).toHaveLength(1);
    const [x, y] = railway[0]!.at;
    expect(Math.hypot(x - SIZE.width / 2, y - SIZE.height / 2)).toBeLessThan(60);
  });

  it('leaves out what filters hide, what is named from nearer only, and what lies under the sheet of a phone', () => {
    const camera = { zoom: 8, ...getPosition('akhalkalaki') };
    const hidden = { hiddenGroups: ['btk'], hiddenModes: [], hiddenStatuses: [], year: null };
    expect(list(createQuery(camera, { filters: hidden }))).not.toContain('btk');
    const far = { zoom: 2, ...getPosition('akhalkalaki') };
    expect(list(createQuery(far))).not.toContain('akhalkalaki');
    const covered = { left: 0, top: 0, right: SIZE.width, bottom: SIZE.height / 2 - 20 };
    expect(list(createQuery(camera, { frame: covered }))).not.toContain('akhalkalaki');
  });

  it('has nothing of the far side of the globe', () => {
    expect(list(createQuery({ zoom: 1.5, lon: -140, lat: -40 }))).toEqual([]);
  });

  it('knows the countries of its places, the nearest first, each once', () => {
    const seen = listInView(atlas, createQuery({ zoom: 6, ...getPosition('tbilisi') }));
    const countries = listCountriesOf(atlas, seen);
    expect(countries[0]).toBe('GE');
    expect(countries).toContain('AZ');
    expect(new Set(countries).size).toBe(countries.length);
  });

  it('has areas and routes of the reader’s own, too', () => {
    const { lon, lat } = getPosition('alat-port');
    const line: [number, number][][] = [
      [
        [lon, lat],
        [lon + 1, lat],
      ],
    ];
    const query = createQuery({ zoom: 11, lon, lat }, { imported: [{ id: 'mine', line }] });
    expect(list(query)).toContain(getImportedKey('mine'));
    expect(list(query)).toContain('port-of-baku');
  });
});
