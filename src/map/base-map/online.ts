import type { ErrorEvent, Map as MapLibreMap } from 'maplibre-gl';
import { AtlasError } from '../../core/dataset/errors.ts';
import type { Provider } from '../../core/style/providers.ts';

const ID = 'online';
/** Tiles that fail before the provider counts as out of reach. */
const MOST_FAILURES = 2;

/** Lays a provider's tiles over the base map and under the network; removes them where they do not come. */
export function addOnlineTiles(map: MapLibreMap, provider: Provider, onError: (error: AtlasError) => void): void {
  removeOnlineTiles(map);
  let failures = 0;
  map.addSource(ID, {
    type: 'raster',
    tiles: [provider.tiles],
    tileSize: 256,
    maxzoom: provider.maxzoom,
    attribution: provider.credit,
  });
  map.addLayer({ id: ID, type: 'raster', source: ID }, 'areas');
  const onFailure = (event: ErrorEvent): void => {
    // MapLibre names the source in the errors of its tiles only.
    if (!('sourceId' in event) || event.sourceId !== ID) return;
    failures += 1;
    if (failures < MOST_FAILURES) return;
    map.off('error', onFailure);
    removeOnlineTiles(map);
    onError(new AtlasError('unreachable', { file: provider.host }));
  };
  map.on('error', onFailure);
}

export function removeOnlineTiles(map: MapLibreMap): void {
  if (map.getLayer(ID)) map.removeLayer(ID);
  if (map.getSource(ID)) map.removeSource(ID);
}
