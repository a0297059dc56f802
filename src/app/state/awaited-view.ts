import type { Position } from '../../core/dataset/model.ts';
import type { MapRequests } from './map-requests.svelte.ts';

interface Source {
  isSearching(): boolean;
  /** Positions that show what is found; while it is searched, as far as they are known. */
  findPlaces(): readonly Position[];
}

/** Brings into view what may first have to be searched. */
export class AwaitedView {
  readonly #requests: MapRequests;
  readonly #source: Source;
  #awaited: 'show' | 'adjust' | null = null;

  constructor(requests: MapRequests, source: Source) {
    this.#requests = requests;
    this.#source = source;
  }

  /** Brings it into view: at once where it is known, else as soon as it is found. */
  show(): void {
    const isSearching = this.#source.isSearching();
    this.#awaited = isSearching ? 'show' : null;
    if (!isSearching) this.#requests.showPlaces(this.#source.findPlaces());
  }

  /** Positions for a first camera, which is adjusted to what is found later. */
  start(): readonly Position[] {
    if (this.#source.isSearching()) this.#awaited ??= 'adjust';
    return this.#source.findPlaces();
  }

  /** What was searched has come. */
  follow(): void {
    const awaited = this.#awaited;
    this.#awaited = null;
    if (awaited === 'show') this.show();
    if (awaited === 'adjust') this.#requests.adjustTo(this.#source.findPlaces());
  }
}
