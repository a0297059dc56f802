/** Symbols and names of places, the most important first, as MapLibre sets them. */
import { type Places, buildPlaceLabels } from '../core/dataset/load-base-map.ts';
import type { Atlas } from '../core/dataset/dataset.ts';
import {
  AREA_TEXT,
  interpolateStops,
  COUNTRY_MAX_ZOOM,
  EVENT_ICON,
  LABEL_STYLES,
  type LabelStyle,
  NODE_ICON_SIZE,
  NODE_ICONS,
  getNodeTextSize,
  OTHER_NODE_ICON,
  RANK_SHIFT,
  RANK_ZOOM,
  TOWN_ICON_SIZE,
  TOWN_TEXT,
  TOWN_ZOOM,
  WIDE_TEXT,
} from '../core/style/drawing.ts';
import { buildAreaFeatures, type DrawOptions, buildEventFeatures, buildNodeFeatures } from '../core/style/features.ts';
import type { Position } from '../core/dataset/model.ts';
import type { Point } from '../core/geo/projection.ts';
import { SYMBOL_SIZE, SYMBOLS, type Shape, type SymbolName } from '../core/style/symbols.ts';
import { type Canvas, placePoints } from './canvas.ts';
import { px } from './geometry.ts';
import { type Label, CollisionIndex, type LabelRequest } from './labels.ts';
import { type Attributes, type Colour, writeElement, escapeAttribute, writeGroup, writePaint } from './markup.ts';

interface Kind {
  style: LabelStyle;
  colour: Colour;
  halo: Colour;
  labels: Label[];
}

interface Mark {
  symbol: SymbolName;
  at: Point;
  size: number;
}

/** Points at the middle of an area's outline. */
function middleOf(geometry: { type: string; coordinates: unknown }): Position {
  const ring =
    (geometry.type === 'Polygon'
      ? (geometry.coordinates as Position[][])[0]
      : (geometry.coordinates as Position[][][])[0]?.[0]) ?? [];
  const [lons, lats] = [ring.map(([lon]) => lon), ring.map(([, lat]) => lat)];
  return [(Math.min(...lons) + Math.max(...lons)) / 2, (Math.min(...lats) + Math.max(...lats)) / 2];
}

export interface NamesOptions extends DrawOptions {
  /** Tells the symbols of one picture from those of another in the same page. */
  prefix: string;
  /** Boxes that names must keep clear of. */
  taken: readonly [number, number, number, number][];
}

export function drawNames(
  atlas: Atlas,
  places: Places | null,
  options: NamesOptions,
  canvas: Canvas,
): { svg: string; labels: Label[] } {
  const { view, frame } = canvas;
  const { zoom } = view.camera;
  // MapLibre decides by the zoom of its tiles, which is whole.
  const tile = Math.floor(zoom);
  const room = new CollisionIndex(frame, [0, 0, view.size.width, view.size.height]);
  options.taken.forEach((box) => room.take(box));

  const nodes = buildNodeFeatures(atlas, options).features;
  const shownNodes = nodes
    .filter(({ properties: { rank } }) => tile >= RANK_ZOOM[rank as 1]!)
    .toSorted((a, b) => a.properties.rank - b.properties.rank);
  const marks: Mark[] = [];
  const kind = (style: LabelStyle, colour: Colour, halo: Colour, requests: Omit<LabelRequest, 'style'>[]): Kind => ({
    style,
    colour,
    halo,
    labels: requests.flatMap((request) => room.place({ ...request, style }) ?? []),
  });
  const points = (position: readonly number[]): Point[] => placePoints(position as unknown as Position, canvas);

  const nodeNames = kind(
    LABEL_STYLES.nodes,
    'labelNode',
    'halo',
    shownNodes.flatMap(({ geometry, properties: { name, rank } }) =>
      points(geometry.coordinates).map((at) => ({ text: name, at, size: getNodeTextSize(rank, zoom) })),
    ),
  );
  const iconSize = interpolateStops(NODE_ICON_SIZE, zoom);
  for (const { geometry, properties } of shownNodes.toReversed()) {
    const symbol = (NODE_ICONS[properties.kind] ?? OTHER_NODE_ICON) as SymbolName;
    marks.push(...points(geometry.coordinates).map((at) => ({ symbol, at, size: iconSize })));
  }
  if (zoom >= EVENT_ICON.zoom) {
    const half = (SYMBOL_SIZE / 2) * EVENT_ICON.size;
    for (const { geometry } of buildEventFeatures(atlas, options).features) {
      for (const [x, y] of points(geometry.coordinates)) {
        const at: Point = [x, y - EVENT_ICON.up * EVENT_ICON.size];
        marks.push({ symbol: 'event', at, size: EVENT_ICON.size });
        room.take([at[0] - half, at[1] - half, at[0] + half, at[1] + half]);
      }
    }
  }
  const areaNames = kind(
    LABEL_STYLES.areas,
    'areaStroke',
    'halo',
    zoom < AREA_TEXT.zoom
      ? []
      : buildAreaFeatures(atlas, options.lang).features.flatMap(({ geometry, properties }) =>
          points(middleOf(geometry)).map((at) => ({ text: properties.name, at, size: AREA_TEXT.size })),
        ),
  );

  const base = buildPlaceLabels(
    places,
    options.lang,
    nodes.map(({ geometry }) => geometry.coordinates),
  );
  const wide = interpolateStops(WIDE_TEXT, zoom);
  const named = (collection: typeof base.countries, least: number, size: number, symbolSize = 0): Omit<LabelRequest, 'style'>[] =>
    collection.features
      .filter(({ properties }) => least >= Number(properties?.['rank']))
      .toSorted((a, b) => orderOf(a.properties) - orderOf(b.properties))
      .flatMap(({ geometry, properties }) =>
        geometry.type === 'Point'
          ? points(geometry.coordinates).map((at) => ({ text: String(properties?.['name']), at, size, symbol: symbolSize }))
          : [],
      );
  const countryNames = kind(
    LABEL_STYLES.countries,
    'labelCountry',
    'halo',
    zoom < COUNTRY_MAX_ZOOM ? named(base.countries, tile + RANK_SHIFT.countries, wide) : [],
  );
  const seaNames = kind(LABEL_STYLES.seas, 'labelSea', 'sea', named(base.seas, tile + RANK_SHIFT.seas, wide));
  const townSize = interpolateStops(TOWN_ICON_SIZE, zoom);
  const townNames = kind(LABEL_STYLES.towns, 'labelTown', 'halo', []);
  if (zoom >= TOWN_ZOOM) {
    const capitals = new Set(
      base.towns.features.filter(({ properties }) => properties?.['capital']).map(({ properties }) => properties?.['name']),
    );
    for (const request of named(
      base.towns,
      tile + RANK_SHIFT.towns,
      interpolateStops(TOWN_TEXT, zoom),
      (SYMBOL_SIZE / 2) * townSize,
    )) {
      const label = room.place({ ...request, style: LABEL_STYLES.towns });
      if (!label) continue;
      townNames.labels.push(label);
      marks.unshift({ symbol: capitals.has(request.text) ? 'capital' : 'town', at: request.at, size: townSize });
    }
  }

  const { svg, defs } = drawMarks(marks, options.prefix, canvas);
  const kinds = [townNames, seaNames, countryNames, areaNames];
  return {
    svg: defs + kinds.map((one) => drawKind(one, canvas)).join('') + svg + drawKind(nodeNames, canvas),
    labels: [...kinds, nodeNames].flatMap(({ labels }) => labels),
  };
}

