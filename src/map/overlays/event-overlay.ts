/** Events on the map, each with the symbol of its kind. Fetched when any are shown. */
import type { FeatureCollection, Point } from 'geojson';
import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import type { MapOverlay } from './overlays.ts';
import { EVENT_KINDS } from '../../core/dataset/model.ts';
import { EVENT_ICON } from '../../core/style/drawing.ts';
import type { DrawnEvent } from '../../core/style/events/event-features.ts';
import { EVENT_SYMBOL_PREFIX, getEventShapes } from '../../core/style/events/event-symbols.ts';
import { PALETTES, type Theme } from '../../core/style/palette.ts';
import { addIcons } from '../icons.ts';

/** Of source and layer. */
const EVENTS = 'events';
/** Names of places are set above the symbols. */
const ABOVE = 'node-labels';

const SYMBOLS = Object.fromEntries(EVENT_KINDS.map((kind) => [kind, getEventShapes(kind)]));

export class EventOverlay implements MapOverlay {
  readonly #data: FeatureCollection<Point, DrawnEvent>;
  readonly #theme: Theme;

  constructor(data: FeatureCollection<Point, DrawnEvent>, theme: Theme) {
    this.#data = data;
    this.#theme = theme;
  }

  show(map: MapLibreMap): void {
    addIcons(map, PALETTES[this.#theme], EVENT_SYMBOL_PREFIX, SYMBOLS);
    const source = map.getSource<GeoJSONSource>(EVENTS);
    if (source) {
      void source.setData(this.#data);
      return;
    }
    map.addSource(EVENTS, { type: 'geojson', data: this.#data });
    map.addLayer(
      {
        id: EVENTS,
        type: 'symbol',
        source: EVENTS,
        filter: ['>=', ['zoom'], ['get', 'from']],
        layout: {
          'icon-image': ['concat', EVENT_SYMBOL_PREFIX, ['get', 'kind']],
          'icon-size': EVENT_ICON.size,
          'icon-offset': [0, -EVENT_ICON.up],
          'icon-padding': 0,
          'icon-allow-overlap': true,
        },
      },
      ABOVE,
    );
  }

  pick(map: MapLibreMap, { x, y }: { x: number; y: number }): string | null {
    if (!map.getLayer(EVENTS)) return null;
    const [found] = map.queryRenderedFeatures([x, y], { layers: [EVENTS] });
    return found ? String(found.properties['id']) : null;
  }

  remove(map: MapLibreMap): void {
    if (map.getLayer(EVENTS)) map.removeLayer(EVENTS);
    if (map.getSource(EVENTS)) map.removeSource(EVENTS);
  }
}
