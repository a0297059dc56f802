/** Tables with a column of longitudes and one of latitudes (a row a point), or with a column of WKT (a row a route). */
import Papa from 'papaparse';
import { type ImportIssue, ImportError, formatShown } from '../checks/issues.ts';
import { LIMITS } from '../checks/limits.ts';
import type { RawFeature, Read } from './raw-feature.ts';
import { parseWktGeometry } from './wkt.ts';

const COLUMNS = {
  lon: 'lon lng long longitude x долгота boylam uzunluq გრძედი 经度',
  lat: 'lat latitude y широта enlem განედი 纬度',
  wkt: 'wkt geom geometry the_geom wkt_geom',
  route: 'route route_id line track path маршрут güzergah marşrut მარშრუტი 路线',
} as const;
type Column = keyof typeof COLUMNS;

/** Throws `bad-csv`, `csv-no-columns` or `too-many-vertices`. */
export function readCsv(text: string): Read {
  const { data, errors } = Papa.parse<string[]>(text, { skipEmptyLines: 'greedy', delimitersToGuess: [',', ';', '\t', '|'] });
  const quote = errors.find(({ type }) => type === 'Quotes');
  if (quote) throw new ImportError({ code: 'bad-csv', line: (quote.row ?? 0) + 1 });
  const [header = [], ...rows] = data;
  const names = header.map((cell) => cell.trim().toLowerCase());
  const at = (column: Column): number => names.findIndex((name) => COLUMNS[column].split(' ').includes(name));
  if (at('wkt') >= 0) return readGeometries(rows, header, at('wkt'));
  const [lon, lat] = [at('lon'), at('lat')];
  if (lon < 0 || lat < 0)
    throw new ImportError({ code: 'csv-no-columns', line: 1, params: { found: formatShown(header.join(', ')) } });
  if (rows.length > LIMITS.vertices) throw new ImportError({ code: 'too-many-vertices', params: { most: LIMITS.vertices } });
  return readPoints(rows, header, { lon, lat, route: at('route') });
}

const LINE_OF_FIRST_ROW = 2;

function readPoints(
  rows: readonly string[][],
  header: readonly string[],
  { lon, lat, route }: { lon: number; lat: number; route: number },
): Read {
  const issues: ImportIssue[] = [];
  const lines = new Map<string, { coordinates: number[][]; rows: string[][]; line: number }>();
  rows.forEach((row, i) => {
    const line = i + LINE_OF_FIRST_ROW;
    const [x, y] = [numberOf(row[lon]), numberOf(row[lat])];
    if (x === null || y === null) {
      issues.push({ code: 'bad-row', line, params: { found: formatShown((x === null ? row[lon] : row[lat]) ?? '') } });
      return;
    }
    const name = route < 0 ? '' : (row[route] ?? '').trim();
    const known = lines.get(name) ?? { coordinates: [], rows: [], line };
    lines.set(name, known);
    known.coordinates.push([x, y]);
    known.rows.push(row);
  });
  const others = header.map((name, i) => ({ name, i })).filter(({ i }) => i !== lon && i !== lat && i !== route);
  const features = [...lines].map(([name, line]): RawFeature => ({
    line: line.line,
    value: {
      type: 'Feature',
      properties: {
        ...(name && { name }),
        // As togeojson does for GPX: one value a point.
        ...(others.length > 0 && {
          coordinateProperties: Object.fromEntries(others.map(({ name: key, i }) => [key, line.rows.map((row) => row[i] ?? '')])),
        }),
      },
      geometry: { type: 'LineString', coordinates: line.coordinates },
    },
  }));
  return { features, issues };
}

function readGeometries(rows: readonly string[][], header: readonly string[], at: number): Read {
  const read: Read = { features: [], issues: [] };
  rows.forEach((row, i) => {
    const line = i + LINE_OF_FIRST_ROW;
    const result = parseWktGeometry(row[at] ?? '', line);
    if ('issue' in result) read.issues.push(result.issue);
    else {
      const properties = Object.fromEntries(header.flatMap((name, k) => (k === at ? [] : [[name, row[k] ?? '']])));
      read.features.push({ value: { type: 'Feature', properties, geometry: result.value }, line });
    }
  });
  return read;
}

/** A number with a point or a comma; null for anything else. */
function numberOf(cell: string | undefined): number | null {
  const text = (cell ?? '').trim().replace('\u2212', '-');
  if (!/^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[+-]?\d+)?$/i.test(text)) return null;
  return Number(text.replace(',', '.'));
}
