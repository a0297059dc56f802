/** The lines of the network, its areas, and what is selected. */
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { type ComparedLine, buildComparedFeatures } from '../core/compare/compared-lines.ts';
import type { Atlas } from '../core/dataset/dataset.ts';
import {
  AREA_EDGE,
  AREA_OPACITY,
  interpolateStops,
  CASING,
  COMPARED,
  DASHES,
  DIMMED,
  DOTS,
  LINE_WIDTHS,
  SELECTED,
  SELECTED_POINT,
  SIDE_GAP,
  getLineWidth,
  TIERS,
} from '../core/style/drawing.ts';
import { buildAreaFeatures, type DrawOptions, buildOutline, type Pattern, buildLineFeatures } from '../core/style/features.ts';
import type { Position } from '../core/dataset/model.ts';
import type { Palette } from '../core/style/palette.ts';
import { type Canvas, linePath, NETWORK, placePoints, ringsPath } from './canvas.ts';
import { px } from './geometry.ts';
import { type Attributes, writeElement, writeGroup, writePaint } from './markup.ts';

export interface NetworkOptions extends DrawOptions {
  selected: string | null;
  compared: readonly ComparedLine[];
}

const ROUND = { 'stroke-linecap': 'round', 'stroke-linejoin': 'round' };

/** Stroke of a line colour, with the class by which a style sheet can set it anew. */
function lineStroke({ line }: Palette, colour: string): Attributes {
  const named = Object.entries(line).find(([name, value]) => value === colour || name === colour);
  return named ? { class: `s-line-${named[0]}`, stroke: named[1] } : { stroke: colour };
}

/** Groups path data by a key, in the order in which the keys come first. */
function gathered<T>(rows: readonly T[], keyOf: (row: T) => string, pathOf: (row: T) => string): [key: string, d: string][] {
  const paths = new Map<string, string>();
  for (const row of rows) {
    const d = pathOf(row);
    if (d !== '') paths.set(keyOf(row), (paths.get(keyOf(row)) ?? '') + d);
  }
  return [...paths];
}

function drawAreas(atlas: Atlas, { lang }: DrawOptions, canvas: Canvas): string {
  const { palette, view } = canvas;
  const features = buildAreaFeatures(atlas, lang).features;
  const path = ({ geometry }: Feature<Polygon | MultiPolygon>): string =>
    (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates)
      .map((rings) => ringsPath(rings as Position[][], canvas, NETWORK))
      .join('');
  const opacity = (kind: string): number => (kind in AREA_OPACITY ? AREA_OPACITY[kind as 'port'] : AREA_OPACITY.other);
  const fills = gathered(features, ({ properties }) => String(opacity(properties.kind)), path);
  const edges = view.camera.zoom < AREA_EDGE.zoom ? '' : features.map(path).join('');
  return (
    fills
      .map(([alpha, d]) => writeElement('path', { d, 'fill-opacity': alpha, ...writePaint(palette, { fill: 'areaFill' }) }))
      .join('') +
    (edges &&
      writeElement('path', {
        d: edges,
        'stroke-width': AREA_EDGE.width,
        'stroke-dasharray': AREA_EDGE.dash.map((dash) => px(dash * AREA_EDGE.width)).join(' '),
        ...writePaint(palette, { fill: 'none', stroke: 'areaStroke' }),
      }))
  );
}

