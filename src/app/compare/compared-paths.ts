import type { Network } from '../../core/routing/best-paths.ts';
import { findPaths, type FoundPaths, readItemRequest } from '../../core/routing/find-paths.ts';
import { type PathItem, readCompared } from '../../core/url/compare-items.ts';
import type { PathQueue } from '../finder/path-queue.ts';
import { PathSearch } from '../finder/path-search.svelte.ts';

/** The paths of compared items, each searched once beside the page. */
export class ComparedPaths {
  readonly #search: PathSearch<'paths'>;
  #links: Network['links'] | null = null;
  /** By the request as text. */
  readonly #known = new Map<string, FoundPaths>();

  /** @param onFound is called when paths have come that were missing */
  constructor(queue: PathQueue, onFound: () => void) {
    this.#search = new PathSearch(queue, 'paths', onFound);
  }

  /** Asks for the paths of items that are not known. Gives for an item what its request finds; null until that has come. */
  find(network: Network, texts: readonly string[]): (item: PathItem) => FoundPaths | null {
    // Before there are data nothing has to be searched to say so.
    if (network.links.size === 0) return (item) => findPaths(network, readItemRequest(item));
    if (this.#links !== network.links) this.#known.clear();
    this.#links = network.links;
    const requests = readCompared(texts).items.flatMap(({ item }) => (item.kind === 'path' ? [readItemRequest(item)] : []));
    const missing = requests.filter((request) => !this.#known.has(JSON.stringify(request)));
    if (missing.length === 0) this.#search.end();
    else {
      const { answer, isCurrent } = this.#search.find(network, { kind: 'paths', requests: missing });
      if (isCurrent) missing.forEach((request, i) => this.#learn(request, answer?.found[i]));
    }
    return (item) => this.#known.get(JSON.stringify(readItemRequest(item))) ?? null;
  }

  #learn(request: object, found: FoundPaths | undefined): void {
    if (found) this.#known.set(JSON.stringify(request), found);
  }
}
