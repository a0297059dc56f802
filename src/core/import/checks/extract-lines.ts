/** The lines of a feature's geometry, out of whatever it is wrapped in. */
import { checkLine, findBadHeight } from './check-line.ts';
import { type ImportIssue, formatShown } from './issues.ts';
import { LIMITS } from './limits.ts';
import { getOwn, isObject } from '../parse/json-values.ts';

/** A line as it stands in the file: longitude, latitude, and whatever follows. */
export type Line = number[][];

export interface Lines {
  lines: Line[];
  paths: string[];
  /** Types of what is no line, beside the lines. */
  others: string[];
  /** Parts and heights that were left out. */
  issues: ImportIssue[];
}

const OTHERS = ['Point', 'MultiPoint', 'Polygon', 'MultiPolygon'];
/** What makes a part worth nothing, while it takes nothing from the others. */
const DEGENERATE: readonly string[] = ['empty-geometry', 'one-point', 'no-length'];

interface Part {
  coordinates: unknown;
  path: string;
}

/** The lines of a geometry, all checked, or the issue that refuses it. `path` is where the geometry stands. */
export function extractLines(geometry: unknown, path: string): Lines | ImportIssue {
  const found: Lines = { lines: [], paths: [], others: [], issues: [] };
  const parts = listParts(geometry, path, found.others);
  if (!Array.isArray(parts)) return parts;
  let first: ImportIssue | null = null;
  for (const part of parts) {
    const issue = checkLine(part.coordinates, part.path);
    if (issue && (!DEGENERATE.includes(issue.code) || parts.length === 1)) return issue;
    if (issue) {
      first ??= issue;
      found.issues.push({ code: 'part-left-out', path: part.path });
      continue;
    }
    found.lines.push(dropBadHeights(part, found.issues));
    found.paths.push(part.path);
  }
  if (found.lines.length > 0) return found;
  if (first) return first;
  const [other] = found.others;
  return other ? { code: 'not-a-line', path, params: { type: other } } : { code: 'empty-geometry', path };
}

function dropBadHeights({ coordinates, path }: Part, issues: ImportIssue[]): Line {
  const line = coordinates as Line;
  const at = findBadHeight(line);
  if (at === null) return line;
  issues.push({
    code: 'bad-height',
    path: `${path}[${at}]`,
    params: { found: formatShown(line[at]?.find((value, k) => k > 1 && !Number.isFinite(value))) },
  });
  return line.map((position) => (position.slice(2).every(Number.isFinite) ? position : position.slice(0, 2)));
}

/** Parts of all lines in a geometry, or the issue that refuses it. Does not call itself. */
function listParts(geometry: unknown, path: string, others: string[]): Part[] | ImportIssue {
  if (geometry === null || geometry === undefined) return { code: 'no-geometry', path };
  const parts: Part[] = [];
  const stack: { value: unknown; path: string; depth: number }[] = [{ value: geometry, path, depth: 0 }];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { value, depth } = next;
    if (depth > LIMITS.collections) return { code: 'nested-too-deep', path, params: { most: LIMITS.collections } };
    if (!isObject(value)) return { code: 'unknown-geometry', path: next.path, params: { found: formatShown(value) } };
    const type = getOwn(value, 'type');
    if (type === 'GeometryCollection') {
      const members = getOwn(value, 'geometries');
      if (!Array.isArray(members)) return { code: 'bad-coordinates', path: `${next.path}.geometries` };
      const here = next.path;
      // Backwards, so that they come off the stack in their order.
      members.forEach((_, i) => {
        const k = members.length - 1 - i;
        stack.push({ value: members[k], path: `${here}.geometries[${k}]`, depth: depth + 1 });
      });
    } else if (typeof type === 'string' && OTHERS.includes(type)) {
      others.push(type);
    } else {
      const more = listOwnParts(type, getOwn(value, 'coordinates'), next.path);
      if (!Array.isArray(more)) return more;
      parts.push(...more);
    }
  }
  return parts;
}

function listOwnParts(type: unknown, coordinates: unknown, path: string): Part[] | ImportIssue {
  const at = `${path}.coordinates`;
  if (type === 'LineString') return [{ coordinates, path: at }];
  if (type !== 'MultiLineString') return { code: 'unknown-geometry', path, params: { found: formatShown(type) } };
  if (!Array.isArray(coordinates)) return { code: 'bad-coordinates', path: at };
  if (coordinates.length === 0) return { code: 'empty-geometry', path };
  return coordinates.map((part: unknown, i) => ({ coordinates: part, path: `${at}[${i}]` }));
}
