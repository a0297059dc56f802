import { beforeAll, describe, expect, it } from 'vitest';
import {
  type Atlas,
  computeBounds,
  findFeature,
  findLocalLanguage,
  indexAtlas,
  getName,
  getText,
} from '../../../../src/core/dataset/dataset.ts';
import { isShown, filterParallelLines } from '../../../../src/core/dataset/filter.ts';
import { computeItinerary } from '../../../../src/core/measure/itinerary.ts';
import { loadManifest, loadPart } from '../../../../src/core/dataset/load/load.ts';
import { getImportedKey } from '../../../../src/core/dataset/ids.ts';
import { findSimilar } from '../../../../src/core/dataset/search/find-similar.ts';
import { normalizeForSearch } from '../../../../src/core/dataset/search/normalize.ts';
import { createSearch } from '../../../../src/core/dataset/search/search.ts';
import type { Filters } from '../../../../src/core/url/view.ts';
import { miniAtlas } from '../../../fixtures/mini.ts';
import fc from 'fast-check';
import * as v from 'valibot';
import { source } from '../../../../src/core/dataset/model.ts';

let atlas: Atlas;
beforeAll(async () => {
  atlas = await miniAtlas();
});

describe('the computeItinerary of a route', () => {
  it('tells rides, borders, gauge and mode changes in the order of travel, and its rides add up', () => {
    const route = atlas.routes.get('through')!;
    const steps = computeItinerary(atlas, route);
    // The gauge changes at the station before the border; the ship's change of mode stands before the border that it crosses.
    expect(steps.map(({ type }) => type)).toEqual([
      ...['start', 'ride', 'gauge', 'ride', 'border', 'change', 'ride', 'change', 'border', 'ride', 'end'],
    ]);
    const ridden = steps.reduce((km, step) => km + (step.type === 'ride' ? step.km : 0), 0);
    expect(ridden).toBeCloseTo(route.drawnKm, 6);
  });
});

describe('filters', () => {
  const all: Filters = { hiddenGroups: [], hiddenModes: [], hiddenStatuses: [], year: null };
  const link = { mode: 'rail', status: 'open', opened: '2017-10' } as Parameters<typeof isShown>[0];

  it('leave out a hidden mode, status or group', () => {
    expect(isShown(link, all)).toBe(true);
    expect(isShown(link, { ...all, hiddenModes: ['rail'] })).toBe(false);
    expect(isShown(link, { ...all, hiddenStatuses: ['open'] })).toBe(false);
    expect(filterParallelLines(atlas, { ...all, hiddenGroups: ['middle'] }).some(({ group }) => group === 'middle')).toBe(false);
    expect(filterParallelLines(atlas, all).length).toBeGreaterThan(0);
  });

  it('show of a year what was open by its end: nothing planned, what closed later too', () => {
    expect(isShown(link, { ...all, year: 2016 })).toBe(false);
    expect(isShown(link, { ...all, year: 2017 })).toBe(true);
    expect(isShown({ ...link, status: 'planned', opened: undefined }, { ...all, year: 2030 })).toBe(false);
    expect(isShown({ ...link, status: 'closed', opened: '1900', closed: '1993' }, { ...all, year: 1990 })).toBe(true);
    expect(isShown({ ...link, status: 'closed', opened: '1900', closed: '1993' }, { ...all, year: 1993 })).toBe(false);
  });
});

describe('search', () => {
  it('finds a name in other spellings and scripts, with marks and without', () => {
    const search = createSearch(atlas, 'en');
    expect(search('old quay')[0]?.id).toBe('quay');
    expect(search('KAY')[0]?.id).toBe('quay');
    expect(search('quey')[0]?.id).toBe('quay');
    expect(search('672907')[0]?.id).toBe('quay');
    expect(search('bbqua')[0]?.id).toBe('quay');
    expect(normalizeForSearch('Ələt')).toBe('alat');
    expect(normalizeForSearch('Čierna nad Tisou')).toBe('cierna nad tisou');
    expect(normalizeForSearch('Иёл’')).toBe(normalizeForSearch('ИЕЛ'));
  });

  it('folds Kazakh and Persian letters to those of other keyboards, and Persian words with their parts joined, parted or spaced', () => {
    for (const [typed, written] of [
      ['кызылорда', 'Қызылорда'],
      ['онеркасип', 'Өнеркәсіп'],
      ['ЖАНАОЗЕН', 'Жаңаөзен'],
      ['كرمان', 'کرمان'],
      ['سلماسي', 'سلماسی'],
      ['آستارا ٢٠١٧', 'استارا ۲۰۱۷'],
      ['مي‌رود', 'میرود'],
    ] as const) {
      expect(normalizeForSearch(typed), written).toBe(normalizeForSearch(written));
    }
    const own = createSearch(atlas, 'fa', { imported: [{ id: 'r1', name: 'راه‌آهن قزوین–رشت' }] });
    const spaced = createSearch(atlas, 'fa', { imported: [{ id: 'r1', name: 'راه آهن' }] });
    expect(spaced('راه‌آهن')[0]?.id).toBe(getImportedKey('r1'));
    for (const query of ['راه‌آهن', 'راه آهن', 'راهآهن', 'اهن قزوين'])
      expect(own(query)[0]?.id, query).toBe(getImportedKey('r1'));
  });

  it('finds the reader’s own routes among ours, where they are given', () => {
    const search = createSearch(atlas, 'en', { imported: [{ id: 'abc123', name: 'Old quay to the hills' }] });
    expect(search('old quay').map(({ id }) => id)).toEqual(['quay', 'import-abc123']);
    expect(search('HILLS')).toEqual([{ id: 'import-abc123', kind: 'imported', matched: 'Old quay to the hills' }]);
    expect(createSearch(atlas, 'en')('hills')).toEqual([]);
  });

  it('finds what is meant by an id that nothing has, by as many of its words as lead anywhere', () => {
    const search = createSearch(atlas, 'en');
    expect(findSimilar(search, 'quay-terminal-2', 3)[0]?.id).toBe('quay');
    expect(findSimilar(search, 'old-quey', 3)[0]?.id).toBe('quay');
    expect(findSimilar(search, 'zzzz-quay', 3)).toEqual([]);
  });

  it('takes whatever people type', () => {
    const search = createSearch(atlas, 'en');
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => search(text).length <= 12));
    expect(search('   ')).toEqual([]);
  });
});

