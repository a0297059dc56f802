/** A reader's own route, measured as ours are. */
import { type BoundingBox, computeExtent } from '../../geo/bounding-box.ts';
import { measureLine, type Share, measureStraight, toMetres } from '../../measure/measure.ts';
import type { Position } from '../../dataset/model.ts';
import { splitAt180, unwrapLine } from '../../geo/antimeridian.ts';
import { type Locate, computeCountryShares } from './country-shares.ts';
import { thinLine } from '../../geo/simplify.ts';

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
  straightKm: number;
  /** Drawn length over straight-line length; null where the route comes back to its start. */
  detour: number | null;
  /** Of the line as given. */
  vertices: number;
  /** Null where nobody knows the countries. */
  countries: Share[] | null;
}

/**
 * Everything that is derived from the checked lines of a feature.
 *
 * @param most vertices to draw
 * @param locate null where the countries are not known
 */
export function measureRoute(
  lines: readonly (readonly (readonly number[])[])[],
  most: number,
  locate: Locate | null,
): Omit<ImportedRoute, 'id' | 'name' | 'source'> {
  let near = 0;
  const whole = lines.map((line) => {
    const one = unwrapLine(line, near);
    near = one.at(-1)![0];
    return one;
  });
  const vertices = whole.reduce((sum, line) => sum + line.length, 0);
  const few = whole.map((line) => thinLine(line, Math.ceil((most * line.length) / vertices)));
  // Each part starts in its own world, so that the cut finds it.
  const line = few.flatMap((part) => splitAt180(unwrapLine(part)));
  const drawnKm = toMetres(whole.reduce((sum, part) => sum + measureLine(part), 0));
  const [start, end] = [lines[0]![0]!, lines.at(-1)!.at(-1)!].map(([lon = 0, lat = 0]): Position => [lon, lat]) as [
    Position,
    Position,
  ];
  const straight = measureStraight(start, end);
  const extent = computeExtent(whole.flat());
  if (!extent) throw new RangeError('a route needs at least one position');
  return {
    line,
    extent,
    start,
    end,
    drawnKm,
    straightKm: straight,
    detour: straight > 0 ? Math.round((drawnKm / straight) * 1000) / 1000 : null,
    vertices,
    countries: locate ? computeCountryShares(line, drawnKm, locate) : null,
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
