/** Cutting a link at a kilometre, so that its pieces add up to it, to the metre. */
import { along } from '@turf/along';
import { distance } from '@turf/distance';
import { lineString } from '@turf/helpers';
import { type Share, sumBy, toMetres } from '../measure/measure.ts';
import type { LinkFeature, Position } from '../dataset/model.ts';

/** Where a link is cut; no node has an `@` in its id. */
export const cutId = (link: string, km: number): string => `${link}@${km}`;

/** Shares of the section from one kilometre to another of rows that follow each other. */
export function sliceShares(rows: readonly Share[], fromKm: number, toKm: number): Share[] {
  let start = 0;
  return rows.flatMap(({ code, km }): Share[] => {
    const end = toMetres(start + km);
    const part = toMetres(Math.min(end, toKm) - Math.max(start, fromKm));
    start = end;
    return part > 0 ? [{ code, km: part }] : [];
  });
}

/**
 * The piece of a link between two kilometres, counted from its `from`: its line, its shares by country, its length.
 *
 * @param fromKm at least 0, less than `toKm`
 * @param toKm at most the link's `drawnKm`
 */
export function cutLink(link: LinkFeature, fromKm: number, toKm: number): LinkFeature {
  const { properties, geometry } = link;
  const { passes, countries, drawnKm, published: _, estimatedKm: _km, estimatedLow: _low, estimatedHigh: _high, ...rest } = properties;
  const pieces = sliceShares(passes ?? countries, fromKm, toKm);
  const sums = sumBy(
    pieces,
    ({ code }) => code,
    ({ km }) => km,
  );
  const coordinates = sliceLine(geometry.coordinates, fromKm, toKm, drawnKm);
  return {
    type: 'Feature',
    geometry: { type: 'LineString', coordinates },
    properties: {
      ...rest,
      from: fromKm > 0 ? cutId(properties.id, fromKm) : properties.from,
      to: toKm < drawnKm ? cutId(properties.id, toKm) : properties.to,
      drawnKm: toMetres(toKm - fromKm),
      // A figure for the whole says nothing of a piece.
      published: [],
      countries: [...sums].map(([code, km]) => ({ code, km })),
      ...(pieces.length > sums.size && { passes: pieces }),
      vertices: coordinates.length,
    },
  };
}

/** The vertices between two kilometres, with a point on the line at each end that is cut. */
function sliceLine(line: readonly Position[], fromKm: number, toKm: number, wholeKm: number): Position[] {
  const inner: Position[] = [];
  let km = 0;
  line.forEach((at, i) => {
    if (i > 0) km += distance(line[i - 1]!, at);
    if (km > fromKm + CLOSE && km < toKm - CLOSE && i > 0 && i < line.length - 1) inner.push(at);
  });
  const whole = lineString(line.map((p) => [...p]));
  const point = (at: number) => along(whole, at).geometry.coordinates as Position;
  return [fromKm > 0 ? point(fromKm) : line[0]!, ...inner, toKm < wholeKm ? point(toKm) : line.at(-1)!];
}

/** A vertex nearer to the cut than this falls on it, in kilometres. */
const CLOSE = 0.001;