function drawStrands(atlas: Atlas, options: DrawOptions, canvas: Canvas): string {
  const { zoom } = canvas.view.camera;
  const base = interpolateStops(LINE_WIDTHS, zoom);
  const parallelLines = buildLineFeatures(atlas, options).features;
  return TIERS.map((tier) => {
    const width = base * getLineWidth(tier);
    const rows = parallelLines
      .filter(({ properties }) => properties.tier === tier)
      .map(({ geometry, properties }) => ({
        ...properties,
        d: linePath(geometry.coordinates as Position[], canvas, NETWORK, properties.side * (base + SIDE_GAP)),
      }));
    const casing = rows.flatMap(({ pattern, d }) => (pattern === 'sea' ? [] : d)).join('');
    const lines = (patterns: readonly Pattern[], attributes: (pattern: Pattern) => Attributes): string =>
      patterns
        .flatMap((pattern) =>
          gathered(
            rows.filter((row) => row.pattern === pattern),
            ({ colour }) => colour,
            ({ d }) => d,
          ).map(([colour, d]) =>
            writeElement('path', { d, 'stroke-width': px(width), ...attributes(pattern), ...lineStroke(canvas.palette, colour) }),
          ),
        )
        .join('');
    const dashes = (pattern: readonly number[]): string => pattern.map((dash) => (dash * width).toFixed(2)).join(' ');
    return (
      (casing &&
        writeElement('path', {
          d: casing,
          'stroke-width': px(width + CASING.more),
          'stroke-opacity': CASING.opacity,
          'stroke-linejoin': 'round',
          ...writePaint(canvas.palette, { stroke: 'casing' }),
        })) +
      lines(['sea'], () => ({ ...ROUND, 'stroke-dasharray': dashes(DOTS) })) +
      lines(Object.keys(DASHES) as (keyof typeof DASHES)[], (pattern) => ({
        'stroke-linejoin': 'round',
        'stroke-dasharray': dashes(DASHES[pattern as keyof typeof DASHES]),
      })) +
      lines(['rail'], () => ROUND)
    );
  }).join('');
}

/** A bright line with the colour inside, a ring round a place, an edge round an area. */
function drawSelected(atlas: Atlas, { selected, theme }: NetworkOptions, canvas: Canvas): string {
  const { palette, view } = canvas;
  const { zoom } = view.camera;
  const base = interpolateStops(LINE_WIDTHS, zoom);
  const { features } = buildOutline(atlas, selected, theme);
  const lines = [
    ...features.flatMap(({ geometry, properties }) =>
      geometry.type === 'MultiLineString'
        ? {
            lines: geometry.coordinates as Position[][],
            colour: String(properties?.['colour']),
            pattern: properties?.['pattern'] as Pattern,
          }
        : [],
    ),
  ];
  const drawn = gathered(
    lines,
    ({ colour, pattern }) => `${pattern} ${colour}`,
    ({ lines: parts }) => parts.map((line) => linePath(line, canvas, NETWORK)).join(''),
  ).map(([key, d]) => ({ pattern: key.split(' ')[0] as Pattern, colour: key.slice(key.indexOf(' ') + 1), d }));
  const stroke = (pattern: Pattern): Attributes => {
    if (pattern === 'rail') return ROUND;
    const width = base * SELECTED.line.times;
    const lengths = pattern === 'sea' ? DOTS : DASHES[pattern];
    return {
      ...(pattern === 'sea' ? ROUND : { 'stroke-linejoin': 'round' }),
      'stroke-dasharray': lengths.map((dash) => (dash * width).toFixed(2)).join(' '),
    };
  };
  const areas = features
    .flatMap(({ geometry }) =>
      geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : [],
    )
    .map((rings) => ringsPath(rings as Position[][], canvas, NETWORK))
    .join('');
  const points = features.flatMap(({ geometry }) =>
    geometry.type === 'Point' ? placePoints(geometry.coordinates as Position, canvas) : [],
  );
  const { halo, line } = SELECTED;
  return [
    ...drawn.map(({ d }) =>
      writeElement('path', {
        d,
        'stroke-width': px(base * halo.times + halo.more),
        'stroke-opacity': halo.opacity,
        ...ROUND,
        ...writePaint(palette, { stroke: 'highlight' }),
      }),
    ),
    ...drawn.map(({ pattern, colour, d }) =>
      writeElement('path', { d, 'stroke-width': px(base * line.times), ...stroke(pattern), ...lineStroke(palette, colour) }),
    ),
    areas && writeElement('path', { d: areas, 'stroke-width': SELECTED.area, ...writePaint(palette, { stroke: 'highlight' }) }),
    ...points.map(([x, y]) =>
      writeElement('circle', {
        cx: px(x),
        cy: px(y),
        r: px(interpolateStops(SELECTED_POINT.radius, zoom)),
        'fill-opacity': SELECTED_POINT.opacity,
        'stroke-width': SELECTED_POINT.stroke,
        ...writePaint(palette, { fill: 'highlight', stroke: 'nodeStroke' }),
      }),
    ),
  ].join('');
}

