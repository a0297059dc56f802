/** Many shipments on the map: gathered into counts where they are at one place. */
import type { FeatureCollection, Point } from 'geojson';
import type { Position } from '../../dataset/model.ts';

export interface GatheredPlace {
  spot: string;
  lonLat: Position;
  count: number;
}

type GatheredProperties = Pick<GatheredPlace, 'spot' | 'count'> & { label: string };

/** @param places one entry a shipment */
export function gatherPlaces(places: Iterable<{ spot: string | null; lonLat: Position | null }>): GatheredPlace[] {
  const gathered = new Map<string, GatheredPlace>();
  for (const { spot, lonLat } of places) {
    if (spot === null || !lonLat) continue;
    const place = gathered.get(spot);
    if (place) place.count += 1;
    else gathered.set(spot, { spot, lonLat, count: 1 });
  }
  return [...gathered.values()].sort((a, b) => a.count - b.count);
}

/** @param formatCount a number in the reader's language */
export function buildGathered(
  places: readonly GatheredPlace[],
  formatCount: (count: number) => string,
): FeatureCollection<Point, GatheredProperties> {
  return {
    type: 'FeatureCollection',
    features: places.map(({ spot, lonLat, count }) => ({
      type: 'Feature',
      properties: { spot, count, label: formatCount(count) },
      geometry: { type: 'Point', coordinates: [...lonLat] },
    })),
  };
}
