import type { Atlas } from '../../core/dataset/dataset.ts';
import type { Mode, Position } from '../../core/dataset/model.ts';
import { findOverview, findPlacesAlong, findPlacesOf } from '../../core/geo/camera.ts';
import { INTERNATIONAL_WATERS } from '../../core/measure/measure.ts';
import { findServedPlaces, type FoundPath } from '../../core/routing/best-paths.ts';
import { type FoundPaths, readPathRequest } from '../../core/routing/find-paths.ts';
import type { PathsAnswer } from '../../core/compare/path-server.ts';
import type { Condition } from '../../core/routing/no-path-reasons.ts';
import { listReturns } from '../../core/routing/returns.ts';
import { type Criterion, type PathItem, writeItem } from '../../core/url/compare-items.ts';
import { type FinderView, MOST_VIA } from '../../core/url/finder-view.ts';
import { AwaitedView } from '../state/awaited-view.ts';
import type { MapRequests } from '../state/map-requests.svelte.ts';
import type { Navigation, Step } from '../state/navigation.svelte.ts';
import type { PathQueue } from './path-queue.ts';
import { PathSearch } from './path-search.svelte.ts';

/** The start, the end, or a place on the way by its number from 0. */
export type Stop = 'from' | 'to' | number;

/** A path that was found. */
export interface Way {
  path: FoundPath;
  /** The countries that it comes back into. */
  returns: string[];
}

/** The path finder: its places and conditions, which the address carries, and the paths between them. */
export class Finder {
  /** The dataset as it is now. */
  readonly #atlas: () => Atlas;
  readonly #navigation: Navigation;
  readonly #requests: MapRequests;

  /** True while the reader adds a place on the way, and has not named it yet. */
  isAddingVia = $state(false);
  /** The stop that the next place picked on the map becomes. */
  picking: Stop | null = $state(null);
  /** How often something was picked on the map that is no place of the network. */
  missed = $state(0);

