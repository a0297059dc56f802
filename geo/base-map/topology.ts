import { lineString } from '@turf/helpers';
import { simplify } from '@turf/simplify';
import type { MultiLineString, Topology } from 'topojson-specification';
import type { Position } from '../../src/core/dataset/model.ts';
import { type BaseMapConfig, type Box, isInBox } from '../read/config.ts';
import { getIndex, readArc } from './areas.ts';
import type { Scale, Shapes } from './countries.ts';
import { createFineTest } from './fine-coast.ts';

/** Degrees by which a thinned line may depart from its source, inside and outside of the detailed box. */
const TOLERANCE: Record<Scale, { inside: number; outside: number }> = {
  '50m': { inside: 0.02, outside: 0.09 },
  '10m': { inside: 0.003, outside: 0.06 },
};
/** Of its longer side, what a thinned line may depart from its source at most: the half of a small island would become a straight line. */
const MOST = 0.1;
/** Smaller islands are left out, in square degrees: outside of the detailed box; inside of it a hundredth of that. */
const SMALLEST: Record<Scale, number> = { '50m': 0.3, '10m': 0.08 };
const QUANTA: Record<Scale, number> = { '50m': 2e4, '10m': 6e5 };

type Line = [lon: number, lat: number][];

const touches = (line: Line, box: Box): boolean => line.some((position) => isInBox(position, box));

/** Width and height of a line, degrees. */
function measureSides(line: Line): [number, number] {
  const lons = line.map(([lon]) => lon);
  const lats = line.map(([, lat]) => lat);
  return [Math.max(...lons) - Math.min(...lons), Math.max(...lats) - Math.min(...lats)];
}

/** Width times height of a ring, square degrees. */
function measureExtent(line: Line): number {
  const [width, height] = measureSides(line);
  return width * height;
}

/** Land and borders thinned out, with the dashed lines that the atlas adds, as one small topology. */
export function compactTopology(
  { topology, land, coast, settled, disputed }: Shapes,
  scale: Scale,
  { region: { detailed, seam }, treatments, coast: fine }: Pick<BaseMapConfig, 'region' | 'treatments' | 'coast'>,
): Topology {
  const isFine = createFineTest(scale === '10m' ? fine : null);
  const lines = topology.arcs.map((_, index) => readLine(topology, index, seam));
  const lineAt = (arc: number): Line => lines[getIndex(arc)] ?? [];
  const coasts = new Set(coast);
  const kept = land.filter(({ rings: [outer = []] }) => {
    // A small country in or beside another one is no island: without it there would be a lake.
    if (!outer.every((arc) => coasts.has(getIndex(arc)))) return true;
    const ring = outer.flatMap(lineAt);
    // Round the ports each island that is known is one that ships go round.
    if (ring.every(isFine)) return true;
    return measureExtent(ring) > (touches(ring, detailed) ? SMALLEST[scale] / 100 : SMALLEST[scale]);
  });
  const arcs: Line[] = [];
  const used = new Map<number, number>();
  const keepArc = (arc: number): number => {
    const index = getIndex(arc);
    const thinned = (): Line => thinLine(lineAt(index), { tolerance: TOLERANCE[scale], detailed, isFine });
    const at = used.get(index) ?? arcs.push(thinned()) - 1;
    used.set(index, at);
    return arc < 0 ? ~at : at;
  };
  const polygons = kept.map(({ code, rings }) => ({ code, arcs: rings.map((ring) => ring.map(keepArc)) }));
  const added: Line[] = treatments.flatMap(({ dashedLines = [] }) => dashedLines);
  const borders = (kind: string, indices: readonly number[], more: readonly Line[]): MultiLineString<{ kind: string }> => ({
    type: 'MultiLineString',
    properties: { kind },
    arcs: [...indices.map((arc) => [keepArc(arc)]), ...more.map((line) => [arcs.push(line) - 1])],
  });
  const objects: Topology['objects'] = {
    // Each polygon by itself: one for a whole continent is more than a renderer takes.
    land: {
      type: 'GeometryCollection',
      geometries: polygons.map(({ code, arcs }) => ({ type: 'Polygon', properties: { code }, arcs })),
    },
    coast: {
      type: 'MultiLineString',
      properties: {},
      arcs: coast.filter((arc) => used.has(arc)).map((arc) => [keepArc(arc)]),
    },
    borders: { type: 'GeometryCollection', geometries: [borders('settled', settled, []), borders('disputed', disputed, added)] },
  };
  return { type: 'Topology', ...quantize(arcs, QUANTA[scale]), objects };
}

