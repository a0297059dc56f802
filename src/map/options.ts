import type { Atlas } from '../core/dataset/dataset.ts';
import type { AtlasError } from '../core/dataset/errors.ts';
import type { BaseMapData } from '../core/dataset/load/load-base-map.ts';
import type { Lang } from '../core/dataset/model.ts';
import type { Coinciding, Padding } from '../core/geo/camera.ts';
import type { ComparedLine } from '../core/compare/compared-lines.ts';
import type { Leg } from '../core/dataset/model.ts';
import type { ImportedLine } from '../core/style/features.ts';
import type { LineNames } from '../core/style/line-names.ts';
import type { Theme } from '../core/style/palette.ts';
import type { Camera, Filters } from '../core/url/view.ts';
import type { BaseTiles } from './base-map/tiles.ts';

export type MapControl = 'zoom' | 'fullscreen' | 'scale';

/** A base map of where the map begins; tiles take its place when the reader moves the map. */
export interface SmallBaseMap {
  data: BaseMapData;
  loadTiles(): Promise<typeof BaseTiles>;
}

export interface MapOptions {
  container: HTMLElement;
  /** Address of the dataset, with a slash at its end. */
  base: string;
  /** Of the names of the base map, to begin with. */
  lang: Lang;
  theme: Theme;
  /** Texts of the controls, by MapLibre's keys. */
  locale: Record<string, string>;
  /** Where to start: a camera, or that of a picture which the map takes the place of. */
  camera: Camera | Coinciding;
  /** How far out the reader can go. */
  minZoom?: number;
  reducedMotion: boolean;
  /** What the page lays over the map on its edges, in pixels. */
  padding: Padding;
  /** Of these, pixels of the foot that the page lies over: the middle of the map is that of the rest. None by default. */
  foot?: number;
  /** Whose data the map shows; empty where the page says it elsewhere. */
  credit: string;
  /** Buttons and signs on the map; all by default. */
  controls?: readonly MapControl[];
  /** Scrolling and dragging with one finger move the page, not the map. */
  cooperative?: boolean;
  /** Tiles, or a small base map to begin with. */
  baseMap: typeof BaseTiles | SmallBaseMap;
  /** Draws names with the fonts of the machine and fetches none. */
  systemFonts?: boolean;
  /** The reader has moved the map for the first time. */
  onExplore?(): void;
  onSelect(id: string | null): void;
  onHover(id: string | null, at: { x: number; y: number } | null): void;
  /** `byReader`: by hand or key, not by the page. */
  onMove(camera: Camera, byReader: boolean): void;
  /** Everything has been drawn for the first time. */
  onLive(): void;
  /** A file of the base map, or the online one, could not be had; the map goes on without it. */
  onError(error: AtlasError, retry: () => void): void;
  /** The map can draw no more: `graphics-lost` or `no-worker`. A new one may take its place. */
  onLost(error: AtlasError): void;
  /** The graphics are there again: now a new map can take the place of this one. */
  onRestored(): void;
}

/** What the map shows of the atlas. */
export interface MapState {
  atlas: Atlas;
  lang: Lang;
  theme: Theme;
  filters: Filters;
  lineNames: LineNames;
  selected: string | null;
  /** Nodes and areas that are pointed out besides. */
  marked?: readonly string[];
  /** A feature, or the text of a compared item. */
  hovered: string | null;
  /** Routes that the reader has imported. */
  imported: readonly ImportedLine[];
  /** Lines that stand out while the others step back. */
  compared: readonly ComparedLine[];
  /** A path, in the order of travel, that is shown in place of the selection. */
  highlightedPath: readonly Leg[] | null;
}
