import type { PathAnswer, PathKind, PathQuestion } from '../../core/compare/path-server.ts';
import type { Network } from '../../core/routing/best-paths.ts';
import { isSameSearch, type PathQueue, type Search } from './path-queue.ts';

type Question<K extends PathKind> = Extract<PathQuestion, { kind: K }>;
type Answer<K extends PathKind> = Extract<PathAnswer, { kind: K }>;

const isOfKind = <K extends PathKind>(answer: PathAnswer, kind: K): answer is Answer<K> => answer.kind === kind;

/** Searches of one kind beside the page: the last one that was asked for. */
export class PathSearch<K extends PathKind> {
  readonly #queue: PathQueue;
  readonly #kind: K;
  readonly #onFound: () => void;
  #last: { search: Search; answer: Answer<K> } | null = $state.raw(null);

  /** @param onFound is called when the answer has come that was asked for last */
  constructor(queue: PathQueue, kind: K, onFound: () => void = () => undefined) {
    this.#queue = queue;
    this.#kind = kind;
    this.#onFound = onFound;
  }

  /** The answer, with that to an earlier question until it comes; null where there has been none. */
  find(network: Network, question: Question<K>): { answer: Answer<K> | null; isCurrent: boolean } {
    const search: Search = { network, question, key: JSON.stringify(question) };
    const isCurrent = isSameSearch(search, this.#last?.search);
    // What was asked for meanwhile is no longer wanted.
    if (isCurrent) this.end();
    else this.#queue.ask(this.#receive, search);
    return { answer: this.#last?.answer ?? null, isCurrent };
  }

  /** Waits for nothing more. */
  end(): void {
    this.#queue.drop(this.#receive);
  }

  readonly #receive = (search: Search, answer: PathAnswer): void => {
    if (!isOfKind(answer, this.#kind)) return;
    this.#last = { search, answer };
    this.#onFound();
  };
}
