/** Files as people really have them: each is read right, or refused with what is true of it. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { convertFile, convertText } from '../../../fixtures/import/convert.ts';

const folder = 'tests/fixtures/import/wild';
/** Through Alat, Ganja, Tbilisi and Kars; straight 539.402. */
const WHOLE = 629.744;
const STRAIGHT = 539.402;

type Expected = [
  routes: [name: string, drawnKm: number, straightKm: number][],
  issues?: [code: string, loaded: boolean, line?: number][],
];

const EXPECTED: Record<string, Expected> = {
  'c03-excel-sep-line.csv': [[['Stop', WHOLE, STRAIGHT]]],
  'c05-dms.csv': [[['c05-dms', 506.009, 505.957]]],
  'c06-hemisphere-suffix.csv': [[['c06-hemisphere-suffix', WHOLE, STRAIGHT]]],
  'c08-azerbaijani-headers.csv': [[['Stansiya', WHOLE, STRAIGHT]]],
  'c10-xy-utm.csv': [[], [['grid', false, 2]]],
  'c17-sequence-unsorted.csv': [[['A', WHOLE, STRAIGHT]], [['sorted', true, 2]]],
  'c19-blank-rows-linenumber.csv': [[['c19-blank-rows-linenumber', STRAIGHT, STRAIGHT]], [['bad-row', true, 6]]],
  'c20-quoted-newline-linenumber.csv': [[['c20-quoted-newline-linenumber', STRAIGHT, STRAIGHT]], [['bad-row', true, 5]]],
  'c25-trackid.csv': [
    [
      ['A', STRAIGHT, STRAIGHT],
      ['B', 531.789, 531.789],
    ],
  ],
  'c36-lat-lon-alt-x-y.csv': [[['c36-lat-lon-alt-x-y', STRAIGHT, STRAIGHT]]],
  'e06-csv-geom-empty-and-latlon.csv': [[['e06-csv-geom-empty-and-latlon', STRAIGHT, STRAIGHT]]],
  'e11-csv-deg-sign.csv': [[['e11-csv-deg-sign', STRAIGHT, STRAIGHT]]],
  'e19-gpx-comment-tags.gpx': [[['Trip', STRAIGHT, STRAIGHT]]],
  'f01-gpx-name-in-metadata-only.gpx': [[['Long trail', STRAIGHT, STRAIGHT]]],
  'f03-wkt-one-point-part.txt': [[['f03-wkt-one-point-part', 545.762, STRAIGHT]], [['part-left-out', true, 1]]],
  'g04-rte-noname-rtept-names.gpx': [[['g04-rte-noname-rtept-names', WHOLE, STRAIGHT]]],
  'g05-trk-noname-trkpt-name.gpx': [[['g05-trk-noname-trkpt-name', WHOLE, STRAIGHT]]],
  'g09-decimal-comma.gpx': [[['Trip', WHOLE, STRAIGHT]]],
  'g10-garmin-rpt.gpx': [[['Trip', WHOLE, STRAIGHT]]],
  'g17-one-bad-track.gpx': [[['Good', WHOLE, STRAIGHT]], [['one-point', false, 7]]],
  'g18-leading-blank.gpx': [[['Trip', WHOLE, STRAIGHT]]],
  'j03-seq-rs-pretty.geojsons': [
    [
      ['A', WHOLE, STRAIGHT],
      ['B', WHOLE, STRAIGHT],
    ],
  ],
  'j15-multiline-unordered.geojson': [[['Relation', WHOLE, STRAIGHT]]],
  'j16-trailing-comma.geojson': [[], [['bad-json', false, 1]]],
  'j34-one-bad-part.geojson': [[['T', 545.762, STRAIGHT]], [['part-left-out', true]]],
  'k03-gxtrack-empty-coord.kml': [[['Trip', WHOLE, STRAIGHT]]],
  'k06-networklink-only.kml': [[], [['network-link', false]]],
  'k07-prefixed.kml': [[['Trip', WHOLE, STRAIGHT]]],
  'k09-cdata-br-many.kml': [[['Trip', WHOLE, STRAIGHT]], [['not-lines', true]]],
  'k11-coords-space-after-comma.kml': [[['Trip', WHOLE, STRAIGHT]]],
  'k12-coords-decimal-comma.kml': [[], [['decimal-comma', false, 4]]],
  'k16-folder-names.kml': [
    [
      ['Northern way – Path', WHOLE, STRAIGHT],
      ['Southern way – Path', 621.68, 531.004],
    ],
  ],
  'o02.fit': [[], [['bad-binary', false]]],
  'o03.parquet': [[], [['convert-first', false]]],
  'o06.xls': [[], [['spreadsheet', false]]],
  'o11.pbf': [[], [['convert-first', false]]],
  'x01-rename-to-desc.geojson': [[['Track 1', STRAIGHT, STRAIGHT]]],
  'z02-networklinks-inside.kmz': [[['Trip', WHOLE, STRAIGHT]]],
  'z04-three-gpx.zip': [
    [
      ['Day 1', 270.566, 270.566],
      ['Day 2', 170.307, 170.307],
      ['Day 3', 188.871, 188.871],
    ],
  ],
  'z05-readme-first.zip': [[['Trip', WHOLE, STRAIGHT]]],
  'z07-shapefile-txt.zip': [[], [['bad-binary', false]]],
  'z08-strava-like.zip': [[['Ride', WHOLE, STRAIGHT]]],
};

it('has an expectation for each file', () => {
  expect(readdirSync(folder).sort()).toEqual(Object.keys(EXPECTED).sort());
});

