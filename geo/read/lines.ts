import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { FIDELITIES, MODES, type NodeFeature, type Position, STATUSES } from '../../src/core/dataset/model.ts';
import { smoothLine } from './smooth-line.ts';

const attributes = {
  mode: v.picklist(MODES),
  gaugeMm: v.nullable(v.number()),
  status: v.picklist(STATUSES),
  opened: v.optional(v.string()),
  closed: v.optional(v.string()),
  fidelity: v.picklist(FIDELITIES),
  sources: v.pipe(v.array(v.string()), v.minLength(1)),
  note: v.optional(v.object({ en: v.string() })),
  /** Why a section may cross water (a bridge, a tunnel) or a sea leg land (a canal, a strait too narrow for the land's outline). */
  allowWater: v.optional(v.string()),
  allowLand: v.optional(v.string()),
  published: v.optional(
    v.array(
      v.object({
        km: v.number(),
        source: v.string(),
        note: v.optional(v.object({ en: v.string() })),
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
}

/** All line files of a folder, in the order of their names. Throws with file, place and remedy where one does not parse. */
export function readLines(dir: string): Line[] {
  return readdirSync(dir)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      const file = join(dir, name);
      const parsed = v.safeParse(lineFile, JSON.parse(readFileSync(file, 'utf8')));
      if (parsed.success) return { ...parsed.output, file };
      const issue = parsed.issues[0];
      throw new Error(
        `${file}: ${v.getDotPath(issue) ?? 'the file'}: ${issue.message}. Remedy: see the format of lines in ARCHITECTURE.md.`,
      );
    });
}

/**
 * Cuts lines into links at the points that name a node. A `node:` point takes the position of its node, so that lines meet
 * exactly. Railway lines drawn from station to station are smoothed (see `curve`); the others stay as they were set.
 */
export function cutIntoLinks(lines: readonly Line[], nodes: ReadonlyMap<string, NodeFeature>): RawLink[] {
  return lines.flatMap((line) => cut(line, nodes));
}

function cut(line: Line, nodes: ReadonlyMap<string, NodeFeature>): RawLink[] {
  const { points, overrides, file, id: _lineId, ...common } = line;
  const stops: { node: string; index: number }[] = [];
  const positions = points.map(([lon, lat, label], index): Position => {
    if (!label.startsWith('node:')) return [lon, lat];
    const node = label.slice('node:'.length);
    const feature = nodes.get(node);
    if (!feature) {
      throw new Error(
        `${file}: points[${index}]: there is no node "${node}". Remedy: add it to geo/network/nodes, or correct the id.`,
      );
    }
    stops.push({ node, index });
    return feature.geometry.coordinates;
  });
  if (stops[0]?.index !== 0 || stops.at(-1)?.index !== points.length - 1 || stops.length < 2) {
    throw new Error(`${file}: points: a line starts and ends at a node. Remedy: make the first and the last point "node:ID".`);
  }
  // The whole line is smoothed before it is cut, so that it swings through its nodes as well.
  const smooth = common.mode === 'rail' && common.fidelity === 'stations';
  const applied = new Set<number>();
  const links = stops.slice(1).map((end, i): RawLink => {
    const start = stops[i]!;
    const changes = overrides.filter((o, k) => {
      const from = stops.findIndex((s) => s.node === o.from);
      const to = stops.findIndex((s) => s.node === o.to);
      const hit = from >= 0 && to > from && i >= from && i < to;
      if (hit) applied.add(k);
      return hit;
    });
    const merged = Object.assign({}, common, ...changes.map(({ from: _f, to: _t, ...rest }) => rest)) as typeof common;
    const before = positions[start.index - 1];
    const after = positions[end.index + 1];
    const section = positions.slice(start.index, end.index + 1);
    return {
      ...merged,
      id: `${start.node}--${end.node}${merged.mode === 'rail' ? '' : `-${merged.mode}`}`,
      from: start.node,
      to: end.node,
      file,
      coordinates: smooth ? curveBetween(before, section, after) : section,
    };
  });
  const idle = overrides.findIndex((_, k) => !applied.has(k));
  if (idle >= 0) {
    const { from, to } = overrides[idle]!;
    throw new Error(
      `${file}: overrides[${idle}]: no stretch ${from} – ${to}. Remedy: name two nodes of this line, in its order.`,
    );
  }
  return links;
}

/** Smooths a section with its neighbours beyond both ends in view, and gives back the section alone. */
function curveBetween(before: Position | undefined, section: Position[], after: Position | undefined): Position[] {
  const all = smoothLine([...(before ? [before] : []), ...section, ...(after ? [after] : [])]);
  const same = (a: Position, b: Position) => Math.abs(a[0] - b[0]) < 6e-5 && Math.abs(a[1] - b[1]) < 6e-5;
  const first = before ? all.findIndex((p) => same(p, section[0]!)) : 0;
  const last = after ? all.findLastIndex((p) => same(p, section.at(-1)!)) : all.length - 1;
  const line = all.slice(first, last + 1);
  line[0] = section[0]!;
  line[line.length - 1] = section.at(-1)!;
  return line;
}
