import type { Position } from '../dataset/model.ts';

/** Degrees that a first thinning lets go: about ten metres. */
const FINEST = 0.0001;

/**
 * A line with about `most` vertices, for the picture only.
 *
 * Vertices that are closer than a distance to the one before are left out; the distance grows until few enough are left.
 * Takes time in proportion to the line and does not call itself, so that no shape of a line can make it slow.
 */
export function thinLine(line: readonly Position[], most: number): Position[] {
  let out = [...line];
  for (let reach = FINEST; out.length > Math.max(2, most) && reach < 90; reach *= 1.4) out = dropClose(out, reach);
  return out;
}

function dropClose(line: readonly Position[], reach: number): Position[] {
  const [first] = line;
  if (!first) return [];
  let [x, y] = first;
  const inner = line.slice(1, -1).filter((position) => {
    const isFar = Math.abs(position[0] - x) > reach || Math.abs(position[1] - y) > reach;
    if (isFar) [x, y] = position;
    return isFar;
  });
  return [first, ...inner, ...line.slice(1).slice(-1)];
}

/**
 * A line without the points that are nearer than `tolerance` to what is left (Douglas and Peucker).
 */
export function simplify(line: readonly Position[], tolerance: number): Position[] {
  if (line.length < 3) return [...line];
  const keep = new Set([0, line.length - 1]);
  const stack: [number, number][] = [[0, line.length - 1]];
  for (let span = stack.pop(); span; span = stack.pop()) {
    const [first, last] = span;
    const [start, end] = [line[first], line[last]];
    if (!start || !end) continue;
    let [farthest, index] = [tolerance * tolerance, -1];
    for (let i = first + 1; i < last; i += 1) {
      const far = computeSquaredDistance(line[i] ?? start, start, end);
      if (far > farthest) [farthest, index] = [far, i];
    }
    if (index === -1) continue;
    keep.add(index);
    stack.push([first, index], [index, last]);
  }
  return line.filter((_, i) => keep.has(i));
}

/** From a point to a segment, squared. */
function computeSquaredDistance([x, y]: Position, [x0, y0]: Position, [x1, y1]: Position): number {
  const [dx, dy] = [x1 - x0, y1 - y0];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - x0) * dx + (y - y0) * dy) / length));
  return (x - x0 - share * dx) ** 2 + (y - y0 - share * dy) ** 2;
}