/** The package joins what lies on both sides of 180°; such a line goes on beyond it, as maps in the plane want it. */
function readLine(topology: Topology, index: number, seam: number): Line {
  let turn = 0;
  let before: number | null = null;
  const joined = readArc(topology, index).map(([lon = 0, lat = 0]): [number, number] => {
    const step = lon - (before ?? lon);
    before = lon;
    if (step < -180) turn += 360;
    else if (step > 180) turn -= 360;
    return [lon + turn, lat];
  });
  const mean = joined.reduce((sum, [lon]) => sum + lon, 0) / joined.length;
  return mean < seam ? joined.map(([lon, lat]) => [lon + 360, lat]) : joined;
}

interface Thinning {
  tolerance: { inside: number; outside: number };
  detailed: Box;
  /** Where the line is as coarse as it may be. */
  isFine: (at: Position) => boolean;
}

/** A ring of one arc keeps at least four points. */
function thinLine(line: Line, { tolerance, detailed, isFine }: Thinning): Line {
  if (line.length < 6) return line;
  const degrees = Math.min(
    touches(line, detailed) ? tolerance.inside : tolerance.outside,
    MOST * Math.max(...measureSides(line)),
  );
  const simple = cutAtFine(line, isFine).flatMap(({ piece, fine }, i) => {
    const kept = fine || piece.length < 3 ? piece : simplifyLine(piece, degrees);
    return i === 0 ? kept : kept.slice(1);
  });
  const [first, last] = [line[0], line.at(-1)];
  const isRing = first?.[0] === last?.[0] && first?.[1] === last?.[1];
  return isRing && simple.length < 4 ? line : simple;
}

const simplifyLine = (line: Line, tolerance: number): Line =>
  simplify(lineString(line), { tolerance, highQuality: false }).geometry.coordinates.map(([lon = 0, lat = 0]) => [lon, lat]);

/** A line in pieces that share their ends, each fine or not as a whole. */
function cutAtFine(line: Line, isFine: (at: Position) => boolean): { piece: Line; fine: boolean }[] {
  const pieces: { piece: Line; fine: boolean }[] = [];
  line.forEach((at, i) => {
    const fine = isFine(at);
    const last = pieces.at(-1);
    if (last?.fine === fine) last.piece.push(at);
    else {
      if (last && fine) last.piece.push(at);
      const before = line[i - 1];
      pieces.push({ piece: last && !fine && before ? [before, at] : [at], fine });
    }
  });
  return pieces;
}

/** Coordinates as whole steps from one to the next, as TopoJSON has them. */
function quantize(arcs: readonly Line[], quanta: number): Pick<Topology, 'transform' | 'arcs'> {
  const scale: [number, number] = [360 / (quanta - 1), 180 / (quanta - 1)];
  const toSteps = (line: Line): number[][] => {
    let [x, y] = [0, 0];
    const steps: number[][] = [];
    line.forEach(([lon, lat], i) => {
      const [nx, ny] = [Math.round((lon + 180) / scale[0]), Math.round((lat + 90) / scale[1])];
      const isLast = i === line.length - 1;
      if (i === 0 || nx !== x || ny !== y || (isLast && steps.length < 2)) steps.push([nx - x, ny - y]);
      [x, y] = [nx, ny];
    });
    return steps;
  };
  return { transform: { scale, translate: [-180, -90] }, arcs: arcs.map(toSteps) };
}
