import type { ComparedLine } from '../../core/compare/compared-lines.ts';
import { findRouteColour } from '../../core/compare/comparison.ts';
import type { Position } from '../../core/dataset/model.ts';
import { findPlacesAlong } from '../../core/geo/camera.ts';
import { findLegs } from '../../core/routing/legs.ts';
import { computeWithout, findRoutesBroken, type Without } from '../../core/routing/without.ts';
import type { Dataset } from '../state/dataset.svelte.ts';
import type { MapRequests } from '../state/map-requests.svelte.ts';
import type { Navigation } from '../state/navigation.svelte.ts';

/** The trial that a place or section is closed: its page shows what becomes of each route, and the map one of them. */
export class ClosureTrial {
  readonly #dataset: Dataset;
  readonly #navigation: Navigation;
  readonly #requests: MapRequests;

  /** The node or link whose page is open and that is closed; null where there is none. */
  readonly id: string | null = $derived.by(() => {
    const { panel, select, find } = this.#navigation.view;
    return panel === 'routes' && select !== null && find.closed.includes(select) ? select : null;
  });
  /** What becomes of each route that passes there, main ones first. */
  readonly outcomes: readonly Without[] = $derived.by(() => {
    const [{ atlas }, id] = [this.#dataset, this.id];
    return id === null ? [] : findRoutesBroken(atlas, id).map((route) => computeWithout(atlas, route, id));
  });
  readonly #way: number = $derived.by(() => this.#navigation.view.find.way);
  /** The one that the map shows. */
  readonly chosen: Without | null = $derived(this.outcomes[this.#way - 1] ?? this.outcomes[0] ?? null);
  /** The way as it is in grey where it is left, the way round in the colour of the route. */
  readonly lines: readonly ComparedLine[] = $derived.by(() => (this.chosen ? this.#buildLines(this.chosen) : []));

  /** Where the two part and meet again, or all of the route where nothing leads round. */
  readonly extent: readonly Position[] = $derived.by(() => {
    if (!this.chosen) return [];
    const { route, legs } = this.chosen;
    const old = route.links.map(({ id }) => id);
    const round = (legs ?? [])
      .map(({ link, reversed }) => ({ id: link.properties.id, reversed }))
      .filter(({ id }) => !old.includes(id));
    return findPlacesAlong(this.#dataset.atlas, round.length > 0 ? round : route.links);
  });

  constructor(dataset: Dataset, navigation: Navigation, requests: MapRequests) {
    this.#dataset = dataset;
    this.#navigation = navigation;
    this.#requests = requests;
  }

  /** Closes a node or link whose page is open. */
  start(id: string): void {
    this.#change({ closed: [id], way: 1 });
  }

  end(): void {
    this.#change({ closed: [], way: 1 });
  }

  /** Shows what becomes of another of the routes, by its number from 1. */
  choose(way: number): void {
    this.#change({ way });
  }

  #change(part: { closed?: string[]; way: number }): void {
    this.#navigation.change({ find: { ...this.#navigation.view.find, ...part } }, 'push');
    this.#requests.showPlaces(this.extent);
  }

  #buildLines({ route, legs, item }: Without): ComparedLine[] {
    const { atlas } = this.#dataset;
    const kept = (legs ?? []).map(({ link }) => link.properties.id);
    const left = findLegs(atlas, route.links).filter(({ link }) => !kept.includes(link.properties.id));
    const own = findRouteColour(atlas, route.id);
    const old: ComparedLine = { text: route.id, legs: left, look: { letter: '', colour: 'slate', stripe: null } };
    if (!legs) return [old];
    const colour = own === undefined || own === 'slate' ? 'blue' : own;
    return [old, { text: item ?? route.id, legs, look: { letter: '', colour, stripe: null } }];
  }
}