/** Names by their rank; towns, which have a population, by that. */
const orderOf = (properties: Record<string, unknown> | null): number =>
  typeof properties?.['population'] === 'number' ? -properties['population'] : Number(properties?.['rank']);

function drawKind({ style, colour, halo, labels }: Kind, { palette }: Canvas): string {
  const sizes = [...new Set(labels.map(({ size }) => size))];
  const text = ({ lines, align, x, y, leading }: Label): string => {
    const [first, ...rest] = lines;
    const more = rest.map((line) => writeElement('tspan', { x: px(x), dy: px(leading) }, escapeAttribute(line))).join('');
    return writeElement(
      'text',
      { x: px(x), y: px(y), 'text-anchor': align === 'start' ? undefined : align },
      escapeAttribute(first ?? '') + more,
    );
  };
  return writeGroup(
    {
      ...writePaint(palette, { fill: colour, stroke: halo }),
      'stroke-width': style.halo * 2,
      'stroke-linejoin': 'round',
      'paint-order': 'stroke',
      'font-weight': style.bold ? 600 : undefined,
      'letter-spacing': style.spacing === undefined ? undefined : `${style.spacing}em`,
    },
    sizes
      .map((size) =>
        writeGroup(
          { 'font-size': px(size) },
          labels
            .filter((label) => label.size === size)
            .map(text)
            .join(''),
        ),
      )
      .join(''),
  );
}

/** Symbols: the round ones as points of a thick line, the others by reference to one drawing. */
function drawMarks(marks: readonly Mark[], prefix: string, { palette }: Canvas): { svg: string; defs: string } {
  const names = [...new Set(marks.map(({ symbol }) => symbol))];
  const shape = ({ d, fill, stroke, width, round }: Shape): string =>
    writeElement('path', {
      d,
      'stroke-width': stroke ? width : undefined,
      ...(round ? ({ 'stroke-linecap': 'round', 'stroke-linejoin': 'round' } satisfies Attributes) : {}),
      ...writePaint(palette, { fill: fill ?? 'none', ...(stroke && { stroke }) }),
    });
  const defs = names
    .map((name) => writeElement('g', { id: prefix + name }, (SYMBOLS[name] as readonly Shape[]).map(shape).join('')))
    .join('');
  const svg = marks
    .map(({ symbol, at: [x, y], size }) => {
      const half = (SYMBOL_SIZE / 2) * size;
      const scale = Math.round(size * 100) / 100;
      return writeElement('use', {
        href: `#${prefix}${symbol}`,
        transform: `matrix(${scale} 0 0 ${scale} ${px(x - half)} ${px(y - half)})`,
      });
    })
    .join('');
  return { svg, defs: defs === '' ? '' : writeElement('defs', {}, defs) };
}
