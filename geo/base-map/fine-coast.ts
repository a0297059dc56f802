/**
 * The coast of a topology made finer where a finer one is known. Each shore takes the place of the coast between the first and the
 * last point where the two meet: where they cross, so that no edge of the finer one is seen, or by a short line from its end.
 */
import { distance } from '@turf/distance';
import type { GeoJsonProperties } from 'geojson';
import type { GeometryObject, MultiPolygon, Topology } from 'topojson-specification';
import type { Position } from '../../src/core/dataset/model.ts';
import type { FineCoast } from '../read/config.ts';
import { getIndex, isArea, listPolygons, readArc } from './areas.ts';
import { moveBorderEnds } from './border-ends.ts';
import { findCrossings, findNearest, JOIN, listEdges } from './lines-meet.ts';

/** Where a coast and a shore meet: how far along each of them, in points. */
interface Meeting {
  onCoast: number;
  onShore: number;
  at: Position;
}

/** A stretch of the coast, and what takes its place. */
interface Splice {
  from: number;
  to: number;
  line: Position[];
}

/** Degrees of latitude, and of longitude at the highest latitudes that an atlas has, which surely hold a circle. */
const [HIGH, WIDE] = [1, 3];

/** How far along a coast something begins for its end to be left as it is, in points. */
const KEPT = 1e-6;

/** Answers whether a point lies where the coast is fine. */
export function createFineTest(coast: FineCoast | null): (at: Position) => boolean {
  if (!coast) return () => false;
  const { centres, radiusKm } = coast;
  return (at) =>
    centres.some(
      (centre) => Math.abs(centre[1] - at[1]) < HIGH && Math.abs(centre[0] - at[0]) < WIDE && distance(centre, at) < radiusKm,
    );
}

/** A topology of countries with the finer coast; islands of its own round the centres give way to the finer ones. */
export function stitchCoast(topology: Topology, fine: FineCoast): Topology {
  const { countries } = topology.objects;
  if (countries?.type !== 'GeometryCollection') throw new Error('The topology has no countries.');
  const isFine = createFineTest(fine);
  const coasts = findCoasts(countries.geometries);
  const arcs = topology.arcs.map((_, index) => readArc(topology, index).map(([lon = 0, lat = 0]): Position => [lon, lat]));
  moveBorderEnds(arcs, coasts, fine.shores);
  const replaced = new Set<number>();
  for (const index of coasts) {
    const coast = turnRing(arcs[index] ?? [], isFine);
    const splices = findSplices(coast, fine.shores);
    if (splices.length === 0) continue;
    replaced.add(index);
    arcs[index] = applySplices(coast, splices);
  }
  const dropped = new Set(
    [...coasts].filter((index) => !replaced.has(index) && isRing(arcs[index]) && arcs[index]?.every(isFine)),
  );
  const islands = new Map<number, number[][][]>();
  for (const ring of fine.islands) {
    const owner = findNearestArea(countries.geometries, arcs, ring[0] ?? [0, 0]);
    islands.set(owner, [...(islands.get(owner) ?? []), [[arcs.push(ring) - 1]]]);
  }
  const geometries = countries.geometries.map((geometry, i) => {
    if (!isArea(geometry)) return geometry;
    const kept = listPolygons(geometry).filter(([outer = []]) => !(outer.length === 1 && dropped.has(getIndex(outer[0] ?? 0))));
    return {
      ...geometry,
      type: 'MultiPolygon',
      arcs: [...kept, ...(islands.get(i) ?? [])],
    } satisfies MultiPolygon<GeoJsonProperties>;
  });
  return { type: 'Topology', objects: { ...topology.objects, countries: { ...countries, geometries } }, arcs };
}

const isRing = (line: readonly Position[] = []): boolean =>
  line[0]?.[0] === line.at(-1)?.[0] && line[0]?.[1] === line.at(-1)?.[1];

/** A ring begun far from all centres, so that no stretch that is replaced runs over its end. */
function turnRing(line: readonly Position[], isFine: (at: Position) => boolean): readonly Position[] {
  const start = isRing(line) ? line.findIndex((at) => !isFine(at)) : 0;
  return start > 0 ? [...line.slice(start, -1), ...line.slice(0, start + 1)] : line;
}

/** Indices of the arcs that one area alone has. */
function findCoasts(geometries: readonly GeometryObject<GeoJsonProperties>[]): Set<number> {
  const [once, more] = [new Set<number>(), new Set<number>()];
  for (const arc of geometries.filter(isArea).flatMap(listPolygons).flat(2)) {
    const index = getIndex(arc);
    if (once.has(index)) more.add(index);
    once.add(index);
  }
  return new Set([...once].filter((index) => !more.has(index)));
}

/** A shore that crosses a coast, and between which edges. */
interface Crossed {
  shore: readonly Position[];
  /** Edges of the coast that come near to the shore. */
  near: readonly number[];
  first: Meeting;
  last: Meeting;
}

