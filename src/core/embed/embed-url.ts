/**
 * The embed page's configuration as an address and back. Names and values once published are kept for ever. Every value is checked
 * against a list or a range; a bad one is dropped alone, nothing throws. What is as by default is left out of the address.
 */
import { LANGS, type Lang, MODES, MOST_COMPARED, STATUSES, THEME_CHOICES, type ThemeChoice } from '../dataset/enums.ts';
import type { Mode, Status } from '../dataset/model.ts';
import { parseYear, readId, readIds, readOneOf, readQuery, readSomeOf, writeQuery } from '../dataset/read-values.ts';
import { readCamera, writeCamera } from '../geo/camera-hash.ts';
import type { Camera } from '../geo/projection.ts';

/** When the live map takes the place of the picture. */
export const ACTIVATIONS = ['click', 'visible', 'load'] as const;
export type Activation = (typeof ACTIVATIONS)[number];

/** What is shown around the map; the link to the open map and the credits always do. */
export const CONTROLS = ['title', 'figures', 'legend', 'zoom', 'scale', 'fullscreen'] as const;
export type Control = (typeof CONTROLS)[number];
const DEFAULT_CONTROLS: readonly Control[] = ['title', 'figures', 'legend', 'zoom', 'scale'];

export const MOST_IDS = 24;
const COMPARED = /^[A-Za-z0-9][A-Za-z0-9.:-]{0,300}$/;
const MOST_CHARACTERS = 8000;

export interface EmbedConfig {
  /** Routes and corridors to show; with both empty the page's own feature, or all. */
  routes: readonly string[];
  corridors: readonly string[];
  select: string | null;
  /** Nodes and areas that are marked, named and in view, besides the lines. */
  places: readonly string[];
  compare: readonly string[];
  /** Null: the reader's language. */
  lang: Lang | null;
  theme: ThemeChoice;
  controls: readonly Control[];
  /** Id of a story, whose page takes the place of the map. */
  story: string | null;
  /** Only what was open by the end of this year. */
  year: number | null;
  /** What of the lines is left out, as on the map. */
  hiddenModes: readonly Mode[];
  hiddenStatuses: readonly Status[];
  activate: Activation;
  /** The only origin that may send messages and gets them; `NO_ORIGIN`: none; null: the parent window, whatever its origin. */
  origin: string | null;
  /** Null: the camera that fits what is shown. */
  camera: Camera | null;
}

export const EMBED_DEFAULTS: EmbedConfig = {
  routes: [],
  corridors: [],
  select: null,
  places: [],
  compare: [],
  lang: null,
  theme: 'auto',
  controls: DEFAULT_CONTROLS,
  story: null,
  year: null,
  hiddenModes: [],
  hiddenStatuses: [],
  activate: 'click',
  origin: null,
  camera: null,
};

/** Stands for an origin that cannot be read. */
export const NO_ORIGIN = 'none';

/** An origin exactly as browsers write it, `https://example.org` or with a port; null for anything else. */
export function readOrigin(value: string | null): string | null {
  if (value === null || !/^https?:\/\/[^/?#\\]+$/.test(value) || !URL.canParse(value)) return null;
  return new URL(value).origin === value ? value : null;
}

function readControls(value: string | null): readonly Control[] {
  if (value === null) return DEFAULT_CONTROLS;
  if (value === 'none') return [];
  const asked = value.split(',');
  const known = CONTROLS.filter((control) => asked.includes(control));
  return known.length > 0 ? known : DEFAULT_CONTROLS;
}

/** The texts of a comparison that have its alphabet; its grammar is looked at where it is shown. */
const readComparedTexts = (value: string | null): string[] =>
  [...new Set((value ?? '').split(',').filter((one) => COMPARED.test(one)))].slice(0, MOST_COMPARED);

/** The configuration that an address asks for. */
export function readEmbed(search: string, hash: string): EmbedConfig {
  const read = readQuery(search.slice(0, MOST_CHARACTERS));
  return {
    routes: readIds(read('routes')).slice(0, MOST_IDS),
    corridors: readIds(read('corridors')).slice(0, MOST_IDS),
    select: readId(read('select')),
    places: readIds(read('places')).slice(0, MOST_IDS),
    compare: readComparedTexts(read('compare')),
    lang: readOneOf(LANGS, read('lang')) ?? null,
    theme: readOneOf(THEME_CHOICES, read('theme')) ?? 'auto',
    controls: readControls(read('controls')),
    story: readId(read('story')),
    year: parseYear(read('year')),
    hiddenModes: readSomeOf(MODES, read('hide-mode')),
    hiddenStatuses: readSomeOf(STATUSES, read('hide-status')),
    activate: readOneOf(ACTIVATIONS, read('activate')) ?? 'click',
    // Whoever names an origin wants no other: one that cannot be read lets nobody in.
    origin: read('origin') === null ? null : (readOrigin(read('origin')) ?? NO_ORIGIN),
    camera: readCamera(hash) ?? null,
  };
}

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one) => b.includes(one));
const unlessDefault = <T>(value: T, usual: T): T | null => (value === usual ? null : value);

/** Query and hash of a configuration. */
export function writeEmbed(config: EmbedConfig): { search: string; hash: string } {
  const { routes, corridors, select, places, compare, lang, theme, controls, story, year, activate, origin, camera } = config;
  const search = writeQuery([
    ['routes', routes.join(',') || null],
    ['corridors', corridors.join(',') || null],
    ['select', select],
    ['places', places.join(',') || null],
    ['compare', compare.join(',') || null],
    ['lang', lang],
    ['theme', unlessDefault(theme, EMBED_DEFAULTS.theme)],
    ['controls', isSame(controls, DEFAULT_CONTROLS) ? null : controls.join(',') || 'none'],
    ['story', story],
    ['year', year],
    ['hide-mode', config.hiddenModes.join(',') || null],
    ['hide-status', config.hiddenStatuses.join(',') || null],
    ['activate', unlessDefault(activate, EMBED_DEFAULTS.activate)],
    ['origin', origin],
  ]);
  return { search, hash: camera ? writeCamera(camera) : '' };
}