/** Compared ways side by side, each in its colour and with its letter in its middle. */
function drawCompared({ compared, theme }: NetworkOptions, canvas: Canvas): string {
  const { palette, view } = canvas;
  const width = interpolateStops(LINE_WIDTHS, view.camera.zoom) * COMPARED.WIDER;
  const rows = buildComparedFeatures(compared, theme).features.map(({ geometry, properties }) => ({
    ...properties,
    d: linePath(geometry.coordinates as Position[], canvas, NETWORK, properties.side * (width + COMPARED.GAP)),
    middle: geometry.coordinates[Math.floor(geometry.coordinates.length / 2)] as Position,
  }));
  const dash = (pattern: Pattern): Attributes => {
    if (pattern === 'rail') return ROUND;
    const lengths = pattern === 'sea' ? DOTS : DASHES[pattern];
    return { ...ROUND, 'stroke-dasharray': lengths.map((one) => (one * width).toFixed(2)).join(' ') };
  };
  // Those on the same track stand one after the other.
  const letters = compared.flatMap(({ text, look }, i) => {
    const mine = rows.filter((row) => row.text === text);
    const middle = mine[Math.floor((mine.length * (i + 1)) / (compared.length + 1))];
    return middle ? placePoints(middle.middle, canvas).map((place) => ({ place, look, colour: middle.colour })) : [];
  });
  return [
    ...rows.map(({ d, pattern }) =>
      pattern === 'sea' || d === ''
        ? ''
        : writeElement('path', {
            d,
            'stroke-width': px(width + COMPARED.CASING_MORE),
            ...ROUND,
            ...writePaint(palette, { stroke: 'casing' }),
          }),
    ),
    ...rows.map(({ d, pattern, colour }) =>
      d === '' ? '' : writeElement('path', { d, 'stroke-width': px(width), ...dash(pattern), ...lineStroke(palette, colour) }),
    ),
    ...compared.flatMap(({ text, look }) => {
      const d = rows.flatMap((row) => (row.text === text && row.pattern === 'rail' ? row.d : [])).join('');
      const stripe = width * COMPARED.STRIPE;
      return look.stripe === null || d === ''
        ? []
        : writeElement('path', {
            d,
            'stroke-width': px(stripe),
            'stroke-linejoin': 'round',
            'stroke-dasharray': look.stripe.map((one) => (one * stripe).toFixed(2)).join(' '),
            ...writePaint(palette, { stroke: 'casing' }),
          });
    }),
    ...letters.map(({ place: [x, y], look, colour }) =>
      writeElement(
        'text',
        {
          ...{
            x: px(x),
            y: px(y + COMPARED.LETTER / 3),
            'font-size': COMPARED.LETTER,
            'font-weight': 600,
            'text-anchor': 'middle',
          },
          ...{ 'paint-order': 'stroke', 'stroke-width': 4, ...writePaint(palette, { stroke: 'halo' }), fill: colour },
        },
        look.letter,
      ),
    ),
  ].join('');
}

export function drawNetwork(atlas: Atlas, options: NetworkOptions, canvas: Canvas): string {
  const { selected, compared } = options;
  const isDimmed =
    selected !== null && (atlas.corridors.has(selected) || atlas.routes.has(selected) || atlas.links.has(selected));
  return (
    drawAreas(atlas, options, canvas) +
    writeGroup(
      { fill: 'none', opacity: compared.length > 0 ? DIMMED.compared : isDimmed ? DIMMED.selected : undefined },
      drawStrands(atlas, options, canvas),
    ) +
    writeGroup({ fill: 'none' }, drawCompared(options, canvas) + drawSelected(atlas, options, canvas))
  );
}
