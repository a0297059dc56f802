import { type ComparedLine, computeComparedLines } from '../../core/compare/compared-lines.ts';
import { findComparedPlaces } from '../../core/compare/compared-places.ts';
import { type ComparedRow, compareItems, type Comparison } from '../../core/compare/comparison.ts';
import type { Position } from '../../core/dataset/model.ts';
import { findPlacesOf } from '../../core/geo/camera.ts';
import { getImportedKey } from '../../core/dataset/ids.ts';
import { MOST_COMPARED, readCompared, readItem } from '../../core/url/compare-items.ts';
import type { Tool } from '../../core/url/view.ts';
import { ComparedPaths } from '../compare/compared-paths.ts';
import type { ClosureTrial } from '../finder/closure-trial.svelte.ts';
import type { Finder } from '../finder/finder.svelte.ts';
import type { PathQueue } from '../finder/path-queue.ts';
import type { ImportedRoutes } from '../import/imported-routes.svelte.ts';
import { AwaitedView } from './awaited-view.ts';
import type { Dataset } from './dataset.svelte.ts';
import type { MapRequests } from './map-requests.svelte.ts';
import type { Navigation } from './navigation.svelte.ts';

const NONE: readonly ComparedRow[] = [];

/** The items set side by side: routes, sections, paths and imported routes, each by its text of the address. */
export class ComparisonState {
  readonly #navigation: Navigation;
  readonly #dataset: Dataset;
  readonly #imports: ImportedRoutes;
  readonly #finder: Finder;
  readonly #closure: ClosureTrial;
  readonly #paths: ComparedPaths;
  readonly #casePaths: ComparedPaths;

  /** An item that is being chosen, drawn like a compared one. */
  preview: string | null = $state(null);

  /** What a case of a claim is about, drawn like a comparison. */
  #case: readonly string[] = $state.raw([]);

  // Of its own, so that a change of another part of the view computes nothing.
  readonly #texts = $derived.by(() => this.#navigation.view.compare);
  readonly #result: Comparison = $derived.by(() => this.#compare(this.#paths, this.#texts));
  readonly problems: Comparison['problems'] = $derived(this.#result.problems);
  /** True until all paths of it have come. */
  readonly isSearching: boolean = $derived(this.#result.pending.length > 0);
  /** What is compared, or will be as soon as it is found. */
  readonly texts: readonly string[] = $derived.by(() => {
    const known = [...this.#result.rows.map(({ text }) => text), ...this.#result.pending];
    return readCompared(this.#texts).items.flatMap(({ text }) => (known.includes(text) ? [text] : []));
  });
  #complete: readonly ComparedRow[] = NONE;
  /** While paths are searched, what has been compared and still is, so that nothing jumps. */
  readonly rows: readonly ComparedRow[] = $derived.by(() => {
    if (this.isSearching) return this.#complete.filter(({ text }) => this.texts.includes(text));
    this.#complete = this.#result.rows;
    return this.#complete;
  });
  readonly isFull = $derived(this.texts.length >= MOST_COMPARED);
  /** The map draws what is compared. A chapter takes it along. */
  readonly #isDrawn: boolean = $derived.by(() => {
    const { panel, tool } = this.#navigation.view;
    return panel === 'write' || (panel === 'compare' && tool === 'compare');
  });
  readonly #caseResult: Comparison = $derived.by(() => this.#compare(this.#casePaths, this.#case));
  /** The rows that the map draws in the style of a comparison. */
  readonly drawnRows: readonly ComparedRow[] = $derived.by(() => {
    if (this.preview !== null) return compareItems(this.#dataset.atlas, [this.preview]).rows;
    if (this.#isDrawn) return this.rows;
    return this.#navigation.view.panel === 'compare' ? NONE : this.#caseResult.rows;
  });
  readonly #inView: AwaitedView;
  readonly #caseInView: AwaitedView;

  /** The lines that the map draws above the network: what is compared, or what a closure changes. */
  readonly drawnLines: readonly ComparedLine[] = $derived.by(() =>
    this.drawnRows.length > 0 ? computeComparedLines(this.drawnRows) : this.#closure.lines,
  );

  constructor(
    navigation: Navigation,
    dataset: Dataset,
    imports: ImportedRoutes,
    requests: MapRequests,
    finder: Finder,
    closure: ClosureTrial,
    queue: PathQueue,
  ) {
    this.#finder = finder;
    this.#closure = closure;
    this.#navigation = navigation;
    this.#dataset = dataset;
    this.#imports = imports;
    this.#inView = new AwaitedView(requests, { isSearching: () => this.isSearching, findPlaces: () => this.findPlaces() });
    this.#caseInView = new AwaitedView(requests, {
      isSearching: () => this.#caseResult.pending.length > 0,
      findPlaces: () => findComparedPlaces(this.#caseResult.rows),
    });
    this.#paths = new ComparedPaths(queue, () => this.#inView.follow());
    this.#casePaths = new ComparedPaths(queue, () => this.#caseInView.follow());
  }

  #compare(paths: ComparedPaths, texts: readonly string[]): Comparison {
    const { atlas } = this.#dataset;
    const imported = (id: string) => this.#imports.find(getImportedKey(id));
    return compareItems(atlas, texts, { imported, findPaths: paths.find(atlas, texts) });
  }

  includes(text: string): boolean {
    return this.texts.includes(text);
  }

  /** Compares these items in place of the present ones; texts that cannot be read are dropped. */
  set(texts: readonly string[], { open = false }: { open?: boolean } = {}): void {
    const compare = readCompared(texts).items.map(({ text }) => text);
    this.preview = null;
    this.#navigation.change({ compare, ...(open && { panel: 'compare', tool: 'compare' }) }, 'push');
    this.show();
  }

  /** Turns to one side of the panel that compares. */
  openTool(tool: Tool): void {
    if (tool === this.#navigation.view.tool) return;
    this.#navigation.change({ tool }, 'push');
    if (tool === 'compare') this.show();
    else this.#finder.inView.show();
  }

  /** Opens the panel with the items as they are. */
  open(): void {
    this.set(this.#texts, { open: true });
  }

  /** Adds an item, or removes it where it is there; false where there is no room for it. */
  toggle(text: string): boolean {
    const { texts } = this;
    if (!texts.includes(text) && this.isFull) return false;
    const compare = texts.includes(text) ? texts.filter((one) => one !== text) : [...texts, text];
    // Who adds lines elsewhere finds them compared when the panel is opened.
    const { panel, tool } = this.#navigation.view;
    this.#navigation.change({ compare, tool: panel === 'compare' ? tool : 'compare' }, 'push');
    if (this.drawnRows.length > 0 || (this.#isDrawn && this.isSearching)) this.show();
    return true;
  }

  /** Positions that show all compared items; of a path that is still searched, where it has to pass. */
  findPlaces(): Position[] {
    const { rows, pending } = this.#result;
    const stops = pending.map(readItem).flatMap((item) => {
      return typeof item !== 'string' && item.kind === 'path' ? [item.from, ...item.via, item.to] : [];
    });
    return [...findComparedPlaces(rows), ...findPlacesOf(this.#dataset.atlas, stops)];
  }

  /** Positions of what the map draws, for a first camera, which is adjusted to what is found later. */
  findFirstPlaces(): readonly Position[] {
    return this.#isDrawn ? this.#inView.start() : [];
  }

  /** Draws the items of a case of a claim and brings them into view; none ends it. */
  showCase(texts: readonly string[]): void {
    this.#case = texts;
    this.#caseInView.show();
  }

  /** Brings all compared items into view. */
  show(): void {
    this.#inView.show();
  }
}
