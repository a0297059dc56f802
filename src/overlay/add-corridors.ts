/** Loading the dataset for somebody else's map, and the handle that the host gets. */
import type { Map as MapLibreMap, PaddingOptions } from 'maplibre-gl';
import { type Atlas, indexAtlas, type Parts } from '../core/dataset/dataset.ts';
import { AtlasError } from '../core/dataset/errors.ts';
import { loadManifest, type LoadOptions, loadPart, type PartName } from '../core/dataset/load.ts';
import { LANGS, type Lang } from '../core/dataset/model.ts';
import { type Theme, THEMES } from '../core/style/palette.ts';
import { type OverlayStyle, Overlay, type Picked } from './overlay.ts';

export interface AddedCorridors {
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

/** Files that the overlay needs. Events and texts stay away. */
const NEEDED = ['nodes', 'links', 'routes', 'parallelLines', 'corridors', 'areas'] as const satisfies readonly PartName[];

export function addCorridors(map: MapLibreMap, options: AddOptions): Corridors {
  const stop = new AbortController();
  let overlay: Overlay | null = null;
  let whole: Atlas | null = null;
  let shown: AddedCorridors = { corridors: options.corridors, routes: options.routes };
  const fail = (error: unknown): void => {
    if (!(error instanceof AtlasError)) throw error;
    if (options.onError) options.onError(error);
    else console.error(error);
  };
  const attempt = (action: () => void): void => {
    try {
      action();
    } catch (error) {
      fail(error);
    }
  };
  const oneOf = <T extends string>(option: string, list: readonly T[], value: string | undefined): T | undefined => {
    const known = list.find((one) => one === value);
    if (value !== undefined && known === undefined)
      fail(new AtlasError('bad-option', { option, value, allowed: list.join(', ') }));
    return known;
  };
  const look = (from: { lang?: string | undefined; theme?: string | undefined }): Partial<OverlayStyle> => {
    const lang: Lang | undefined = oneOf('lang', LANGS, from.lang);
    const theme: Theme | undefined = oneOf('theme', THEMES, from.theme);
    return { ...(lang && { lang }), ...(theme && { theme }) };
  };

  async function start(): Promise<boolean> {
    const load: LoadOptions = { fetch: globalThis.fetch.bind(globalThis), signal: stop.signal };
    const base = options.base.endsWith('/') ? options.base : `${options.base}/`;
    try {
      const [manifest, ...parts] = await Promise.all([
        loadManifest(base, load),
        ...NEEDED.map(async (name) => [name, await loadPart(base, name, load)] as const),
        styleOf(map, stop.signal),
      ]);
      if (stop.signal.aborted) return false;
      whole = indexAtlas(Object.fromEntries(parts.filter((part) => part !== undefined)) as Parts);
      const credits = manifest.licences.filter(({ onMap }) => onMap).map(({ credit }) => credit);
      const made = new Overlay(map, narrowed(whole, shown, fail), {
        lang: 'en',
        theme: 'light',
        ...look(options),
        prefix: `${options.id ?? 'corridor-atlas'}-`,
        before: options.before,
        font: options.font,
        credit: credits.join(' · '),
        onSelect: (picked) => options.onSelect?.(picked),
      });
      made.add();
      overlay = made;
    } catch (error) {
      if (!stop.signal.aborted) fail(error);
      return false;
    }
    const { select } = options;
    if (select !== undefined) attempt(() => overlay?.select(select));
    return true;
  }

  const ready = start();
  return {
    ready,
    get selected() {
      return overlay?.selected ?? null;
    },
    select: (id) => attempt(() => overlay?.select(id)),
    fit: (id, padding = 40) => attempt(() => overlay?.fit(id, padding)),
    update(changes) {
      shown = {
        ...shown,
        ...('corridors' in changes || 'routes' in changes ? { corridors: changes.corridors, routes: changes.routes } : {}),
      };
      if (whole && overlay) overlay.redraw(narrowed(whole, shown, fail), look(changes));
    },
    remove() {
      stop.abort();
      overlay?.remove();
      overlay = null;
    },
  };
}

/** Resolves once things can be added to the map's style. */
function styleOf(map: MapLibreMap, signal: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => {
    const done = () => resolve(undefined);
    if (map.getStyle() !== undefined) return done();
    const loaded = () => done();
    map.once('style.load', loaded);
    signal.addEventListener('abort', () => {
      map.off('style.load', loaded);
      done();
    });
  });
}

/**
 * The atlas with the lines of some corridors and routes only; an id that is unknown is told of and left out. Where none is asked
 * for, all but what is there for comparison.
 */
function narrowed(atlas: Atlas, { corridors = [], routes = [] }: AddedCorridors, fail: (error: AtlasError) => void): Atlas {
  const known = (ids: readonly string[], table: ReadonlyMap<string, unknown>): Set<string> =>
    new Set(
      ids.filter((id) => {
        if (!table.has(id)) fail(new AtlasError('unknown-id', { id, suggestions: [...table.keys()].join(', ') }));
        return table.has(id);
      }),
    );
  const groups = known(corridors, atlas.corridors);
  const wanted = known(routes, atlas.routes);
  for (const id of groups) for (const route of atlas.corridors.get(id)?.routes ?? []) wanted.add(route);
  if (wanted.size === 0) {
    const isRival = (group: string) =>
      atlas.routes.get(group)?.kind === 'alternative' || atlas.corridors.get(group)?.kind === 'comparison';
    return { ...atlas, parallelLines: atlas.parallelLines.filter(({ group }) => !isRival(group)) };
  }
  return {
    ...atlas,
    parallelLines: atlas.parallelLines.flatMap((parallelLine) => {
      const left = parallelLine.routes.filter((id) => wanted.has(id));
      return left.length > 0 ? [{ ...parallelLine, routes: left }] : [];
    }),
  };
}
