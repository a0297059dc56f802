/** Symbols and names of places, the most important first, as MapLibre sets them. */
import type { Feature, FeatureCollection, Geometry, Point as PointGeometry } from 'geojson';
import { buildPlaceLabels, type Places } from '../../core/dataset/load/load-base-map.ts';
import type { Atlas } from '../../core/dataset/dataset.ts';
import type { Position } from '../../core/dataset/model.ts';
import type { Point } from '../../core/geo/projection.ts';
import { type Part, writeElement, writeGroup } from '../../core/markup.ts';
import {
  AREA_TEXT,
  COUNTRY_MAX_ZOOM,
  DISRUPTED_ICON,
  EVENT_ICON,
  getNodeTextSize,
  interpolateStops,
  LABEL_STYLES,
  type LabelStyle,
  NODE_ICON_SIZE,
  getNodeIcon,
  RANK_SHIFT,
  RANK_ZOOM,
  TOWN_ICON_SIZE,
  TOWN_TEXT,
  TOWN_ZOOM,
  WIDE_TEXT,
} from '../../core/style/drawing.ts';
import {
  buildAreaFeatures,
  buildEventFeatures,
  buildNodeFeatures,
  type DrawOptions,
  type NodeLabel,
} from '../../core/style/features.ts';
import { findDisruptionMarks } from '../../core/style/disruption-marks.ts';
import { SYMBOL_SIZE } from '../../core/style/symbols.ts';
import { type Canvas, listPolygons, projectPoint } from './canvas.ts';
import { px } from '../geometry.ts';
import { CollisionIndex, type Label, type LabelRequest } from './labels.ts';
import { type Colour, writePaint } from '../paint.ts';
import { drawMarks, type Mark } from './marks.ts';

/** Names of one kind. */
interface NameGroup {
  style: LabelStyle;
  colour: Colour;
  halo: Colour;
  labels: Label[];
}

export interface NamesOptions extends DrawOptions {
  /** Tells the symbols of one picture from those of another in the same page. */
  prefix: string;
}

type Request = Omit<LabelRequest, 'style'>;

/** The middle of the box round an area's first outline. */
function computeMiddle(geometry: Geometry): Position {
  const ring = listPolygons(geometry)[0]?.[0] ?? [];
  const lons = ring.map(([lon]) => lon);
  const lats = ring.map(([, lat]) => lat);
  return [(Math.min(...lons) + Math.max(...lons)) / 2, (Math.min(...lats) + Math.max(...lats)) / 2];
}

