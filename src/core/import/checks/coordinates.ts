/** A line as text that people edit: a row for each vertex, longitude first. The way to draw without a pointer. */
import type { Position } from '../../dataset/model.ts';
import { checkLine } from './check-line.ts';
import { type ImportIssue, formatShown } from './issues.ts';
import { parseCoordinate } from './parse-coordinate.ts';

const DECIMALS = 5;

export const writeVertices = (line: readonly Position[]): string =>
  line.map(([lon, lat]) => `${Number(lon.toFixed(DECIMALS))}, ${Number(lat.toFixed(DECIMALS))}`).join('\n');

/** Behind a semicolon numbers may have decimal commas. */
const splitRow = (row: string): string[] => row.trim().split(row.includes(';') ? /\s*;\s*/ : /[\s,]+/);

/** The line, or what is wrong with the text and in which row. */
export function readVertices(text: string): { line: Position[] } | { issue: ImportIssue } {
  const line: Position[] = [];
  for (const [i, row] of text.split('\n').entries()) {
    if (row.trim() === '') continue;
    const [lon = '', lat = '', ...rest] = splitRow(row);
    const [x, y] = [parseCoordinate(lon, 'lon'), parseCoordinate(lat, 'lat')];
    if (x === null || y === null || rest.length > 0) {
      return { issue: { code: 'bad-row', line: i + 1, params: { found: formatShown(row) } } };
    }
    line.push([x, y]);
  }
  const issue = checkLine(line, '');
  return issue ? { issue } : { line };
}

/** GeoJSON of a drawn line; what the route said of itself stays, but not what it said of each of its former points. */
export function createDrawnSource(line: readonly Position[], before: Readonly<Record<string, unknown>>): string {
  const { coordinateProperties: _, ...properties } = before;
  return JSON.stringify({ type: 'Feature', properties, geometry: { type: 'LineString', coordinates: line } });
}
