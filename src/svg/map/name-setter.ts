/** Sets symbols and names of one picture between each other. */
import type { Feature, FeatureCollection, Geometry, Point as PointGeometry } from 'geojson';
import type { Position } from '../../core/dataset/model.ts';
import type { Point } from '../../core/geo/projection.ts';
import {
  AREA_TEXT,
  BADGE_ROOM,
  DISRUPTED_ICON,
  EVENT_ICON,
  getNodeTextSize,
  interpolateStops,
  LABEL_STYLES,
  LINE_NAME,
  DIMMED,
  type LabelStyle,
  NODE_ICON_SIZE,
  getNodeIcon,
  getNodeOffset,
  RANK_SHIFT,
  NODE_ICONS,
  TOWN_ICON_SIZE,
  TOWN_TEXT,
  TOWN_ZOOM,
  WIDE_TEXT,
} from '../../core/style/drawing.ts';
import type { LineName } from '../../core/style/line-names.ts';
import { END, MARKED, type NodeLabel } from '../../core/style/node-features.ts';
import { type Shape, SYMBOL_SIZE } from '../../core/style/symbols.ts';
import { type Colour, writeLineFill, writePaint } from '../paint.ts';
import { type Canvas, listPolygons, projectPoint } from './canvas.ts';
import { type Crossed, CROSSED_STYLE, findRoom } from './crossed-names.ts';
import { CollisionIndex, type LabelRequest, setAlong } from './labels.ts';
import type { Mark } from './marks.ts';
import type { NameGroup } from './name-groups.ts';

/** The symbol of an event at its place; those who draw events bring their shapes along. */
export interface EventMark {
  symbol: string;
  shapes: readonly Shape[];
  position: Position;
  /** Zoom from which it is drawn. */
  from: number;
}

/** The middle of a country's name, in pixels. */
export interface CrossedPlace {
  code: string;
  at: Point;
}

type Request = Omit<LabelRequest, 'style'>;

/** Of names of the base map; see `buildPlaceLabels`. */
interface PlaceProperties {
  rank: number;
  subject?: boolean;
  from?: number;
  to?: number;
}

/** The middle of the box round an area's first outline. */
function computeMiddle(geometry: Geometry): Position {
  const ring = listPolygons(geometry)[0]?.[0] ?? [];
  const lons = ring.map(([lon]) => lon);
  const lats = ring.map(([, lat]) => lat);
  return [(Math.min(...lons) + Math.max(...lons)) / 2, (Math.min(...lats) + Math.max(...lats)) / 2];
}

/** Which nodes are named in one turn, by their order. */
const ORDERS = {
  marked: (order: number) => order === MARKED,
  ends: (order: number) => order === END,
  others: (order: number) => order > END,
};

/** Sets the names of one picture, in the order in which its methods are called. */
export class NameSetter {
  readonly marks: Mark[] = [];
  readonly #canvas: Canvas;
  readonly #zoom: number;
  /** MapLibre decides by the zoom of its tiles, which is whole. */
  readonly #tileZoom: number;
  readonly #index: CollisionIndex;

  constructor(canvas: Canvas) {
    const { camera, size } = canvas.view;
    this.#canvas = canvas;
    this.#zoom = camera.zoom;
    this.#tileZoom = Math.floor(camera.zoom);
    this.#index = new CollisionIndex([0, 0, size.width, size.height], canvas.covered);
  }

  #project(position: readonly number[]): Point[] {
    return projectPoint(position as Position, this.#canvas);
  }

