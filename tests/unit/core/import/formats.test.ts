import { convert } from '../../../../src/core/import/convert.ts';
import { type GivenFile, groupFiles, readGroup } from '../../../../src/core/import/group-files.ts';
import { encode } from '@googlemaps/polyline-codec';
import { encode as encodeFlexible } from '@here/flexpolyline';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { FORMATS } from '../../../../src/core/import/formats/index.ts';
import type { NamedFeature } from '../../../../src/core/import/formats/format.ts';
import { type Pair, writeDbf, writeFgb, writeFit, writeShp } from '../../../fixtures/import/binary.ts';
import { convertBytes, convertText } from '../../../fixtures/import/convert.ts';

/** Through Alat, Ganja, Tbilisi and Kars. */
const LINE: Pair[] = [
  [49.4, 39.94],
  [46.36, 40.68],
  [44.83, 41.69],
  [43.1, 40.6],
];
const WHOLE = 629.744;
const SECOND: Pair[] = [
  [49.3, 39.9],
  [43.1, 40.6],
];

const describeRoutes = ({ routes }: Pick<Awaited<ReturnType<typeof convertText>>, 'routes'>) =>
  routes.map(({ name, drawnKm }) => [name, drawnKm]);

describe('an encoded polyline', () => {
  const latLon = LINE.map(([lon, lat]): [number, number] => [lat, lon]);

  it.each([
    ['Google’s', encode(latLon, 5)],
    ['one with six decimals', encode(latLon, 6)],
    ['HERE’s flexible one', encodeFlexible({ precision: 5, polyline: latLon })],
  ])('is read: %s', async (_, text) => {
    const { routes, issues } = await convertText(`${text}\n`, { name: 'way.txt' });
    expect(issues).toEqual([]);
    expect(describeRoutes({ routes })).toEqual([['way', WHOLE]]);
  });

  it('that is cut off is refused by its line', async () => {
    const { issues } = await convertText(`${encode(latLon, 5)}\n${encode(latLon, 5).slice(0, -1)}\n`);
    expect(issues).toEqual([{ code: 'bad-line', line: 2, loaded: false }]);
  });

  it('is not what a word is taken for', async () => {
    expect((await convertText('Transcaspian')).issues[0]?.code).toBe('unknown-format');
  });
});

describe('OpenStreetMap', () => {
  const nodes = LINE.map(([lon, lat], i) => ({ type: 'node', id: i + 1, lat, lon }));
  const way = (id: number, ...refs: number[]) => ({ type: 'way', id, nodes: refs, tags: { railway: 'rail' } });
  const relation = {
    type: 'relation',
    id: 20,
    tags: { type: 'route', route: 'train', ref: 'E 60' },
    members: [10, 11, 12].map((ref) => ({ type: 'way', ref, role: '' })),
  };

  it('as Overpass JSON gives a route for a relation, under its number, whatever the order of its ways', async () => {
    const elements = [...nodes, way(10, 1, 2), way(11, 4, 3), way(12, 2, 3), relation];
    const { routes, issues } = await convertText(JSON.stringify({ version: 0.6, elements }));
    expect(issues).toEqual([]);
    expect(routes.map(({ name, drawnKm, straightKm }) => [name, drawnKm, straightKm])).toEqual([['E 60', WHOLE, 539.402]]);
  });

  it('as XML gives the same', async () => {
    const xml = `<?xml version="1.0"?><osm version="0.6">
      ${nodes.map(({ id, lat, lon }) => `<node id="${id}" lat="${lat}" lon="${lon}"/>`).join('')}
      <way id="10"><nd ref="1"/><nd ref="2"/></way><way id="11"><nd ref="4"/><nd ref="3"/></way>
      <way id="12"><nd ref="2"/><nd ref="3"/></way>
      <relation id="20"><member type="way" ref="10" role=""/><member type="way" ref="11" role=""/><member type="way" ref="12" role=""/>
      <tag k="type" v="route"/><tag k="route" v="train"/><tag k="ref" v="E 60"/></relation></osm>`;
    expect(describeRoutes(await convertText(xml))).toEqual([['E 60', WHOLE]]);
  });

  it('tells how many ways of a relation are missing', async () => {
    const { routes, issues } = await convertText(JSON.stringify({ elements: [...nodes, way(10, 1, 2), relation] }));
    expect(routes.length).toBe(1);
    expect(issues).toEqual([{ code: 'osm-missing', params: { n: 2 }, loaded: true }]);
  });
});

