import type { Position } from '../dataset/model.ts';

/** Degrees that a first thinning lets go: about ten metres. */
const FINEST = 0.0001;

/**
 * A line with about `most` vertices at the most, for the picture only.
 *
 * Vertices that are closer than a distance to the one before are left out; the distance grows until few enough are left.
 * Takes time in proportion to the line and does not call itself, so that no shape of a line can make it slow.
 */
export function thinLine(line: readonly Position[], most: number): Position[] {
  let out = [...line];
  for (let reach = FINEST; out.length > Math.max(2, most) && reach < 90; reach *= 1.4) {
    const kept: Position[] = [out[0]!];
    for (let i = 1; i < out.length - 1; i++) {
      const [x, y] = kept[kept.length - 1]!;
      const [px, py] = out[i]!;
      if (Math.abs(px - x) > reach || Math.abs(py - y) > reach) kept.push(out[i]!);
    }
    kept.push(out[out.length - 1]!);
    out = kept;
  }
  return out;
}