  #isFacing([lon = 0, lat = 0]: readonly number[]): boolean {
    return this.#canvas.view.isFacing(lon, lat);
  }

  #place(style: LabelStyle, colour: Colour, halo: Colour, requests: readonly Request[]): NameGroup {
    const fill = writePaint(this.#canvas.palette, { fill: colour });
    return { style, fill, halo, labels: requests.flatMap((request) => this.#index.place({ ...request, style }) ?? []) };
  }

  /** Symbols of nodes, the most important on top. */
  setNodeSymbols(features: readonly Feature<PointGeometry, NodeLabel>[]): void {
    const size = interpolateStops(NODE_ICON_SIZE, this.#zoom);
    for (const { geometry, properties } of this.#sortNodes(features).toReversed()) {
      const symbol = getNodeIcon(properties.kind);
      const opacity = properties.dimmed ? DIMMED.nodes : 1;
      this.marks.push(...this.#project(geometry.coordinates).map((at) => ({ symbol, at, size, opacity })));
    }
  }

  /** Names keep clear of the badges of places, which tell more than the ring of a station does. */
  reserveBadges(features: readonly Feature<PointGeometry, NodeLabel>[]): void {
    const half = (SYMBOL_SIZE / 2) * interpolateStops(NODE_ICON_SIZE, this.#zoom) * BADGE_ROOM;
    for (const { geometry, properties } of this.#sortNodes(features)) {
      if (properties.dimmed || !(properties.kind in NODE_ICONS)) continue;
      for (const [x, y] of this.#project(geometry.coordinates)) this.#index.reserve([x - half, y - half, x + half, y + half]);
    }
  }

  #sortNodes(features: readonly Feature<PointGeometry, NodeLabel>[]): Feature<PointGeometry, NodeLabel>[] {
    return features
      .filter(({ properties: { from } }) => this.#tileZoom >= from)
      .toSorted((a, b) => a.properties.order - b.properties.order);
  }

  /** Names of nodes: of what is pointed out, of the ends of what is chosen, or of all others that have one. */
  setNodes(features: readonly Feature<PointGeometry, NodeLabel>[], which: keyof typeof ORDERS): NameGroup {
    const named = this.#sortNodes(features).filter(({ properties: { order, dimmed } }) => !dimmed && ORDERS[which](order));
    const requests = named.flatMap(({ geometry, properties }) => {
      const { name, rank } = properties;
      const request = { text: name, size: getNodeTextSize(rank, this.#zoom), offset: getNodeOffset(properties) };
      return this.#project(geometry.coordinates).map((at) => ({ ...request, at }));
    });
    return this.#place(LABEL_STYLES.nodes, 'labelNode', 'halo', requests);
  }

  /** Names along lines, in the colours of the lines. */
  setLineNames(features: readonly Feature<PointGeometry, LineName>[]): NameGroup[] {
    if (this.#zoom >= LINE_NAME.maxZoom) return [];
    const style = LABEL_STYLES.lineNames;
    const { size } = LINE_NAME;
    const shown = features.filter(({ properties: { from, to } }) => this.#tileZoom >= from && this.#tileZoom < to);
    return shown.map(({ geometry, properties: { text, colour, angle } }) => ({
      style,
      fill: writeLineFill(this.#canvas.palette, colour),
      halo: 'halo',
      labels: this.#project(geometry.coordinates).flatMap((at) => {
        const turned = { size, style, angle, up: LINE_NAME.up * size };
        return this.#index.take(setAlong(text, at, turned)) ?? [];
      }),
    }));
  }

  /** Warnings on disrupted lines, no two close together; names keep clear of them. */
  setDisruptions(positions: readonly Position[]): void {
    const half = (SYMBOL_SIZE / 2) * DISRUPTED_ICON.size;
    const set: Point[] = [];
    for (const at of positions.flatMap((position) => this.#project(position))) {
      if (set.some(([x, y]) => Math.hypot(x - at[0], y - at[1]) < DISRUPTED_ICON.apart)) continue;
      set.push(at);
      this.marks.push({ symbol: 'disrupted', at, size: DISRUPTED_ICON.size });
      this.#index.reserve([at[0] - half, at[1] - half, at[0] + half, at[1] + half]);
    }
  }

  /** Events have a symbol only, which names keep clear of. */
  setEvents(events: readonly EventMark[]): void {
    const half = (SYMBOL_SIZE / 2) * EVENT_ICON.size;
    for (const { symbol, shapes, position } of events.filter(({ from }) => this.#zoom >= from)) {
      for (const [x, y] of this.#project(position)) {
        const at: Point = [x, y - EVENT_ICON.up * EVENT_ICON.size];
        this.marks.push({ symbol, shapes, at, size: EVENT_ICON.size });
        this.#index.reserve([at[0] - half, at[1] - half, at[0] + half, at[1] + half]);
      }
    }
  }

  setAreas(features: readonly Feature<Geometry, { name: string; from?: number }>[]): NameGroup {
    const shown = features.filter(({ properties: { from = Infinity } }) => this.#zoom >= from);
    const requests = shown.flatMap(({ geometry, properties: { name } }) =>
      this.#project(computeMiddle(geometry)).map((at) => ({ text: name, at, size: AREA_TEXT.size })),
    );
    return this.#place(LABEL_STYLES.areas, 'areaStroke', 'halo', requests);
  }

  /** Names of the base map, as far as they are points; on the rim of the globe those alone that the map is about. */
  #requestPlaces({ features }: FeatureCollection, isShown: (properties: PlaceProperties) => boolean, size: number): Request[] {
    return features
      .filter(({ properties }) => isShown(properties as PlaceProperties))
      .toSorted((a, b) => getPlaceOrder(a.properties) - getPlaceOrder(b.properties))
      .flatMap(({ geometry, properties }) =>
        geometry.type === 'Point' && (properties?.['subject'] === true || this.#isFacing(geometry.coordinates))
          ? this.#project(geometry.coordinates).map((at) => ({ text: String(properties?.['name']), at, size }))
          : [],
      );
  }

  /** @param ofSubject those that the map is about, or all others */
  setCountries(countries: FeatureCollection, ofSubject: boolean): NameGroup {
    const size = interpolateStops(WIDE_TEXT, this.#zoom);
    const requests = this.#requestPlaces(
      countries,
      ({ subject, from = 0, to = 0 }) => subject === ofSubject && this.#tileZoom >= from && this.#tileZoom < to,
      size,
    );
    return this.#place(ofSubject ? LABEL_STYLES.subjectCountries : LABEL_STYLES.countries, 'labelCountry', 'halo', requests);
  }

  /** Countries that lines are seen to cross, wherever there is room, and where that is. */
  setCrossed(countries: readonly Crossed[]): { group: NameGroup; places: CrossedPlace[] } {
    const size = interpolateStops(WIDE_TEXT, this.#zoom);
    const group = this.#place(CROSSED_STYLE, 'labelCountry', 'halo', []);
    const places: CrossedPlace[] = [];
    for (const country of countries) {
      const at = findRoom(country, { size, isFree: (box) => this.#index.isFreeForBold(box) }, this.#canvas);
      const label = at && this.#index.place({ text: country.name, at, size, style: CROSSED_STYLE });
      if (!label) continue;
      group.labels.push(label);
      places.push({ code: country.code, at });
    }
    return { group, places };
  }

  setSeas(seas: FeatureCollection, ofSubject: boolean): NameGroup {
    const size = interpolateStops(WIDE_TEXT, this.#zoom);
    const highest = this.#tileZoom + (ofSubject ? RANK_SHIFT.subjectSeas : RANK_SHIFT.seas);
    const requests = this.#requestPlaces(seas, ({ subject, rank }) => subject === ofSubject && highest >= rank, size);
    return this.#place(ofSubject ? LABEL_STYLES.subjectSeas : LABEL_STYLES.seas, 'labelSea', 'sea', requests);
  }

  /** A town whose name finds no place has no symbol either. */
  setTowns(towns: FeatureCollection): NameGroup {
    const group = this.#place(LABEL_STYLES.towns, 'labelTown', 'halo', []);
    if (this.#zoom < TOWN_ZOOM) return group;
    const iconSize = interpolateStops(TOWN_ICON_SIZE, this.#zoom);
    const capitals = new Set(
      towns.features.filter(({ properties }) => properties?.['capital']).map(({ properties }) => properties?.['name'] as unknown),
    );
    const size = interpolateStops(TOWN_TEXT, this.#zoom);
    for (const request of this.#requestPlaces(towns, ({ rank }) => this.#tileZoom + RANK_SHIFT.towns >= rank, size)) {
      const symbol = (SYMBOL_SIZE / 2) * iconSize;
      const label = this.#index.place({ ...request, symbol, style: LABEL_STYLES.towns });
      if (!label) continue;
      group.labels.push(label);
      this.marks.unshift({ symbol: capitals.has(request.text) ? 'capital' : 'town', at: request.at, size: iconSize });
    }
    return group;
  }
}

/** Towns come by their population, other places by their rank. */
const getPlaceOrder = (properties: Record<string, unknown> | null): number =>
  typeof properties?.['population'] === 'number' ? -properties['population'] : Number(properties?.['rank']);
