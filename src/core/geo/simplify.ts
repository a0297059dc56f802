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
