/**
 * Measuring with turf, the same in the build, in the browser and on the command line. Lengths are kilometres on turf's
 * sphere (radius 6,371.0088 km), rounded to metres so that parts add up to their whole.
 */
import { distance } from '@turf/distance';
import { lineString } from '@turf/helpers';
import { length } from '@turf/length';
import { MODES, STATUSES } from '../dataset/enums.ts';
import type { LinkFeature, LinkProperties, Mode, Position, Status } from '../dataset/model.ts';
import { FIDELITIES } from '../dataset/schema/fields.ts';

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

/** What is drawn and listed of a leg. Of an imported route, mode and status are unknown. */
export interface DrawnLeg {
  link: {
    geometry: LinkFeature['geometry'];
    properties: Pick<LinkProperties, 'id' | 'drawnKm' | 'countries' | 'passes' | 'sources'> & {
      mode: Mode | null;
      status: Status | null;
    };
  };
  reversed: boolean;
}

/** A link in the direction of travel. */
export interface MeasuredLeg extends DrawnLeg {
  link: LinkFeature;
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
export function getCountrySegments({ link, reversed }: DrawnLeg): Share[] {
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

const getKm = ({ link }: DrawnLeg): number => link.properties.drawnKm;

/** The first and the last leg. Throws a RangeError where there are none: nothing can be measured. */
function getEndLegs<L>(legs: readonly L[]): [first: L, last: L] {
  const [first, last] = [legs[0], legs.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError('no legs to measure');
  return [first, last];
}

/** Sums in the order of a list. */
const inOrder = <K extends string>(order: readonly K[], sums: ReadonlyMap<K, number>): [key: K, km: number][] =>
  order.flatMap((key): [K, number][] => {
    const km = sums.get(key);
    return km === undefined ? [] : [[key, km]];
  });

/**
 * Totals of legs in the order of travel, as a published route carries them.
 *
 * @param legs at least one
 * @param getCountry country of a node
 */
export function measureLegs(legs: readonly MeasuredLeg[], getCountry: (node: string) => string) {
  const [first, last] = getEndLegs(legs);
  const drawnKm = toMetres(legs.reduce((sum, leg) => sum + getKm(leg), 0));
  const straightKm = measureStraight(getEndPoint(first, 'start'), getEndPoint(last, 'end'));
  const modes = sumBy(legs, ({ link }) => link.properties.mode, getKm);
  const statuses = sumBy(legs, ({ link }) => link.properties.status, getKm);
  const fidelities = sumBy(legs, ({ link }) => link.properties.fidelity, getKm);
  const gauges = sumBy(
    legs.flatMap(({ link: { properties } }) =>
      properties.gaugeMm === null ? [] : [{ gaugeMm: properties.gaugeMm, km: properties.drawnKm }],
    ),
    ({ gaugeMm }) => gaugeMm,
    ({ km }) => km,
  );
  const countries = sumBy(
    legs.flatMap(getCountrySegments),
    ({ code }) => code,
    ({ km }) => km,
  );
  const { crossings, breaks, changes } = findTurningPoints(legs, getCountry);
  return {
    drawnKm,
    straightKm,
    detour: straightKm > 0 ? Math.round((drawnKm / straightKm) * 1000) / 1000 : 1,
    byCountry: [...countries].map(([code, km]) => ({ code, km })),
    byMode: inOrder(MODES, modes).map(([mode, km]) => ({ mode, km })),
    byGauge: [...gauges].map(([gaugeMm, km]) => ({ gaugeMm, km })),
    byStatus: inOrder(STATUSES, statuses).map(([status, km]) => ({ status, km })),
    byFidelity: inOrder(FIDELITIES, fidelities).map(([fidelity, km]) => ({ fidelity, km })),
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

/** Kilometres that are planned or under construction. */
export const sumUnbuiltKm = (byStatus: readonly { status: Status; km: number }[]): number =>
  byStatus.reduce((sum, { status, km }) => (status === 'planned' || status === 'under-construction' ? sum + km : sum), 0);

/** Every node of the path with its kilometre. */
function locateNodes(legs: readonly MeasuredLeg[]): { id: string; km: number }[] {
  const [first] = getEndLegs(legs);
  const nodes = [{ id: getStart(first), km: 0 }];
  let km = 0;
  for (const leg of legs) {
    km = toMetres(km + getKm(leg));
    nodes.push({ id: getEnd(leg), km });
  }
  return nodes;
}

function getEndPoint({ link, reversed }: MeasuredLeg, end: 'start' | 'end'): Position {
  const { coordinates } = link.geometry;
  const point = coordinates.at((end === 'start') === reversed ? -1 : 0);
  if (!point) throw new RangeError(`link "${link.properties.id}" has no points`);
  return point;
}

/**
 * Where the country, the gauge or the mode changes.
 *
 * A crossing by sea between two countries is one; a ship that passes a canal or a strait between two ports enters no country
 * there. A gauge break is where track meets track of another gauge; cargo that leaves a ship changes its mode, not its gauge.
 */
export function findTurningPoints(legs: readonly MeasuredLeg[], getCountry: (node: string) => string) {
  const crossings: { km: number; from: string; to: string; bySea: boolean }[] = [];
  const breaks: { km: number; node: string; fromMm: number; toMm: number }[] = [];
  const changes: { km: number; node: string; from: Mode; to: Mode }[] = [];
  let km = 0;
  let country = getCountry(getStart(getEndLegs(legs)[0]));
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
    km = toMetres(km + getKm(leg));
    const node = getEnd(leg);
    if (mode === 'sea' && next && next.mode !== 'sea') enter(getCountry(node), km, true);
    if (!next) {
      // The last station may stand across a border that is drawn a little off.
      enter(getCountry(node), km, mode === 'sea');
      return;
    }
    if (next.mode !== mode) changes.push({ km, node, from: mode, to: next.mode });
    const isRail = next.mode === 'rail' && mode === 'rail';
    if (isRail && gaugeMm !== null && next.gaugeMm !== null && next.gaugeMm !== gaugeMm) {
      breaks.push({ km, node, fromMm: gaugeMm, toMm: next.gaugeMm });
    }
  });
  return { crossings, breaks, changes };
}
