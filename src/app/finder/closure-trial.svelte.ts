import type { ComparedLine } from '../../core/compare/compared-lines.ts';
import { findRouteColour } from '../../core/compare/comparison.ts';
import type { Leg, Position, RouteProperties } from '../../core/dataset/model.ts';
import { findPlacesAlong } from '../../core/geo/camera.ts';
import { findLegs } from '../../core/routing/legs.ts';
import { computeWithout, findRoutesBroken, type LeftRoute, type Without } from '../../core/routing/without.ts';
import { AwaitedView } from '../state/awaited-view.ts';
import type { Dataset } from '../state/dataset.svelte.ts';
import type { MapRequests } from '../state/map-requests.svelte.ts';
import type { Navigation } from '../state/navigation.svelte.ts';
import type { PathQueue } from './path-queue.ts';
import { PathSearch } from './path-search.svelte.ts';

const readRoute = ({ links, nodes, byStatus }: RouteProperties): LeftRoute => ({ links, nodes, byStatus });
const readLegs = ({ legs }: Without): Leg[] => (legs ?? []).map(({ link, reversed }) => ({ id: link.properties.id, reversed }));

/** The trial that a place or section is closed: its page shows what becomes of each route, and the map one of them. */
export class ClosureTrial {
  readonly #dataset: Dataset;
  readonly #navigation: Navigation;
  readonly #rounds: PathSearch<'round'>;
  readonly #items: PathSearch<'item'>;

  /** The node or link whose page is open and that is closed; null where there is none. */
  readonly id: string | null = $derived.by(() => {
    const { panel, select, find } = this.#navigation.view;
    return panel === 'routes' && select !== null && find.closed.includes(select) ? select : null;
  });
  readonly #broken: readonly RouteProperties[] = $derived.by(() =>
    this.id === null ? [] : findRoutesBroken(this.#dataset.atlas, this.id),
  );
  /** Null until the ways round have come. */
  readonly #ways: readonly (Leg[] | null)[] | null = $derived.by(() => {
    if (this.id === null || this.#broken.length === 0) return [];
    const question = { kind: 'round' as const, routes: this.#broken.map(readRoute), closed: this.id };
    const { answer, isCurrent } = this.#rounds.find(this.#dataset.atlas, question);
    return isCurrent ? (answer?.ways ?? null) : null;
  });
  /** True until the answer to what is asked has come. */
  readonly isSearching: boolean = $derived(this.#ways === null);
  /** What becomes of each route that passes there, main ones first. */
  readonly outcomes: readonly Without[] = $derived.by(() => {
    const [{ atlas }, id] = [this.#dataset, this.id];
    if (id === null || this.#ways === null) return [];
    return this.#broken.map((route, i) => computeWithout(atlas, route, id, this.#ways?.[i] ?? null));
  });
  readonly #way: number = $derived.by(() => this.#navigation.view.find.way);
  /** The one that the map shows. */
  readonly chosen: Without | null = $derived(this.outcomes[this.#way - 1] ?? this.outcomes[0] ?? null);
  /** The way round as an item of a comparison; null where the grammar cannot say it, and until it is known. */
  readonly item: string | null = $derived.by(() => {
    if (!this.chosen?.legs) return null;
    const { route, closed } = this.chosen;
    const question = { kind: 'item' as const, route: readRoute(route), closed, path: readLegs(this.chosen) };
    const { answer, isCurrent } = this.#items.find(this.#dataset.atlas, question);
    return isCurrent ? (answer?.text ?? null) : null;
  });
  /** The way as it is in grey where it is left, the way round in the colour of the route. */
  readonly lines: readonly ComparedLine[] = $derived.by(() => (this.chosen ? this.#buildLines(this.chosen) : []));

  /** Where the two part and meet again, or all of the route where nothing leads round or that is still searched. */
  readonly extent: readonly Position[] = $derived.by(() => {
    const route = this.chosen?.route ?? this.#broken[this.#way - 1] ?? this.#broken[0];
    if (!route) return [];
    const old = route.links.map(({ id }) => id);
    const round = this.chosen ? readLegs(this.chosen).filter(({ id }) => !old.includes(id)) : [];
    return findPlacesAlong(this.#dataset.atlas, round.length > 0 ? round : route.links);
  });
  /** What the map shows of it, in view. */
  readonly inView: AwaitedView;

  constructor(dataset: Dataset, navigation: Navigation, requests: MapRequests, queue: PathQueue) {
    this.#dataset = dataset;
    this.#navigation = navigation;
    this.inView = new AwaitedView(requests, { isSearching: () => this.isSearching, findPlaces: () => this.extent });
    this.#rounds = new PathSearch(queue, 'round', () => this.inView.follow());
    this.#items = new PathSearch(queue, 'item');
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
    this.inView.show();
  }

  #buildLines({ route, legs }: Without): ComparedLine[] {
    const { atlas } = this.#dataset;
    const kept = (legs ?? []).map(({ link }) => link.properties.id);
    const left = findLegs(atlas, route.links).filter(({ link }) => !kept.includes(link.properties.id));
    const own = findRouteColour(atlas, route.id);
    const old: ComparedLine = { text: route.id, legs: left, look: { letter: '', colour: 'slate', stripe: null } };
    if (!legs) return [old];
    const colour = own === undefined || own === 'slate' ? 'blue' : own;
    return [old, { text: this.item ?? route.id, legs, look: { letter: '', colour, stripe: null } }];
  }
}
