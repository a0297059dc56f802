import { createClaimEvaluator } from '../../core/claims/evaluate.ts';
import { type ComparedRow, type Comparison, compareItems } from '../../core/compare/comparison.ts';
import { MOST_COMPARED, readCompared, readItem } from '../../core/url/compare-items.ts';
import {
  type Atlas,
  computeBounds,
  computeLegBounds,
  emptyAtlas,
  type BoundingBox,
  computeExtent,
  findFeature,
  indexAtlas,
  getName,
  type Parts,
  getText,
} from '../../core/dataset/dataset.ts';
import { AtlasError } from '../../core/dataset/errors.ts';
import type { Leg } from '../../core/routing/graph.ts';
import { loadManifest, loadPart, type LoadOptions, PARTS, type PartName } from '../../core/dataset/load.ts';
import type { Lang, Manifest } from '../../core/dataset/model.ts';
import type { BaseMapData } from '../../core/dataset/load-base-map.ts';
import type { Theme } from '../../core/style/palette.ts';
import type { Size } from '../../core/geo/projection.ts';
import { type Camera, type Filters, type Panel, type ThemeChoice, type ViewState } from '../../core/url/view.ts';
import { loadDictionary } from '../../i18n/index.ts';
import { formatItemName } from '../../i18n/item-name.ts';
import { type Dictionary, en } from '../../i18n/en.ts';
import { getImportedKey } from '../../core/import/routes/route-id.ts';
import type { ImportDependencies } from '../import/dependencies.ts';
import { ImportedRoutes } from '../import/imported-routes.svelte.ts';
import { type Translator, translator } from '../../i18n/translate.ts';
import { Finder } from '../finder/finder-state.svelte.ts';

/** Something that could not be had, with the way to ask for it again. */
export interface Failure {
  key: string;
  error: AtlasError;
  retry: () => void;
}

export interface ViewerOptions {
  /** Address of the dataset, with a slash at its end. */
  base: string;
  fetch: LoadOptions['fetch'];
  view: ViewState;
  /** What the system asks for, as long as the reader does not choose. */
  systemTheme: Theme;
  /** What readers' own routes need of the page; without it there are none. */
  imports?: ImportDependencies;
  /** The view has changed: as a step that "back" undoes, or in passing. */
  onView(view: ViewState, step: 'push' | 'replace'): void;
}

const NONE: readonly ComparedRow[] = [];
/** Without these there is no list and no map. */
const ESSENTIAL: readonly PartName[] = ['nodes', 'links', 'routes', 'parallelLines', 'corridors', 'areas'];
const OTHERS = (Object.keys(PARTS) as PartName[]).filter((name) => !ESSENTIAL.includes(name));
/** How long the page waits for the other parts before it shows what it has, in milliseconds. */
const GRACE = 1500;
/** The part that a panel shows, where it is not an essential one. */
const NEEDED: Partial<Record<Panel, PartName>> = { article: 'context', claims: 'context', events: 'events' };

/** All that one mounted viewer knows and can do. Views are replaced, never changed in place. */
export class Viewer {
  readonly base: string;
  readonly #options: ViewerOptions;

  view = $state.raw<ViewState>() as ViewState;
  atlas: Atlas = $state.raw(emptyAtlas());
  manifest: Manifest | null = $state.raw(null);
  failures: Failure[] = $state.raw([]);
  /** The network is there; what is not essential may follow. */
  loaded = $state(false);
  #pending: readonly PartName[] = $state.raw([]);
  hovered: string | null = $state(null);
  /** Pixels of the map on the screen. */
  size: Size = $state.raw({ width: 1200, height: 800 });
  #baseMap: { detail: boolean; data: Promise<BaseMapData> } | null = null;
  systemTheme: Theme = $state('light');
  #words: { lang: Lang; words: Dictionary } = $state.raw({ lang: 'en', words: en });
  /** Raised for each wish to bring something into view; the map answers. `reveal`: what lies over the map gives way. */
  request: { extent: BoundingBox; reveal: boolean; n: number } | null = $state.raw(null);
  /** An item that is being chosen, drawn like a compared one. */
  preview: string | null = $state(null);
  /** A way that the map shows above all else, in the order of travel. */
  highlightedPath: readonly Leg[] | null = $state.raw(null);
  readonly finder = new Finder(() => this.atlas);
  /** The view that "back" or "forward" brought. */
  restored: ViewState | null = $state.raw(null);
  /** A paragraph to scroll the article to. */
  paragraph: { n: number; request: number } | null = $state.raw(null);

  readonly imports: ImportedRoutes;

