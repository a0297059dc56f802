/** Tables with columns of longitudes and latitudes (a row for each point), or with a column of WKT (a row for each route). */
import { type ImportIssue, ImportError, formatShown } from '../checks/issues.ts';
import { parseCoordinate, parseNumber } from '../checks/parse-coordinate.ts';
import type { FileContent } from '../parse/content.ts';
import { type Column, findColumns, findPositionColumns } from '../parse/csv-columns.ts';
import { parseTable, type TableRow } from '../parse/table.ts';
import type { ImportFormat, RawFeature, Read, ReadOptions } from './format.ts';
import { loadWktParser } from './wkt.ts';

export const csv: ImportFormat = {
  id: 'csv',
  label: 'CSV',
  extensions: ['csv', 'tsv', 'txt'],
  is: (content) => /[,;\t|]/.test(content.head().split(/\r?\n/, 1)[0] ?? '') || /^sep=/i.test(content.head()),
  read: readCsv,
};

/** Throws `bad-csv`, `csv-no-columns` or `too-many-vertices`. */
async function readCsv(content: FileContent, { pause }: ReadOptions): Promise<Read> {
  const { header, rows } = await parseTable(content.text(), pause);
  const position = findPositionColumns(header);
  for (const column of findColumns(header, 'wkt')) {
    // Beside positions, or under a name that databases give to binary shapes too, it counts only with text in it that can be read.
    const isSure = position === null;
    const read = await readGeometries(rows, header, column);
    if (isSure || read.features.length > 0) return read;
  }
  if (!position) throw new ImportError({ code: 'csv-no-columns', line: 1, params: { found: formatShown(header.join(', ')) } });
  return readPoints(rows, header, position);
}

async function readGeometries(rows: readonly TableRow[], header: readonly string[], { index }: Column): Promise<Read> {
  const parse = await loadWktParser();
  const read: Read = { features: [], issues: [] };
  for (const { cells, line } of rows) {
    const result = parse(cells[index] ?? '', line);
    if ('issue' in result) read.issues.push(result.issue);
    else {
      const properties = Object.fromEntries(header.flatMap((name, k) => (k === index ? [] : [[name, cells[k] ?? '']])));
      read.features.push({ value: { type: 'Feature', properties, geometry: result.value }, line });
    }
  }
  return read;
}

interface Point {
  row: TableRow;
  coordinates: [number, number];
}

function readPoints(rows: readonly TableRow[], header: readonly string[], { lon, lat }: { lon: Column; lat: Column }): Read {
  const issues: ImportIssue[] = [];
  const points: Point[] = [];
  for (const row of rows) {
    const [x, y] = [row.cells[lon.index] ?? '', row.cells[lat.index] ?? ''];
    const coordinates = [parseAny(x, 'lon'), parseAny(y, 'lat')] as const;
    if (coordinates[0] === null || coordinates[1] === null) {
      issues.push({ code: 'bad-row', line: row.line, params: { found: formatShown(coordinates[0] === null ? x : y) } });
    } else points.push({ row, coordinates: [coordinates[0], coordinates[1]] });
  }
  const taken = [lon.index, lat.index];
  const free = ({ index }: Column): boolean => !taken.includes(index);
  const groups = groupPoints(points, findColumns(header, 'route').filter(free));
  if (groups.column) taken.push(groups.column.index);
  const order = findColumns(header, 'order').filter(free);
  const lines = groups.lines.map((line) => ({ ...line, points: sortPoints(line.points, order, issues) }));
  const rest = header.flatMap((name, index) => (taken.includes(index) ? [] : [{ name, index }]));
  return { features: lines.map(({ name, points: line }) => toFeature(name, line, rest)), issues };
}

/** Plain numbers of any size as well: the checks recognise metres later. */
const parseAny = (cell: string, axis: 'lon' | 'lat'): number | null =>
  parseNumber(cell.trim().replace('\u2212', '-')) ?? parseCoordinate(cell, axis);

interface Lines {
  column: Column | null;
  lines: { name: string; points: Point[] }[];
}

/**
 * Points by route. A column that is surely one of routes groups them wherever they stand; one that may as well be a property of points
 * does so only where each value fills a block of rows of its own.
 */
function groupPoints(points: readonly Point[], columns: readonly Column[]): Lines {
  for (const column of columns) {
    const groups = groupBy(points, ({ row }) => (row.cells[column.index] ?? '').trim());
    const isPlausible = column.rank === 0 || isInBlocks(points, column, groups.size);
    if (groups.size > 0 && isPlausible) return { column, lines: [...groups].map(([name, line]) => ({ name, points: line })) };
  }
  return { column: null, lines: points.length > 0 ? [{ name: '', points: [...points] }] : [] };
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

function isInBlocks(points: readonly Point[], { index }: Column, count: number): boolean {
  const sizes: number[] = [];
  let before: string | undefined;
  for (const { row } of points) {
    const value = (row.cells[index] ?? '').trim();
    if (value === before) sizes[sizes.length - 1] = (sizes.at(-1) ?? 0) + 1;
    else sizes.push(1);
    before = value;
  }
  return sizes.length === count && sizes.every((size) => size >= 2);
}

/** Points by the column that numbers them, which is an issue where it changes their order or cannot be followed. */
function sortPoints(points: Point[], columns: readonly Column[], issues: ImportIssue[]): Point[] {
  const place = points[0] ? { line: points[0].row.line } : {};
  for (const { index, name, rank } of columns) {
    const keys = points.map(({ row }) => parseNumber(row.cells[index] ?? ''));
    const isSorted = keys.every((key, i) => i === 0 || (key !== null && key > (keys[i - 1] ?? NaN)));
    if (isSorted) return points;
    if (rank > 0) continue;
    if (keys.includes(null) || new Set(keys).size < keys.length) {
      issues.push({ code: 'one-line', ...place, params: { column: formatShown(name) } });
      return points;
    }
    issues.push({ code: 'sorted', ...place, params: { column: formatShown(name) } });
    const order = points.map((point, i) => ({ point, key: keys[i] ?? 0 }));
    return order.toSorted((a, b) => a.key - b.key).map(({ point }) => point);
  }
  return points;
}

function toFeature(name: string, points: readonly Point[], rest: readonly { name: string; index: number }[]): RawFeature {
  const values = rest.map(({ name: key, index }) => [key, points.map(({ row }) => row.cells[index] ?? '')]);
  return {
    ...(points[0] && { line: points[0].row.line }),
    value: {
      type: 'Feature',
      properties: {
        ...(name && { name }),
        // As togeojson does for GPX: one value a point.
        ...(values.length > 0 && { coordinateProperties: Object.fromEntries(values) as Record<string, string[]> }),
      },
      geometry: { type: 'LineString', coordinates: points.map(({ coordinates }) => coordinates) },
    },
  };
}
