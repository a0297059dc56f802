import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../../geo/build.ts';
import { reduceToFirst } from '../../../geo/publish/first.ts';
import { FIRST_FILE, type First, firstFile } from '../../../src/core/dataset/load/first.ts';
import { type Atlas, indexAtlas } from '../../../src/core/dataset/dataset.ts';
import { buildPlaceLabels, loadPlaces } from '../../../src/core/dataset/load/load-base-map.ts';
import { loadFile, loadPart, PARTS } from '../../../src/core/dataset/load/load.ts';
import { LANGS, linksFile, nodesFile, type Position } from '../../../src/core/dataset/model.ts';
import { compareItems } from '../../../src/core/compare/comparison.ts';
import { MOST_COMPARED } from '../../../src/core/url/compare-items.ts';
import { findOverview, fitCamera } from '../../../src/core/geo/camera.ts';
import { createProjection } from '../../../src/core/geo/projection.ts';
import { buildLineNames } from '../../../src/core/style/line-names.ts';
import { buildNodeFeatures } from '../../../src/core/style/node-features.ts';
import { findSubjects } from '../../../src/core/style/subjects.ts';
import { loadDictionary } from '../../../src/i18n/index.ts';
import { formatLineNames } from '../../../src/i18n/names/line-names.ts';
import { translator } from '../../../src/i18n/translate.ts';
import { FROM_DISK } from '../../../tools/build/read-atlas.ts';
import { MINI, miniBase, miniLeast } from '../../fixtures/mini.ts';

let to: string;
let first: First;
const read = <S extends v.GenericSchema>(name: string, schema: S): v.InferOutput<S> =>
  v.parse(schema, JSON.parse(readFileSync(join(to, name), 'utf8')));
beforeAll(async () => {
  to = mkdtempSync(join(tmpdir(), 'atlas-first-'));
  await build({ from: MINI, to, base: miniBase, least: miniLeast });
  first = read(FIRST_FILE, firstFile);
});
afterAll(() => rmSync(to, { recursive: true }));

describe('the file of the first view', () => {
  it('has every link that is drawn with its ends, mode and status, and its places', () => {
    const pick = ({ features }: v.InferOutput<typeof linksFile>) =>
      features.map(({ properties: { id, from, to: end, mode, gaugeMm, status, drawnKm, estimatedKm } }) => [
        id,
        from,
        end,
        mode,
        gaugeMm,
        status,
        drawnKm,
        estimatedKm,
      ]);
    expect(pick(first.parts.links)).toEqual(pick(read('links.geojson', linksFile)));
    const ids = ({ features }: v.InferOutput<typeof nodesFile>) => features.map(({ properties }) => properties.id);
    expect(ids(first.parts.nodes)).toEqual(ids(read('nodes.geojson', nodesFile)));
  });

  it('leaves out lines of no route and their places, but the first of each kind that can be chosen', () => {
    const { nodes, links } = first.parts;
    const [link, node] = [links.features[0]!, nodes.features[0]!];
    const add = (id: string, about: Partial<typeof link.properties>) => ({
      ...link,
      properties: { ...link.properties, id, from: `${id}-from`, to: `${id}-to`, ...about },
    });
    const more = [add('closed', { status: 'closed' }), add('closed-too', { status: 'closed' }), add('old', { opened: '1801' })];
    const places = more.flatMap(({ properties: { from, to } }) =>
      [from, to].map((id) => ({ ...node, properties: { ...node.properties, id } })),
    );
    const { parts } = reduceToFirst({
      ...first.parts,
      nodes: { ...nodes, features: [...nodes.features, ...places] },
      links: { ...links, features: [...links.features, ...more] },
    });
    const ids = (features: { properties: { id: string } }[]) => features.map(({ properties }) => properties.id);
    expect(ids(parts.links.features)).toEqual([...ids(links.features), 'closed', 'old']);
    expect(ids(parts.nodes.features)).toEqual([...ids(nodes.features), 'closed-from', 'closed-to', 'old-from', 'old-to']);
  });

  it('draws each line from the same end to the same end', () => {
    const ends = ({ features }: v.InferOutput<typeof linksFile>) =>
      features.map(({ geometry: { coordinates } }) => [coordinates[0], coordinates.at(-1)]);
    expect(ends(first.parts.links)).toEqual(ends(read('links.geojson', linksFile)));
  });

  it('is smaller than the files that it stands in for', () => {
    const size = (name: string) => statSync(join(to, name)).size;
    const stoodFor = Object.keys(first.parts).map((name) => PARTS[name as keyof First['parts']].file);
    expect(size(FIRST_FILE)).toBeLessThan(stoodFor.reduce((sum, name) => sum + size(name), 0));
  });

  it('draws a line the coarser the more room the network takes', () => {
    const [link] = first.parts.links.features;
    const draw = (...coordinates: [number, number][]) => ({ ...link!, geometry: { type: 'LineString' as const, coordinates } });
    const reduce = (width: number) =>
      reduceToFirst({
        ...first.parts,
        corridors: [],
        links: { type: 'FeatureCollection', features: [draw([0, 0], [0.5, 0.004], [1, 0]), draw([0, 0], [width, 0])] },
      });
    const count = (width: number) => reduce(width).parts.links.features[0]?.geometry.coordinates.length;
    expect(count(2)).toBe(3);
    expect(count(100)).toBe(2);
  });
});

