/** Cutting a link at a kilometre, so that its pieces add up to it, to the metre. */
import { along } from '@turf/along';
import { distance } from '@turf/distance';
import { lineString } from '@turf/helpers';
import type { LinkFeature, Position } from '../dataset/model.ts';
import { type Share, sumBy, toMetres } from './measure.ts';

/** Id of the point where a link is cut; no node has an `@` in its id. */
export const writeCutId = (link: string, km: number): string => `${link}@${km}`;

/** Shares of the section from one kilometre to another of rows that follow each other. */
function sliceShares(rows: readonly Share[], fromKm: number, toKm: number): Share[] {
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
  const {
    passes,
    countries,
    drawnKm,
    published: _,
    estimatedKm: _km,
    estimatedLow: _low,
    estimatedHigh: _high,
    ...rest
  } = properties;
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
      from: fromKm > 0 ? writeCutId(properties.id, fromKm) : properties.from,
      to: toKm < drawnKm ? writeCutId(properties.id, toKm) : properties.to,
      drawnKm: toMetres(toKm - fromKm),
      // A figure for the whole says nothing about a piece.
      published: [],
      countries: [...sums].map(([code, km]) => ({ code, km })),
      ...(pieces.length > sums.size && { passes: pieces }),
      vertices: coordinates.length,
    },
  };
}

/** A vertex nearer to the cut than this falls on it, in kilometres. */
const CLOSE = 0.001;

/** The vertices between two kilometres, with a point on the line at each end that is cut. */
function sliceLine(line: readonly Position[], fromKm: number, toKm: number, wholeKm: number): Position[] {
  const whole = lineString(line.map((p) => [...p]));
  const locate = (km: number): Position => {
    const [lon = 0, lat = 0] = along(whole, km).geometry.coordinates;
    return [lon, lat];
  };
  const piece: Position[] = fromKm > 0 ? [locate(fromKm)] : line.slice(0, 1);
  let km = 0;
  let before: Position | undefined;
  for (const at of line.slice(0, -1)) {
    if (before) {
      km += distance(before, at);
      if (km > fromKm + CLOSE && km < toKm - CLOSE) piece.push(at);
    }
    before = at;
  }
  piece.push(...(toKm < wholeKm ? [locate(toKm)] : line.slice(-1)));
  return piece;
}
