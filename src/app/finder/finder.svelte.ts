import { type Criterion, type PathItem, readItem, writeItem } from '../../core/url/compare-items.ts';
import type { Atlas } from '../../core/dataset/dataset.ts';
import type { Mode } from '../../core/dataset/model.ts';
import type { Condition } from '../../core/routing/no-path-reasons.ts';
import { findServedPlaces } from '../../core/routing/best-paths.ts';
import { findPaths, type FoundPaths, readPathRequest } from '../../core/routing/find-paths.ts';

export type End = 'from' | 'to';

/** The path finder: its places and conditions, and the paths between them. */
export class Finder {
  /** The dataset as it is now. */
  readonly #atlas: () => Atlas;

  /** Node ids. */
  from: string | null = $state(null);
  to: string | null = $state(null);
  by: Criterion = $state('length');
  avoidCountries: readonly string[] = $state.raw([]);
  avoidModes: readonly Mode[] = $state.raw([]);
  openOnly = $state(true);
  avoidDisrupted = $state(false);
  year: number | null = $state(null);
  /** Ids of the links that the reader has closed to see what that changes. */
  closedLinks: readonly string[] = $state.raw([]);
  /** The end that the next place picked on the map becomes. */
  picking: End | null = $state(null);
  /** How often something was picked on the map that is no place of the network. */
  missed = $state(0);

  readonly #item: Omit<PathItem, 'n'> | null = $derived(
    this.from === null || this.to === null
      ? null
      : {
          kind: 'path',
          from: this.from,
          to: this.to,
          by: this.by,
          via: [],
          avoidCountries: this.avoidCountries,
          avoidModes: this.avoidModes,
          avoidDisrupted: this.avoidDisrupted,
          openOnly: this.openOnly && this.year === null,
          year: this.year,
          cut: this.closedLinks,
        },
  );
  /** Null until both places are chosen. */
  readonly result: FoundPaths | null = $derived.by(() => this.#item && findPaths(this.#atlas(), readPathRequest(this.#item)));
  /** Ids of the nodes that a line serves. */
  readonly places: ReadonlySet<string> = $derived.by(() => findServedPlaces(this.#atlas()));

  constructor(atlas: () => Atlas) {
    this.#atlas = atlas;
  }

  /** Text of the compared item that stands for the path of this number, from 1. */
  getItemText(n: number): string | null {
    return this.#item && writeItem({ ...this.#item, n });
  }

  /** Takes up places and conditions of before; `item` is what `getItemText` gave. */
  restore({ from, to, item: text }: { from: string | null; to: string | null; item: string | null }): void {
    [this.from, this.to] = [from, to];
    const item = text === null ? null : readItem(text);
    if (item === null || typeof item === 'string' || item.kind !== 'path') return;
    this.by = item.by;
    this.avoidCountries = item.avoidCountries;
    this.avoidModes = item.avoidModes;
    this.avoidDisrupted = item.avoidDisrupted;
    this.openOnly = item.openOnly;
    this.year = item.year;
    this.closedLinks = item.cut;
  }

  choose(end: End, id: string | null): void {
    this[end] = id;
    this.closedLinks = [];
    this.picking = null;
  }

  swap(): void {
    [this.from, this.to] = [this.to, this.from];
  }

  /** Waits for a place to be picked on the map; the same end again stops waiting. */
  pick(end: End | null): void {
    this.picking = end === this.picking ? null : end;
    this.missed = 0;
  }

  /** Uses what was picked on the map, or goes on waiting. An area stands for its node. */
  acceptPick(id: string | null): void {
    if (id === null || !this.picking) return;
    const place = this.#atlas().areas.get(id)?.properties.node ?? id;
    if (this.places.has(place)) this.choose(this.picking, place);
    else this.missed += 1;
  }

  toggleCountry(code: string): void {
    this.avoidCountries = toggle(this.avoidCountries, code);
  }

  toggleMode(mode: Mode): void {
    this.avoidModes = toggle(this.avoidModes, mode);
  }

  close(link: string): void {
    if (!this.closedLinks.includes(link)) this.closedLinks = [...this.closedLinks, link];
  }

  reopen(link: string): void {
    this.closedLinks = this.closedLinks.filter((one) => one !== link);
  }

  /** Drops a single condition. */
  lift(condition: Condition): void {
    if (condition.kind === 'country') this.toggleCountry(condition.code);
    else if (condition.kind === 'mode') this.toggleMode(condition.mode);
    else if (condition.kind === 'status') this.openOnly = false;
    else if (condition.kind === 'year') this.year = null;
    else if (condition.kind === 'disrupted') this.avoidDisrupted = false;
    else if (condition.kind === 'closed') this.reopen(condition.link);
  }
}

const toggle = <T>(list: readonly T[], value: T): T[] =>
  list.includes(value) ? list.filter((one) => one !== value) : [...list, value];
