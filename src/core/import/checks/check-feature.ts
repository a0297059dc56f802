/** One feature of a file: fit to be measured, or the reason why it is not. */
import type { RawFeature } from '../formats/format.ts';
import { getOwn, isObject, type PlainObject } from '../parse/json-values.ts';
import { findZeroPoint } from './check-line.ts';
import { removeForbidden } from './clean-properties.ts';
import { extractLines, type Line, type Lines } from './extract-lines.ts';
import { findName } from './find-name.ts';
import { cleanText, type ImportIssue } from './issues.ts';

export interface CheckedFeature {
  /** Number in the file, from 1. */
  n: number;
  name: string;
  /** GeoJSON of one line. */
  source: string;
  lines: Line[];
  raw: RawFeature;
}

export interface CheckOptions {
  n: number;
  /** Ids of the file with the number of the first feature that has it; is added to. */
  ids: Map<string, number>;
  report: (issue: ImportIssue) => void;
}

/** Null where an issue was reported that skips the feature. */
export function checkFeature(raw: RawFeature, { n, ids, report }: CheckOptions): CheckedFeature | null {
  const { value, path, line, file } = raw;
  const name = isObject(value) ? findName(getOwn(value, 'properties')) : '';
  const reportHere = ({ path: at, ...issue }: ImportIssue): void => {
    report({
      ...issue,
      // A path in what a reader has made of the file is none that people find in it.
      ...(path !== undefined && at !== undefined && { path: at }),
      feature: n,
      ...(file !== undefined && { file }),
      ...(name && { name }),
      ...(line !== undefined && { line }),
    });
  };
  if (!isObject(value) || getOwn(value, 'type') !== 'Feature') {
    reportHere({ code: 'bad-feature', path: path ?? '' });
    return null;
  }
  const geometry = getOwn(value, 'geometry');
  const within = (key: string): string => (path ? `${path}.${key}` : key);
  const found = extractLines(geometry, within('geometry'));
  if ('code' in found) {
    reportHere(found);
    return null;
  }
  found.issues.forEach(reportHere);
  const properties = cleanMembers(value, within, reportHere);
  const [other] = found.others;
  if (other) reportHere({ code: 'mixed-geometry', path: within('geometry'), params: { type: other } });
  found.lines.forEach((coordinates, i) => {
    const zero = findZeroPoint(coordinates);
    if (zero !== null) reportHere({ code: 'zero-point', path: `${found.paths[i]}[${zero}]` });
  });
  checkId(getOwn(value, 'id'), { n, ids, report: reportHere }, within('id'));
  const source = JSON.stringify({ ...properties, type: 'Feature', geometry: toPlainGeometry(geometry, found) });
  return { n, name, source, lines: found.lines, raw };
}

/** The feature's members but for its geometry, with properties that are an object. */
function cleanMembers(
  { geometry: _, ...rest }: PlainObject,
  within: (key: string) => string,
  report: (issue: ImportIssue) => void,
): Record<string, unknown> {
  const clean = removeForbidden(rest);
  if (clean.found) report({ code: 'forbidden-key', path: within(clean.found) });
  const properties = getOwn(rest, 'properties');
  const isMissing = properties === null || properties === undefined;
  if (!isMissing && !isObject(properties)) report({ code: 'bad-properties', path: within('properties') });
  return { ...clean.value, properties: isObject(properties) ? clean.value['properties'] : {} };
}

function checkId(id: unknown, { n, ids, report }: CheckOptions, path: string): void {
  if (typeof id !== 'string' && typeof id !== 'number') return;
  const before = ids.get(String(id));
  if (before === undefined) ids.set(String(id), n);
  else report({ code: 'duplicate-id', path, params: { id: cleanText(String(id), 40), other: before } });
}

/** The geometry as the file has it, with the members that GeoJSON knows; where something was left out of it, its lines alone. */
function toPlainGeometry(geometry: unknown, { lines, issues }: Lines): unknown {
  if (issues.length === 0) return keepKnownMembers(geometry);
  const [only] = lines;
  return lines.length === 1 ? { type: 'LineString', coordinates: only } : { type: 'MultiLineString', coordinates: lines };
}

/** The geometry has passed the checks, so collections are not deep. */
function keepKnownMembers(geometry: unknown): unknown {
  const { type, coordinates, geometries } = geometry as PlainObject;
  return Array.isArray(geometries) ? { type, geometries: geometries.map(keepKnownMembers) } : { type, coordinates };
}
