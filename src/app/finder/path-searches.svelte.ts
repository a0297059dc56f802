import type { Network, PathRequest } from '../../core/routing/best-paths.ts';
import { packNetwork, type PathAnswer, type PathCall } from '../../core/routing/path-server.ts';

/** Where requests go; the answers come one by one, in their order. */
export type OpenPathPort = (receive: (answer: PathAnswer) => void) => { post(call: PathCall): void };

interface Search {
  network: Network;
  request: PathRequest;
  /** The request as text. */
  key: string;
}

const isSame = (one: Search, other: Search | undefined): boolean =>
  one.key === other?.key && one.network.links === other.network.links;

/** Searches for paths beside the page: the last one that was asked for, never one that was superseded before it began. */
export class PathSearches {
  readonly #open: OpenPathPort;
  readonly #onFound: () => void;
  #port: ReturnType<OpenPathPort> | null = null;
  /** The links of the network that was handed over. */
  #known: Network['links'] | null = null;
  #wanted: Search | null = null;
  #asked: Search | null = null;
  #last: { search: Search; answer: PathAnswer } | null = $state.raw(null);

  /** @param onFound is called when the answer has come that was asked for last */
  constructor(open: OpenPathPort, onFound: () => void) {
    this.#open = open;
    this.#onFound = onFound;
  }

  /** The answer, with that to an earlier request until it comes; null where there has been none. */
  find(network: Network, request: PathRequest): { answer: PathAnswer | null; isCurrent: boolean } {
    const search: Search = { network, request, key: JSON.stringify(request) };
    const isCurrent = isSame(search, this.#last?.search);
    // What was asked for meanwhile is no longer wanted.
    this.#wanted = isCurrent ? null : search;
    if (this.#wanted && !this.#asked) this.#ask(this.#wanted);
    return { answer: this.#last?.answer ?? null, isCurrent };
  }

  #ask(search: Search): void {
    this.#asked = search;
    this.#port ??= this.#open((answer) => this.#receive(answer));
    if (this.#known === search.network.links) this.#port.post({ request: search.request });
    else this.#handOver(packNetwork(search.network), search);
    this.#known = search.network.links;
  }

  /** Hands a network over, then the request: a large one in turns, between which the page does other things. */
  #handOver(portions: Iterator<PathCall, void>, search: Search, first = portions.next()): void {
    if (!first.done) this.#port?.post(first.value);
    const next = portions.next();
    if (next.done) this.#port?.post({ request: search.request });
    else setTimeout(() => this.#handOver(portions, search, next));
  }

  #receive(answer: PathAnswer): void {
    const asked = this.#asked;
    this.#asked = null;
    if (asked === null || this.#wanted === null) return;
    if (!isSame(asked, this.#wanted)) {
      this.#ask(this.#wanted);
      return;
    }
    this.#wanted = null;
    this.#last = { search: asked, answer };
    this.#onFound();
  }
}
