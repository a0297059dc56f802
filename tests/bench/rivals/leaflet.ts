/** A Leaflet page of the same land and network, drawn on canvas, which is its faster way. */
import L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import { COLOURS, load, shown, VIEW } from './data.ts';

const { land, borders, links, nodes } = await load();
const map = L.map('map', { preferCanvas: true, attributionControl: false, zoomSnap: 0 }).setView(
  [VIEW.lat, VIEW.lon],
  VIEW.zoom + 1,
);
L.geoJSON(land, { style: { stroke: false, fillColor: COLOURS.land, fillOpacity: 1 }, interactive: false }).addTo(map);
L.geoJSON(borders, { style: { color: COLOURS.border, weight: 0.6 }, interactive: false }).addTo(map);
L.geoJSON(links, {
  style: (link) => ({ color: link?.properties.mode === 'sea' ? COLOURS.water : COLOURS.rail, weight: 2 }),
}).addTo(map);
L.geoJSON(nodes, {
  filter: ({ properties }) => properties.rank <= 2,
  pointToLayer: (_, at) => L.circleMarker(at, { radius: 3, color: '#000', weight: 1.5, fillColor: '#fff', fillOpacity: 1 }),
}).addTo(map);
performance.mark('bench:live');
shown();
