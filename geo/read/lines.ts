import * as v from 'valibot';
import { FIDELITIES, MODES, type NodeFeature, type Position, STATUSES } from '../../src/core/dataset/model.ts';
import { text } from '../../src/core/dataset/schema/fields.ts';
import { listFiles, readJson } from './json.ts';
import type { Problem } from './problem.ts';
import { smoothLine } from './smooth-line.ts';

const attributes = {
  mode: v.picklist(MODES),
  gaugeMm: v.nullable(v.number()),
  status: v.picklist(STATUSES),
  opened: v.optional(v.string()),
  closed: v.optional(v.string()),
  fidelity: v.picklist(FIDELITIES),
  sources: v.pipe(v.array(v.string()), v.minLength(1)),
  note: v.optional(text),
  /** The only countries that a line along a border passes; what the base map counts to others is theirs. */
  countries: v.optional(v.pipe(v.array(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/))), v.minLength(1))),
  /** Why a section may cross water (a bridge, a tunnel) or a sea leg land (a canal, a strait too narrow for the land's outline). */
  allowWater: v.optional(v.string()),
  allowLand: v.optional(v.string()),
  published: v.optional(
    v.array(
      v.object({
        km: v.number(),
        source: v.string(),
        note: v.optional(text),
        part: v.optional(v.boolean()),
      }),
    ),
  ),
};

/** One file of `geo/network/lines`: an ordered list of points that is cut into links wherever a point names a node. */
const lineFile = v.strictObject({
  id: v.string(),
  ...attributes,
  overrides: v.optional(
    v.array(v.strictObject({ from: v.string(), to: v.string(), ...v.partial(v.object(attributes)).entries })),
    [],
  ),
  points: v.array(v.tuple([v.number(), v.number(), v.string()])),
});

export type Line = v.InferOutput<typeof lineFile> & { file: string };

export interface RawLink extends Omit<Line, 'file' | 'overrides' | 'points' | 'id'> {
  id: string;
  from: string;
  to: string;
  /** File that the link comes from, for messages. */
  file: string;
  coordinates: Position[];
  /** The points that the line was drawn by, before it is smoothed. */
  known: Position[];
}

/** All line files of a folder, in the order of their names; one that does not parse is added to `problems`. */
export function readLines(dir: string, problems: Problem[]): Line[] {
  return listFiles(dir, '.json').flatMap((file) => {
    const line = readJson(file, { schema: v.nullable(lineFile), fallback: null }, problems);
    return line ? [{ ...line, file }] : [];
  });
}

/** A point of a line that names a node. */
interface Stop {
  node: string;
  index: number;
}

/**
 * Cuts a line into links at the points that name a node. A `node:` point takes the position of its node, so that lines meet
 * exactly. Railway lines drawn from station to station are smoothed (see `smoothLine`); the others stay as they were set.
 *
 * @param problems what does not hold is added here; such a line gives no links
 */
export function cutIntoLinks(line: Line, nodes: ReadonlyMap<string, NodeFeature>, problems: Problem[]): RawLink[] {
  const located = locatePoints(line, nodes);
  if ('problem' in located) {
    problems.push({ file: line.file, ...located });
    return [];
  }
  const { stops, positions } = located;
  const { points: _points, overrides, file, id: _lineId, ...common } = line;
  // The whole line is smoothed before it is cut, so that it swings through its nodes as well.
  const isSmooth = common.mode === 'rail' && common.fidelity === 'stations';
  const applied = new Set<object>();
  const links = stops.slice(1).flatMap((end, i): RawLink[] => {
    const start = stops[i];
    if (!start) return [];
    const changes = overrides.filter((override) => covers(override, stops, i));
    for (const change of changes) applied.add(change);
    const merged = changes.reduce<typeof common>((sum, { from: _from, to: _to, ...rest }) => ({ ...sum, ...rest }), common);
    const section = positions.slice(start.index, end.index + 1);
    return [
      {
        ...merged,
        id: `${start.node}--${end.node}${merged.mode === 'rail' ? '' : `-${merged.mode}`}`,
        from: start.node,
        to: end.node,
        file,
        known: section,
        coordinates: isSmooth ? smoothBetween(positions[start.index - 1], section, positions[end.index + 1]) : section,
      },
    ];
  });
  overrides.forEach((override, k) => {
    if (applied.has(override)) return;
    problems.push({
      file,
      feature: `overrides[${k}]`,
      problem: `no section ${override.from} – ${override.to}`,
      remedy: 'name two nodes of this line, in its order',
    });
  });
  return links;
}

/** Whether an override speaks of the section from stop `i` to the next. */
function covers({ from, to }: { from: string; to: string }, stops: readonly Stop[], i: number): boolean {
  const first = stops.findIndex(({ node }) => node === from);
  const last = stops.findIndex(({ node }) => node === to);
  return first >= 0 && last > first && i >= first && i < last;
}

function locatePoints(
  { points }: Line,
  nodes: ReadonlyMap<string, NodeFeature>,
): { stops: Stop[]; positions: Position[] } | Omit<Problem, 'file'> {
  const stops: Stop[] = [];
  const positions: Position[] = [];
  for (const [index, [lon, lat, label]] of points.entries()) {
    if (!label.startsWith('node:')) {
      positions.push([lon, lat]);
      continue;
    }
    const node = label.slice('node:'.length);
    const feature = nodes.get(node);
    if (!feature) {
      return {
        feature: `points[${index}]`,
        problem: `there is no node "${node}"`,
        remedy: 'add it to geo/network/nodes, or correct the id',
      };
    }
    stops.push({ node, index });
    positions.push(feature.geometry.coordinates);
  }
  if (stops[0]?.index !== 0 || stops.at(-1)?.index !== points.length - 1 || stops.length < 2) {
    return {
      feature: 'points',
      problem: 'a line starts and ends at a node',
      remedy: 'make the first and the last point "node:ID"',
    };
  }
  return { stops, positions };
}

/** Degrees within which two positions are one: half a step of the fourth decimal and a little. */
const SAME = 6e-5;

/** Smooths a section with its neighbours beyond both ends in view, and gives back the section alone. */
function smoothBetween(before: Position | undefined, section: readonly Position[], after: Position | undefined): Position[] {
  const [start, end] = [section[0], section.at(-1)];
  if (!start || !end) return [];
  const all = smoothLine([...(before ? [before] : []), ...section, ...(after ? [after] : [])]);
  const isSame = (a: Position, b: Position) => Math.abs(a[0] - b[0]) < SAME && Math.abs(a[1] - b[1]) < SAME;
  const first = before ? all.findIndex((position) => isSame(position, start)) : 0;
  const last = after ? all.findLastIndex((position) => isSame(position, end)) : all.length - 1;
  return [start, ...all.slice(first + 1, last), end];
}