it.each(Object.entries(EXPECTED))('%s: is read right or refused by name', async (file, [routes, issues = []]) => {
  const result = await convertFile(`${folder}/${file}`);
  expect(result.routes.map(({ name, drawnKm, straightKm }) => [name, drawnKm, straightKm])).toEqual(routes);
  expect(result.issues.map(({ code, loaded }) => [code, loaded])).toEqual(issues.map(([code, loaded]) => [code, loaded]));
  for (const [i, [, , line]] of issues.entries()) if (line !== undefined) expect(result.issues[i]?.line).toBe(line);
});

describe('a table', () => {
  const points = 'A,39.94,49.4\nA,40.6,43.1\nB,39.9,49.3\nB,40.6,43.1\n';
  const km = async (text: string) => (await convertText(text)).routes.map(({ drawnKm }) => drawnKm);

  it.each(['route_id', 'shape_id', 'name', 'track', 'маршрут', 'ad'])(
    'is cut into routes by a column %s in blocks',
    async (column) => {
      expect(await km(`${column},lat,lon\n${points}`)).toEqual([539.402, 531.789]);
    },
  );

  it('is not cut by the headings of a logger', async () => {
    expect(await km('track,lat,lon\n93,39.94,49.4\n91,40.68,46.36\n93,41.69,44.83\n90,40.6,43.1\n')).toEqual([WHOLE]);
  });

  it.each([
    'Latitude (deg),Longitude (deg)',
    'enlik,uzunluq',
    'enlem,boylam',
    'широта,долгота',
    'განედი,გრძედი',
    '纬度,经度',
    'ендік,бойлық',
    'shape_pt_lat,shape_pt_lon',
    'Breitengrad,Längengrad',
    'Latitud,Longitud',
  ])('with the columns %s is read', async (header) => {
    expect(await km(`${header}\n39.94,49.4\n40.6,43.1\n`)).toEqual([STRAIGHT]);
  });
});

describe('lines in parts', () => {
  const multi = (...parts: number[][][]) =>
    convertText(JSON.stringify({ type: 'MultiLineString', coordinates: parts })).then(({ routes }) => routes[0]);

  it('are never shorter than the straight line that they are compared with, and have no ratio where they do not join', async () => {
    const apart = await multi(
      [
        [49, 40],
        [48, 40],
      ],
      [
        [30, 40],
        [29, 40],
      ],
    );
    expect(apart?.detour).toBeNull();
    expect(apart?.drawnKm).toBeGreaterThanOrEqual(apart?.straightKm ?? Infinity);
  });

  it('with a small gap keep the ends of the whole', async () => {
    const first = [
      [49, 40],
      [48, 41],
      [47, 40],
    ];
    const second = [
      [45, 40],
      [46.99, 40],
    ];
    const route = await multi(first, second);
    expect([route?.start, route?.end]).toEqual([
      [49, 40],
      [45, 40],
    ]);
    expect(route?.detour).toBeGreaterThan(1);
  });
});

describe('well-known text', () => {
  it.each([
    'LINESTRING (49.87 40.4 12, 44.8 41.7 400)',
    'SRID=4326;LINESTRING (49.87 40.4 12, 44.8 41.7 400)',
    'LINESTRING Z (49.87 40.4 12, 44.8 41.7 400)',
    'LINESTRINGZ(49.87 40.4 12, 44.8 41.7 400)',
    'MULTILINESTRING ((49.87 40.4 12, 44.8 41.7 400))',
  ])('with heights is read: %s', async (text) => {
    const { routes, issues } = await convertText(text);
    expect(issues).toEqual([]);
    expect(JSON.parse(routes[0]?.source ?? '')).toMatchObject({ geometry: { coordinates: expect.anything() as unknown } });
    expect(routes[0]?.drawnKm).toBeCloseTo(448.6, 0);
  });

  it('of curves is refused by the name of the curve', async () => {
    const { issues } = await convertText('CIRCULARSTRING (0 0, 1 1, 2 0)');
    expect(issues[0]).toMatchObject({ code: 'unknown-geometry', params: { found: 'CIRCULARSTRING' } });
  });
});

it('a repair changes the lines of a collection too, and drops the extent in the old unit', async () => {
  const metres = {
    type: 'LineString',
    coordinates: [
      [5454000, 4925000],
      [4987000, 5113000],
    ],
  };
  const text = JSON.stringify({
    type: 'Feature',
    bbox: [4987000, 4925000, 5454000, 5113000],
    properties: {},
    geometry: { type: 'GeometryCollection', geometries: [metres] },
  });
  const { routes, issues } = await convertText(text, { repair: 'metres' });
  expect(issues).toEqual([]);
  expect(routes[0]?.start[0]).toBeCloseTo(48.99, 1);
  expect(routes[0]?.source).not.toContain('bbox');
});

it('points beside a line are no routes: thousands of them do not stand in its way', async () => {
  const point = { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [49, 40] } };
  const line = {
    type: 'Feature',
    properties: { name: 'Main' },
    geometry: {
      type: 'LineString',
      coordinates: [
        [49.4, 39.94],
        [43.1, 40.6],
      ],
    },
  };
  const features = [line, ...Array.from({ length: 5001 }, () => point)];
  const { routes, issues } = await convertText(JSON.stringify({ type: 'FeatureCollection', features }));
  expect(routes.map(({ name, drawnKm }) => [name, drawnKm])).toEqual([['Main', STRAIGHT]]);
  expect(issues).toEqual([{ code: 'not-lines', params: { n: 5001, type: 'Point' }, loaded: true }]);
});
