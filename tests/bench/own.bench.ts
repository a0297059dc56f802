/** A reader's own file of a million vertices, in each format: how long the worker needs, beside what only parsing its JSON takes. */
import { convertNow } from '../../src/core/own/convert.ts';
import { LIMITS } from '../../src/core/own/limits.ts';
import type { Row } from './bench.ts';

export const name =
  'Own routes: one line of a million vertices, read, checked and measured (bound: GeoJSON within 12 × JSON.parse)';

/** A line that wriggles, so that no thinning is easy. */
const LINE = Array.from({ length: LIMITS.vertices }, (_, i) => [
  Number((40 + 10 * Math.sin(i / 5e5) + 0.01 * Math.sin(i / 7)).toFixed(6)),
  Number((40 + i * 5e-6 + 0.01 * Math.cos(i / 11)).toFixed(6)),
]);

const FILES: Record<string, () => string> = {
  'line.geojson': () => JSON.stringify({ type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: LINE } }),
  'line.csv': () => `lon,lat\n${LINE.map((position) => position.join(',')).join('\n')}`,
  'line.wkt': () => `LINESTRING(${LINE.map((position) => position.join(' ')).join(',')})`,
};

/** Milliseconds of this process, whatever else the machine has to do. */
function cpu(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

export function run(): Promise<Row[]> {
  const json = FILES['line.geojson']!();
  const parse = cpu(() => JSON.parse(json) as unknown);
  const rows = Object.entries(FILES).map(([file, write]): Row => {
    const bytes = new TextEncoder().encode(write());
    let vertices = 0;
    const time = cpu(() => (vertices = convertNow({ name: file, bytes }, { locate: () => 'XX' }).routes[0]?.vertices ?? 0));
    const size = Number((bytes.length / 1e6).toFixed(1));
    return {
      file,
      MB: size,
      vertices,
      'CPU seconds': Number((time / 1000).toFixed(1)),
      'as a multiple of JSON.parse': Number((time / parse).toFixed(1)),
    };
  });
  return Promise.resolve(rows);
}
