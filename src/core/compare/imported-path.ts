/** A reader's own route as what the map, bars and strips of a comparison draw. */
import { INTERNATIONAL_WATERS } from '../measure/measure.ts';
import type { LinkFeature } from '../dataset/model.ts';
import type { ResolvedPath } from './resolve-path.ts';
import type { ImportedRoute } from '../import/routes/imported-route.ts';

/** One leg a part of the line, drawn plain: what it says of mode and status is how it looks, not what is known. */
export function buildImportedPath(text: string, { line, drawnKm }: ImportedRoute): ResolvedPath {
  const legs = line.map((coordinates, i) => {
    const link: LinkFeature = {
      type: 'Feature',
      geometry: { type: 'LineString', coordinates },
      properties: {
        ...{ id: `${text}@${i}`, from: `${text}@${i}`, to: `${text}@${i + 1}`, drawnKm: i === 0 ? drawnKm : 0 },
        ...{ mode: 'rail', status: 'open', gaugeMm: null, fidelity: 'hand' },
        ...{ countries: [], passes: [], sources: [], vertices: coordinates.length },
      } as unknown as LinkFeature['properties'],
    };
    return { link, reversed: false };
  });
  return { legs, countryOf: () => INTERNATIONAL_WATERS, on: null };
}
