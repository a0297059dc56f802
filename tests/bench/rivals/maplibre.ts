/** A bare MapLibre page: the same land and network on the same globe, or with `?mercator` flat; without names, lists or figures. */
import { Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';
import { COLOURS, load, shown, VIEW } from './data.ts';

setWorkerUrl(workerUrl);
const { land, borders, links, nodes } = await load();
const map = new MapLibreMap({
  container: 'map',
  center: [VIEW.lon, VIEW.lat],
  zoom: VIEW.zoom,
  fadeDuration: 0,
  attributionControl: false,
  style: {
    version: 8,
    projection: { type: location.search === '?mercator' ? 'mercator' : 'globe' },
    sources: Object.fromEntries(
      Object.entries({ land, borders, links, nodes }).map(([name, data]) => [name, { type: 'geojson' as const, data }]),
    ),
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': COLOURS.sea } },
      { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': COLOURS.land } },
      { id: 'borders', type: 'line', source: 'borders', paint: { 'line-color': COLOURS.border, 'line-width': 0.6 } },
      {
        id: 'links',
        type: 'line',
        source: 'links',
        paint: { 'line-color': ['match', ['get', 'mode'], 'sea', COLOURS.water, COLOURS.rail], 'line-width': 2 },
      },
      {
        id: 'nodes',
        type: 'circle',
        source: 'nodes',
        filter: ['<=', ['get', 'rank'], 2],
        paint: { 'circle-radius': 3, 'circle-color': '#fff', 'circle-stroke-width': 1.5 },
      },
    ],
  },
});
void map.once('idle', () => {
  performance.mark('bench:live');
  shown();
});
