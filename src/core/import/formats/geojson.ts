/** GeoJSON in its forms: a collection, a feature, a bare geometry, one feature a line or a record. */
import { ImportError, formatShown } from '../checks/issues.ts';
import { LIMITS } from '../checks/limits.ts';
import type { FileContent } from '../parse/content.ts';
import { parseJson } from '../parse/json.ts';
import { getOwn, isObject, type PlainObject } from '../parse/json-values.ts';
import type { ImportFormat, NamedFeature, RawFeature, Read } from './format.ts';

/** Begins each record of a GeoJSON text sequence (RFC 8142). */
const RECORD = '\u001e';
const LEADING_RECORD = new RegExp(`^[\\s${RECORD}]*`);

/** Coordinate reference systems that mean longitude and latitude in degrees. */
const DEGREES = /CRS:?84|EPSG:{1,2}(?:[\d.]*:)?4326$|WGS ?84/i;

export const geojson: ImportFormat = {
  id: 'geojson',
  label: 'GeoJSON',
  extensions: ['geojson', 'json', 'geojsonl', 'geojsons', 'ndjson', 'jsonl'],
  is: isJson,
  read: (content) => Promise.resolve(readGeojson(content)),
  write: writeGeojson,
  type: 'application/geo+json',
};

/** True where the text begins like an object or list of JSON, or a record of them. */
export function isJson(content: FileContent): boolean {
  return /^[{[]/.test(content.head().replace(LEADING_RECORD, ''));
}

/** Throws `bad-json`, `too-deep`, `not-geojson` or `foreign-crs`. */
function readGeojson(content: FileContent): Read {
  const text = content.text();
  if (text.trimStart().startsWith(RECORD)) return readRecords(splitRecords(text));
  const lines = splitLines(text);
  return lines ? readRecords(lines) : readDocument(content.json());
}

interface TextRecord {
  text: string;
  line: number;
}

/** A record runs from one separator to the next, however many lines it has. */
function splitRecords(text: string): TextRecord[] {
  let line = 1;
  return text.split(RECORD).flatMap((record) => {
    const start = line + (/^\s*/.exec(record)?.[0].split('\n').length ?? 1) - 1;
    line += record.split('\n').length - 1;
    return record.trim() === '' ? [] : [{ text: record.trim(), line: start }];
  });
}

/** Null where the text is one value and not one a line. */
function splitLines(text: string): TextRecord[] | null {
  if (!/^\s*\{[^\n]*\}\s*\n/.test(text)) return null;
  const lines = text
    .split('\n')
    .flatMap((row, i): TextRecord[] => (row.trim() === '' ? [] : [{ text: row.trim(), line: i + 1 }]));
  return lines.length > 1 && lines.every((line) => line.text.startsWith('{')) ? lines : null;
}

function readRecords(records: readonly TextRecord[]): Read {
  const read: Read = { features: [], issues: [] };
  for (const { text, line } of records) {
    try {
      const value = parseJson(text, line);
      if (isObject(value) && getOwn(value, 'type') === 'FeatureCollection') {
        read.features.push(...readDocument(value).features.map((feature) => ({ ...feature, line })));
      } else read.features.push({ value: asFeature(value), path: '', line });
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
      const { issue } = error;
      read.issues.push(
        issue.code === 'too-deep'
          ? { code: 'nested-too-deep', line, params: { most: LIMITS.depth } }
          : { code: 'bad-line', line: issue.line ?? line },
      );
    }
  }
  return read;
}

function readDocument(json: unknown): Read {
  if (Array.isArray(json)) return { features: json.map((value, i) => ({ value: asFeature(value), path: `[${i}]` })), issues: [] };
  if (!isObject(json)) throw new ImportError({ code: 'not-geojson' });
  checkCrs(json);
  const type = getOwn(json, 'type');
  if (type === 'FeatureCollection') {
    const features = getOwn(json, 'features');
    if (!Array.isArray(features)) throw new ImportError({ code: 'not-geojson', path: 'features' });
    return { features: features.map((value, i) => ({ value, path: `features[${i}]` })), issues: [] };
  }
  if (type === 'GeometryCollection') return { features: readMembers(json), issues: [] };
  if (type === 'Feature' || isGeometry(json)) return { features: [{ value: asFeature(json), path: '' }], issues: [] };
  throw new ImportError({ code: 'not-geojson', path: 'type', params: { found: formatShown(type) } });
}

/** A bare collection of geometries is how some programs write features without properties: each member is one. */
function readMembers(json: PlainObject): RawFeature[] {
  const members = getOwn(json, 'geometries');
  if (!Array.isArray(members)) return [{ value: asFeature(json), path: '' }];
  return members.map((value, i) => ({ value: asFeature(value), path: `geometries[${i}]` }));
}

const isGeometry = (json: object): boolean => 'coordinates' in json || 'geometries' in json;

/** A bare geometry stands for a feature without properties. */
function asFeature(value: unknown): unknown {
  return isObject(value) && getOwn(value, 'type') !== 'Feature' && isGeometry(value)
    ? { type: 'Feature', properties: {}, geometry: value }
    : value;
}

/** Old GeoJSON may name another system of coordinates. */
function checkCrs(json: PlainObject): void {
  const crs = getOwn(json, 'crs');
  if (!isObject(crs)) return;
  const properties = getOwn(crs, 'properties');
  const name = isObject(properties) ? getOwn(properties, 'name') : undefined;
  if (typeof name === 'string' && !DEGREES.test(name)) {
    throw new ImportError({ code: 'foreign-crs', path: 'crs.properties.name', params: { crs: formatShown(name) } });
  }
}

function writeGeojson(features: readonly NamedFeature[]): string {
  const rows = features.map((feature) => JSON.stringify(feature));
  return `{"type":"FeatureCollection","features":[\n${rows.join(',\n')}\n]}\n`;
}
