import type { Filters, Panel, ViewState } from '../../core/url/view.ts';
import type { Dataset } from './dataset.svelte.ts';

/** How a view enters the browser's history: as a step that "back" undoes, or in place of the present one. */
export type Step = 'push' | 'replace';

type FilterList = 'hiddenGroups' | 'hiddenModes' | 'hiddenStatuses';

/** The view that the address carries. Views are replaced, never changed in place. */
export class Navigation {
  readonly #dataset: Dataset;
  readonly #onView: (view: ViewState, step: Step) => void;

  view = $state.raw<ViewState>() as ViewState;
  /** The view that "back" or "forward" brought. */
  restored: ViewState | null = $state.raw(null);

  /** Groups of lines that serve comparison only: hidden until the reader asks for them. */
  readonly #alternatives = $derived.by(() =>
    [...this.#dataset.atlas.routes.values()].filter(({ kind }) => kind === 'alternative').map(({ id }) => id),
  );
  /** Stays the same object while other parts of the view change, so that nothing that depends on the filters is made anew. */
  readonly #chosen = $derived(this.view.filters);
  readonly filters: Filters = $derived({ ...this.#chosen, hiddenGroups: this.#chosen.hiddenGroups ?? this.#alternatives });
  readonly isFiltered: boolean = $derived.by(() => {
    const { hiddenGroups, hiddenModes, hiddenStatuses, year } = this.view.filters;
    return hiddenGroups !== null || hiddenModes.length > 0 || hiddenStatuses.length > 0 || year !== null;
  });

  constructor(view: ViewState, dataset: Dataset, onView: (view: ViewState, step: Step) => void) {
    this.view = view;
    this.#dataset = dataset;
    this.#onView = onView;
  }

  change(part: Partial<ViewState>, step: Step): void {
    this.view = { ...this.view, ...part };
    this.#onView(this.view, step);
  }

  /** Takes over a view that the history already holds. */
  restore(view: ViewState): void {
    this.view = view;
    this.restored = view;
  }

  openPanel(panel: Panel): void {
    if (panel !== this.view.panel) this.change({ panel }, 'push');
  }

  updateFilters(filters: Partial<ViewState['filters']>): void {
    this.change({ filters: { ...this.view.filters, ...filters } }, 'replace');
  }

  /** Shows or hides a value of one of the filters' lists. */
  toggleFilter(list: FilterList, value: string): void {
    const now: readonly string[] = this.filters[list];
    this.updateFilters({ [list]: now.includes(value) ? now.filter((one) => one !== value) : [...now, value] });
  }

  resetFilters(): void {
    this.updateFilters({ hiddenGroups: null, hiddenModes: [], hiddenStatuses: [], year: null });
  }
}
