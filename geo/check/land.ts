import { distance } from '@turf/distance';
import type { NodeFeature, Position } from '../../src/core/dataset/model.ts';
import { type Run, findRuns } from '../../src/core/geo/sample-along.ts';
import type { RawLink } from '../read/lines.ts';
import type { Problem } from '../read/problem.ts';

/** The coast of the base map is drawn at 1:10 million: a railway along it may be this far in the water. */
const WATER_KM = 2.5;
/** A leg by sea may cut a cape by this much. */
const LAND_KM = 3;
/** Ports lie in bays, river mouths and harbours that the coast does not show: around them, land is not counted. */
const PORT_KM = 15;
const STEP_KM = 1;
const SEA_STEP_KM = 2;

/** What a line may be off where the coast is fine: a quay, a mole, the bend of a bay. */
const FINE_KM = 0.3;
const FINE_STEP_KM = 0.2;

export interface Ground {
  isLand(at: Position): boolean;
  /** Whether the coast is fine there. */
  isFine(at: Position): boolean;
}

/** Railways and roads stay on land, sea legs off it; a bridge, a tunnel or a canal says so in the data. */
export function checkLand(links: readonly RawLink[], { isLand, isFine }: Ground): Problem[] {
  return [...checkCoarseLand(links, isLand), ...checkFineLand(links, { isLand, isFine })];
}

/**
 * Round the ports, where the coast is true to some 200 m, ships stay off land and railways out of the sea; that a line may be where
 * the coast is coarse counts for nothing here.
 */
function checkFineLand(links: readonly RawLink[], { isLand, isFine }: Ground): Problem[] {
  const ask = (at: Position) => (isFine(at) ? isLand(at) : null);
  return links.flatMap((link) => {
    const isShip = link.mode === 'sea';
    const wrong = findRuns(link.coordinates, ask, FINE_STEP_KM).filter(({ value, km }) => value === isShip && km > FINE_KM);
    return wrong.map((run): Problem => ({
      ...describeRun(link, run, isShip ? 'over land' : 'over water'),
      remedy: `draw the line ${isShip ? 'off' : 'on'} the land of config/coast.json, or move its port to the shore`,
    }));
  });
}

function checkCoarseLand(links: readonly RawLink[], isLand: (at: Position) => boolean): Problem[] {
  return links.flatMap((link) => {
    const { mode, coordinates, allowLand, allowWater } = link;
    if (mode === 'sea') {
      if (allowLand) return [];
      const ends = [coordinates[0]!, coordinates.at(-1)!];
      const open = (run: Run<boolean>) => ends.every((end) => distance(end, run.middle) > PORT_KM);
      const ashore = findRuns(coordinates, isLand, SEA_STEP_KM).filter((run) => run.value && run.km > LAND_KM && open(run));
      return ashore.map((run) => tolerance(link, run, 'over land', 'allowLand'));
    }
    if (allowWater) return [];
    const afloat = findRuns(coordinates, isLand, STEP_KM).filter((run) => !run.value && run.km > WATER_KM);
    return afloat.map((run) => tolerance(link, run, 'over water', 'allowWater'));
  });
}

function tolerance(link: RawLink, run: Run<boolean>, where: string, field: string): Problem {
  return { ...describeRun(link, run, where), remedy: `move the line, or say why it may in "${field}"` };
}

const describeRun = ({ file, id }: RawLink, { km, middle }: Run<unknown>, where: string): Omit<Problem, 'remedy'> => ({
  file,
  feature: id,
  problem: `runs ${km.toFixed(1)} km ${where} near ${middle.map((degrees) => degrees.toFixed(3)).join(', ')}`,
});

/** A border station may lie this far beyond the border as the base map draws it; its `accuracyKm` is added. */
const BORDER_KM = 6;

/** Nodes lie in the country that they name. */
export function checkNodeCountries(
  nodes: readonly { file: string; node: NodeFeature }[],
  near: (at: Position, km: number) => ReadonlySet<string>,
): Problem[] {
  return nodes.flatMap(({ file, node }): Problem[] => {
    const { id, country, accuracyKm = 0 } = node.properties;
    const countries = near(node.geometry.coordinates, BORDER_KM + accuracyKm);
    // A waypoint in a strait has several countries around it, or none.
    if (node.properties.kind === 'waypoint' || countries.size === 0 || countries.has(country)) return [];
    const found = [...countries].sort().join(', ');
    return [
      {
        file,
        feature: id,
        problem: `is said to be in ${country} and lies in ${found}`,
        remedy: 'correct "country" or the position',
      },
    ];
  });
}
