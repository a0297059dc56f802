/**
 * Measuring with turf, the same in the build, in the browser and on the command line. Lengths are kilometres on turf's
 * sphere (radius 6,371.0088 km), rounded to metres so that parts add up to their whole.
 */
import { distance } from '@turf/distance';
import { lineString } from '@turf/helpers';
import { length } from '@turf/length';
import {
  FIDELITIES,
  type Fidelity,
  type LinkFeature,
  type Mode,
  MODES,
  type Position,
  STATUSES,
  type Status,
} from '../dataset/model.ts';

/** Stands for waters of no country in shares by country: a user-assigned code of ISO 3166-1, as UN/LOCODE uses it. */
export const INTERNATIONAL_WATERS = 'XZ';

/**
 * How far lengths on the sphere are from those on the ellipsoid of WGS 84, as a share: no line of the network that is longer than a
 * kilometre differs by more, which a test holds against `geographiclib-geodesic`.
 */
export const SPHERE_ERROR = 0.004;

/** Kilometres rounded to metres. */
export const toMetres = (km: number): number => Math.round(km * 1000) / 1000;

export interface Share {
  code: string;
  km: number;
}

/** A link in the direction of travel. */
export interface MeasuredLeg {
  link: LinkFeature;
  reversed: boolean;
}

/** Length of a drawn line in kilometres. */
export function measureLine(coordinates: readonly Position[]): number {
  return toMetres(length(lineString(coordinates.map((p) => [...p]))));
}

/** Great-circle distance in kilometres. */
export function measureStraight(a: Position, b: Position): number {
  return toMetres(distance(a, b));
}

/** Node that a leg starts or ends at. */
export const getStart = ({ link, reversed }: MeasuredLeg): string => (reversed ? link.properties.to : link.properties.from);
export const getEnd = ({ link, reversed }: MeasuredLeg): string => (reversed ? link.properties.from : link.properties.to);

/** The countries of a leg in the order of travel; one may come twice where the line goes back into it. */
export function getCountrySegments({ link, reversed }: MeasuredLeg): Share[] {
  const passes = link.properties.passes ?? link.properties.countries;
  return reversed ? passes.toReversed() : passes;
}

/** Kilometres by a key, in the order in which the keys appear, or in that of `order`. */
export function sumBy<T, K extends string | number>(
  rows: readonly T[],
  key: (row: T) => K,
  km: (row: T) => number,
): Map<K, number> {
  const sums = new Map<K, number>();
  for (const row of rows) sums.set(key(row), toMetres((sums.get(key(row)) ?? 0) + km(row)));
  return sums;
}

const kmOf = ({ link }: MeasuredLeg): number => link.properties.drawnKm;

/** Totals of legs in the order of travel, as a published route carries them; `countryOf` gives the country of a node. */
export function measureLegs(legs: readonly MeasuredLeg[], countryOf: (node: string) => string) {
  const first = legs[0]!;
  const last = legs.at(-1)!;
  const drawnKm = toMetres(legs.reduce((sum, leg) => sum + kmOf(leg), 0));
  const straight = measureStraight(endPoint(first, 'start'), endPoint(last, 'end'));
  const modes = sumBy(legs, (leg): Mode => leg.link.properties.mode, kmOf);
  const statuses = sumBy(legs, (leg): Status => leg.link.properties.status, kmOf);
  const fidelities = sumBy(legs, (leg): Fidelity => leg.link.properties.fidelity, kmOf);
  const gauges = sumBy(
    legs.filter(({ link }) => link.properties.gaugeMm !== null),
    ({ link }) => link.properties.gaugeMm!,
    kmOf,
  );
  const shares = sumBy(
    legs.flatMap(getCountrySegments),
    ({ code }) => code,
    ({ km }) => km,
  );
  const { crossings, breaks, changes } = findTurningPoints(legs, countryOf);
  return {
    drawnKm,
    straightKm: straight,
    detour: straight > 0 ? Math.round((drawnKm / straight) * 1000) / 1000 : 1,
    byCountry: [...shares].map(([code, km]) => ({ code, km })),
    byMode: MODES.filter((mode) => modes.has(mode)).map((mode) => ({ mode, km: modes.get(mode)! })),
    byGauge: [...gauges].map(([gaugeMm, km]) => ({ gaugeMm, km })),
    byStatus: STATUSES.filter((status) => statuses.has(status)).map((status) => ({ status, km: statuses.get(status)! })),
    byFidelity: FIDELITIES.filter((f) => fidelities.has(f)).map((fidelity) => ({ fidelity, km: fidelities.get(fidelity)! })),
    borderCrossings: crossings.length,
    gaugeBreaks: breaks.length,
    modeChanges: changes.length,
    nodes: locateNodes(legs),
    crossings,
    breaks,
    changes,
    vertices: legs.reduce((sum, { link }) => sum + link.properties.vertices, 1 - legs.length),
  };
}

/** Every node of the way with its kilometre. */
export function locateNodes(legs: readonly MeasuredLeg[]): { id: string; km: number }[] {
  let km = 0;
  return [{ id: getStart(legs[0]!), km }, ...legs.map((leg) => ({ id: getEnd(leg), km: (km = toMetres(km + kmOf(leg))) }))];
}

function endPoint({ link, reversed }: MeasuredLeg, end: 'start' | 'end'): Position {
  return link.geometry.coordinates.at((end === 'start') === reversed ? -1 : 0)!;
}

/**
 * Where the country, the gauge or the mode changes.
 *
 * A crossing by sea between two countries is one; a ship that passes a canal or a strait between two ports enters no country
 * there. A gauge break is where track meets track of another gauge; cargo that leaves a ship changes its mode, not its gauge.
 */
export function findTurningPoints(legs: readonly MeasuredLeg[], countryOf: (node: string) => string) {
  const crossings: { km: number; from: string; to: string; bySea: boolean }[] = [];
  const breaks: { km: number; node: string; fromMm: number; toMm: number }[] = [];
  const changes: { km: number; node: string; from: Mode; to: Mode }[] = [];
  let km = 0;
  let country = countryOf(getStart(legs[0]!));
  const enter = (to: string, at: number, bySea: boolean) => {
    if (to !== country) crossings.push({ km: toMetres(at), from: country, to, bySea });
    country = to;
  };
  legs.forEach((leg, i) => {
    const { mode, gaugeMm } = leg.link.properties;
    const next = legs[i + 1]?.link.properties;
    if (mode !== 'sea') {
      let at = km;
      for (const pass of getCountrySegments(leg)) {
        enter(pass.code, at, false);
        at += pass.km;
      }
    }
    km = toMetres(km + kmOf(leg));
    const node = getEnd(leg);
    if (mode === 'sea' && next && next.mode !== 'sea') enter(countryOf(node), km, true);
    if (!next) {
      // The last station may stand across a border that is drawn a little off.
      enter(countryOf(node), km, mode === 'sea');
      return;
    }
    if (next.mode !== mode) changes.push({ km, node, from: mode, to: next.mode });
    if (next.mode === 'rail' && mode === 'rail' && next.gaugeMm !== gaugeMm) {
      breaks.push({ km, node, fromMm: gaugeMm!, toMm: next.gaugeMm! });
    }
  });
  return { crossings, breaks, changes };
}
