/** Lines over 180°: taken the short way round, and cut there for drawing. */
import type { Position } from '../dataset/model.ts';

/**
 * The line without jumps: each step goes the short way, so that longitudes may leave the range of −180 to 180.
 *
 * @param near the longitude that the first position should be closest to
 */
export function unwrapLine(line: readonly (readonly number[])[], near = 0): Position[] {
  let before = near;
  return line.map(([lon = 0, lat = 0]): Position => {
    before = lon + 360 * Math.round((before - lon) / 360);
    return [before, lat];
  });
}

/** Pieces of an unwrapped line within −180 to 180, cut where it leaves the range. */
export function splitAt180(line: readonly Position[]): Position[][] {
  const pieces: Position[][] = [];
  let piece: Position[] = [];
  let world = 0;
  const close = (): void => {
    if (piece.length > 1) pieces.push(piece);
    piece = [];
  };
  line.forEach(([lon, lat], i) => {
    const [lonBefore, latBefore] = line[i - 1] ?? [lon, lat];
    for (;;) {
      const [low, high] = [world * 360 - 180, world * 360 + 180];
      const step = lon > high ? 1 : lon < low ? -1 : 0;
      if (step === 0) break;
      const edge = step > 0 ? high : low;
      if (i > 0) {
        const at = lonBefore === lon ? 0 : (edge - lonBefore) / (lon - lonBefore);
        const cut = latBefore + (lat - latBefore) * Math.min(1, Math.max(0, at));
        if (piece.at(-1)?.[0] !== step * 180) piece.push([step * 180, cut]);
        close();
        piece.push([-step * 180, cut]);
      }
      world += step;
    }
    const here: Position = [lon - world * 360, lat];
    const last = piece.at(-1);
    if (last?.[0] !== here[0] || last[1] !== here[1]) piece.push(here);
  });
  close();
  return pieces;
}
