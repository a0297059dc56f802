/**
 * The countries of Natural Earth (npm: world-atlas) with disputed places as `geo/context/borders.json` says. Each scale stays
 * one topology, so that borders and coasts keep fitting.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { MultiPolygon, Polygon } from 'geojson';
import isoCountries from 'i18n-iso-countries';
import { feature, merge } from 'topojson-client';
import type { GeometryObject, MultiPolygon as TopoMultiPolygon, Polygon as TopoPolygon, Topology } from 'topojson-specification';

export type Scale = '110m' | '50m' | '10m';
type Area = TopoPolygon<{ name: string }> | TopoMultiPolygon<{ name: string }>;

/** A country, or a part of one whose boundary to the rest is drawn dashed. */
export interface Unit {
  code: string;
  /** Set where the unit is a part of `code` that is divided from it on the ground. */
  part?: string;
  area: Area;
}

/** Land that no country is given here: Siachen. A code that ISO 3166 leaves to its users. */
const NOBODYS = 'XS';
/** Units that Natural Earth draws by themselves, what they belong to here, and the entry of `geo/context/borders.json` that says so. */
const MERGED: Record<string, { code: string; part?: string; entry: string }> = {
  'N. Cyprus': { code: 'CY', part: 'north', entry: 'cyprus' },
  'Cyprus U.N. Buffer Zone': { code: 'CY', part: 'north', entry: 'cyprus' },
  Dhekelia: { code: 'GB', entry: 'akrotiri-dhekelia' },
  Akrotiri: { code: 'GB', entry: 'akrotiri-dhekelia' },
  Somaliland: { code: 'SO', part: 'north', entry: 'somaliland' },
  Kosovo: { code: 'XK', entry: 'kosovo' },
  Baikonur: { code: 'KZ', entry: 'baikonur' },
  'Siachen Glacier': { code: NOBODYS, entry: 'siachen' },
};
const CRIMEA = { west: 32, east: 36.8, south: 44.2, north: 46.3 };

const require = createRequire(import.meta.url);
const cache = new Map<Scale, { topology: Topology; units: Unit[] }>();

/** The countries of a scale as units of its topology; Antarctica is left out. */
export function findUnits(scale: Scale): { topology: Topology; units: Unit[] } {
  const known = cache.get(scale);
  if (known) return known;
  const topology = JSON.parse(readFileSync(require.resolve(`world-atlas/countries-${scale}.json`), 'utf8')) as Topology;
  const { geometries } = topology.objects['countries'] as unknown as {
    geometries: (GeometryObject & { properties: { name: string } })[];
  };
  const units = geometries.flatMap((geometry): Unit[] => {
    if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return [];
    const area = geometry as Area;
    const name = geometry.properties.name;
    const merged = MERGED[name];
    if (merged) return [{ code: merged.code, ...(merged.part && { part: merged.part }), area }];
    const code = isoCountries.numericToAlpha2(String(geometry.id ?? ''));
    if (!code || code === 'AQ') return [];
    return code === 'RU' ? withoutCrimea(topology, area) : [{ code, area }];
  });
  cache.set(scale, { topology, units });
  return { topology, units };
}

/** Natural Earth assigns Crimea by control; here it is a part of Ukraine. */
function withoutCrimea(topology: Topology, russia: Area): Unit[] {
  const polygons = russia.type === 'Polygon' ? [russia.arcs] : russia.arcs;
  const isCrimea = (arcs: number[][]): boolean => {
    const { geometry } = feature(topology, { type: 'Polygon', arcs } as TopoPolygon);
    return (geometry as Polygon).coordinates[0]!.every(
      ([lon = 0, lat = 0]) => lon > CRIMEA.west && lon < CRIMEA.east && lat > CRIMEA.south && lat < CRIMEA.north,
    );
  };
  const parts = { crimea: polygons.filter(isCrimea), rest: polygons.filter((arcs) => !isCrimea(arcs)) };
  const area = (arcs: number[][][]): Area => ({ ...russia, type: 'MultiPolygon', arcs });
  return [
    { code: 'RU', area: area(parts.rest) },
    ...(parts.crimea.length > 0 ? [{ code: 'UA', part: 'crimea', area: area(parts.crimea) }] : []),
  ];
}

/** Every country as one shape at 1:10 million. */
export function countryPolygons(): { code: string; polygon: { geometry: Polygon | MultiPolygon } }[] {
  const { topology, units } = findUnits('10m');
  const codes = [...new Set(units.map(({ code }) => code))];
  return codes.map((code) => {
    const areas = units.filter((unit) => unit.code === code).map(({ area }) => area);
    return { code, polygon: { geometry: merge(topology as never, areas as never) as MultiPolygon } };
  });
}

/** All land at 1:10 million, the Caspian cut out. */
export function landPolygons(): { geometry: MultiPolygon }[] {
  const { topology, units } = findUnits('10m');
  return [{ geometry: merge(topology as never, units.map(({ area }) => area) as never) as MultiPolygon }];
}

/** Borders that are disputed wherever they run, by pair of codes. */
const DISPUTED_PAIRS: Record<string, string> = {
  'EH-MA': 'western-sahara',
  'RS-XK': 'kosovo',
  'IL-PS': 'palestine-israel',
  'CN-IN': 'kashmir-himalaya',
};
/** The line of control between India and Pakistan, and what joins it. */
const KASHMIR = { west: 72.5, east: 80.5, south: 32.4, north: 37.2 };

/**
 * Land and borders of a scale as arcs of its topology.
 *
 * @returns `land`: polygons with the code of their country; `coast`, `settled` and `disputed`: indices of arcs
 */
export function createCountryLocator(scale: Scale) {
  const { topology, units } = findUnits(scale);
  const users = new Map<number, Set<Unit>>();
  for (const unit of units) {
    for (const arc of (unit.area.arcs as unknown as number[]).flat(3)) {
      const index = arc < 0 ? ~arc : arc;
      users.set(index, (users.get(index) ?? new Set()).add(unit));
    }
  }
  const coast: number[] = [];
  const settled: number[] = [];
  const disputed: number[] = [];
  for (const [arc, both] of users) {
    const [a, b] = [...both];
    if (!a || !b) coast.push(arc);
    else if (a.code === b.code) {
      if (a.part !== b.part) disputed.push(arc);
    } else if (isDisputed(topology, arc, [a.code, b.code].sort().join('-'))) disputed.push(arc);
    else settled.push(arc);
  }
  const land = units.flatMap(({ code, area }) =>
    (area.type === 'Polygon' ? [area.arcs] : area.arcs).map((rings: number[][]) => ({ code, rings })),
  );
  return { topology, land, coast, settled, disputed };
}

function isDisputed(topology: Topology, arc: number, pair: string): boolean {
  if (DISPUTED_PAIRS[pair] || pair.split('-').includes(NOBODYS)) return true;
  if (pair !== 'IN-PK' && pair !== 'CN-PK') return false;
  const line = feature(topology, { type: 'LineString', arcs: [arc] } as never) as unknown as {
    geometry: { coordinates: number[][] };
  };
  const { coordinates } = line.geometry;
  const [lon = 0, lat = 0] = coordinates[Math.floor(coordinates.length / 2)] ?? [];
  return lon > KASHMIR.west && lon < KASHMIR.east && lat > KASHMIR.south && lat < KASHMIR.north;
}

/** Entries of `geo/context/borders.json` for all that is decided above; each must be there. */
export const TREATED_ENTRIES: readonly string[] = [
  ...Object.values(MERGED).map(({ entry }) => entry),
  ...Object.values(DISPUTED_PAIRS),
  'crimea',
  'kashmir-himalaya',
];