describe('the first view of the atlas', () => {
  const all = {} as First['parts'];
  let few: First['parts'];
  beforeAll(async () => {
    const names = ['nodes', 'links', 'routes', 'parallelLines', 'corridors', 'areas', 'context', 'comparisons'] as const;
    await Promise.all(names.map(async (name) => Object.assign(all, { [name]: await loadPart('static/data/', name, FROM_DISK) })));
    few = (await loadFile(`static/data/${FIRST_FILE}`, firstFile, FROM_DISK)).parts;
  });

  it.each(LANGS)('has names and lines where the whole has them: %s', async (lang) => {
    const [whole, reduced] = [indexAtlas(all), indexAtlas(few)];
    const texts = formatLineNames(translator(lang, await loadDictionary(lang)), whole);
    const filters = { hiddenGroups: [], hiddenModes: [], hiddenStatuses: [], year: null };
    const place = (atlas: Atlas) =>
      buildLineNames(atlas, texts, { theme: 'light', filters, choice: {} }).features.map(({ geometry }) => geometry.coordinates);
    const places = place(reduced);
    for (const [i, [lon = 0, lat = 0]] of place(whole).entries()) {
      // A tenth of a degree is a pixel from as far as all corridors are seen.
      expect(Math.hypot(lon - (places[i]?.[0] ?? 0), lat - (places[i]?.[1] ?? 0))).toBeLessThan(0.1);
    }
    const list = (atlas: Atlas) =>
      buildNodeFeatures(atlas, { lang, theme: 'light', filters }).features.filter(({ properties }) => properties.from < 3);
    expect(list(reduced)).toEqual(list(whole));
    expect(findOverview(reduced).length).toBeGreaterThan(0);
    const [seen, before] = [reduced, whole].map((atlas) => fitCamera(findOverview(atlas), { width: 900, height: 700 }));
    expect(seen!.zoom).toBeCloseTo(before!.zoom, 1);
    expect(Math.hypot(seen!.lon - before!.lon, seen!.lat - before!.lat)).toBeLessThan(0.1);
  });

  it.each(LANGS)('writes no name of a corridor over the symbol of a border or port: %s', async (lang) => {
    const atlas = indexAtlas(few);
    const hiddenGroups = [...atlas.routes.values()].filter(({ kind }) => kind === 'alternative').map(({ id }) => id);
    const filters = { hiddenGroups, hiddenModes: [], hiddenStatuses: [], year: null };
    const symbols = buildNodeFeatures(atlas, { lang, theme: 'light', filters }).features.filter(
      ({ properties: { from, kind } }) => from === 0 && (kind === 'border' || kind === 'port'),
    );
    expect(symbols.length).toBeGreaterThan(0);
    const texts = formatLineNames(translator(lang, await loadDictionary(lang)), atlas);
    const camera = { lon: 60, lat: 42, zoom: 2.8 };
    const { project } = createProjection(camera, { width: 860, height: 740 });
    for (const { geometry, properties } of buildLineNames(atlas, texts, { theme: 'light', filters, choice: {}, camera })
      .features) {
      const [x, y] = project(...(geometry.coordinates as Position));
      const radians = (properties.angle * Math.PI) / 180;
      for (const symbol of symbols) {
        const [east, south] = project(...(symbol.geometry.coordinates as Position));
        const [right, down] = [east - x, south - y];
        const along = right * Math.cos(radians) + down * Math.sin(radians);
        const below = down * Math.cos(radians) - right * Math.sin(radians);
        // Half of the text and a symbol's radius beside it; it stands above the line.
        const isOver = Math.abs(along) < properties.text.length * 3.3 + 8 && below > -26 && below < 5;
        expect(isOver, `${properties.text}: ${symbol.properties.id}`).toBe(false);
      }
    }
  });

  it('can be compared, as its list offers that', () => {
    const ids = few.routes.map(({ id }) => id).slice(0, MOST_COMPARED);
    const compare = (parts: First['parts']) =>
      compareItems(indexAtlas(parts), ids).rows.map(({ text, drawnKm }) => [text, drawnKm]);
    expect(compare(few)).toEqual(compare(all));
    expect(compare(few)).toHaveLength(ids.length);
  });

  it('is about the same seas', async () => {
    const places = await loadPlaces('static/data/', ['en'], FROM_DISK);
    const list = (parts: First['parts']) =>
      buildPlaceLabels(places, 'en', { ...findSubjects(indexAtlas(parts)), nodes: [] }).seas.features.filter(
        ({ properties }) => properties?.['subject'] === true,
      );
    expect(list(few)).toEqual(list(all));
    expect(list(all).length).toBeGreaterThan(3);
  });
});
