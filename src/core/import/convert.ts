/** A file of a reader's own as routes and issues: decode, detect, read, check, measure. */
import { isZeroPoint } from './checks/check-line.ts';
import { removeForbidden } from './checks/clean-properties.ts';
import { decodeText, isZip } from './formats/decode.ts';
import { detectFormat, type Format } from './formats/detect.ts';
import { cleanText, type ImportIssue, ImportError } from './checks/issues.ts';
import { type Line, extractLines } from './checks/extract-lines.ts';
import { LIMITS, toMegabytes } from './checks/limits.ts';
import { isObject, getOwn, type RawFeature, type Read } from './formats/raw-feature.ts';
import { readCsv } from './formats/csv.ts';
import { readJson } from './formats/geojson.ts';
import { unpackArchive } from './formats/kmz.ts';
import { readWkt } from './formats/wkt.ts';
import { readXml } from './formats/gpx-kml.ts';
import { type Repair, repairFeature } from './checks/repair.ts';
import { createRouteId, measureRoute, type ImportedRoute } from './routes/imported-route.ts';
import type { Locate } from './routes/country-shares.ts';

export interface Source {
  /** Name of the file; what has no name of its own is called after it. */
  name: string;
  bytes: Uint8Array;
}

export interface ConvertOptions {
  repair?: Repair | undefined;
  /** Null where the countries are not known. */
  locate: Locate | null;
}

export type Phase = 'reading' | 'checking' | 'measuring';
export interface Progress {
  phase: Phase;
  /** Of 1. */
  done: number;
}

export interface ImportResult {
  format: Format | null;
  /** `n` is the number of the feature in the file. */
  routes: (ImportedRoute & { n: number })[];
  issues: ImportIssue[];
  /** Faults beyond those that are listed. */
  more: number;
  /** Features that the file has. */
  features: number;
}

interface Checked {
  n: number;
  name: string;
  source: string;
  lines: Line[];
}

/** Each step tells how far it has come, so that the caller may stop or let others have their turn. Never throws for a file. */
export function* convert(source: Source, { repair, locate }: ConvertOptions): Generator<Progress, ImportResult> {
  const issues: ImportIssue[] = [];
  let more = 0;
  let format: Format | null = null;
  let features = 0;
  const tell = (issue: ImportIssue): void => {
    if (issues.length < LIMITS.issues) issues.push(issue);
    else more++;
  };
  try {
    yield { phase: 'reading', done: 0 };
    const read = readAny(source.bytes);
    ({ format } = read);
    read.issues.forEach(tell);
    features = read.features.length;
    if (features > LIMITS.features) throw new ImportError({ code: 'too-many-features', params: { most: LIMITS.features } });
    const good: Checked[] = [];
    const ids = new Map<string, number>();
    let vertices = 0;
    for (const [i, raw] of read.features.entries()) {
      yield { phase: 'checking', done: i / features };
      const checked = checkFeature(repair ? repairFeature(raw, repair) : raw, i + 1, ids, tell);
      if (!checked) continue;
      vertices += checked.lines.reduce((sum, line) => sum + line.length, 0);
      if (vertices > LIMITS.vertices) throw new ImportError({ code: 'too-many-vertices', params: { most: LIMITS.vertices } });
      good.push(checked);
    }
    if (good.length === 0 && issues.length === 0) throw new ImportError({ code: 'no-routes' });
    const routes = yield* measureAll(good, { name: bareName(source.name), vertices, locate });
    return { format, routes, issues, more, features };
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    return { format, routes: [], issues: [error.issue], more: 0, features };
  }
}

function readAny(file: Uint8Array): Read & { format: Format } {
  if (file.length > LIMITS.bytes) throw new ImportError({ code: 'too-large', params: { most: toMegabytes(LIMITS.bytes) } });
  const packed = isZip(file);
  const text = decodeText(packed ? unpackArchive(file) : file);
  const kind = detectFormat(text);
  switch (kind) {
    case 'json':
      return readJson(text);
    case 'gpx':
      return { format: 'gpx', ...readXml(text, 'gpx') };
    case 'kml':
      return { format: packed ? 'kmz' : 'kml', ...readXml(text, 'kml') };
    case 'csv':
      return { format: 'csv', ...readCsv(text) };
    case 'wkt':
      return { format: 'wkt', ...readWkt(text) };
  }
}

