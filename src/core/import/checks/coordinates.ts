/** A line as text that people edit: a vertex a row, longitude first. The way to draw without a pointer. */
import type { Position } from '../../dataset/model.ts';
import { checkLine } from './check-line.ts';
import { type ImportIssue, formatShown } from './issues.ts';

const DECIMALS = 5;

export const writeVertices = (line: readonly Position[]): string =>
  line.map(([lon, lat]) => `${Number(lon.toFixed(DECIMALS))}, ${Number(lat.toFixed(DECIMALS))}`).join('\n');

/** The line, or what is wrong with the text and in which row. */
export function readVertices(text: string): { line: Position[] } | { issue: ImportIssue } {
  const line: Position[] = [];
  for (const [i, row] of text.split('\n').entries()) {
    if (row.trim() === '') continue;
    const [lon, lat, ...rest] = row.trim().split(/[\s,;]+/);
    const position = [Number(lon), Number(lat)] as Position;
    if (!lat || rest.length > 0 || !position.every(Number.isFinite)) {
      return { issue: { code: 'bad-row', line: i + 1, params: { found: formatShown(row) } } };
    }
    line.push(position);
  }
  const issue = checkLine(line, '');
  return issue ? { issue } : { line };
}

/** GeoJSON of a drawn line; what the route said before of itself stays. */
export function createDrawnSource(line: readonly Position[], properties: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ type: 'Feature', properties, geometry: { type: 'LineString', coordinates: line } });
}
