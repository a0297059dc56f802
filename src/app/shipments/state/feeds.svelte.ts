import { type ImportIssue, ImportError } from '../../../core/import/checks/issues.ts';
import type { FileVersion, VersionedSource } from '../../../core/import/fetch-file.ts';
import type { ShipmentDependencies } from './dependencies.ts';
import { Running } from './running.ts';

/** Minutes between two questions that the reader chooses from. */
export const INTERVALS = [1, 5, 15, 60] as const;
const MINUTE = 60_000;
/** After failures in a row the interval doubles up to so many times. */
const MOST_DOUBLINGS = 4;
/** What asking again does not mend: the address itself, or the policy of the page. */
const FINAL: readonly ImportIssue['code'][] = ['bad-address', 'address-blocked', 'too-large'];

export type FeedStatus =
  | { name: 'asking' }
  | { name: 'waiting'; answer: 'new' | 'unchanged'; at: number; next: number }
  | { name: 'failed'; issue: ImportIssue; failures: number; next: number }
  | { name: 'stopped'; issue: ImportIssue | null };

/** An address that is asked again and again. Replaced, never changed in place. */
export interface Feed {
  n: number;
  address: string;
  minutes: number;
  /** Of what was read last; `untold` where its server does not let other sites ask by it. */
  version: FileVersion | 'untold' | null;
  status: FeedStatus;
}

/** What an address gave, null where that is nothing new, and what to ask by the next time. */
interface Fetched extends Pick<Feed, 'version'> {
  source: VersionedSource | null;
}

type Page = Pick<ShipmentDependencies, 'fetch' | 'now' | 'schedule'>;

export class Feeds {
  readonly #page: Page | null;
  readonly #onSource: (n: number, source: VersionedSource) => Promise<void>;
  list: readonly Feed[] = $state.raw([]);
  /** What ends the next question of a feed, or the one that is being asked. */
  readonly #running = new Running();

  /** @param onSource takes in what an address gave, under the number of its feed */
  constructor(page: Page | null, onSource: (n: number, source: VersionedSource) => Promise<void>) {
    this.#page = page;
    this.#onSource = onSource;
  }

  async follow(n: number, address: string, minutes: number): Promise<void> {
    this.list = [...this.list, { n, address, minutes, version: null, status: { name: 'asking' } }];
    await this.ask(n);
  }

  /** Asks at once. */
  async ask(n: number): Promise<void> {
    const feed = this.#find(n);
    if (!feed || !this.#page) return;
    this.#running.end(n);
    const stop = new AbortController();
    this.#running.set(n, () => stop.abort());
    const before = feed.status.name === 'failed' ? feed.status.failures : 0;
    this.#change(n, { status: { name: 'asking' } });
    try {
      const { source, version } = await this.#fetch(this.#page, feed, stop.signal);
      if (source) await this.#onSource(n, source);
      if (stop.signal.aborted) return;
      const next = this.#schedule(n, feed.minutes);
      const answer = source ? 'new' : 'unchanged';
      this.#change(n, { version, status: { name: 'waiting', answer, at: this.#page.now(), next } });
    } catch (error) {
      if (stop.signal.aborted) return;
      if (!(error instanceof ImportError)) throw error;
      this.#fail(feed, error.issue, before + 1);
    }
  }

  /** A server that tells its version may still refuse the question for it; then the whole file is asked for, now and later. */
  async #fetch(page: Page, { address, version }: Feed, signal: AbortSignal): Promise<Fetched> {
    if (version === 'untold') return { source: await page.fetch(address, null, signal), version };
    try {
      const source = await page.fetch(address, version, signal);
      return { source, version: source ? source.version : version };
    } catch (error) {
      const isRefused = error instanceof ImportError && error.issue.code === 'address-failed';
      if (version === null || !isRefused || signal.aborted) throw error;
      return { source: await page.fetch(address, null, signal), version: 'untold' };
    }
  }

  #fail({ n, minutes }: Feed, issue: ImportIssue, failures: number): void {
    if (FINAL.includes(issue.code)) this.#change(n, { status: { name: 'stopped', issue } });
    else {
      const next = this.#schedule(n, minutes * 2 ** Math.min(failures, MOST_DOUBLINGS));
      this.#change(n, { status: { name: 'failed', issue, failures, next } });
    }
  }

  /** @returns when, in milliseconds since 1970 */
  #schedule(n: number, minutes: number): number {
    const page = this.#page!;
    this.#running.set(
      n,
      page.schedule(() => void this.ask(n), minutes * MINUTE),
    );
    return page.now() + minutes * MINUTE;
  }

  stop(n: number): void {
    this.#running.end(n);
    this.#change(n, { status: { name: 'stopped', issue: null } });
  }

  remove(n: number): void {
    this.#running.end(n);
    this.list = this.list.filter((feed) => feed.n !== n);
  }

  clear(): void {
    for (const { n } of this.list) this.remove(n);
  }

  #find(n: number): Feed | undefined {
    return this.list.find((feed) => feed.n === n);
  }

  #change(n: number, part: Partial<Feed>): void {
    this.list = this.list.map((feed) => (feed.n === n ? { ...feed, ...part } : feed));
  }
}
