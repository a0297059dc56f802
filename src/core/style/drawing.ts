/** How lines, places and names are drawn, for the live map and the pictures alike. Lengths are pixels where nothing else is said. */
import type { Atlas } from '../dataset/dataset.ts';
import type { Pattern } from './patterns/pattern.ts';
import type { SymbolName } from './symbols.ts';

/** Values at zooms, linear between them. */
export type Stops = readonly (readonly [zoom: number, value: number])[];

export function interpolateStops(stops: Stops, zoom: number): number {
  const next = stops.findIndex(([z]) => z > zoom);
  const [before, after] = next === -1 ? [stops.at(-1), undefined] : [stops[next - 1], stops[next]];
  if (!before || !after) return (before ?? after)?.[1] ?? 0;
  return before[1] + ((after[1] - before[1]) * (zoom - before[0])) / (after[0] - before[0]);
}

/** Above this zoom the coast of 1:10 million is drawn. */
export const DETAIL_ZOOM = 4.6;

/** Widths of the base map's lines. */
export const BASE_WIDTHS = {
  coast: [
    [2, 0.4],
    [8, 1.1],
  ],
  lake: [
    [2, 0.2],
    [8, 0.55],
  ],
  settled: [
    [2, 0.5],
    [6, 1.1],
    [10, 1.8],
  ],
  disputed: [
    [2, 0.6],
    [6, 1.2],
    [10, 1.8],
  ],
  river: [
    [3, 0.5],
    [8, 1.6],
  ],
} as const satisfies Record<string, Stops>;
export const RIVER_ZOOM = 2.6;
/** Dashes of a disputed border in widths of the line. */
export const DISPUTED_DASH = [3, 2.5];

/** Tiers of the parallel lines in drawing order: what matters most comes last. */
export const TIERS = ['alternatives', 'corridors', 'railways'] as const;
export type Tier = (typeof TIERS)[number];

/** The tier that a group of lines is drawn in. */
export function getTier(atlas: Atlas, group: string): Tier {
  if (atlas.corridors.has(group)) return 'corridors';
  return atlas.routes.get(group)?.kind === 'railway' ? 'railways' : 'alternatives';
}

export const LINE_WIDTHS = [
  [2, 1.7],
  [4, 2.6],
  [7, 4],
  [10, 5.5],
  [14, 8],
] as const satisfies Stops;
/** Rivals are thinner. */
export const getLineWidth = (tier: Tier): number => (tier === 'alternatives' ? 0.75 : 1);
/** Free space between lines side by side. */
export const SIDE_GAP = 0.9;
export const CASING = { more: 3, opacity: 0.9 };
/** Bars across a line that is disrupted: how much wider than the line in pixels, no more than so many times its width, and pixels of bar and gap. */
const DISRUPTED = { more: 6, times: 2, dash: [1.3, 6.5] };

/** Width of the bars, and their dashes in widths of the bars' own line; far out, where lines are thin, they stay slender. */
export function getDisruptedBars(lineWidth: number): { width: number; dash: number[] } {
  const width = lineWidth + Math.min(DISRUPTED.more, lineWidth * DISRUPTED.times);
  return { width, dash: DISRUPTED.dash.map((pixels) => pixels / width) };
}

/** The warning on a disrupted line: its size, and pixels to the next one. */
export const DISRUPTED_ICON = { size: 0.7, apart: 90 };

/** What is left of the other lines while one is selected, or some are compared. */
export const DIMMED = { selected: 0.35, compared: 0.22, nodes: 0.45 };

/** Dash patterns in widths of the line. Open railways are solid; a row of dots is a ship. */
export const DASHES: Record<Exclude<Pattern, 'rail' | 'sea'>, number[]> = {
  road: [4, 1.2, 1.2, 1.2],
  'under-construction': [5, 1.6],
  planned: [2, 1.8],
  closed: [0.7, 2.4],
};
export const DOTS = [0.01, 2];

/** All patterns in drawing order: solid lines come last. */
export const PATTERNS: readonly Pattern[] = ['sea', 'road', 'under-construction', 'planned', 'closed', 'rail'];

/** The dashes of a pattern in widths of the line; null for a solid line. */
export function getDashes(pattern: Pattern): readonly number[] | null {
  if (pattern === 'rail') return null;
  return pattern === 'sea' ? DOTS : DASHES[pattern];
}

/** What is selected: a wide bright line with the feature's own colour inside. */
export const SELECTED = { halo: { times: 1.6, more: 6, opacity: 0.85 }, line: { times: 1.25 }, area: 3.5 };
export const SELECTED_POINT = {
  radius: [
    [3, 9],
    [10, 14],
  ],
  opacity: 0.55,
  stroke: 2,
} as const satisfies { radius: Stops; opacity: number; stroke: number };

/**
 * Compared lines: how much wider than others, the space between them and the edge round each, in pixels; the zoom from which each leg
 * may have its letter.
 */
export const COMPARED = { WIDER: 1.3, GAP: 1, CASING_MORE: 3, STRIPE: 0.35, LETTER: 14, LETTER_ZOOM: 8 };

/** Zoom from which an area is more than a dot. */
export const AREA_ZOOM = 5;
export const AREA_OPACITY = { 'free-zone': 0.12, port: 0.16, other: 0.26, hatch: 0.5 };
export const AREA_EDGE = { zoom: 7, width: 1.2, dash: [2, 1.5] };

