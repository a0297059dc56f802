/** Loading the dataset for a map of others, and the handle that its page gets. */
import type { Map as MapLibreMap, PaddingOptions } from 'maplibre-gl';
import { type Atlas, indexAtlas, type Parts } from '../core/dataset/dataset.ts';
import { AtlasError } from '../core/dataset/errors.ts';
import { loadManifest, type LoadOptions, loadPart, type PartName } from '../core/dataset/load/load.ts';
import { LANGS } from '../core/dataset/model.ts';
import { restrictLines } from '../core/embed/shown-routes.ts';
import { THEMES } from '../core/style/palette.ts';
import { type OverlayStyle, Overlay, type Picked } from './overlay.ts';

interface AddedCorridors {
  corridors?: readonly string[] | undefined;
  routes?: readonly string[] | undefined;
}

export interface AddOptions extends AddedCorridors {
  /** Address of the dataset. */
  base: string;
  lang?: string | undefined;
  theme?: string | undefined;
  before?: string | undefined;
  font?: readonly string[] | undefined;
  id?: string | undefined;
  select?: string | undefined;
  onSelect?: ((picked: Picked | null) => void) | undefined;
  onError?: ((error: AtlasError) => void) | undefined;
}

export interface Corridors {
  /** True once everything is on the map; false where it could not be, or was removed before. */
  readonly ready: Promise<boolean>;
  readonly selected: Picked | null;
  select(id: string | null): void;
  fit(id: string, padding?: number | PaddingOptions): void;
  update(changes: AddedCorridors & { lang?: string | undefined; theme?: string | undefined }): void;
  remove(): void;
}

/** Files that the overlay needs; events and texts are none of them. */
const NEEDED = ['nodes', 'links', 'routes', 'parallelLines', 'corridors', 'areas'] as const satisfies readonly PartName[];

type Report = (error: AtlasError) => void;

/** Reports an error of ours; any other is a bug and thrown. */
function createReport({ onError }: AddOptions): (error: unknown) => void {
  return (error) => {
    if (!(error instanceof AtlasError)) throw error;
    if (onError) onError(error);
    else console.error(error);
  };
}

function readChoice<T extends string>(
  option: string,
  list: readonly T[],
  value: string | undefined,
  report: Report,
): T | undefined {
  const known = list.find((one) => one === value);
  if (value !== undefined && known === undefined) {
    report(new AtlasError('bad-option', { option, value, allowed: list.join(', ') }));
  }
  return known;
}

/** Language and theme, as far as they are given and known. */
function readStyle(from: { lang?: string | undefined; theme?: string | undefined }, report: Report): Partial<OverlayStyle> {
  const lang = readChoice('lang', LANGS, from.lang, report);
  const theme = readChoice('theme', THEMES, from.theme, report);
  return { ...(lang && { lang }), ...(theme && { theme }) };
}

/** The handle of one overlay. */
class AddedOverlay implements Corridors {
  readonly ready: Promise<boolean>;
  readonly #map: MapLibreMap;
  readonly #options: AddOptions;
  readonly #report: (error: unknown) => void;
  readonly #stop = new AbortController();
  #shown: AddedCorridors;
  #atlas: Atlas | null = null;
  #overlay: Overlay | null = null;

  constructor(map: MapLibreMap, options: AddOptions) {
    this.#map = map;
    this.#options = options;
    this.#report = createReport(options);
    this.#shown = { corridors: options.corridors, routes: options.routes };
    this.ready = this.#start();
  }

  get selected(): Picked | null {
    return this.#overlay?.selected ?? null;
  }

  select(id: string | null): void {
    this.#attempt(() => this.#overlay?.select(id));
  }

  fit(id: string, padding: number | PaddingOptions = 40): void {
    this.#attempt(() => this.#overlay?.fit(id, padding));
  }

  update(changes: Parameters<Corridors['update']>[0]): void {
    const { corridors, routes } = changes;
    if ('corridors' in changes || 'routes' in changes) this.#shown = { corridors, routes };
    if (!this.#atlas || !this.#overlay) return;
    this.#overlay.redraw(restrictAtlas(this.#atlas, this.#shown, this.#report), readStyle(changes, this.#report));
  }

  remove(): void {
    this.#stop.abort();
    this.#overlay?.remove();
    this.#overlay = null;
  }

  #attempt(action: () => void): void {
    try {
      action();
    } catch (error) {
      this.#report(error);
    }
  }