/** A feature fit to be measured; null where a issue was told that skips it. */
function checkFeature(raw: RawFeature, n: number, ids: Map<string, number>, tell: (issue: ImportIssue) => void): Checked | null {
  const { value, path = '', line } = raw;
  const name = isObject(value) ? nameIn(getOwn(value, 'properties')) : '';
  const at = (issue: ImportIssue): ImportIssue => ({
    ...issue,
    feature: n,
    ...(name && { name }),
    ...(line !== undefined && { line }),
  });
  if (!isObject(value) || getOwn(value, 'type') !== 'Feature') {
    tell(at({ code: 'bad-feature', path }));
    return null;
  }
  const geometry = getOwn(value, 'geometry');
  const within = (key: string): string => (path === '' ? key : `${path}.${key}`);
  const found = extractLines(geometry, within('geometry'));
  if ('code' in found) {
    tell(at(found));
    return null;
  }
  const { geometry: _, ...rest } = value;
  const clean = removeForbidden(rest);
  if (clean.found) tell(at({ code: 'forbidden-key', path: within(clean.found) }));
  const properties = getOwn(value, 'properties');
  if (properties !== null && properties !== undefined && !isObject(properties)) {
    tell(at({ code: 'bad-properties', path: within('properties') }));
    clean.value['properties'] = {};
  }
  if (found.others.length > 0) tell(at({ code: 'mixed-geometry', path: within('geometry'), params: { type: found.others[0]! } }));
  found.lines.forEach((coordinates, i) => {
    const zero = isZeroPoint(coordinates);
    if (zero !== null) tell(at({ code: 'zero-point', path: `${found.paths[i]}[${zero}]` }));
  });
  const id = getOwn(value, 'id');
  if (typeof id === 'string' || typeof id === 'number') {
    const before = ids.get(String(id));
    if (before !== undefined)
      tell(at({ code: 'duplicate-id', path: within('id'), params: { id: cleanText(String(id), 40), other: before } }));
    else ids.set(String(id), n);
  }
  const source = JSON.stringify({
    ...clean.value,
    type: 'Feature',
    properties: clean.value['properties'] ?? {},
    geometry: bare(geometry),
  });
  return { n, name, source, lines: found.lines };
}

/** The geometry has passed the checks; only its members that GeoJSON knows are kept. */
function bare(geometry: unknown): unknown {
  const { type, coordinates, geometries } = geometry as Record<string, unknown>;
  return type === 'GeometryCollection' ? { type, geometries: (geometries as unknown[]).map(bare) } : { type, coordinates };
}

const NAMES = ['name', 'Name', 'NAME', 'title', 'Title', 'label', 'Label', 'route', 'ref', 'id'];

function nameIn(properties: unknown): string {
  if (!isObject(properties)) return '';
  const value = NAMES.map((key) => getOwn(properties, key)).find(
    (one) => (typeof one === 'string' && one.trim() !== '') || typeof one === 'number',
  );
  return value === undefined ? '' : cleanText(String(value), LIMITS.name);
}

const bareName = (file: string): string => cleanText(file.replace(/\.[A-Za-z0-9]{1,9}$/, ''), LIMITS.name - 8) || '?';

function* measureAll(
  good: readonly Checked[],
  { name, vertices, locate }: { name: string; vertices: number; locate: Locate | null },
): Generator<Progress, ImportResult['routes']> {
  const routes: ImportResult['routes'] = [];
  const taken = new Set<string>();
  for (const [i, one] of good.entries()) {
    yield { phase: 'measuring', done: i / good.length };
    const size = one.lines.reduce((sum, line) => sum + line.length, 0);
    const most = Math.max(200, Math.floor((LIMITS.drawn * size) / vertices));
    // Two features of the same content are two routes all the same.
    let id = createRouteId(one.source);
    while (taken.has(id)) id = createRouteId(`${id} ${one.n}`);
    taken.add(id);
    const called = one.name || (good.length > 1 ? `${name} ${one.n}` : name);
    routes.push({ id, n: one.n, name: called, source: one.source, ...measureRoute(one.lines, most, locate) });
  }
  return routes;
}

/** Runs a conversion to its end at once. */
export function convertWhole(source: Source, options: ConvertOptions): ImportResult {
  const run = convert(source, options);
  for (;;) {
    const step = run.next();
    if (step.done) return step.value;
  }
}
