/** The lines of a feature's geometry, out of whatever it is wrapped in. */
import { checkLine } from './check-line.ts';
import { type ImportIssue, formatShown } from './issues.ts';
import { LIMITS } from './limits.ts';
import { isObject, getOwn } from '../formats/raw-feature.ts';

/** A line as it stands in the file: longitude, latitude, and whatever follows. */
export type Line = number[][];

export interface Lines {
  lines: Line[];
  paths: string[];
  /** Types of what is no line, beside the lines. */
  others: string[];
}

const KNOWN = ['Point', 'MultiPoint', 'Polygon', 'MultiPolygon'];

/** The lines of a geometry, all checked, or the first issue. `path` is where the geometry stands. */
export function extractLines(geometry: unknown, path: string): Lines | ImportIssue {
  const found: Lines = { lines: [], paths: [], others: [] };
  if (geometry === null || geometry === undefined) return { code: 'no-geometry', path };
  const stack: { value: unknown; path: string; depth: number }[] = [{ value: geometry, path, depth: 0 }];
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (next.depth > LIMITS.collections) return { code: 'nested-too-deep', path, params: { most: LIMITS.collections } };
    if (!isObject(next.value)) return { code: 'unknown-geometry', path: next.path, params: { found: formatShown(next.value) } };
    const type = getOwn(next.value, 'type');
    if (type === 'GeometryCollection') {
      const members = getOwn(next.value, 'geometries');
      if (!Array.isArray(members)) return { code: 'bad-coordinates', path: `${next.path}.geometries` };
      for (let i = members.length - 1; i >= 0; i--) {
        stack.push({ value: members[i], path: `${next.path}.geometries[${i}]`, depth: next.depth + 1 });
      }
      continue;
    }
    const issue = take(found, type, getOwn(next.value, 'coordinates'), next.path);
    if (issue) return issue;
  }
  if (found.lines.length > 0) return found;
  const [other] = found.others;
  return other ? { code: 'not-a-line', path, params: { type: other } } : { code: 'empty-geometry', path };
}

function take(found: Lines, type: unknown, coordinates: unknown, path: string): ImportIssue | null {
  if (typeof type === 'string' && KNOWN.includes(type)) {
    found.others.push(type);
    return null;
  }
  if (type !== 'LineString' && type !== 'MultiLineString')
    return { code: 'unknown-geometry', path, params: { found: formatShown(type) } };
  const at = `${path}.coordinates`;
  if (type === 'MultiLineString' && !Array.isArray(coordinates)) return { code: 'bad-coordinates', path: at };
  const parts: unknown[] = type === 'LineString' ? [coordinates] : (coordinates as unknown[]);
  if (parts.length === 0) return { code: 'empty-geometry', path };
  for (let i = 0; i < parts.length; i++) {
    const here = type === 'LineString' ? at : `${at}[${i}]`;
    const issue = checkLine(parts[i], here);
    if (issue) return issue;
    found.lines.push(parts[i] as Line);
    found.paths.push(here);
  }
  return null;
}