  readonly tr: Translator = $derived(translator(this.#words.lang, this.#words.words, this.atlas.context?.countries));
  readonly theme: Theme = $derived(this.view.theme === 'auto' ? this.systemTheme : this.view.theme);
  readonly selected = $derived(this.view.select === null ? null : findFeature(this.atlas, this.view.select));
  /** What the data say of a claim. */
  readonly getFinding = $derived(createClaimEvaluator(this.atlas));
  /** The groups of lines that are for comparison only: hidden until somebody asks for them. */
  readonly alternatives = $derived(
    [...this.atlas.routes.values()].filter(({ kind }) => kind === 'alternative').map(({ id }) => id),
  );
  readonly filters: Filters = $derived({
    ...this.view.filters,
    hiddenGroups: this.view.filters.hiddenGroups ?? this.alternatives,
  });

  /** Whose data the map shows, for its corner. */
  readonly credit = $derived(
    (this.manifest?.licences ?? [])
      .filter(({ onMap }) => onMap)
      .map(({ credit }) => credit)
      .filter((credit, i, all) => all.indexOf(credit) === i)
      .join(' · '),
  );

  readonly #compared = $derived(this.view.compare);
  readonly comparison: Comparison = $derived(
    compareItems(this.atlas, this.#compared, (id) => this.imports.find(getImportedKey(id))),
  );
  /** What the map draws in the looks of a comparison. */
  readonly comparedRows: readonly ComparedRow[] = $derived(
    this.preview !== null
      ? compareItems(this.atlas, [this.preview]).rows
      : this.view.panel === 'compare'
        ? this.comparison.rows
        : NONE,
  );

  constructor(options: ViewerOptions) {
    this.#options = options;
    this.base = options.base;
    this.imports = new ImportedRoutes(options.imports);
    this.view = options.view;
    this.systemTheme = options.systemTheme;
    void this.#speak(options.view.lang);
  }

  /** Fetches the dataset; each part that fails is told of and can be asked for again, the others are shown. */
  async load(): Promise<void> {
    const parts: Parts = {};
    const { base, fetch } = this.#options;
    const manifest = async (): Promise<boolean> => {
      const found = await this.#attempt('manifest', () => loadManifest(base, { fetch }), manifest);
      if (found) this.manifest = found;
      return found !== null;
    };
    const part = async (name: PartName): Promise<void> => {
      this.#pending = [...this.#pending, name];
      const found = await this.#attempt(
        name,
        () => loadPart(base, name, { fetch }),
        () => part(name),
      );
      this.#pending = this.#pending.filter((one) => one !== name);
      if (!found) return;
      Object.assign(parts, { [name]: found });
      if (this.loaded) this.atlas = indexAtlas(parts);
    };
    const all = Promise.all([manifest(), ...OTHERS.map(part)]);
    await Promise.all(ESSENTIAL.map(part));
    await Promise.race([all, new Promise((resolve) => setTimeout(resolve, GRACE))]);
    this.atlas = indexAtlas(parts);
    this.loaded = true;
    await all;
  }

  /** What a panel shows is still on its way. */
  awaits(panel: Panel): boolean {
    const needed = NEEDED[panel];
    return !this.loaded || (needed !== undefined && this.#pending.includes(needed));
  }

  /** The base map for pictures, fetched when it is first wanted. Rejects with an `AtlasError`, and tries anew the next time. */
  baseMap(detail: boolean): Promise<BaseMapData> {
    if (!this.#baseMap || (detail && !this.#baseMap.detail)) {
      const { fetch } = this.#options;
      const data = import('../../core/dataset/load-base-map.ts').then(({ loadBaseMap }) =>
        loadBaseMap(this.base, detail, { fetch }),
      );
      this.#baseMap = { detail, data };
      data.catch(() => (this.#baseMap = null));
    }
    return this.#baseMap.data;
  }

  async #attempt<T>(key: string, load: () => Promise<T>, again: () => Promise<unknown>): Promise<T | null> {
    this.failures = this.failures.filter((failure) => failure.key !== key);
    try {
      return await load();
    } catch (error) {
      if (!(error instanceof AtlasError)) throw error;
      this.fail(key, error, () => void again());
      return null;
    }
  }

  /** Tells of a failure; the same key again takes the place of the one before. */
  fail(key: string, error: AtlasError, retry: () => void): void {
    this.failures = [...this.failures.filter((failure) => failure.key !== key), { key, error, retry }];
  }

  dismiss(key: string): void {
    this.failures = this.failures.filter((failure) => failure.key !== key);
  }

  retry(failure: Failure): void {
    this.dismiss(failure.key);
    failure.retry();
  }

  /** Picks a feature, from wherever: map, list, article, search. Null lets go. */
  select(id: string | null, { show = true }: { show?: boolean } = {}): void {
    if (id === null && this.view.select === null) return;
    this.hovered = null;
    this.#change({ select: id }, id === this.view.select ? 'replace' : 'push');
    if (id !== null && show) this.show(id);
  }

  /** Picks what a reader points at on the map: a place that the finder waits for, else the selection. */
  pickOnMap(id: string | null): void {
    const item = id === null ? null : readItem(id);
    if (this.finder.picking) this.finder.take(id);
    else if (item !== null && typeof item !== 'string' && item.kind === 'imported')
      this.select(getImportedKey(item.id), { show: false });
    // A compared section or way has no page of its own.
    else this.select(id?.includes(':') ? null : id, { show: false });
  }

  /** Shows a way on the map, above all else; null takes it away. */
  follow(highlightedPath: readonly Leg[] | null): void {
    this.highlightedPath = highlightedPath;
  }

  /** Brings a feature, or links in the order of travel, into view. */
  show(target: string | readonly Leg[]): void {
    const extent = typeof target === 'string' ? this.computeBounds(target) : computeLegBounds(this.atlas, target);
    if (extent) this.frame(extent, typeof target !== 'string');
  }

  /** Brings an extent into view. */
  frame(extent: BoundingBox, reveal = false): void {
    this.request = { extent, reveal, n: (this.request?.n ?? 0) + 1 };
  }

  /** Brings all that is compared into view. */
  frameCompared(): void {
    const extent = computeExtent(this.comparison.rows.flatMap(({ line }) => line));
    if (extent) this.frame(extent);
  }

  /** True where an item is among the compared. */
  isCompared(text: string): boolean {
    return this.comparison.rows.some((row) => row.text === text);
  }

  /** Sets these side by side; only what can be used is kept. */
  setCompared(texts: readonly string[], { open = false }: { open?: boolean } = {}): void {
    const compared = readCompared(texts).items.map(({ text }) => text);
    this.preview = null;
    this.#change({ compare: compared, ...(open && { panel: 'compare' }) }, 'push');
    this.frameCompared();
  }

  /** Adds an item, or takes it away where it is there; false where there is no room for it. */
  toggleCompared(text: string): boolean {
    const now = this.comparison.rows.map((row) => row.text);
    if (!now.includes(text) && now.length >= MOST_COMPARED) return false;
    const compare = now.includes(text) ? now.filter((one) => one !== text) : [...now, text];
    this.#change({ compare }, 'push');
    if (this.view.panel === 'compare') this.frameCompared();
    return true;
  }

  /** Name of any feature in the language of the page. */
  getName(id: string): string {
    if (id.includes(':')) return this.#formatItemName(id);
    const found = findFeature(this.atlas, id);
    if (!found) return this.imports.find(id)?.name ?? id;
    const { lang } = this.tr;
    if (found.kind === 'claim') return getText(lang, found.value.text);
    if (found.kind === 'event') return getText(lang, found.value.title);
    if (found.kind === 'link') {
      const { from, to } = found.value.properties;
      return `${this.getName(from)} – ${this.getName(to)}`;
    }
    return getName(lang, 'properties' in found.value ? found.value.properties : found.value);
  }

  /** Extent of any feature, and of the reader's own routes; null where it has no place. */
  computeBounds(id: string): BoundingBox | null {
    return computeBounds(this.atlas, id) ?? this.imports.find(id)?.extent ?? null;
  }

  /** Name of a section, a way or an own route. */
  #formatItemName(text: string): string {
    const item = readItem(text);
    const imports = typeof item !== 'string' && item.kind === 'imported' ? this.imports.find(getImportedKey(item.id)) : undefined;
    return imports?.name ?? formatItemName(this.tr, text, (id) => this.getName(id));
  }

  hover(id: string | null): void {
    this.hovered = id;
  }

  open(panel: Panel): void {
    if (panel !== this.view.panel) this.#change({ panel }, 'push');
  }

  /** Opens the page of a feature beside the map; claims have theirs in a list of their own. */
  page(id: string): void {
    this.#change({ select: id, panel: this.atlas.claims.has(id) ? 'claims' : 'routes' }, 'push');
    this.show(id);
  }

  readParagraph(n: number): void {
    this.#change({ panel: 'article' }, 'push');
    this.paragraph = { n, request: (this.paragraph?.request ?? 0) + 1 };
  }

  filter(filters: Partial<ViewState['filters']>): void {
    this.#change({ filters: { ...this.view.filters, ...filters } }, 'replace');
  }

  /** Shows or hides a value of one of the filters' lists. */
  toggle(list: 'hiddenGroups' | 'hiddenModes' | 'hiddenStatuses', value: string): void {
    const now: readonly string[] = this.filters[list];
    this.filter({ [list]: now.includes(value) ? now.filter((one) => one !== value) : [...now, value] });
  }

  resetFilters(): void {
    this.filter({ hiddenGroups: null, hiddenModes: [], hiddenStatuses: [], year: null });
  }

  move(camera: Camera): void {
    this.#change({ camera }, 'replace');
  }

  async speak(lang: Lang): Promise<void> {
    this.#change({ lang }, 'replace');
    await this.#speak(lang);
  }

  async #speak(lang: Lang): Promise<void> {
    const words = await loadDictionary(lang);
    if (this.view.lang === lang) this.#words = { lang, words };
  }

  choose(theme: ThemeChoice): void {
    this.#change({ theme }, 'replace');
  }

  /** Takes over a view from outside, such as from "back"; nobody is told. */
  restore(view: ViewState): void {
    const { lang } = this.view;
    this.view = view;
    this.restored = view;
    if (view.lang !== lang) void this.#speak(view.lang);
  }

  #change(part: Partial<ViewState>, step: 'push' | 'replace'): void {
    this.view = { ...this.view, ...part };
    this.#options.onView(this.view, step);
  }
}
