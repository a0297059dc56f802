import type { Network } from '../../core/routing/best-paths.ts';
import { packNetwork, type PathAnswer, type PathCall, type PathQuestion } from '../../core/compare/path-server.ts';

/** Where questions go; the answers come one by one, in their order. */
export type OpenPathPort = (receive: (answer: PathAnswer) => void) => { post(call: PathCall): void };

export interface Search {
  network: Network;
  question: PathQuestion;
  /** The question as text. */
  key: string;
}

export const isSameSearch = (one: Search, other: Search | undefined): boolean =>
  one.key === other?.key && one.network.links === other.network.links;

type Receive = (search: Search, answer: PathAnswer) => void;

/** The questions for the one server, in turn: of each who asks the last one, and none that was superseded before its turn. */
export class PathQueue {
  readonly #open: OpenPathPort;
  #port: ReturnType<OpenPathPort> | null = null;
  /** The links of the network that was handed over. */
  #known: Network['links'] | null = null;
  /** By what an answer is handed to. */
  readonly #wanted = new Map<Receive, Search>();
  #asked: { receive: Receive; search: Search } | null = null;

  constructor(open: OpenPathPort) {
    this.#open = open;
  }

  /** Asks in place of what waits for the same receiver. */
  ask(receive: Receive, search: Search): void {
    this.#wanted.set(receive, search);
    this.#askNext();
  }

  /** Hands nothing more to a receiver. */
  drop(receive: Receive): void {
    this.#wanted.delete(receive);
  }

  #askNext(): void {
    const [next] = this.#wanted;
    if (this.#asked || !next) return;
    const [receive, search] = next;
    this.#asked = { receive, search };
    this.#port ??= this.#open((answer) => this.#receive(answer));
    if (this.#known === search.network.links) this.#port.post(search.question);
    else this.#handOver(packNetwork(search.network), search);
    this.#known = search.network.links;
  }

  /** Hands a network over, then the question: a large one in turns, between which the page does other things. */
  #handOver(portions: Iterator<PathCall, void>, search: Search, first = portions.next()): void {
    if (!first.done) this.#port?.post(first.value);
    const next = portions.next();
    if (next.done) this.#port?.post(search.question);
    else setTimeout(() => this.#handOver(portions, search, next));
  }

  #receive(answer: PathAnswer): void {
    const asked = this.#asked;
    this.#asked = null;
    if (!asked) return;
    const wanted = this.#wanted.get(asked.receive);
    this.#wanted.delete(asked.receive);
    if (wanted && isSameSearch(asked.search, wanted)) asked.receive(asked.search, answer);
    // Who asks again and again takes turns with the others.
    else if (wanted) this.#wanted.set(asked.receive, wanted);
    this.#askNext();
  }
}
