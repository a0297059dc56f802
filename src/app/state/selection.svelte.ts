import { getImportedKey } from '../../core/dataset/ids.ts';
import { readItem } from '../../core/url/compare-items.ts';
import type { ViewState } from '../../core/url/view.ts';
import type { Finder } from '../finder/finder.svelte.ts';
import type { Dataset } from './dataset.svelte.ts';
import type { Layout } from './layout.svelte.ts';
import type { MapRequests } from './map-requests.svelte.ts';
import type { Navigation } from './navigation.svelte.ts';

/** The selected feature and the one that is pointed at. */
export class Selection {
  readonly #navigation: Navigation;
  readonly #dataset: Dataset;
  readonly #requests: MapRequests;
  readonly #finder: Finder;
  readonly #layout: Layout;

  #pointed: string | null = $state(null);
  /** Id of the feature that the paragraph being read speaks of. */
  read: string | null = $state(null);
  /** Id of the feature, or text of the compared item, that the pointer or the focus is on; else the one that is read of. */
  readonly hovered: string | null = $derived(this.#pointed ?? this.read);
  /** Id of the selected feature or imported route. */
  readonly id: string | null = $derived.by(() => this.#navigation.view.select);
  /** Id of the feature or imported route whose page is open. */
  readonly page: string | null = $derived.by(() => {
    const { panel, select } = this.#navigation.view;
    return select !== null && this.getPageView(select).panel === panel ? select : null;
  });
  /** Id of what the map outlines: a claim shows its cases instead. */
  readonly outlined: string | null = $derived.by(() => (this.#dataset.atlas.claims.has(this.id ?? '') ? null : this.id));
  /** Id of the event that the map points out: the selected one, or the one that is read of. */
  readonly event: string | null = $derived.by(
    () => [this.outlined, this.read].find((id) => this.#dataset.atlas.events.has(id ?? '')) ?? null,
  );
  /** The feature whose page was open before the present one. */
  before: string | null = $state(null);

  constructor(navigation: Navigation, dataset: Dataset, requests: MapRequests, finder: Finder, layout: Layout) {
    this.#layout = layout;
    this.#navigation = navigation;
    this.#dataset = dataset;
    this.#requests = requests;
    this.#finder = finder;
  }

  hover(id: string | null): void {
    this.#pointed = id;
  }

  /** Selects a feature in the panel that is open; null selects nothing. `show`: the map brings it into view. */
  select(id: string | null, { show = true }: { show?: boolean } = {}): void {
    if (id === null && this.id === null) return;
    this.#pointed = null;
    this.read = null;
    this.#navigation.change({ select: id }, id === this.id ? 'replace' : 'push');
    if (id !== null && show) this.#requests.showFeature(id);
  }

  /** What a view has where it shows the page of a feature; claims have theirs in the panel of claims. */
  getPageView(id: string): Pick<ViewState, 'select' | 'panel'> {
    return { select: id, panel: this.#dataset.atlas.claims.has(id) ? 'claims' : 'routes' };
  }

  /** Selects a feature and opens its page beside the map. */
  openPage(id: string): void {
    this.read = null;
    this.before = this.id;
    this.#navigation.change(this.getPageView(id), 'push');
    this.#requests.showFeature(id);
  }

  /**
   * Handles a pick on the map: a place that the finder waits for, else the selection. Where there is nothing, the page is closed,
   * unless it has been read: then the reader would lose their place in it.
   */
  pickOnMap(id: string | null): void {
    const item = id === null ? null : readItem(id);
    if (this.#finder.picking !== null) this.#finder.acceptPick(id);
    else if (item !== null && typeof item !== 'string' && item.kind === 'imported') {
      this.select(getImportedKey(item.id), { show: false });
    } else if (id === null && this.#layout.scroll > 0) return;
    // A compared section or path has no page of its own.
    else this.select(id?.includes(':') ? null : id, { show: false });
  }
}
