import { type ComparedLine, computeComparedLines } from '../../core/compare/compared-lines.ts';
import { findComparedPlaces } from '../../core/compare/compared-places.ts';
import { type ComparedRow, compareItems, type Comparison } from '../../core/compare/comparison.ts';
import type { Position } from '../../core/dataset/model.ts';
import { getImportedKey } from '../../core/dataset/ids.ts';
import { MOST_COMPARED, readCompared } from '../../core/url/compare-items.ts';
import type { Tool } from '../../core/url/view.ts';
import type { ClosureTrial } from '../finder/closure-trial.svelte.ts';
import type { Finder } from '../finder/finder.svelte.ts';
import type { ImportedRoutes } from '../import/imported-routes.svelte.ts';
import type { Dataset } from './dataset.svelte.ts';
import type { MapRequests } from './map-requests.svelte.ts';
import type { Navigation } from './navigation.svelte.ts';

const NONE: readonly ComparedRow[] = [];

/** The items set side by side: routes, sections, paths and imported routes, each by its text of the address. */
export class ComparisonState {
  readonly #navigation: Navigation;
  readonly #dataset: Dataset;
  readonly #imports: ImportedRoutes;
  readonly #requests: MapRequests;
  readonly #finder: Finder;
  readonly #closure: ClosureTrial;

  /** An item that is being chosen, drawn like a compared one. */
  preview: string | null = $state(null);

  /** What a case of a claim is about, drawn like a comparison. */
  #case: readonly string[] = $state.raw([]);

  // Of its own, so that a change of another part of the view computes nothing.
  readonly #texts = $derived.by(() => this.#navigation.view.compare);
  readonly #result: Comparison = $derived.by(() =>
    compareItems(this.#dataset.atlas, this.#texts, (id) => this.#imports.find(getImportedKey(id))),
  );
  readonly rows: readonly ComparedRow[] = $derived(this.#result.rows);
  readonly problems: Comparison['problems'] = $derived(this.#result.problems);
  readonly isFull = $derived(this.rows.length >= MOST_COMPARED);
  /** The rows that the map draws in the style of a comparison. */
  readonly drawnRows: readonly ComparedRow[] = $derived.by(() => {
    if (this.preview !== null) return compareItems(this.#dataset.atlas, [this.preview]).rows;
    const { panel, tool } = this.#navigation.view;
    // A chapter takes the comparison along.
    if (panel === 'write') return this.rows;
    if (panel === 'compare') return tool === 'compare' ? this.rows : NONE;
    return this.#case.length > 0 ? compareItems(this.#dataset.atlas, this.#case).rows : NONE;
  });

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
  ) {
    this.#finder = finder;
    this.#closure = closure;
    this.#navigation = navigation;
    this.#dataset = dataset;
    this.#imports = imports;
    this.#requests = requests;
  }

  includes(text: string): boolean {
    return this.rows.some((row) => row.text === text);
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
    else this.#requests.showPlaces(this.#finder.extent);
  }

  /** Opens the panel with the items as they are. */
  open(): void {
    this.set(this.#texts, { open: true });
  }

  /** Adds an item, or removes it where it is there; false where there is no room for it. */
  toggle(text: string): boolean {
    const texts = this.rows.map((row) => row.text);
    if (!texts.includes(text) && this.isFull) return false;
    const compare = texts.includes(text) ? texts.filter((one) => one !== text) : [...texts, text];
    // Who adds lines elsewhere finds them compared when the panel is opened.
    const { panel, tool } = this.#navigation.view;
    this.#navigation.change({ compare, tool: panel === 'compare' ? tool : 'compare' }, 'push');
    if (this.drawnRows.length > 0) this.show();
    return true;
  }

  /** Positions that show all compared items. */
  findPlaces(): Position[] {
    return findComparedPlaces(this.rows);
  }

  /** Draws the items of a case of a claim and brings them into view; none ends it. */
  showCase(texts: readonly string[]): void {
    this.#case = texts;
    this.#requests.showPlaces(findComparedPlaces(compareItems(this.#dataset.atlas, texts).rows));
  }

  /** Brings all compared items into view. */
  show(): void {
    this.#requests.showPlaces(this.findPlaces());
  }
}
