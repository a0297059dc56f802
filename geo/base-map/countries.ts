/**
 * The countries of Natural Earth (npm: world-atlas), with disputed places as the atlas's own `context/borders.json` says. Each
 * scale stays one topology, so that borders and coasts keep fitting.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { MultiPolygon, Position } from 'geojson';
import isoCountries from 'i18n-iso-countries';
import { feature, merge } from 'topojson-client';
import type { MultiPolygon as TopoMultiPolygon, Polygon as TopoPolygon, Topology } from 'topojson-specification';
import * as v from 'valibot';
import { topologyFile } from '../../src/core/dataset/load/topology.ts';
import { type FineCoast, isInBox, type Treatment } from '../read/config.ts';
import { type Area, getIndex, isArea, listPolygons, readArc } from './areas.ts';
import { stitchCoast } from './fine-coast.ts';

export type Scale = '50m' | '10m';

/** A country, or a part of one whose boundary to the rest is drawn dashed. */
interface Unit {
  code: string;
  /** Set where the unit is a part of `code` that is divided from it on the ground. */
  part?: string;
  area: Area;
}

/** Land and borders of a scale as arcs of its topology. */
export interface Shapes {
  topology: Topology;
  /** Polygons with the code of their country: rings of indices of arcs. */
  land: { code: string; rings: number[][] }[];
  /** Indices of arcs. */
  coast: number[];
  settled: number[];
  disputed: number[];
}

export interface Countries {
  findUnits(scale: Scale): { topology: Topology; units: Unit[] };
  /** Every country as one shape at 1:10 million. */
  mergeCountries(): { code: string; geometry: MultiPolygon }[];
  /** All land at 1:10 million, the Caspian cut out. */
  mergeLand(): MultiPolygon;
  sortBorders(scale: Scale): Shapes;
}

const require = createRequire(import.meta.url);

const readTopology = (scale: Scale): Topology =>
  v.parse(topologyFile, JSON.parse(readFileSync(require.resolve(`world-atlas/countries-${scale}.json`), 'utf8')));

/** The members of the package's one collection that have an area. */
function listAreas({ objects: { countries } }: Topology): Area[] {
  return countries?.type === 'GeometryCollection' ? countries.geometries.filter(isArea) : [];
}

/** Name in the package of a country or a unit of its own. */
const getName = ({ properties }: Area): string => String(properties?.['name'] ?? '');

/**
 * The countries of the world as `treatments` draw them; Antarctica is left out.
 *
 * @param coast takes the place of that of 1:10 million where it is known
 */
export function createCountries(treatments: readonly Treatment[], coast: FineCoast | null = null): Countries {
  const owners = new Map(treatments.flatMap(({ units = [] }) => units.map((unit) => [unit.name, unit] as const)));
  const pieces = treatments.flatMap((treatment) => treatment.pieces ?? []);
  const isDisputed = createDisputeTest(treatments);
  const cache = new Map<Scale, { topology: Topology; units: Unit[] }>();

  function findUnits(scale: Scale): { topology: Topology; units: Unit[] } {
    const known = cache.get(scale);
    if (known) return known;
    const read = readTopology(scale);
    const topology = coast && scale === '10m' ? stitchCoast(read, coast) : read;
    const units = listAreas(topology).flatMap((area): Unit[] => {
      const owner = owners.get(getName(area));
      if (owner) return [{ code: owner.country, ...(owner.part && { part: owner.part }), area }];
      const code = isoCountries.numericToAlpha2(String(area.id ?? ''));
      if (!code || code === 'AQ') return [];
      return cutPieces(
        topology,
        { code, area },
        pieces.filter(({ of }) => of === code),
      );
    });
    const found = { topology, units };
    cache.set(scale, found);
    return found;
  }

  return {
    findUnits,
    mergeCountries() {
      const { topology, units } = findUnits('10m');
      const codes = [...new Set(units.map(({ code }) => code))];
      return codes.map((code) => ({
        code,
        geometry: mergeAreas(
          topology,
          units.filter((unit) => unit.code === code),
        ),
      }));
    },
    mergeLand() {
      const { topology, units } = findUnits('10m');
      return mergeAreas(topology, units);
    },
    sortBorders(scale) {
      const { topology, units } = findUnits(scale);
      const land = units.flatMap(({ code, area }) => listPolygons(area).map((rings) => ({ code, rings })));
      return { topology, land, ...sortArcs(topology, units, isDisputed) };
    },
  };
}

