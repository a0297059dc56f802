/**
 * `tsx geo/compare-coast.ts`: how far the coast round each port (`geo/config/coast.json`) lies from GSHHG's at full resolution, the
 * finest coast of another origin that can be had as a package: Debian's `gmt` and `gmt-gshhg-full`, which must be installed.
 * `tsx geo/compare-coast.ts path/to/map.geo.json`: the same from that of an npm package, such as `@geo-maps/earth-seas-1m`, of which ours is a coarser
 * cut. Both print what docs/DECISIONS.md says of it.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Position } from '../src/core/dataset/model.ts';
import { readConfig } from './read/config.ts';

/** Kilometres round a port that are looked at, and beyond for what our coast is compared with. */
const [RADIUS, MARGIN] = [20, 10];
/** Kilometres between the points of our coast that are measured from. */
const STEP = 0.1;
const KM = 111.195;

type Edge = readonly [Position, Position];

/** Lines as edges in kilometres east and north of a port. */
function listEdges(lines: readonly (readonly Position[])[], [lon0, lat0]: Position): Edge[] {
  const squeeze = Math.cos((lat0 * Math.PI) / 180) * KM;
  const toKm = ([lon, lat]: Position): Position => [(lon - lon0) * squeeze, (lat - lat0) * KM];
  const reach = RADIUS + MARGIN;
  return lines.flatMap((line) => {
    const points = line.map(toKm);
    return points.slice(1).flatMap((b, i): Edge[] => {
      const a = points[i] ?? b;
      const isNear = [0, 1].every((k) => Math.min(a[k] ?? 0, b[k] ?? 0) < reach && Math.max(a[k] ?? 0, b[k] ?? 0) > -reach);
      return isNear ? [[a, b]] : [];
    });
  });
}

/** GSHHG's shores round a port, as GMT prints them. */
function readGshhg([lon, lat]: Position): Position[][] {
  const [high, wide] = [(RADIUS + MARGIN) / KM, (RADIUS + MARGIN) / KM / Math.cos((lat * Math.PI) / 180)];
  const region = [lon - wide, lon + wide, lat - high, lat + high].map((value) => value.toFixed(3)).join('/');
  const text = execFileSync('gmt', ['coast', `-R${region}`, '-Df', '-M', '-W'], {
    // GMT leaves a file of its history where it runs.
    cwd: tmpdir(),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  return text
    .split(/^>.*$/m)
    .map((part) =>
      part
        .split('\n')
        .filter((row) => /^\s*-?[\d.]+\s/.test(row))
        .map((row): Position => {
          const [x = 0, y = 0] = row.trim().split(/\s+/).map(Number);
          return [x > 180 ? x - 360 : x, y];
        }),
    )
    .filter(({ length }) => length > 1);
}

/** Shores of the seas of a package: all of them, as `listEdges` keeps those near a port. */
function readSeas(file: string): Position[][] {
  const { geometries } = JSON.parse(readFileSync(file, 'utf8')) as { geometries: { coordinates: Position[][][] }[] };
  return geometries.flatMap(({ coordinates }) => coordinates.flat());
}

function measureTo([x, y]: Position, edges: readonly Edge[]): number {
  return edges.reduce((least, [[ax, ay], [bx, by]]) => {
    const [dx, dy] = [bx - ax, by - ay];
    const share = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
    return Math.min(least, Math.hypot(ax + dx * share - x, ay + dy * share - y));
  }, Infinity);
}

/** Points along edges within the circle. */
const sample = (edges: readonly Edge[]): Position[] =>
  edges
    .flatMap(([[ax, ay], [bx, by]]) => {
      const parts = Math.max(1, Math.round(Math.hypot(bx - ax, by - ay) / STEP));
      return Array.from({ length: parts }, (_, i): Position => {
        const share = (i + 0.5) / parts;
        return [ax + (bx - ax) * share, ay + (by - ay) * share];
      });
    })
    .filter(([x, y]) => Math.hypot(x, y) < RADIUS);

const [file] = process.argv.slice(2);
const seas = file === undefined ? null : readSeas(file);
const { coast } = readConfig(fileURLToPath(new URL('.', import.meta.url)), []);
const getShare = (sorted: readonly number[], share: number): string =>
  (sorted[Math.floor(share * (sorted.length - 1))] ?? NaN).toFixed(seas ? 3 : 2);
console.log('port (lon, lat)      km to its shore   our coast to the other, km: median    95 %  most');
for (const port of coast?.centres ?? []) {
  const ours = listEdges([...(coast?.shores ?? []), ...(coast?.islands ?? [])], port);
  const others = listEdges(seas ?? readGshhg(port), port);
  const distances = sample(ours)
    .map((at) => measureTo(at, others))
    .sort((a, b) => a - b);
  const own = measureTo([0, 0], ours).toFixed(2);
  console.log(
    `${port.join(', ').padEnd(20)} ${own.padStart(16)} ${[0.5, 0.95, 1].map((share, i) => getShare(distances, share).padStart(i === 0 ? 32 : 7)).join(' ')}`,
  );
}
