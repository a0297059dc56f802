/** Properties that hold for whatever a stranger hands over. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitAt180, unwrapLine } from '../../../../src/core/geo/antimeridian.ts';
import type { ImportResult } from '../../../../src/core/import/convert.ts';
import { FORMATS } from '../../../../src/core/import/formats/index.ts';
import { convertBytes, convertFile, convertText } from '../../../fixtures/import/convert.ts';
import { readVertices, writeVertices } from '../../../../src/core/import/checks/coordinates.ts';
import { listRouteFeatures } from '../../../../src/core/import/routes/export-routes.ts';
import { ImportError } from '../../../../src/core/import/checks/issues.ts';
import { readLink, writeLink } from '../../../../src/core/import/routes/share-link.ts';
import { thinLine } from '../../../../src/core/geo/simplify.ts';
import type { Position } from '../../../../src/core/dataset/model.ts';
import { readView, writeView } from '../../../../src/core/url/url.ts';

function expectSound({ routes, issues }: ImportResult): void {
  expect(routes.length + issues.length).toBeGreaterThan(0);
  for (const { drawnKm, straightKm, line } of routes) {
    expect(Number.isFinite(drawnKm) && Number.isFinite(straightKm)).toBe(true);
    expect(drawnKm).toBeGreaterThanOrEqual(straightKm - 0.002);
    expect(line.flat().every(([lon, lat]) => Math.abs(lon) <= 180 && Math.abs(lat) <= 90)).toBe(true);
  }
}

async function expectSoundText(text: string): Promise<void> {
  expectSound(await convertText(text));
}

const lon = fc.double({ min: -180, max: 180, noNaN: true });
const lat = fc.double({ min: -90, max: 90, noNaN: true });
const position = fc.tuple(lon, lat);
const line = fc.array(position, { minLength: 2, maxLength: 40 });
const odd = fc.oneof(fc.jsonValue(), fc.constantFrom(null, '', '1', [], {}, Infinity, -1e9, '__proto__'));
const anyPosition = fc.oneof({ weight: 6, arbitrary: position }, { weight: 1, arbitrary: odd });
const anyGeometry = fc.oneof(
  fc.record({
    type: fc.constantFrom('LineString', 'MultiLineString', 'Point', 'Polygon', 'Circle', 7),
    coordinates: fc.oneof(fc.array(anyPosition), fc.array(fc.array(anyPosition)), odd),
  }),
  fc.record({ type: fc.constant('GeometryCollection'), geometries: fc.oneof(fc.array(odd), odd) }),
  odd,
);
const anyFeature = fc.oneof(
  fc.record({
    type: fc.constant('Feature'),
    id: odd,
    properties: fc.oneof(fc.dictionary(fc.string(), odd), odd),
    geometry: anyGeometry,
  }),
  odd,
);

describe('whatever is handed over', () => {
  it('random bytes give routes or issues, and nothing is thrown', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => expectSound(await convertBytes(bytes))),
      { numRuns: 400 },
    );
  });

  it('so do bytes behind the beginning of a known format', async () => {
    const head = fc.constantFrom(
      'PK\u0003\u0004',
      '<gpx>',
      '<kml><Placemark>',
      'LINESTRING(',
      'lon,lat\n',
      '{"type":"Topology"',
      '\uFEFF[',
      'SRID=1;',
    );
    await fc.assert(
      fc.asyncProperty(head, fc.string({ unit: 'binary', maxLength: 120 }), (start, rest) => expectSoundText(start + rest)),
      { numRuns: 400 },
    );
  });

  it('so does random JSON, and random GeoJSON', async () => {
    await fc.assert(fc.asyncProperty(fc.json(), expectSoundText), { numRuns: 300 });
    const collection = fc.record({ type: fc.constant('FeatureCollection'), features: fc.array(anyFeature, { maxLength: 6 }) });
    await fc.assert(
      fc.asyncProperty(collection, (value) => expectSoundText(JSON.stringify(value))),
      { numRuns: 500 },
    );
  });

  it('so does random TopoJSON', async () => {
    const topology = fc.record({
      type: fc.constant('Topology'),
      arcs: fc.oneof(fc.array(fc.array(anyPosition, { minLength: 1 })), odd),
      transform: fc.oneof(fc.constant({ scale: [1, 1], translate: [0, 0] }), odd),
      objects: fc.oneof(
        fc.dictionary(
          fc.string(),
          fc.record({
            type: fc.constantFrom('LineString', 'MultiLineString', 'Point', 'x'),
            arcs: fc.oneof(fc.array(fc.integer()), odd),
          }),
        ),
        odd,
      ),
    });
    await fc.assert(
      fc.asyncProperty(topology, (value) => expectSoundText(JSON.stringify(value))),
      { numRuns: 300 },
    );
  });
});

describe('a line of longitudes and latitudes', () => {
  it('is drawn the short way over 180°, each piece within the map, from its start to its end', () => {
    fc.assert(
      fc.property(line, (given) => {
        const whole = unwrapLine(given);
        whole.slice(1).forEach(([x], i) => expect(Math.abs(x - whole[i]![0])).toBeLessThanOrEqual(180.0001));
        const pieces = splitAt180(whole);
        expect(pieces.flat().every(([x]) => Math.abs(x) <= 180)).toBe(true);
        expect(pieces.every((piece) => piece.length > 1)).toBe(true);
      }),
    );
  });

  it('that crosses 180° is cut there once, at one height on both sides, and measured the short way', async () => {
    const text = '{"type":"LineString","coordinates":[[178,50],[-178,52]]}';
    const [route] = (await convertText(text)).routes;
    expect(route!.line.length).toBe(2);
    expect(route!.line[0]!.at(-1)![0]).toBe(180);
    expect(route!.line[1]![0]).toEqual([-180, route!.line[0]!.at(-1)![1]]);
    expect(route!.drawnKm).toBeLessThan(400);
    expect(route!.extent[2] - route!.extent[0]).toBeCloseTo(4);
  });

  it('keeps its ends when it is thinned, and has few enough vertices', () => {
    fc.assert(
      fc.property(fc.array(position, { minLength: 2, maxLength: 500 }), fc.integer({ min: 2, max: 60 }), (given, most) => {
        const few = thinLine(given, most);
        expect([few[0], few.at(-1)]).toEqual([given[0], given.at(-1)]);
        expect(few.length).toBeLessThanOrEqual(given.length);
      }),
    );
    const long = Array.from({ length: 50_000 }, (_, i): Position => [i / 1000, Math.sin(i / 100)]);
    expect(thinLine(long, 1000).length).toBeLessThanOrEqual(1000);
  });

  it('goes through a link and comes out within a metre', () => {
    // Parts shorter than that are left out.
    const hasLength = (part: Position[]) => part.some(([x, y]) => Math.hypot(x - part[0]![0], y - part[0]![1]) > 0.001);
    const drawn = fc.array(line.filter(hasLength), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(drawn, fc.string({ minLength: 1, maxLength: 60 }), (lines, name) => {
        const value = writeLink([{ id: 'abc123def456', name, line: lines }]);
        expect(value).not.toBeNull();
        expect(value).toMatch(/^1\.[\w.-]+$/);
        expect(value).not.toContain('--');
        const { ids, text } = readLink(value!);
        const { features } = JSON.parse(text) as {
          features: { properties: { name: string }; geometry: { coordinates: number[][][] } }[];
        };
        expect(ids).toEqual(['abc123def456']);
        expect(features[0]!.properties.name).toBe(name);
        features[0]!.geometry.coordinates.forEach((part, i) =>
          part.forEach(([x, y], k) => {
            expect(Math.abs(x! - lines[i]![k]![0])).toBeLessThan(0.00002);
            expect(Math.abs(y! - lines[i]![k]![1])).toBeLessThan(0.00002);
          }),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('goes through the text of the editor', () => {
    fc.assert(
      fc.property(line, (given) => {
        const read = readVertices(writeVertices(given));
        if ('line' in read) expect(read.line.length).toBe(given.length);
        else expect(read.issue.code).toBe('no-length');
      }),
    );
    expect(readVertices('49, 40\nx, 41')).toEqual({ issue: { code: 'bad-row', line: 2, params: { found: 'x, 41' } } });
    expect(readVertices('49;40\n\n44.8 41.7')).toEqual({
      line: [
        [49, 40],
        [44.8, 41.7],
      ],
    });
  });
});

describe('a link', () => {
  it('that was not written here is refused, whatever it says', async () => {
    const value = fc.oneof(
      fc.string(),
      fc.base64String().map((text) => `1.${text}`),
      fc.stringMatching(/^1\.[\w-]{1,80}$/),
    );
    await fc.assert(
      fc.asyncProperty(value, async (text) => {
        try {
          expectSound(await convertText(readLink(text).text));
        } catch (error) {
          expect(error).toBeInstanceOf(ImportError);
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each([180, 180.0000001, 179.999999, -180.0000001])('with a route that ends at %s° opens', async (lon) => {
    const { routes } = await convertText(`LINESTRING(49 40.4, ${lon} 41.7)`);
    const again = await convertText(readLink(writeLink(routes)!).text);
    expect(again.issues).toEqual([]);
    expect(Math.abs(again.routes[0]!.drawnKm - routes[0]!.drawnKm)).toBeLessThan(0.02);
  });

  it('that would be too long is not written', () => {
    const long = Array.from({ length: 20_000 }, (_, i): Position => [Math.sin(i) * 170, Math.cos(i * 3) * 80]);
    expect(writeLink([{ id: 'abc123', name: 'Long', line: [long] }])).toBeNull();
  });

  it('with any query and any hash gives a view, and writes it again', () => {
    const defaults = { lang: 'en', theme: 'auto', panel: 'routes' } as const;
    const query = fc.array(
      fc.tuple(
        fc.constantFrom('select', 'compare', 'hide', 'hide-mode', 'year', 'lang', 'theme', 'panel', 'imported', '__proto__'),
        fc.string(),
      ),
    );
    fc.assert(
      fc.property(query, fc.string(), (rows, hash) => {
        const search = `?${rows.map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join('&')}`;
        const view = readView(search, `#${hash}`);
        const whole = { select: null, panel: 'routes', lang: 'en', theme: 'auto', camera: null, ...view } as Parameters<
          typeof writeView
        >[0];
        const again = writeView(whole, defaults);
        expect(`${again.search}${again.hash}`).not.toMatch(/[<>"' ]/);
      }),
      { numRuns: 400 },
    );
  });
});

describe('an exported route', () => {
  it('says all that its file said, and its new name', async () => {
    const file = {
      type: 'Feature',
      id: 7,
      bbox: [1, 2, 3, 4],
      properties: { name: 'Old', a: { b: [1, null, 'x'] } },
      geometry: {
        type: 'LineString',
        coordinates: [
          [49, 40, -28, 5],
          [44, 41, 490, 6],
        ],
      },
    };
    const [route] = (await convertText(JSON.stringify(file))).routes;
    const exported = (name: string) => listRouteFeatures([{ source: route?.source ?? '', name }])[0];
    expect(exported('Old')).toEqual(file);
    expect(exported('New')).toEqual({ ...file, properties: { ...file.properties, name: 'New' } });
  });

  it('has its new name, although another of its properties says that already', async () => {
    const { routes } = await convertFile('tests/fixtures/import/wild/x01-rename-to-desc.geojson');
    const renamed = routes.map(({ source }) => ({ source, name: 'Alat to Kars' }));
    for (const { write } of FORMATS) {
      if (!write) continue;
      const text = write(listRouteFeatures(renamed), { title: 'All', creator: 'Atlas', lang: 'en' });
      expect((await convertText(text)).routes.map(({ name }) => name)).toEqual(['Alat to Kars']);
    }
  });
});
