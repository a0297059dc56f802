/** What lies under the pointer: places before lines, lines before areas; of several places the nearest. */
import type { Map as MapLibreMap, MapGeoJSONFeature, MapMouseEvent, PointLike } from 'maplibre-gl';
import { COMPARED_LAYERS } from '../layers/compared-layers.ts';
import { LINE_LAYERS } from '../layers/network-layers.ts';

const PLACES = ['marked-labels', 'end-labels', 'node-labels', 'nodes', 'area-labels', 'areas'];
/** Pixels round the pointer in which a line is picked. */
const REACH = 5;

/** A drag points at nothing, and looking for features would take time from the frames. */
export const isDragging = ({ originalEvent }: MapMouseEvent): boolean => originalEvent.buttons !== 0;

/**
 * Id of the feature at a point of the map, or null.
 *
 * @param prefix what the ids of the layers begin with
 */
export function pickFeatureAt(map: MapLibreMap, { x, y }: { x: number; y: number }, prefix = ''): string | null {
  const near: [PointLike, PointLike] = [
    [x - REACH, y - REACH],
    [x + REACH, y + REACH],
  ];
  const findLayers = (names: readonly string[]): string[] => names.map((name) => prefix + name).filter((id) => map.getLayer(id));
  const layers = findLayers(PLACES);
  const places = map.queryRenderedFeatures(near, { layers });
  const distance = ({ geometry }: MapGeoJSONFeature): number => {
    if (geometry.type !== 'Point') return 0;
    const at = map.project(geometry.coordinates as [number, number]);
    return Math.hypot(at.x - x, at.y - y);
  };
  const place = layers
    .map((layer) => places.filter((found) => found.layer.id === layer).sort((a, b) => distance(a) - distance(b)))
    .find((found) => found.length > 0)?.[0];
  if (place && place.layer.id !== `${prefix}areas`) return getId(place);
  const compared = map.queryRenderedFeatures(near, { layers: findLayers(COMPARED_LAYERS) })[0];
  if (compared) return String(compared.properties['text']);
  const imported = map.queryRenderedFeatures(near, { layers: findLayers(['imported-line']) })[0];
  if (imported) return getId(imported);
  const line = map.queryRenderedFeatures(near, { layers: findLayers(LINE_LAYERS) })[0];
  return line ? String(line.properties['route']) : place ? getId(place) : null;
}

const getId = (found: MapGeoJSONFeature): string => String(found.properties['id']);
