/** GeoJSON in its forms: a collection, a feature, a bare geometry, one feature a line. TopoJSON is handed on. */
import { type Format, RECORD } from './detect.ts';
import { ImportError, formatShown } from '../checks/issues.ts';
import { LIMITS } from '../checks/limits.ts';
import { isDeeperThan, isObject, getOwn, type Read } from './raw-feature.ts';
import { readTopology } from './topojson.ts';

/** Coordinate reference systems that mean longitude and latitude in degrees. */
const DEGREES = /CRS:?84|EPSG:{1,2}(?:[\d.]*:)?4326$|WGS ?84/i;

/** Throws `bad-json`, `too-deep`, `not-geojson`, `foreign-crs` or what the reader of TopoJSON throws. */
export function readJson(text: string): Read & { format: Format } {
  if (isSequence(text)) return { format: 'geojson', ...readLines(text) };
  const json = parsed(text, 1);
  if (isDeeperThan(json, LIMITS.depth)) throw new ImportError({ code: 'too-deep', params: { most: LIMITS.depth } });
  if (isObject(json) && getOwn(json, 'type') === 'Topology') return { format: 'topojson', ...readTopology(json) };
  return { format: 'geojson', ...readGeojson(json) };
}

/** One feature a line, with or without the separator of the standard. */
function isSequence(text: string): boolean {
  if (text.trimStart().startsWith(RECORD)) return true;
  if (!/^\s*\{[^\n]*\}\s*\n/.test(text)) return false;
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.length > 1 && lines.every((line) => line.trimStart().startsWith('{'));
}

function readGeojson(json: unknown): Read {
  if (Array.isArray(json)) return { features: json.map((value, i) => ({ value: asFeature(value), path: `[${i}]` })), issues: [] };
  if (!isObject(json)) throw new ImportError({ code: 'not-geojson' });
  checkCrs(json);
  const type = getOwn(json, 'type');
  if (type === 'FeatureCollection') {
    const features = getOwn(json, 'features');
    if (!Array.isArray(features)) throw new ImportError({ code: 'not-geojson', path: 'features' });
    return { features: features.map((value, i) => ({ value, path: `features[${i}]` })), issues: [] };
  }
  if (type === 'Feature' || isGeometry(json)) return { features: [{ value: asFeature(json), path: '' }], issues: [] };
  throw new ImportError({ code: 'not-geojson', path: 'type', params: { found: formatShown(type) } });
}

const isGeometry = (json: object): boolean => 'coordinates' in json || 'geometries' in json;

/** A bare geometry stands for a feature without properties. */
function asFeature(value: unknown): unknown {
  return isObject(value) && getOwn(value, 'type') !== 'Feature' && isGeometry(value)
    ? { type: 'Feature', properties: {}, geometry: value }
    : value;
}

/** Old GeoJSON may name another system of coordinates. */
function checkCrs(json: Readonly<Record<string, unknown>>): void {
  const crs = getOwn(json, 'crs');
  if (!isObject(crs)) return;
  const properties = getOwn(crs, 'properties');
  const name = isObject(properties) ? getOwn(properties, 'name') : undefined;
  if (typeof name === 'string' && !DEGREES.test(name)) {
    throw new ImportError({ code: 'foreign-crs', path: 'crs.properties.name', params: { crs: formatShown(name) } });
  }
}

function readLines(text: string): Read {
  const read: Read = { features: [], issues: [] };
  text.split('\n').forEach((row, i) => {
    const content = row.replaceAll(RECORD, '').trim();
    if (content === '') return;
    const line = i + 1;
    try {
      const value = parsed(content, line);
      if (isDeeperThan(value, LIMITS.depth)) read.issues.push({ code: 'nested-too-deep', line, params: { most: LIMITS.depth } });
      else read.features.push({ value: asFeature(value), line });
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
      read.issues.push({ code: 'bad-line', line });
    }
  });
  return read;
}

function parsed(text: string, firstLine: number): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const at = /position (\d+)/.exec(error.message)?.[1];
    const isCut = /end of (?:JSON|data|the)|unterminated/i.test(error.message);
    const before = at !== undefined ? text.slice(0, Number(at)) : isCut ? text : null;
    const line = before === null ? undefined : before.split('\n').length + firstLine - 1;
    throw new ImportError({ code: 'bad-json', ...(line !== undefined && { line }) }, error);
  }
}
