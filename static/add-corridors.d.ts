/** Corridors on your own MapLibre map. Ids are those of the dataset; see docs/DATASET.md. */
import type { Map, PaddingOptions } from 'maplibre-gl';

export type Lang = 'en' | 'az' | 'ru' | 'tr' | 'ka' | 'kk' | 'fa' | 'zh';
export type Theme = 'light' | 'dark';

/** What a reader has picked, with its name in the language of the overlay. */
export interface Picked {
  id: string;
  kind: 'corridor' | 'route' | 'area' | 'node' | 'link' | 'event' | 'initiative' | 'claim';
  name: string;
}

/** An expected failure. `code` stays the same between versions; `params` says what it is about. */
export interface CorridorsError extends Error {
  readonly name: 'AtlasError';
  readonly code:
    | 'unreachable'
    | 'timeout'
    | 'malformed'
    | 'invalid'
    | 'mismatch'
    | 'newer'
    | 'unknown-id'
    | 'no-path'
    | 'bad-option'
    | 'check-failed'
    | 'graphics-lost'
    | 'no-worker'
    | 'code-missing'
    | 'language-missing';
  readonly params: Readonly<Record<string, string | number>>;
}

export interface ShownLines {
  /** Ids of corridors. With `routes`: the lines of both. Without either: all but those for comparison. */
  corridors?: readonly string[] | undefined;
  /** Ids of routes. */
  routes?: readonly string[] | undefined;
}

export interface AddCorridorsOptions extends ShownLines {
  /** Address of the dataset; by default the folder `data/` beside this module. */
  base?: string | undefined;
  /** Language of the names; `en` by default. */
  lang?: Lang | undefined;
  /** Colours for a light or a dark base map; `light` by default. */
  theme?: Theme | undefined;
  /** Id of the layer of your style that the network goes under; by default it lies above all. */
  before?: string | undefined;
  /** Font stack of the names; by default that of the first names in your style. */
  font?: readonly string[] | undefined;
  /** What the ids of all sources, layers and images begin with; `corridor-atlas` by default. One for each overlay of a map. */
  id?: string | undefined;
  /** Id of what is selected at first. */
  select?: string | undefined;
  /** A reader has picked something, or nothing. */
  onSelect?: ((picked: Picked | null) => void) | undefined;
  /** Told of every expected failure; by default it is logged. Nothing half-added is left behind. */
  onError?: ((error: CorridorsError) => void) | undefined;
}

export interface Corridors {
  /** True once everything is on the map; false where it could not be added, or was removed before. Never rejects for an expected failure. */
  readonly ready: Promise<boolean>;
  readonly selected: Picked | null;
  /** Selects by id, or nothing. `onSelect` is not called. */
  select(id: string | null): void;
  /** Moves your map to a feature. */
  fit(id: string, padding?: number | PaddingOptions): void;
  /** Changes language, colours or lines. Named lines replace those before. */
  update(changes: ShownLines & { lang?: Lang | undefined; theme?: Theme | undefined }): void;
  /** Takes sources, layers, images and listeners away; your style is as it was. */
  remove(): void;
}

/** Adds the network to a map of yours, as soon as its style is there. It is put back after `map.setStyle`. */
export function addCorridors(map: Map, options?: AddCorridorsOptions): Corridors;
