/** What an embed page needs of the world around it. */
import type { AtlasError } from '../core/dataset/errors.ts';
import type { Lang } from '../core/dataset/enums.ts';
import type { EmbedConfig } from '../core/embed/embed-url.ts';
import { type Envelope, type Incoming } from '../core/embed/protocol.ts';
import type { Coinciding } from '../core/geo/camera.ts';
import type { Theme } from '../core/style/palette.ts';
import type { Camera } from '../core/url/view.ts';
import type { BoundingBox } from '../core/geo/bounding-box.ts';
import type { MapOverlay } from '../map/overlays/overlays.ts';
import type { Bridge } from './host/bridge.ts';
import type { LiveMap } from './live-map.ts';
import { type EmbedState } from './state.ts';

/** How much of the stage is in view. */
export type Visibility = 'none' | 'some' | 'half';

export interface PageHandlers {
  onExplore(): void;
  onVisibility(visibility: Visibility): void;
  /** Height in pixels that shows all, and the least that does; 0 where there is no page. */
  onHeight(height: number, least: number): void;
}

/** What the page does with its document. */
export interface PageView {
  /** Where the live map goes; null where the page has no place for one. */
  readonly container: HTMLElement | null;
  applyTheme(theme: Theme): void;
  replaceMain(html: string, lang: Lang): void;
  /** Listens to a main part that was just written. */
  bind(handlers: PageHandlers): void;
  setOpenHref(href: string): void;
  /** A list below the map; empty for none. */
  showShipments(html: string): void;
  announce(text: string): void;
  announceProblem(problem: 'noWebgl' | 'noMap'): void;
  showExplore(visible: boolean): void;
  showContainer(visible: boolean): void;
  /** The live map has been drawn over the picture. */
  markDrawn(): void;
  /** The camera that lays the live map over the picture. */
  findPictureCamera(): Coinciding | null;
}

/** What the host page hands over of shipments: the text of a file. */
export interface ShipmentText {
  text: string;
  name: string;
}

export interface FollowedShipments {
  /** A list of them, as HTML. */
  html: string;
  overlay: MapOverlay;
  bounds: BoundingBox | null;
  /** What the host page is told. */
  report: Envelope['payload'];
}

export type EmbedMap = Pick<LiveMap, 'show' | 'fit' | 'getName' | 'setOverlay' | 'translator' | 'remove'>;

export interface MapStartOptions {
  theme: Theme;
  camera: Coinciding | null;
  onSelect(id: string | null): void;
  onMove(camera: Camera): void;
  onLive(): void;
  onLost(error: AtlasError): void;
}

export interface EmbedPageDependencies {
  config: EmbedConfig;
  /** Address of the product's folder, with a slash at its end. */
  root: string;
  /** What the document shows when it is loaded. */
  written: { page: string | null; lang: Lang };
  view: PageView;
  /** The main part of the page of a state, as HTML. */
  loadMain(state: EmbedState, openHref: string): Promise<string>;
  startMap(state: EmbedState, container: HTMLElement, options: MapStartOptions): Promise<EmbedMap>;
  /** Rejects where it cannot be had. */
  followShipments(state: EmbedState, shipment: ShipmentText): Promise<FollowedShipments>;
  /** True for the error of a browser that can draw no map at all. */
  isUnsupported(error: unknown): boolean;
  /** Opens the conversation with the host page; null where there is none. */
  connect(answer: (command: Incoming) => Promise<Envelope['payload']>): Bridge | null;
  /** Names of features in a language, null for an id that there is not; null in place of all where they cannot be had. */
  loadNames(ids: readonly string[], lang: Lang): Promise<(string | null)[] | null>;
  /** The live map has drawn everything for the first time. */
  onDrawn(): void;
}
