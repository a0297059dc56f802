import type { Map as MapLibreMap } from 'maplibre-gl';
import { AtlasError } from '../core/dataset/errors.ts';
import type { Provider } from '../core/style/providers.ts';

const ID = 'online';
/** So many tiles in a row that do not come mean that the provider is out of reach. */
const ENOUGH = 2;

/** Lays a provider's tiles over the ground and under the network; takes them away again where they do not come. */
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
  const listen = (event: { sourceId?: string }) => {
    if (event.sourceId !== ID || ++failures < ENOUGH) return;
    map.off('error', listen as never);
    removeOnlineTiles(map);
    onError(new AtlasError('unreachable', { file: provider.host }));
  };
  map.on('error', listen as never);
}

export function removeOnlineTiles(map: MapLibreMap): void {
  if (map.getLayer(ID)) map.removeLayer(ID);
  if (map.getSource(ID)) map.removeSource(ID);
}