describe('TCX', () => {
  const point = ([lon, lat]: Pair) =>
    `<Trackpoint><Position><LatitudeDegrees>${lat}</LatitudeDegrees><LongitudeDegrees>${lon}</LongitudeDegrees></Position></Trackpoint>`;
  const lap = (line: readonly Pair[]) => `<Lap><Track>${line.map(point).join('')}</Track></Lap>`;
  const tcx = (body: string, prefix = '') =>
    `<${prefix}TrainingCenterDatabase xmlns${prefix && ':ns2'}="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2">${body}</${prefix}TrainingCenterDatabase>`;

  it('gives one route for an activity, however many laps it has, and not the name of the watch', async () => {
    const activity = `<Activities><Activity Sport="Biking"><Id>2026-01-01</Id>${lap(LINE.slice(0, 3))}${lap(LINE.slice(2))}<Creator><Name>Edge</Name></Creator></Activity></Activities>`;
    expect(describeRoutes(await convertText(tcx(activity)))).toEqual([['2026-01-01', WHOLE]]);
  });

  it('gives a course under its name', async () => {
    const course = `<Courses><Course><Name>Middle</Name><Track>${LINE.map(point).join('')}</Track></Course></Courses>`;
    expect(describeRoutes(await convertText(tcx(course)))).toEqual([['Middle', WHOLE]]);
    const prefixed = course.replace(/<(\/?)/g, '<$1ns2:');
    expect(describeRoutes(await convertText(tcx(prefixed, 'ns2:')))).toEqual([['Middle', WHOLE]]);
  });
});

describe('FIT', () => {
  it('gives the recorded line', async () => {
    const { routes } = await convertBytes(writeFit(LINE), { name: 'ride.fit' });
    expect(routes[0]?.name).toBe('ride');
    expect(routes[0]?.drawnKm).toBeCloseTo(WHOLE, 2);
  });

  it('that is cut off is refused by name', async () => {
    const { issues } = await convertBytes(writeFit(LINE).subarray(0, 40));
    expect(issues).toEqual([{ code: 'bad-binary', params: { what: 'FIT' }, loaded: false }]);
  });
});

describe('a Shapefile', () => {
  it('in an archive is read with its names', async () => {
    const archive = zipSync({
      'rail/way.shp': writeShp([LINE, SECOND]),
      'rail/way.dbf': writeDbf(['Northern', 'Southern']),
      'rail/readme.txt': strToU8('Railways, 2025'),
    });
    expect(describeRoutes(await convertBytes(archive, { name: 'rail.zip' }))).toEqual([
      ['Northern', WHOLE],
      ['Southern', 531.789],
    ]);
  });

  it('with a system of coordinates is read in degrees', async () => {
    // EPSG:3857, as QGIS writes it.
    const prj =
      'PROJCS["WGS_1984_Web_Mercator_Auxiliary_Sphere",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Mercator_Auxiliary_Sphere"],PARAMETER["False_Easting",0.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",0.0],PARAMETER["Standard_Parallel_1",0.0],PARAMETER["Auxiliary_Sphere_Type",0.0],UNIT["Meter",1.0]]';
    const toMetres = ([lon, lat]: Pair): Pair => [
      (lon * Math.PI * 6378137) / 180,
      Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) * 6378137,
    ];
    const shp = writeShp([LINE.map(toMetres)]);
    const { routes } = await convertBytes(zipSync({ 'way.shp': shp, 'way.prj': strToU8(prj) }), { name: 'way.zip' });
    expect(routes[0]?.drawnKm).toBeCloseTo(WHOLE, 2);
    expect((await convertBytes(zipSync({ 'way.shp': shp }), { name: 'way.zip' })).issues[0]?.code).toBe('metres');
  });

  it('whose files are chosen or dropped together is read as one, in whatever order they come', async () => {
    const files = new Map<string, Uint8Array>([
      ['Way.dbf', writeDbf(['Northern', 'Southern'])],
      ['way.shx', new Uint8Array(8)],
      ['track.gpx', strToU8('<gpx/>')],
      ['way.shp', writeShp([LINE, SECOND])],
      ['other.dbf', writeDbf(['Elsewhere'])],
    ]);
    const given = [...files].map(([name, bytes]): GivenFile => ({
      name,
      size: bytes.length,
      arrayBuffer: () => Promise.resolve(new Uint8Array(bytes).buffer),
    }));
    const groups = groupFiles(given);
    expect(groups.map(({ file }) => file.name)).toEqual(['way.shp', 'track.gpx', 'other.dbf']);
    const { name, bytes, siblings } = await readGroup(groups[0]!);
    const result = await convert({ name, bytes, siblings: siblings! }, { loadLookup: () => Promise.resolve(null) });
    expect(describeRoutes(result).map(([title]) => title)).toEqual(['Northern', 'Southern']);
  });

  it('without its companions is read all the same', async () => {
    expect(describeRoutes(await convertBytes(writeShp([LINE]), { name: 'way.shp' }))).toEqual([['way', WHOLE]]);
  });
});

describe('FlatGeobuf', () => {
  const feature = (coordinates: Pair[], name: string) => ({
    type: 'Feature' as const,
    properties: { name },
    geometry: { type: 'LineString' as const, coordinates },
  });
  const collection = { type: 'FeatureCollection' as const, features: [feature(LINE, 'A'), feature(SECOND, 'B')] };

  it('is read with its names', async () => {
    expect(describeRoutes(await convertBytes(writeFgb(collection)))).toEqual([
      ['A', WHOLE],
      ['B', 531.789],
    ]);
  });

  it('in another system of coordinates is refused by that', async () => {
    const { issues } = await convertBytes(writeFgb(collection, 3857));
    expect(issues).toEqual([{ code: 'foreign-crs', params: { crs: 'EPSG:3857' }, loaded: false }]);
  });

  it.each([60, -30])('that is cut off at byte %d is refused by name', async (at) => {
    const { issues } = await convertBytes(writeFgb(collection).slice(0, at));
    expect(issues[0]?.code).toBe('bad-binary');
  });
});