const mergeAreas = (topology: Topology, units: readonly Unit[]): MultiPolygon =>
  merge(
    topology,
    units.map(({ area }): TopoMultiPolygon => ({ type: 'MultiPolygon', arcs: listPolygons(area) })),
  );

/** Gives polygons that lie wholly inside of a box to another country. */
function cutPieces(topology: Topology, unit: Unit, pieces: readonly NonNullable<Treatment['pieces']>[number][]): Unit[] {
  let rest = listPolygons(unit.area);
  const cut = pieces.map(({ inside, country, part }): Unit => {
    const isPiece = (arcs: number[][]): boolean => {
      const { geometry } = feature(topology, { type: 'Polygon', arcs } satisfies TopoPolygon);
      return (geometry.coordinates[0] ?? []).every(([lon = 0, lat = 0]) => isInBox([lon, lat], inside));
    };
    const taken = rest.filter(isPiece);
    rest = rest.filter((arcs) => !taken.includes(arcs));
    return { code: country, ...(part && { part }), area: { type: 'MultiPolygon', arcs: taken } };
  });
  if (cut.length === 0) return [unit];
  return [
    { ...unit, area: { ...unit.area, type: 'MultiPolygon', arcs: rest } },
    ...cut.filter(({ area }) => area.arcs.length > 0),
  ];
}

type DisputeTest = (a: Unit, b: Unit, middle: () => Position) => boolean;

/** Whether the boundary between two units is drawn dashed. */
function createDisputeTest(treatments: readonly Treatment[]): DisputeTest {
  const pairs = new Set(treatments.flatMap(({ dashedBetween = [] }) => dashedBetween));
  const around = new Set(treatments.flatMap(({ dashedAround = [] }) => dashedAround));
  const within = treatments.flatMap(({ dashedWithin = [] }) => dashedWithin);
  return (a, b, middle) => {
    if (a.code === b.code) return a.part !== b.part;
    const pair = [a.code, b.code].sort().join('-');
    if (pairs.has(pair) || around.has(a.code) || around.has(b.code)) return true;
    return within.some(({ between, inside }) => {
      if (!between.includes(pair)) return false;
      const [lon = 0, lat = 0] = middle();
      return isInBox([lon, lat], inside);
    });
  };
}

function sortArcs(topology: Topology, units: readonly Unit[], isDisputed: DisputeTest): Omit<Shapes, 'topology' | 'land'> {
  const users = new Map<number, Set<Unit>>();
  for (const unit of units) {
    for (const arc of listPolygons(unit.area).flat(2)) {
      const index = getIndex(arc);
      users.set(index, (users.get(index) ?? new Set()).add(unit));
    }
  }
  const sorted = { coast: [] as number[], settled: [] as number[], disputed: [] as number[] };
  for (const [arc, both] of users) {
    const [a, b] = [...both];
    if (!a || !b) sorted.coast.push(arc);
    else if (isDisputed(a, b, () => findMiddle(topology, arc))) sorted.disputed.push(arc);
    // Both sides of a line that is no dispute within one country: an arc of its own.
    else if (a.code !== b.code) sorted.settled.push(arc);
  }
  return sorted;
}

function findMiddle(topology: Topology, arc: number): Position {
  const line = readArc(topology, arc);
  return line[Math.floor(line.length / 2)] ?? [];
}