  // Of its own, so that a change of another part of the view searches nothing.
  readonly #view: FinderView = $derived.by(() => this.#navigation.view.find);
  readonly #item: Omit<PathItem, 'n'> | null = $derived.by(() => {
    const { from, to, via, by, avoidCountries, avoidModes, avoidDisrupted, openOnly, year, closed } = this.#view;
    if (from === null || to === null) return null;
    const conditions = { avoidCountries, avoidModes, avoidDisrupted, openOnly: openOnly && year === null, year, cut: closed };
    return { kind: 'path', from, to, via, by, ...conditions };
  });
  // Compared as text, so that choosing another of the paths does not search them again.
  readonly #request: string | null = $derived(this.#item && JSON.stringify(this.#item));
  readonly #searches: PathSearch<'paths'>;
  readonly #search: { answer: PathsAnswer | null; isCurrent: boolean } | null = $derived.by(() => {
    if (this.#request === null) return null;
    const request = readPathRequest(JSON.parse(this.#request) as Omit<PathItem, 'n'>);
    const { answer, isCurrent } = this.#searches.find(this.#atlas(), { kind: 'paths', requests: [request] });
    return { answer: answer?.found[0] ?? null, isCurrent };
  });
  /** True until the answer to what is asked has come. */
  readonly isSearching: boolean = $derived(this.#search !== null && !this.#search.isCurrent);
  /** Null until both ends are chosen; while it is searched, what was found before, so that nothing jumps. */
  readonly result: FoundPaths | null = $derived(this.#search?.answer ?? null);
  /** The paths, the best first, each with what speaks against it: what is asked for decides their order alone. */
  readonly ways: readonly Way[] = $derived.by(() => {
    const isCountry = (code: string) => code !== INTERNATIONAL_WATERS;
    return (this.result?.paths ?? []).map((path): Way => ({ path, returns: listReturns(path.measured, isCountry) }));
  });
  /** The path that stays on the map while no other is pointed at. */
  readonly chosen: FoundPath | null = $derived((this.ways[this.#view.way - 1] ?? this.ways[0])?.path ?? null);
  /** Where the lines end that lead from the start, where there is no path. */
  readonly lineEnds: readonly string[] = $derived(this.#search?.answer?.lineEnds ?? []);
  /** Positions that show the way that is chosen; while it is searched, where it has to pass; of a single end all corridors besides. */
  readonly extent: readonly Position[] = $derived.by(() => {
    const stops = findPlacesOf(this.#atlas(), this.stops);
    if (this.isSearching) return stops;
    if (this.#item === null && stops.length > 0) return [...stops, ...findOverview(this.#atlas())];
    return this.chosen ? findPlacesAlong(this.#atlas(), this.chosen.legs) : [];
  });
  /** The places that are named so far, in the order of travel. */
  readonly stops: readonly string[] = $derived.by(() => getStops(this.#view));
  /** Ids of the nodes that a line serves. */
  readonly places: ReadonlySet<string> = $derived.by(() => findServedPlaces(this.#atlas()));
  /** The places on the way, with null for one that is being added. */
  readonly viaFields: readonly (string | null)[] = $derived([...this.#view.via, ...(this.isAddingVia ? [null] : [])]);
  readonly isViaFull = $derived(this.viaFields.length >= MOST_VIA);

  /** The path that is chosen, in view. */
  readonly inView: AwaitedView;

  constructor(atlas: () => Atlas, navigation: Navigation, requests: MapRequests, queue: PathQueue) {
    this.#atlas = atlas;
    this.#navigation = navigation;
    this.#requests = requests;
    this.inView = new AwaitedView(requests, { isSearching: () => this.isSearching, findPlaces: () => this.extent });
    this.#searches = new PathSearch(queue, 'paths', () => this.inView.follow());
  }

  get view(): FinderView {
    return this.#view;
  }

  get by(): Criterion {
    return this.#view.by;
  }
  set by(by: Criterion) {
    this.change({ by });
  }
  get openOnly(): boolean {
    return this.#view.openOnly;
  }
  set openOnly(openOnly: boolean) {
    this.change({ openOnly });
  }
  get avoidDisrupted(): boolean {
    return this.#view.avoidDisrupted;
  }
  set avoidDisrupted(avoidDisrupted: boolean) {
    this.change({ avoidDisrupted });
  }
  get year(): number | null {
    return this.#view.year;
  }
  set year(year: number | null) {
    // A slider runs through many years.
    this.change({ year }, this.year !== null && year !== null ? 'replace' : 'push');
  }

  /** Asks anew, and brings the first path that is found into view. */
  change(part: Partial<FinderView>, step: Step = 'push'): void {
    this.#navigation.change({ find: { ...this.#view, way: 1, ...part }, tool: 'find' }, step);
    // With a single end there is nothing to show yet: a camera that the reader has set stays.
    if (this.#item === null) this.#requests.adjustTo(this.extent);
    else this.inView.show();
  }

  /** Chooses one of the paths, by its number from 1. */
  chooseWay(way: number): void {
    if (way === this.#view.way) this.inView.show();
    else this.change({ way });
  }

  /** Text of the compared item that stands for the path of this number, from 1. */
  getItemText(n: number): string | null {
    return this.#item && writeItem({ ...this.#item, n });
  }

  getPlace(stop: Stop): string | null {
    return typeof stop === 'number' ? (this.#view.via[stop] ?? null) : this.#view[stop];
  }

  /** Offers a field for one more place on the way. */
  addVia(): void {
    this.isAddingVia = true;
  }

  /** Sets a stop; null takes a place on the way out, and empties an end. */
  choose(stop: Stop, id: string | null): void {
    this.picking = null;
    if (typeof stop !== 'number') {
      this.change({ [stop]: id });
      return;
    }
    const { via } = this.#view;
    if (stop >= via.length) this.isAddingVia = false;
    if (id === null && stop >= via.length) return;
    this.change({ via: [...via.slice(0, stop), ...(id === null ? [] : [id]), ...via.slice(stop + 1)] });
  }

  swap(): void {
    const { from, to, via } = this.#view;
    this.change({ from: to, to: from, via: via.toReversed() });
  }

  /** Waits for a place to be picked on the map; the same stop again ends the waiting. */
  pick(stop: Stop | null): void {
    this.picking = stop === this.picking ? null : stop;
    this.missed = 0;
  }

  /** Uses what was picked on the map, or goes on waiting. An area stands for its node. */
  acceptPick(id: string | null): void {
    if (id === null || this.picking === null) return;
    const place = this.#atlas().areas.get(id)?.properties.node ?? id;
    if (this.places.has(place)) this.choose(this.picking, place);
    else this.missed += 1;
  }

  toggleCountry(code: string): void {
    this.change({ avoidCountries: toggle(this.#view.avoidCountries, code) });
  }

  toggleMode(mode: Mode): void {
    this.change({ avoidModes: toggle(this.#view.avoidModes, mode) });
  }

  close(id: string): void {
    if (!this.#view.closed.includes(id)) this.change({ closed: [...this.#view.closed, id] });
  }

  reopen(id: string): void {
    this.change({ closed: this.#view.closed.filter((one) => one !== id) });
  }

  /** Drops a single condition. */
  lift(condition: Condition): void {
    if (condition.kind === 'country') this.toggleCountry(condition.code);
    else if (condition.kind === 'mode') this.toggleMode(condition.mode);
    else if (condition.kind === 'status') this.openOnly = false;
    else if (condition.kind === 'year') this.year = null;
    else if (condition.kind === 'disrupted') this.avoidDisrupted = false;
    else if (condition.kind === 'closed') this.reopen(condition.link);
    else this.change({ via: this.#view.via.filter((id) => id !== condition.node) });
  }
}

const getStops = ({ from, via, to }: FinderView): string[] => [from, ...via, to].flatMap((id) => id ?? []);

const toggle = <T>(list: readonly T[], value: T): T[] =>
  list.includes(value) ? list.filter((one) => one !== value) : [...list, value];
