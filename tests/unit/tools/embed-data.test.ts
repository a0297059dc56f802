import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Atlas, computeBounds, indexAtlas } from '../../../src/core/dataset/dataset.ts';
import type { Manifest } from '../../../src/core/dataset/model.ts';
import { embedDataFile, readParts } from '../../../src/core/embed/embed-data.ts';
import { buildContent } from '../../../src/embed/content.ts';
import { en } from '../../../src/i18n/dictionaries/en.ts';
import { translator } from '../../../src/i18n/translate.ts';
import type { BaseFiles, Topology } from '../../../tools/build/embed/base-files.ts';
import { buildEmbedData, buildNames, findPageExtent } from '../../../tools/build/embed/data.ts';
import { miniAtlas } from '../../fixtures/mini.ts';

const topology: Topology = { type: 'Topology', transform: { scale: [1, 1], translate: [0, 0] }, arcs: [], objects: {} };
const waters = { type: 'FeatureCollection' as const, features: [] };
const base: BaseFiles = {
  scale50m: topology,
  scale10m: topology,
  waters: { lakes: waters, rivers: waters },
  places: { countries: [], seas: [], towns: [] },
};
const manifest: Manifest = { version: 1, built: '2026-01-01', files: {}, sources: [], licences: [] };

let atlas: Atlas;
beforeAll(async () => {
  atlas = await miniAtlas();
});

describe('embed data', () => {
  it('hold, as they are read again, the lines and figures of their page and no other', () => {
    const [route] = atlas.routes.values();
    if (!route) throw new Error('The small atlas has no route.');
    const file: unknown = JSON.parse(JSON.stringify(buildEmbedData(atlas, manifest, base, { page: route.id })));
    const read = indexAtlas(readParts(v.parse(embedDataFile, file), 'en', null));
    expect([...read.routes.keys()]).toEqual([route.id]);
    expect(new Set(read.links.keys())).toEqual(new Set(route.links.map(({ id }) => id)));
    const tr = translator('en', en);
    expect(buildContent(read, tr, route.id, [route.id])).toEqual(buildContent(atlas, tr, route.id, [route.id]));
  });

  it('carry the names of another language by their ids', () => {
    const names = buildNames(atlas, base.places, 'ka');
    const data = v.parse(embedDataFile, buildEmbedData(atlas, manifest, base, { page: null }));
    const read = indexAtlas(readParts(data, 'ka', names));
    for (const [id, { properties }] of read.nodes) {
      const local = atlas.nodes.get(id)?.properties.names['ka'];
      expect(properties.names['ka'] ?? properties.name).toBe(local ?? properties.name);
    }
  });

  it('show all corridors on the page of the whole: the box round all of theirs', () => {
    const extent = findPageExtent(atlas, null);
    for (const { id, kind } of atlas.corridors.values()) {
      const bounds = computeBounds(atlas, id);
      if (kind !== 'corridor' || !bounds) continue;
      expect(extent[0]).toBeLessThanOrEqual(bounds[0]);
      expect(extent[1]).toBeLessThanOrEqual(bounds[1]);
      expect(extent[2]).toBeGreaterThanOrEqual(bounds[2]);
      expect(extent[3]).toBeGreaterThanOrEqual(bounds[3]);
    }
  });
});
