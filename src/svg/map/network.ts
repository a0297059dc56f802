/** The lines of the network, its areas, and over them what is compared and selected. */
import type { Atlas } from '../../core/dataset/dataset.ts';
import type { Position } from '../../core/dataset/model.ts';
import { type Part, writeElement, writeGroup } from '../../core/markup.ts';
import {
  AREA_EDGE,
  AREA_OPACITY,
  CASING,
  DIMMED,
  getLineWidth,
  interpolateStops,
  LINE_WIDTHS,
  PATTERNS,
  SIDE_GAP,
  type Tier,
  TIERS,
} from '../../core/style/drawing.ts';
import { AREA_HATCH } from '../../core/style/symbols.ts';
import { buildAreaFeatures, buildLineFeatures, type DrawOptions } from '../../core/style/features.ts';
import type { Pattern } from '../../core/style/patterns/pattern.ts';
import { type Canvas, NETWORK, writeLinePath, writePolygonPath } from './canvas.ts';
import { type CompareOptions, drawCompared } from './compared.ts';
import { px } from '../geometry.ts';
import { writeHatchPath } from './hatch.ts';
import { writeLineStroke, writePaint } from '../paint.ts';
import { drawDisrupted } from './disrupted.ts';
import { drawSelected } from './selected.ts';
import { joinPaths, writePattern } from '../strokes.ts';

export interface NetworkOptions extends DrawOptions, CompareOptions {
  selected: string | null;
  marked: readonly string[];
}

const getAreaOpacity = (kind: string): number =>
  kind === 'free-zone' || kind === 'port' ? AREA_OPACITY[kind] : AREA_OPACITY.other;

function drawAreas(atlas: Atlas, { lang }: DrawOptions, canvas: Canvas): Part {
  const { palette, view } = canvas;
  const rows = buildAreaFeatures(atlas, lang).features.map(({ geometry, properties: { kind } }) => ({
    opacity: getAreaOpacity(kind),
    d: writePolygonPath(geometry, canvas, NETWORK),
    hatch: view.camera.zoom < AREA_EDGE.zoom ? '' : writeHatchPath(geometry, kind, canvas),
  }));
  const edges = view.camera.zoom < AREA_EDGE.zoom ? '' : rows.map(({ d }) => d).join('');
  const hatches = rows.map(({ hatch }) => hatch).join('');
  return [
    joinPaths(rows, ({ opacity }) => String(opacity)).map(({ d, opacity }) =>
      writeElement('path', { d, 'fill-opacity': opacity, ...writePaint(palette, { fill: 'areaFill' }) }),
    ),
    hatches !== '' &&
      writeElement('path', {
        d: hatches,
        'stroke-width': AREA_HATCH.width,
        'stroke-opacity': AREA_OPACITY.hatch,
        ...writePaint(palette, { fill: 'none', stroke: 'areaStroke' }),
      }),
    edges !== '' &&
      writeElement('path', {
        d: edges,
        'stroke-width': AREA_EDGE.width,
        'stroke-dasharray': AREA_EDGE.dash.map((dash) => px(dash * AREA_EDGE.width)).join(' '),
        ...writePaint(palette, { fill: 'none', stroke: 'areaStroke' }),
      }),
  ];
}

interface LineRow {
  tier: Tier;
  pattern: Pattern;
  colour: string;
  disrupted: boolean;
  d: string;
}

function drawTier(rows: readonly LineRow[], width: number, { palette, isDashed }: Canvas): Part {
  const casing = rows.map(({ pattern, d }) => (pattern === 'sea' ? '' : d)).join('');
  return [
    casing !== '' &&
      writeElement('path', {
        d: casing,
        'stroke-width': px(width + CASING.more),
        'stroke-opacity': CASING.opacity,
        'stroke-linejoin': 'round',
        ...writePaint(palette, { stroke: 'casing' }),
      }),
    PATTERNS.map((pattern) =>
      joinPaths(
        rows.filter((row) => row.pattern === pattern),
        ({ colour }) => colour,
      ).map(({ d, colour }) =>
        writeElement('path', {
          d,
          'stroke-width': px(width),
          ...writePattern(pattern, width, isDashed ? colour : null),
          ...writeLineStroke(palette, colour),
        }),
      ),
    ),
    drawDisrupted(rows, width, palette),
  ];
}

function drawParallelLines(atlas: Atlas, options: DrawOptions, canvas: Canvas): Part {
  const base = interpolateStops(LINE_WIDTHS, canvas.view.camera.zoom);
  const rows = buildLineFeatures(atlas, options).features.map(({ geometry, properties }) => ({
    ...properties,
    d: writeLinePath(geometry.coordinates as Position[], canvas, NETWORK, properties.side * (base + SIDE_GAP)),
  }));
  return TIERS.map((tier) =>
    drawTier(
      rows.filter((row) => row.tier === tier),
      base * getLineWidth(tier),
      canvas,
    ),
  );
}

export function drawNetwork(atlas: Atlas, options: NetworkOptions, canvas: Canvas): Part {
  const { selected, compared } = options;
  const isDimmed =
    selected !== null && (atlas.corridors.has(selected) || atlas.routes.has(selected) || atlas.links.has(selected));
  return [
    drawAreas(atlas, options, canvas),
    writeGroup(
      { fill: 'none', opacity: compared.length > 0 ? DIMMED.compared : isDimmed ? DIMMED.selected : undefined },
      drawParallelLines(atlas, options, canvas),
    ),
    writeGroup({ fill: 'none' }, [drawCompared(options, canvas), drawSelected(atlas, options, canvas)]),
  ];
}
