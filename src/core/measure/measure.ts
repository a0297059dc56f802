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

/** What the next leg is compared with. */
export interface TravelState {
  country: string;
  /** Null before the first leg. */
  mode: Mode | null;
  gaugeMm: number | null;
}

/** What a leg meets: the borders along it, by the kilometre from its start, and what changes at the node where it starts. */
export interface Turns {
  crossings: { km: number; from: string; to: string; bySea: boolean }[];
  gaugeBreak: { fromMm: number; toMm: number } | null;
  modeChange: { from: Mode; to: Mode } | null;
}

/** Where a path starts; `country` is that of its first node. */
export const startTravel = (country: string): TravelState => ({ country, mode: null, gaugeMm: null });

/**
 * Travels a leg: what it meets, and the state at its end. The one place that counts borders, gauge breaks and changes of mode; a
 * search adds them up leg by leg, `findTurningPoints` places them on a path.
 *
 * A crossing by sea between two countries is one; a ship that passes a canal or a strait between two ports enters no country
 * there. A gauge break is where track meets track of another gauge; cargo that leaves a ship changes its mode, not its gauge.
 *
 * @param nodeCountry country of the node where the leg starts: a ship that came there has entered it
 */
export function traverse(before: TravelState, leg: MeasuredLeg, nodeCountry: string): { state: TravelState; turns: Turns } {
  const { mode, gaugeMm } = leg.link.properties;
  const crossings: Turns['crossings'] = [];
  let { country } = before;
  const enter = (to: string, km: number, bySea: boolean) => {
    if (to !== country) crossings.push({ km, from: country, to, bySea });
    country = to;
  };
  if (before.mode === 'sea' && mode !== 'sea') enter(nodeCountry, 0, true);
  if (mode !== 'sea') {
    let km = 0;
    for (const pass of getCountrySegments(leg)) {
      enter(pass.code, km, false);
      km += pass.km;
    }
  }
  const isTrack = before.mode === 'rail' && mode === 'rail' && before.gaugeMm !== null && gaugeMm !== null;
  return {
    state: { country, mode, gaugeMm },
    turns: {
      crossings,
      gaugeBreak: isTrack && before.gaugeMm !== gaugeMm ? { fromMm: before.gaugeMm!, toMm: gaugeMm } : null,
      modeChange: before.mode !== null && before.mode !== mode ? { from: before.mode, to: mode } : null,
    },
  };
}

/** The border of arriving at the last node, by ship or at a station across a border that is drawn a little off; null for none. */
export const arrive = ({ mode, country }: TravelState, nodeCountry: string): Omit<Turns['crossings'][number], 'km'> | null =>
  mode !== null && country !== nodeCountry ? { from: country, to: nodeCountry, bySea: mode === 'sea' } : null;

/** Where along a path the country, the gauge or the mode changes, by the kilometre. */
export function findTurningPoints(legs: readonly MeasuredLeg[], getCountry: (node: string) => string) {
  const crossings: Turns['crossings'] = [];
  const breaks: { km: number; node: string; fromMm: number; toMm: number }[] = [];
  const changes: { km: number; node: string; from: Mode; to: Mode }[] = [];
  const [first, last] = getEndLegs(legs);
  let state = startTravel(getCountry(getStart(first)));
  let km = 0;
  for (const leg of legs) {
    const node = getStart(leg);
    const { state: next, turns } = traverse(state, leg, getCountry(node));
    for (const crossing of turns.crossings) crossings.push({ ...crossing, km: toMetres(km + crossing.km) });
    if (turns.gaugeBreak) breaks.push({ km, node, ...turns.gaugeBreak });
    if (turns.modeChange) changes.push({ km, node, ...turns.modeChange });
    km = toMetres(km + getKm(leg));
    state = next;
  }
  const arrival = arrive(state, getCountry(getEnd(last)));
  if (arrival) crossings.push({ km, ...arrival });
  return { crossings, breaks, changes };
}