/** Zoom from which the nodes of each rank, 1 to 4, are shown; a few are from far out, see `node-features.ts`. */
export const RANK_ZOOM = [0, 3.6, 3.7, 5.2, 7.2] as const;
/** The same for nodes of what is selected or compared. */
export const CHOSEN_ZOOM = [0, 0, 3, 4, 5.2] as const;
export const NODE_ICON_SIZE = [
  [3, 0.62],
  [8, 1],
] as const satisfies Stops;
/** How much of the badge of a place names keep clear of: not so much that its own name finds no room beside it. */
export const BADGE_ROOM = 0.7;
export const EVENT_ICON = { zoom: 3, size: 0.9, up: 14 };
export const TOWN_ICON_SIZE = [
  [4, 0.7],
  [9, 1],
] as const satisfies Stops;

/** Symbols of the kinds of nodes that have one of their own. */
export const NODE_ICONS: Readonly<Record<string, SymbolName>> = { port: 'port', border: 'border', 'gauge-change': 'gauge' };
export const OTHER_NODE_ICON: SymbolName = 'station';
export const getNodeIcon = (kind: string): SymbolName => NODE_ICONS[kind] ?? OTHER_NODE_ICON;

export type Anchor = 'center' | 'left' | 'right' | 'top' | 'bottom' | 'top-left' | 'top-right' | 'bottom-left' | 'bottom-right';

/** How names of one kind are set. Sizes by zoom; spacing, widths and offsets in ems. */
export interface LabelStyle {
  bold: boolean;
  halo: number;
  maxWidth: number;
  padding: number;
  spacing?: number;
  /** Places round the point that are tried one after the other, and how far from it; without them the name lies on its point. */
  anchors?: readonly Anchor[];
  offset?: number;
}

export const LABEL_STYLES = {
  nodes: {
    bold: true,
    halo: 1.8,
    maxWidth: 8,
    padding: 3,
    anchors: ['left', 'right', 'top', 'bottom', 'top-left', 'top-right', 'bottom-left', 'bottom-right'],
  },
  areas: { bold: false, halo: 1.8, maxWidth: 7, padding: 2 },
  countries: { bold: true, halo: 1.4, maxWidth: 7, padding: 8, spacing: 0.06 },
  seas: { bold: false, halo: 1, maxWidth: 7, padding: 6, spacing: 0.12 },
  /** Countries and seas that the corridors cross, which are named before all places: they may give way to each other. */
  subjectCountries: {
    bold: true,
    halo: 1.4,
    maxWidth: 10,
    padding: 1,
    spacing: 0.06,
    anchors: ['center', 'top', 'bottom', 'left', 'right'],
    offset: 0.8,
  },
  subjectSeas: {
    bold: false,
    halo: 1,
    maxWidth: 5,
    padding: 1,
    spacing: 0.08,
    anchors: ['center', 'top', 'bottom', 'left', 'right'],
    offset: 0.8,
  },
  /** Along a line, in its colour. */
  lineNames: { bold: true, halo: 2, maxWidth: 40, padding: 2 },
  towns: { bold: false, halo: 1.4, maxWidth: 8, padding: 4, anchors: ['left', 'right', 'top', 'bottom'], offset: 0.45 },
} as const satisfies Record<string, LabelStyle>;

/** How far a node's name stands from it, in ems: a badge is larger than the ring of a station, and what is selected has a disc below it. */
export const NODE_OFFSETS = { badge: 1.05, ring: 0.7, selected: 1.4 };
export const getNodeOffset = ({ kind, selected }: { kind: string; selected: boolean }): number =>
  selected ? NODE_OFFSETS.selected : kind in NODE_ICONS ? NODE_OFFSETS.badge : NODE_OFFSETS.ring;

/** Size of a node's name by its rank, at two zooms. */
export const NODE_TEXT = {
  from: 3,
  to: 9,
  sizes: [
    [12.5, 16],
    [11, 14.5],
    [11, 13],
  ],
} as const;
export const getNodeTextSize = (rank: number, zoom: number): number => {
  const [from, to] = NODE_TEXT.sizes[Math.min(rank, 3) - 1] ?? NODE_TEXT.sizes[2];
  return interpolateStops(
    [
      [NODE_TEXT.from, from],
      [NODE_TEXT.to, to],
    ],
    zoom,
  );
};
/** Parts of an area are named from nearer; one that has a node is named by it. */
export const AREA_TEXT = { zoom: 10, partZoom: 14, size: 12 };
export const TOWN_TEXT = [
  [4, 10.5],
  [9, 13.5],
] as const satisfies Stops;
/** Names of countries and seas. */
export const WIDE_TEXT = [
  [2, 11],
  [7, 16],
] as const satisfies Stops;
/** A name is shown where the zoom, moved by this, reaches its rank; those of countries say themselves from which zoom on. */
export const RANK_SHIFT = { towns: -1.6, seas: -0.4, subjectSeas: 0.6 };
export const TOWN_ZOOM = 3.4;
/** A line's name, above the line, and half of the height of one of its lines, in ems; larger maps name places instead. */
export const LINE_NAME = { size: 12.5, up: 0.85, half: 0.6, maxZoom: 4.6 };