describe('an archive', () => {
  const gpx = (name: string, line: readonly Pair[]) =>
    `<gpx><trk><name>${name}</name><trkseg>${line.map(([lon, lat]) => `<trkpt lat="${lat}" lon="${lon}"/>`).join('')}</trkseg></trk></gpx>`;
  const kml = (name: string, line: readonly Pair[]) =>
    `<kml><Placemark><name>${name}</name><LineString><coordinates>${line.map((at) => at.join(',')).join(' ')}</coordinates></LineString></Placemark></kml>`;
  const zip = (files: Record<string, string>) =>
    zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));

  it('gives what its main file gives, not the legend beside it', async () => {
    const files = { 'doc.kml': kml('Way', LINE), 'legend.kml': kml('Legend', SECOND) };
    expect(describeRoutes(await convertBytes(zip(files), { name: 'a.kmz' }))).toEqual([['Way', WHOLE]]);
  });

  it('gives all routes of a folder, past what systems and programs put beside them', async () => {
    const files = {
      '._a.gpx': 'x',
      '__MACOSX/a.gpx': 'x',
      'metadata.json': '{"made":"here"}',
      'a.gpx': gpx('A', LINE),
      'b.gpx': gpx('B', SECOND),
    };
    const { routes, issues } = await convertBytes(zip(files), { name: 'a.zip' });
    expect(issues).toEqual([]);
    expect(routes.map(({ name }) => name)).toEqual(['A', 'B']);
  });

  it('names the file inside that cannot be read, and loads the others', async () => {
    const { routes, issues } = await convertBytes(zip({ 'a.gpx': gpx('A', LINE), 'b.gpx': '<gpx><trk>' }), { name: 'a.zip' });
    expect(routes.map(({ name }) => name)).toEqual(['A']);
    expect(issues).toMatchObject([{ code: 'bad-xml', file: 'b.gpx', loaded: false }]);
  });

  it('that is a spreadsheet is refused as one', async () => {
    const { issues } = await convertBytes(zip({ 'xl/workbook.xml': '<workbook/>' }));
    expect(issues).toEqual([{ code: 'spreadsheet', params: { what: 'Excel' }, loaded: false }]);
  });
});

describe('each format that is written', () => {
  const feature = (name: string, geometry: NamedFeature['geometry'], more: object = {}): NamedFeature => ({
    type: 'Feature',
    properties: { name, ...more },
    geometry,
  });
  const options = { title: 'Mənim yollarım', creator: 'Atlas', lang: 'az' };
  const written = FORMATS.filter(({ write }) => write);
  const write = (id: string, features: NamedFeature[]) =>
    FORMATS.find((format) => format.id === id)?.write?.(features, options) ?? '';

  it.each(written.map(({ id }) => id))('%s gives back names and lengths when it is read', async (id) => {
    const features = [
      feature('Bakı – <Qars> & "x"', { type: 'LineString', coordinates: LINE }),
      feature('Second', { type: 'MultiLineString', coordinates: [SECOND] }),
    ];
    const result = await convertText(write(id, features));
    expect(describeRoutes(result)).toEqual([
      ['Bakı – <Qars> & "x"', WHOLE],
      ['Second', 531.789],
    ]);
  });

  it('an area is an outline in GPX and an area in KML, never an empty file', async () => {
    const area = feature('Zone', { type: 'Polygon', coordinates: [[...LINE, [49.4, 39.94]]] });
    expect(write('gpx', [area])).toContain('<trkpt lat="39.94" lon="49.4"/>');
    expect((await convertText(write('gpx', [area]))).routes[0]?.detour).toBeNull();
    expect(write('kml', [area])).toContain('<outerBoundaryIs>');
  });

  it('KML has the colour, and values that people can read', () => {
    const text = write('kml', [
      feature('Way', { type: 'LineString', coordinates: LINE }, { stroke: '#aa5500', modes: ['rail', 'sea'], legs: [{ a: 1 }] }),
    ]);
    expect(text).toContain('<color>ff0055aa</color>');
    expect(text).toContain('<Data name="modes"><value>rail, sea</value></Data>');
    expect(text).not.toContain('legs');
  });
});

it.each([
  '{"elements":[{"type":"relation","id":1,"members":[null]}]}',
  '{"elements":[{"type":"way","id":1,"nodes":[[]],"geometry":[null,{}]}]}',
  '{"elements":[null,1,{"type":7}]}',
])('elements of any shape give an issue, and nothing is thrown: %s', async (text) => {
  const { routes, issues } = await convertText(text);
  expect(routes).toEqual([]);
  expect(issues.length).toBe(1);
});
