/** A reader's route, measured as those of the dataset are. */
import type { Position } from '../../dataset/model.ts';
import { splitAt180, unwrapLine } from '../../geo/antimeridian.ts';
import { type BoundingBox, computeExtent } from '../../geo/bounding-box.ts';
import { thinLine } from '../../geo/simplify.ts';
import { measureLine, measureStraight, type Share, toMetres } from '../../measure/measure.ts';
import { findEnds } from './join-parts.ts';

export interface ImportedRoute {
  id: string;
  name: string;
  /** The GeoJSON feature with all that the file said of it, as text of one line: what is saved and exported. */
  source: string;
  /** The drawn line: within −180 to 180, cut there, and thinned where it has more vertices than a picture needs. */
  line: Position[][];
  extent: BoundingBox;
  start: Position;
  end: Position;
  drawnKm: number;
  /** Between its ends; the sum over its pieces where it is not one line. */
  straightKm: number;
  /** Drawn length over straight-line length; null where the route comes back to its start, or is not one line from end to end. */
  detour: number | null;
  /** Of the line as given. */
  vertices: number;
  /** Lines that it has in the file. */
  parts: number;
  /** Null where the countries are not known. */
  countries: Share[] | null;
}

/** Share of the length that may be missing between parts, where a ratio still says something. */
const GAPS = 0.05;
const METRE = 0.001;

/**
 * All that is derived from the checked lines of a feature but its countries.
 *
 * @param lines longitude, latitude and whatever follows
 * @param most vertices to draw
 */
export function measureRoute(
  lines: readonly (readonly (readonly number[])[])[],
  most: number,
): Omit<ImportedRoute, 'id' | 'name' | 'source' | 'countries'> {
  let near = 0;
  const whole = lines.map((line) => {
    const part = unwrapLine(line, near);
    near = part.at(-1)?.[0] ?? near;
    return part;
  });
  const vertices = whole.reduce((sum, line) => sum + line.length, 0);
  const few = whole.map((line) => thinLine(line, Math.ceil((most * line.length) / vertices)));
  // Each part starts in its own world, so that the cut finds it.
  const line = few.flatMap((part) => splitAt180(unwrapLine(part)));
  const drawnKm = toMetres(whole.reduce((sum, part) => sum + measureLine(part), 0));
  const { start, end, gapsKm, chainsKm } = findEnds(lines.map((part) => part.map(([lon = 0, lat = 0]): Position => [lon, lat])));
  const endsKm = measureStraight(start, end);
  // What is drawn in pieces may be shorter than the straight line between its ends.
  const isOneLine = gapsKm <= drawnKm * GAPS && endsKm <= drawnKm + 2 * METRE;
  const straightKm = isOneLine ? endsKm : toMetres(Math.min(chainsKm, drawnKm));
  const extent = computeExtent(whole.flat());
  if (!extent) throw new RangeError('a route needs at least one position');
  return {
    line,
    extent,
    start,
    end,
    drawnKm,
    straightKm,
    detour: straightKm > 0 && isOneLine ? Math.round((drawnKm / straightKm) * 1000) / 1000 : null,
    vertices,
    parts: lines.length,
  };
}

/** An id that the same content gets on every machine: 64 bits of FNV-1a in base 36. */
export function createRouteId(text: string): string {
  let [a, b] = [0x811c9dc5, 0xcbf29ce4];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x01000193) + i;
  }
  const part = (n: number): string => (n >>> 0).toString(36).padStart(7, '0').slice(-6);
  return part(a) + part(b);
}
