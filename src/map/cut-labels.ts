/**
 * Hides names that the edge of the map, or a control that lies on it, would cut: MapLibre places names up to 100 pixels beyond it; and
 * those on the rim of the globe, but for what the map is about. Those of the ends of what is chosen are first tried on the other sides of their places.
 */
import type { Map as MapLibreMap, MapGeoJSONFeature } from 'maplibre-gl';
import { createProjection } from '../core/geo/projection.ts';
import { type Side, SIDES, TURNED_LABELS, putTurnedFirst, turnEnds } from './layers/node-layers.ts';
import type { SourceName } from './sources.ts';

/** Layers with names, and the sources that they are drawn from. */
const LABELS: readonly (readonly [layer: string, source: SourceName])[] = [
  ['towns', 'towns'],
  ['seas', 'labels'],
  ['countries', 'labels'],
  ['subject-seas', 'labels'],
  ['subject-countries', 'labels'],
  ['area-labels', 'areas'],
  ['node-labels', 'labels'],
  ...TURNED_LABELS.map((layer) => [layer, 'labels'] as const),
  ['line-names', 'labels'],
];
const SOURCE_OF = new Map(LABELS);
const CAN_TURN: ReadonlySet<string> = new Set(TURNED_LABELS);
const LAYERS = LABELS.map(([layer]) => layer);
/** Names of what lies round the network. */
const AROUND = ['towns', 'seas', 'countries'];

type Box = [[left: number, top: number], [right: number, bottom: number]];

/** Controls on a map, and what the page marks as lying over it, in pixels from its top left corner. */
function findCovered(container: HTMLElement): Box[] {
  const origin = container.getBoundingClientRect();
  const over = [...(container.parentElement ?? container).querySelectorAll('.maplibregl-ctrl, [data-over-map]')];
  return over.map((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return [
      [left - origin.left, top - origin.top],
      [right - origin.left, bottom - origin.top],
    ];
  });
}

/** Lines along the edges of what is seen of the map. */
const listEdges = ({ clientWidth: width, clientHeight: height }: HTMLElement, covered: number): Box[] => {
  const foot = height - covered;
  return [
    [
      [0, 0],
      [width, 0],
    ],
    [
      [0, foot],
      [width, height],
    ],
    [
      [0, 0],
      [0, height],
    ],
    [
      [width, 0],
      [width, height],
    ],
  ];
};

export class CutLabels {
  readonly #map: MapLibreMap;
  /** Names that are kept to a side, as they were cut where they stood. */
  readonly #turned = new Map<string, Side>();
  #hidden = '';

  constructor(map: MapLibreMap) {
    this.#map = map;
  }

  /**
   * Looks at the names as they are placed now. `covered`: pixels of the map's foot that the page lies over. True where names have been
   * turned, so that all are placed anew.
   */
  update(covered: number): boolean {
    const map = this.#map;
    const container = map.getContainer();
    // Some come with their data.
    const layers = LAYERS.filter((id) => map.getLayer(id));
    const turned = new Set<string>();
    const cut = new Map<string, { source: string; id: number }>();
    for (const box of [...listEdges(container, covered), ...findCovered(container)]) {
      for (const { layer, id, properties } of map.queryRenderedFeatures(box, { layers })) {
        const source = SOURCE_OF.get(layer.id);
        if (source && typeof id === 'number') cut.set(`${source} ${id}`, { source, id });
        if (CAN_TURN.has(layer.id)) turned.add(properties['id'] as string);
      }
    }
    for (const { layer, id } of this.#listOnRim(layers)) {
      const source = SOURCE_OF.get(layer.id);
      if (source && typeof id === 'number') cut.set(`${source} ${id}`, { source, id });
    }
    const hasTurned = this.#turn(turned);
    if (hasTurned) {
      for (const layer of TURNED_LABELS) {
        map.setLayoutProperty(layer, ...turnEnds(this.#turned));
        map.setLayoutProperty(layer, ...putTurnedFirst(this.#turned));
      }
    }
    const hidden = [...cut.keys()].sort().join();
    // Each change makes the map draw, and so asks for the next look.
    if (hidden === this.#hidden) return hasTurned;
    this.#hidden = hidden;
    for (const source of new Set(SOURCE_OF.values())) if (map.getSource(source)) map.removeFeatureState({ source });
    for (const feature of cut.values()) map.setFeatureState(feature, { cut: true });
    return hasTurned;
  }

  /** Names round the network that stand where the globe turns away. */
  #listOnRim(layers: readonly string[]): MapGeoJSONFeature[] {
    const map = this.#map;
    const { clientWidth: width, clientHeight: height } = map.getContainer();
    const { lng: lon, lat } = map.getCenter();
    const view = createProjection({ zoom: map.getZoom(), lon, lat }, { width, height });
    if (view.globeness === 0) return [];
    const around = map.queryRenderedFeatures({ layers: AROUND.filter((id) => layers.includes(id)) });
    return around.filter(({ geometry }) => {
      if (geometry.type !== 'Point') return false;
      const [x = 0, y = 0] = geometry.coordinates;
      return !view.isFacing(x, y);
    });
  }

  /** Keeps names to the next side of their places; false where none has one left. */
  #turn(ids: ReadonlySet<string>): boolean {
    let hasTurned = false;
    for (const id of ids) {
      const kept = this.#turned.get(id);
      const side = SIDES[kept === undefined ? 0 : SIDES.indexOf(kept) + 1];
      if (side === undefined) continue;
      this.#turned.set(id, side);
      hasTurned = true;
    }
    return hasTurned;
  }
}
