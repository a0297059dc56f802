/** Where to look to see what is compared. */
import type { Position } from '../dataset/model.ts';
import { sampleLine } from '../geo/camera.ts';
import { INTERNATIONAL_WATERS } from '../measure/measure.ts';
import type { ComparedRow } from './comparison.ts';

/** Most of it lies in the waters of no country: it goes round continents. */
const isOverOceans = ({ byCountry, drawnKm }: ComparedRow): boolean =>
  byCountry.some(({ code, km }) => code === INTERNATIONAL_WATERS && km > drawnKm / 2);

/** Positions that show all items: those on land, where one goes by sea all the way round. */
export function findComparedPlaces(rows: readonly ComparedRow[]): Position[] {
  const overland = rows.filter((row) => !isOverOceans(row));
  return (overland.length > 0 ? overland : rows).flatMap(({ line }) => sampleLine(line));
}
