/** Types of `corridor-map.js`, protocol version 1. */

export interface CorridorMapState {
  page: string | null;
  routes: string[];
  corridors: string[];
  compare: string[];
  select: string | null;
  /** Nodes and areas that are marked besides. */
  places: string[];
  hiddenModes: string[];
  hiddenStatuses: string[];
  year: number | null;
  lang: string;
  theme: 'light' | 'dark';
  camera: { zoom: number; lat: number; lon: number } | null;
  live: boolean;
  /** Of a story: its id, the chapter that is shown, and all of them. */
  story?: string | null;
  chapter?: string | null;
  chapters?: { id: string; title: string }[];
}

export interface CorridorMapAnswer {
  ok: true;
  state: CorridorMapState;
}

export interface CorridorMapShipments {
  shipments?: { id: string; state: string; kmDone: number | null; kmLeft: number | null; warnings: string[] }[];
  errors?: { kind: string }[];
  /** Findings in the language of the map. */
  messages?: { code: string; shipment?: string; message: string }[];
  code?: 'no-data';
}

export interface CorridorMapEventMap {
  'corridor-map:ready': CustomEvent<{ version: 1; title: string; state: CorridorMapState }>;
  'corridor-map:select': CustomEvent<{ id: string | null; name: string | null }>;
  'corridor-map:view': CustomEvent<{ zoom: number; lat: number; lon: number }>;
  'corridor-map:compare': CustomEvent<{ compare: string[] }>;
  /** The reader has come to a chapter of the story; `index` counts from 0. */
  'corridor-map:chapter': CustomEvent<{ story: string; chapter: string; index: number; title: string }>;
  /** What was read, as `npm run shipment` prints it; `code` where the data of the map could not be had. */
  'corridor-map:shipment': CustomEvent<CorridorMapShipments>;
  'corridor-map:error': CustomEvent<{ code: 'ignored' | 'no-webgl' | 'no-map' | 'unknown-id'; count?: number; ids?: string[] }>;
}

export interface CorridorMapAttributes {
  /** Corridor, route or area that the map is about. */
  feature?: string;
  /** Ids, separated by commas. */
  routes?: string;
  corridors?: string;
  compare?: string;
  select?: string;
  /** Nodes and areas that are marked, named and in view. */
  places?: string;
  lang?: 'en' | 'az' | 'ru' | 'tr' | 'ka' | 'kk' | 'fa' | 'zh';
  theme?: 'auto' | 'light' | 'dark';
  /** `none`, or some of `title,figures,legend,zoom,scale,fullscreen`. */
  controls?: string;
  /** Id of a story, which is shown in place of a map. */
  story?: string;
  /** Chapter of the story that is shown. */
  chapter?: string;
  year?: string | number;
  'hide-mode'?: string;
  'hide-status'?: string;
  activate?: 'click' | 'visible' | 'load';
  /** "zoom/lat/lon" */
  view?: string;
  /** Folder of the atlas, where it is not that of the script. */
  src?: string;
  'frame-title'?: string;
  sandbox?: string;
}

/** Why a method rejects: `unknown-id` with the ids as its `cause`; other errors have no code. */
export interface CorridorMapError extends Error {
  code?: 'unknown-id';
  cause?: string[];
}

/** What methods change stays when attributes change later, until the attribute of the same name does. */
export interface CorridorMapElement extends HTMLElement {
  select(id: string | null): Promise<CorridorMapAnswer>;
  /** A feature, an extent (west, south, east, north in degrees), or all that is shown. */
  fit(target?: string | readonly [number, number, number, number]): Promise<CorridorMapAnswer>;
  setRoutes(routes: readonly string[], corridors?: readonly string[]): Promise<CorridorMapAnswer>;
  setLang(lang: string): Promise<CorridorMapAnswer>;
  setYear(year: number | null): Promise<CorridorMapAnswer>;
  /** Goes to a chapter of the story; null for the first. */
  setChapter(id: string | null): Promise<CorridorMapAnswer>;
  /** Text of a file of shipments, or an object of DCSA or EPCIS; null takes them away. Nothing of it leaves the reader's browser. */
  setShipment(data: string | object | null, name?: string): Promise<CorridorMapAnswer>;
  getState(): Promise<CorridorMapAnswer>;
}

declare global {
  interface HTMLElementTagNameMap {
    'corridor-map': CorridorMapElement;
  }
  interface HTMLElementEventMap extends CorridorMapEventMap {}
}
