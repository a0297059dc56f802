/** An OpenLayers page of the same land and network. */
import GeoJSON from 'ol/format/GeoJSON.js';
import VectorLayer from 'ol/layer/Vector.js';
import OlMap from 'ol/Map.js';
import 'ol/ol.css';
import { fromLonLat } from 'ol/proj.js';
import VectorSource from 'ol/source/Vector.js';
import { Circle, Fill, Stroke, Style } from 'ol/style.js';
import View from 'ol/View.js';
import { COLOURS, load, shown, VIEW } from './data.ts';

const { land, borders, links, nodes } = await load();
const format = new GeoJSON({ featureProjection: 'EPSG:3857' });
const source = (data: object) => new VectorSource({ features: format.readFeatures(data) });
const line = (color: string, width: number) => new Style({ stroke: new Stroke({ color, width }) });
const [rail, water] = [line(COLOURS.rail, 2), line(COLOURS.water, 2)];
const dot = new Style({
  image: new Circle({ radius: 3, fill: new Fill({ color: '#fff' }), stroke: new Stroke({ color: '#000', width: 1.5 }) }),
});
const map = new OlMap({
  target: 'map',
  controls: [],
  view: new View({ center: fromLonLat([VIEW.lon, VIEW.lat]), zoom: VIEW.zoom + 1 }),
  layers: [
    new VectorLayer({ source: source(land), style: new Style({ fill: new Fill({ color: COLOURS.land }) }) }),
    new VectorLayer({ source: source(borders), style: line(COLOURS.border, 0.6) }),
    new VectorLayer({ source: source(links), style: (link) => (link.get('mode') === 'sea' ? water : rail) }),
    new VectorLayer({ source: source(nodes), style: (node) => (node.get('rank') <= 2 ? dot : undefined) }),
  ],
});
map.once('rendercomplete', () => {
  performance.mark('bench:live');
  shown();
});