/** Where shores take the place of a coast, in its order; of two that claim the same stretch, the longer one has it. */
function findSplices(coast: readonly Position[], shores: readonly Position[][]): Splice[] {
  const found = shores.flatMap((shore): Crossed[] => {
    const near = findEdgesNear(coast, shore);
    const [first, last] = getEnds(near.flatMap((edge) => findMeetings(coast, edge, shore)));
    return first && last ? [{ shore, near, first, last }] : [];
  });
  const kept: Crossed[] = [];
  const isFree = (from: number, to: number, own?: Crossed): boolean =>
    kept.every((other) => other === own || other.last.onCoast <= from || other.first.onCoast >= to);
  const getLength = ({ first, last }: Crossed): number => last.onCoast - first.onCoast;
  for (const crossed of found.sort((a, b) => getLength(b) - getLength(a))) {
    if (isFree(crossed.first.onCoast, crossed.last.onCoast)) kept.push(crossed);
  }
  return kept
    .flatMap((crossed): Splice[] => {
      const { shore, near, first, last } = crossed;
      const candidates = isRing(coast) ? [] : [...findJoins(coast, near, shore), ...findEndJoins(coast, shore)];
      const isForward = runsForward(crossed, candidates);
      // A join goes on where the shore went; one that passes what another shore replaces leads to the wrong side of a peninsula.
      const joins = candidates.filter(({ onCoast, onShore }) =>
        onCoast < first.onCoast
          ? onShore < first.onShore === isForward && isFree(onCoast, first.onCoast, crossed)
          : onShore > last.onShore === isForward && isFree(last.onCoast, onCoast, crossed),
      );
      const [start, end] = getEnds([first, last, ...joins]);
      if (!start || !end || start.onCoast === end.onCoast) return [];
      const line = [start.at, ...cutLine(shore, start.onShore, end.onShore), end.at];
      return [{ from: start.onCoast, to: end.onCoast, line }];
    })
    .sort((a, b) => a.from - b.from);
}

/** Whether a shore runs the way of the coast that it crosses. One crossing does not tell: what is joined farthest from it does. */
function runsForward({ first, last }: Crossed, joins: readonly Meeting[]): boolean {
  if (first !== last) return last.onShore >= first.onShore;
  const away = ({ onCoast }: Meeting): number => Math.abs(onCoast - first.onCoast);
  const [farthest = first] = joins.toSorted((a, b) => away(b) - away(a));
  return farthest.onCoast > first.onCoast === farthest.onShore > first.onShore;
}

/** The first and the last along the coast. */
function getEnds(meetings: readonly Meeting[]): [Meeting | undefined, Meeting | undefined] {
  const sorted = [...meetings].sort((a, b) => a.onCoast - b.onCoast);
  return [sorted[0], sorted.at(-1)];
}

/** The points of a line between two places on it, in the order of travel. */
function cutLine(line: readonly Position[], from: number, to: number): Position[] {
  if (from > to) return cutLine(line, to, from).reverse();
  return line.slice(Math.floor(from) + 1, Math.floor(to) + 1);
}

function applySplices(coast: readonly Position[], splices: readonly Splice[]): Position[] {
  let past = -1;
  const pieces = splices.flatMap(({ from, to, line }) => {
    const before = coast.slice(Math.floor(past) + 1, Math.floor(from) + 1);
    past = to;
    return [...before, ...line];
  });
  return [...pieces, ...coast.slice(Math.floor(past) + 1)];
}

/** Edges of a coast, by their first point, that come as near to a shore as a join is long. */
function findEdgesNear(coast: readonly Position[], shore: readonly Position[]): number[] {
  const [lons, lats] = [shore.map(([lon]) => lon), shore.map(([, lat]) => lat)];
  const [west, east] = [Math.min(...lons) - JOIN, Math.max(...lons) + JOIN];
  const [south, north] = [Math.min(...lats) - JOIN, Math.max(...lats) + JOIN];
  const near: number[] = [];
  for (let i = 0; i + 1 < coast.length; i += 1) {
    const [a, b] = [coast[i], coast[i + 1]];
    if (!a || !b || Math.max(a[0], b[0]) < west || Math.min(a[0], b[0]) > east) continue;
    if (Math.max(a[1], b[1]) >= south && Math.min(a[1], b[1]) <= north) near.push(i);
  }
  return near;
}

const findMeetings = (coast: readonly Position[], edge: number, shore: readonly Position[]): Meeting[] =>
  findCrossings(coast, edge, shore).map(({ along, onOther, at }) => ({ onCoast: along, onShore: onOther, at }));

/** Where the ends of a shore are joined to the coast, which they lie beside. */
function findJoins(coast: readonly Position[], near: readonly number[], shore: readonly Position[]): Meeting[] {
  const ends = [
    { end: shore[0], onShore: -1 },
    { end: shore.at(-1), onShore: shore.length - 1 },
  ];
  return ends.flatMap(({ end, onShore }): Meeting[] => {
    const found = end && findNearest(coast, end, near);
    return found ? [{ onCoast: found.along, onShore, at: found.at }] : [];
  });
}

/** Where the ends of a coast, at the border of a country, lie on or beside a shore that goes on beyond it: they stay, as the border ends there. */
function findEndJoins(coast: readonly Position[], shore: readonly Position[]): Meeting[] {
  const edges = listEdges(shore);
  return [0, coast.length - 1].flatMap((index): Meeting[] => {
    const found = coast[index] && findNearest(shore, coast[index], edges);
    const onCoast = index === 0 ? KEPT : index - KEPT;
    return found ? [{ onCoast, onShore: found.along, at: found.at }] : [];
  });
}

/** The place in the list of the area with the nearest point. */
function findNearestArea(
  geometries: readonly GeometryObject<GeoJsonProperties>[],
  arcs: readonly (readonly Position[])[],
  [x, y]: Position,
): number {
  let [nearest, least] = [-1, Infinity];
  geometries.forEach((geometry, i) => {
    if (!isArea(geometry)) return;
    for (const arc of listPolygons(geometry).flat(2)) {
      // Squared, and no list made of them: there are half a million points, asked for each island.
      for (const [lon, lat] of arcs[getIndex(arc)] ?? []) {
        const away = (lon - x) ** 2 + (lat - y) ** 2;
        if (away < least) [nearest, least] = [i, away];
      }
    }
  });
  return nearest;
}
