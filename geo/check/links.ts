import { distance } from '@turf/distance';
import type { NodeFeature } from '../../src/core/dataset/model.ts';
import type { RawLink } from '../read/lines.ts';
import type { Problem } from '../read/problem.ts';

/** How far from its node a line may end. */
const END_KM = 0.05;
/** Gauges in use on the lines of the world; anything else is a slip of the pen. */
const GAUGES = [1000, 1067, 1435, 1520, 1668, 1676];

/** Links end at their nodes, have a gauge where they have track, and do not run round the world. */
export function checkLinks(links: readonly RawLink[], nodes: ReadonlyMap<string, NodeFeature>): Problem[] {
  return links.flatMap((link) => [...checkEnds(link, nodes), ...checkGauge(link), ...checkJumps(link), ...checkDates(link)]);
}

function checkEnds({ file, id, from, to, coordinates }: RawLink, nodes: ReadonlyMap<string, NodeFeature>): Problem[] {
  const ends = [
    { node: from, at: coordinates[0]! },
    { node: to, at: coordinates.at(-1)! },
  ];
  return ends.flatMap(({ node, at }): Problem[] => {
    const feature = nodes.get(node);
    if (!feature) {
      return [
        { file, feature: id, problem: `there is no node "${node}"`, remedy: 'add it to geo/network/nodes, or correct the id' },
      ];
    }
    const km = distance(at, feature.geometry.coordinates);
    if (km <= END_KM) return [];
    return [
      {
        file,
        feature: id,
        problem: `ends ${km.toFixed(2)} km from its node "${node}"`,
        remedy: 'move the end of the line to the node',
      },
    ];
  });
}

function checkGauge({ file, id, mode, gaugeMm }: RawLink): Problem[] {
  if (mode === 'rail' && gaugeMm === null) {
    return [{ file, feature: id, problem: 'is a railway without a gauge', remedy: 'set "gaugeMm"' }];
  }
  if (mode !== 'rail' && gaugeMm !== null) {
    return [{ file, feature: id, problem: `is of mode ${mode} and has a gauge`, remedy: 'set "gaugeMm" to null' }];
  }
  if (gaugeMm !== null && !GAUGES.includes(gaugeMm)) {
    return [{ file, feature: id, problem: `has a gauge of ${gaugeMm} mm`, remedy: `use one of ${GAUGES.join(', ')}` }];
  }
  return [];
}

/** Turf and the map take a line over 180° for one round the world. */
function checkJumps({ file, id, coordinates }: RawLink): Problem[] {
  const at = coordinates.findIndex((p, i) => i > 0 && Math.abs(p[0] - coordinates[i - 1]![0]) > 180);
  if (at < 0) return [];
  return [{ file, feature: id, problem: `jumps over 180° at point ${at}`, remedy: 'end the line at a node before 180°' }];
}

function checkDates({ file, id, status, opened, closed }: RawLink): Problem[] {
  if (status === 'planned' && opened) {
    return [
      { file, feature: id, problem: `is planned and was opened in ${opened}`, remedy: 'correct "status" or remove "opened"' },
    ];
  }
  if (opened && closed && opened > closed) {
    return [{ file, feature: id, problem: `was opened in ${opened}, after it was closed`, remedy: 'correct the years' }];
  }
  return [];
}
