/** An imported route as what the map, bars and strips of a comparison draw. */
import type { ImportedRoute } from '../import/routes/imported-route.ts';
import { type DrawnLeg, INTERNATIONAL_WATERS } from '../measure/measure.ts';
import type { DrawnPath } from './resolve-path.ts';

/** One leg for each part of the line; the first has the length of the whole, since gaps between the parts have none. */
export function buildImportedPath(text: string, { line, drawnKm }: ImportedRoute): DrawnPath {
  const legs = line.map((coordinates, i): DrawnLeg => ({
    link: {
      geometry: { type: 'LineString', coordinates },
      properties: {
        id: `${text}@${i}`,
        drawnKm: i === 0 ? drawnKm : 0,
        mode: null,
        status: null,
        countries: [],
        sources: [],
      },
    },
    reversed: false,
  }));
  return { legs, getCountry: () => INTERNATIONAL_WATERS, on: null };
}