  /** True once everything is on the map. */
  async #start(): Promise<boolean> {
    const { signal } = this.#stop;
    try {
      const [{ atlas, credit }] = await Promise.all([this.#load(), waitForStyle(this.#map, signal)]);
      if (signal.aborted) return false;
      this.#atlas = atlas;
      const { before, font, id = 'corridor-atlas', onSelect } = this.#options;
      const overlay = new Overlay(this.#map, restrictAtlas(atlas, this.#shown, this.#report), {
        lang: 'en',
        theme: 'light',
        ...readStyle(this.#options, this.#report),
        prefix: `${id}-`,
        before,
        font,
        credit,
        onSelect: (picked) => onSelect?.(picked),
      });
      overlay.add();
      this.#overlay = overlay;
    } catch (error) {
      if (!signal.aborted) this.#report(error);
      return false;
    }
    const { select } = this.#options;
    if (select !== undefined) this.select(select);
    return true;
  }

  async #load(): Promise<{ atlas: Atlas; credit: string }> {
    const load: LoadOptions = { fetch: globalThis.fetch.bind(globalThis), signal: this.#stop.signal };
    const { base } = this.#options;
    const folder = base.endsWith('/') ? base : `${base}/`;
    const parts: Parts = {};
    const [manifest] = await Promise.all([
      loadManifest(folder, load),
      ...NEEDED.map(async (name) => Object.assign(parts, { [name]: await loadPart(folder, name, load) })),
    ]);
    const credits = manifest.licences.filter(({ onMap }) => onMap).map(({ credit }) => credit);
    return { atlas: indexAtlas(parts), credit: credits.join(' · ') };
  }
}

/** Functions of the handle work by themselves too: hosts may take them apart. */
export function addCorridors(map: MapLibreMap, options: AddOptions): Corridors {
  const added = new AddedOverlay(map, options);
  return {
    ready: added.ready,
    get selected() {
      return added.selected;
    },
    select: (id) => added.select(id),
    fit: (id, padding) => added.fit(id, padding),
    update: (changes) => added.update(changes),
    remove: () => added.remove(),
  };
}

/** Resolves once things can be added to the map's style. */
function waitForStyle(map: MapLibreMap, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    // MapLibre's types do not say that there may be none yet.
    const style: unknown = map.getStyle();
    if (style !== undefined) {
      resolve();
      return;
    }
    const onLoad = () => resolve();
    map.once('style.load', onLoad);
    signal.addEventListener('abort', () => {
      map.off('style.load', onLoad);
      resolve();
    });
  });
}

/** The ids that a table has; each other one is reported. */
function findKnown(ids: readonly string[], table: ReadonlyMap<string, unknown>, report: Report): string[] {
  return ids.filter((id) => {
    const isKnown = table.has(id);
    if (!isKnown) report(new AtlasError('unknown-id', { id, suggestions: [...table.keys()].join(', ') }));
    return isKnown;
  });
}

/**
 * The atlas with the lines of some corridors and routes only; an unknown id is reported and left out. Where none is asked for, all
 * lines but alternative routes.
 */
function restrictAtlas(atlas: Atlas, { corridors = [], routes = [] }: AddedCorridors, report: Report): Atlas {
  const members = findKnown(corridors, atlas.corridors, report).flatMap((id) => atlas.corridors.get(id)?.routes ?? []);
  const shown = new Set([...findKnown(routes, atlas.routes, report), ...members]);
  if (shown.size > 0) return { ...atlas, parallelLines: restrictLines(atlas.parallelLines, shown) };
  const isAlternative = (group: string) =>
    atlas.routes.get(group)?.kind === 'alternative' || atlas.corridors.get(group)?.kind === 'comparison';
  return { ...atlas, parallelLines: atlas.parallelLines.filter(({ group }) => !isAlternative(group)) };
}