/** Sets the names of one picture, in the order in which its methods are called. */
class NameSetter {
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
    this.#index = new CollisionIndex(canvas.frame, [0, 0, size.width, size.height]);
  }

  #project(position: readonly number[]): Point[] {
    return projectPoint(position as Position, this.#canvas);
  }

  #place(style: LabelStyle, colour: Colour, halo: Colour, requests: readonly Request[]): NameGroup {
    return { style, colour, halo, labels: requests.flatMap((request) => this.#index.place({ ...request, style }) ?? []) };
  }

  setNodes(features: readonly Feature<PointGeometry, NodeLabel>[]): NameGroup {
    const shown = features
      .filter(({ properties: { rank } }) => this.#tileZoom >= (RANK_ZOOM[rank] ?? 0))
      .toSorted((a, b) => a.properties.rank - b.properties.rank);
    const size = interpolateStops(NODE_ICON_SIZE, this.#zoom);
    for (const { geometry, properties } of shown.toReversed()) {
      const symbol = getNodeIcon(properties.kind);
      this.marks.push(...this.#project(geometry.coordinates).map((at) => ({ symbol, at, size })));
    }
    const requests = shown.flatMap(({ geometry, properties: { name, rank } }) =>
      this.#project(geometry.coordinates).map((at) => ({ text: name, at, size: getNodeTextSize(rank, this.#zoom) })),
    );
    return this.#place(LABEL_STYLES.nodes, 'labelNode', 'halo', requests);
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
  setEvents(features: readonly Feature<PointGeometry>[]): void {
    if (this.#zoom < EVENT_ICON.zoom) return;
    const half = (SYMBOL_SIZE / 2) * EVENT_ICON.size;
    for (const [x, y] of features.flatMap(({ geometry }) => this.#project(geometry.coordinates))) {
      const at: Point = [x, y - EVENT_ICON.up * EVENT_ICON.size];
      this.marks.push({ symbol: 'event', at, size: EVENT_ICON.size });
      this.#index.reserve([at[0] - half, at[1] - half, at[0] + half, at[1] + half]);
    }
  }

  setAreas(features: readonly Feature<Geometry, { name: string }>[]): NameGroup {
    const shown = this.#zoom < AREA_TEXT.zoom ? [] : features;
    const requests = shown.flatMap(({ geometry, properties: { name } }) =>
      this.#project(computeMiddle(geometry)).map((at) => ({ text: name, at, size: AREA_TEXT.size })),
    );
    return this.#place(LABEL_STYLES.areas, 'areaStroke', 'halo', requests);
  }

  /** Names of the base map up to a rank, as far as they are points. */
  #requestPlaces({ features }: FeatureCollection, highestRank: number, size: number): Request[] {
    return features
      .filter(({ properties }) => highestRank >= Number(properties?.['rank']))
      .toSorted((a, b) => getPlaceOrder(a.properties) - getPlaceOrder(b.properties))
      .flatMap(({ geometry, properties }) =>
        geometry.type === 'Point'
          ? this.#project(geometry.coordinates).map((at) => ({ text: String(properties?.['name']), at, size }))
          : [],
      );
  }

  setCountries(countries: FeatureCollection): NameGroup {
    const size = interpolateStops(WIDE_TEXT, this.#zoom);
    const highestRank = this.#tileZoom + RANK_SHIFT.countries;
    const requests = this.#zoom < COUNTRY_MAX_ZOOM ? this.#requestPlaces(countries, highestRank, size) : [];
    return this.#place(LABEL_STYLES.countries, 'labelCountry', 'halo', requests);
  }

  setSeas(seas: FeatureCollection): NameGroup {
    const size = interpolateStops(WIDE_TEXT, this.#zoom);
    const requests = this.#requestPlaces(seas, this.#tileZoom + RANK_SHIFT.seas, size);
    return this.#place(LABEL_STYLES.seas, 'labelSea', 'sea', requests);
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
    for (const request of this.#requestPlaces(towns, this.#tileZoom + RANK_SHIFT.towns, size)) {
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

export function drawNames(
  atlas: Atlas,
  places: Places | null,
  options: NamesOptions,
  canvas: Canvas,
): { svg: Part; labels: Label[] } {
  const { lang } = options;
  const nodes = buildNodeFeatures(atlas, options).features;
  const base = buildPlaceLabels(
    places,
    lang,
    nodes.map(({ geometry }) => geometry.coordinates),
  );
  const setter = new NameSetter(canvas);
  const nodeNames = setter.setNodes(nodes);
  setter.setDisruptions(findDisruptionMarks(atlas, options.filters));
  setter.setEvents(buildEventFeatures(atlas, options).features);
  const areaNames = setter.setAreas(buildAreaFeatures(atlas, lang).features);
  const countryNames = setter.setCountries(base.countries);
  const seaNames = setter.setSeas(base.seas);
  const townNames = setter.setTowns(base.towns);

  const { symbols, definitions } = drawMarks(setter.marks, options.prefix, canvas);
  const groups = [townNames, seaNames, countryNames, areaNames];
  return {
    svg: [
      definitions,
      groups.map((group, i) => drawGroup(group, `${options.prefix}${i}`, canvas)),
      symbols,
      drawGroup(nodeNames, `${options.prefix}n`, canvas),
    ],
    labels: [...groups, nodeNames].flatMap(({ labels }) => labels),
  };
}

function drawLabel({ lines: [first = '', ...rest], align, x, y, leading }: Label): Part {
  return writeElement(
    'text',
    { x: px(x), y: px(y), 'text-anchor': align === 'start' ? undefined : align },
    first,
    rest.map((line) => writeElement('tspan', { x: px(x), dy: px(leading) }, line)),
  );
}

/** The halo is the same names once more, below them: not all programs know `paint-order`. */
function drawGroup({ style, colour, halo, labels }: NameGroup, id: string, { palette }: Canvas): Part {
  if (labels.length === 0) return null;
  const sizes = [...new Set(labels.map(({ size }) => size))];
  return writeGroup(
    {
      ...writePaint(palette, { fill: colour }),
      'font-weight': style.bold ? 600 : undefined,
      'letter-spacing': style.spacing === undefined ? undefined : `${style.spacing}em`,
    },
    writeElement('use', {
      href: `#${id}`,
      ...writePaint(palette, { stroke: halo }),
      'stroke-width': style.halo * 2,
      'stroke-linejoin': 'round',
    }),
    writeGroup(
      { id },
      sizes.map((size) => writeGroup({ 'font-size': px(size) }, labels.filter((label) => label.size === size).map(drawLabel))),
    ),
  );
}