describe('the indexed dataset', () => {
  it('finds any feature by its id, and gives its extent', () => {
    expect(findFeature(atlas, 'through')?.kind).toBe('route');
    expect(findFeature(atlas, 'quay')?.kind).toBe('node');
    expect(findFeature(atlas, 'none')).toBeNull();
    const [west, south, east, north] = computeBounds(atlas, 'through')!;
    expect([west, east]).toEqual([0.5, 7.5]);
    expect(south).toBeLessThan(north);
  });

  it('is empty where nothing came, and the rest works', () => {
    expect(indexAtlas({}).routes.size).toBe(0);
    expect(computeBounds(indexAtlas({}), 'through')).toBeNull();
  });

  it('tells the language of a local name where one alone calls the place so', () => {
    expect(findLocalLanguage({ names: { local: 'آستارا', fa: 'آستارا', az: 'Astara', ru: 'Астара' } })).toBe('fa');
    expect(findLocalLanguage({ names: { local: 'Kars', az: 'Kars', tr: 'Kars' } })).toBeUndefined();
    expect(findLocalLanguage({ names: { local: 'Αθήνα', az: 'Afina' } })).toBeUndefined();
  });

  it('falls back to English for a text that nobody translated', () => {
    expect(getText('ka', { en: 'Port' })).toBe('Port');
    expect(getName('ru', { name: 'Quay', names: { ru: 'Причал' } })).toBe('Причал');
    expect(getName('tr', { name: 'Quay', names: { ru: 'Причал' } })).toBe('Quay');
  });
});

describe('loading', () => {
  const answer = (body: string, status = 200) => ({
    fetch: () => Promise.resolve({ ok: status < 400, status, text: () => Promise.resolve(body) }),
  });

  it.each([
    ['unreachable', answer('', 404), { file: 'data/corridors.json', status: 404 }],
    ['malformed', answer('<!doctype html>'), { file: 'data/corridors.json' }],
    ['malformed', answer('[{"id": "a"'), { file: 'data/corridors.json' }],
    ['invalid', answer('[{"id": 7}]'), { file: 'data/corridors.json', path: '0.id' }],
    ['unreachable', { fetch: () => Promise.reject(new TypeError('offline')) }, { file: 'data/corridors.json' }],
    [
      'timeout',
      {
        seconds: 0.01,
        fetch: (_: string, { signal }: { signal: AbortSignal }) =>
          new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted')))),
      },
      { seconds: 0.01 },
    ],
  ] as const)('says %s where that is what happened', async (code, options, params) => {
    await expect(loadPart('https://example.org/data/', 'corridors', options)).rejects.toMatchObject({ code, params });
  });

  describe('the line of a link', () => {
    const read = async (coordinates: unknown) => {
      const { geometry, ...link } = atlas.links.values().next().value!;
      const file = { type: 'FeatureCollection', features: [{ ...link, geometry: { ...geometry, coordinates } }] };
      return (await loadPart('https://example.org/data/', 'links', answer(JSON.stringify(file)))).features[0]!.geometry
        .coordinates;
    };

    it.each([
      [
        [
          [0, 0],
          [181, 0],
        ],
        '1.0',
      ],
      [
        [
          [0, 0],
          [0, -91],
        ],
        '1.1',
      ],
      [
        [
          [0, 0],
          [1, 1],
          ['2', 2],
        ],
        '2.0',
      ],
      [[[0, 0], [1]], '1.1'],
      [[[0, 0], null], '1'],
      [[[0, 0], { 0: 1, 1: 1, length: 2 }], '1'],
      [[[0, 0]], ''],
      ['0 0, 1 1', ''],
      [null, ''],
    ])('is refused with the place of the fault: %j', async (coordinates, place) => {
      const path = `features.0.geometry.coordinates${place && '.'}${place}`;
      await expect(read(coordinates)).rejects.toMatchObject({ code: 'invalid', params: { file: 'data/links.geojson', path } });
    });

    it('is read without its heights', async () => {
      await expect(
        read([
          [0, 0, 12],
          [1, 1],
        ]),
      ).resolves.toEqual([
        [0, 0],
        [1, 1],
      ]);
    });
  });

  it('names the version of a dataset that is too new before its shape', async () => {
    await expect(loadManifest('https://example.org/data/', answer('{"version": 99}'))).rejects.toMatchObject({
      code: 'newer',
      params: { version: 99 },
    });
  });
});

it('leaves out an address of a source that leads to anything but a web page', () => {
  const entry = { id: 'x', title: 'X' };
  expect(v.parse(source, { ...entry, url: 'javascript:alert(1)' }).url).toBeUndefined();
  expect(v.parse(source, { ...entry, url: 'https://example.org/' }).url).toBe('https://example.org/');
});
