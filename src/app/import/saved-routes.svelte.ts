import { readStored, type StoredRecord, type StoredRoute, toStored } from '../../core/import/routes/stored-route.ts';
import type { RouteStore } from './dependencies.ts';
import type { MyRoute } from './types.ts';

/** Why routes are in this tab only: refused, no room, no answer, or taken away while the page was open. */
export type Unsaved = 'denied' | 'full' | 'silent' | 'cleared';

/** What the browser keeps of the reader's routes, and which it does not. */
export class SavedRoutes {
  readonly #getStore: () => RouteStore;
  unsaved: Unsaved | null = $state(null);
  /** Records that cannot be read. */
  broken: readonly StoredRecord[] = $state.raw([]);
  /** Ids of the routes that are in this tab only. */
  #lost: readonly string[] = [];

  constructor(getStore: () => RouteStore) {
    this.#getStore = getStore;
  }

  isLost = (id: string): boolean => this.#lost.includes(id);

  /** What earlier visits and other tabs have saved; null where the browser does not say. */
  async read(): Promise<StoredRoute[] | null> {
    const records = await this.#attempt((store) => store.all());
    if (!records) return null;
    const { good, broken } = readStored(records);
    this.broken = broken;
    this.#find(good.map(({ id }) => id));
    return good;
  }

  /** True where the browser answers by now, so that what is in this tab only can be saved without asking. */
  get hasReturned(): boolean {
    return this.#lost.length > 0 && (this.unsaved === 'silent' || this.unsaved === 'denied');
  }

  async put(routes: readonly MyRoute[]): Promise<void> {
    if (routes.length === 0) return;
    const ids = routes.map(({ id }) => id);
    const done = await this.#attempt(async (store) => {
      await store.put(routes.map((route) => toStored(route, route.added)));
      return true;
    });
    if (done) this.#find(ids);
    else this.#lost = [...this.#lost, ...ids];
  }

  async remove(id: string): Promise<void> {
    const done = await this.#attempt(async (store) => {
      await store.remove([id]);
      return true;
    });
    if (done) this.#find([id]);
  }

  /** Deletes records that cannot be read, when the reader says so. */
  async forgetBroken(): Promise<void> {
    const keys = this.broken.map(({ key }) => key);
    this.broken = [];
    await this.#attempt((store) => store.remove(keys));
  }

  /** The browser has taken away what it kept of these. */
  lose(routes: readonly MyRoute[]): void {
    if (routes.length === 0) return;
    this.unsaved = 'cleared';
    this.#lost = [...this.#lost, ...routes.map(({ id }) => id)];
  }

  /** These are saved, or need not be any more. */
  #find(ids: readonly string[]): void {
    this.#lost = this.#lost.filter((id) => !ids.includes(id));
    if (this.#lost.length === 0) this.unsaved = null;
  }

  /** Null where the browser refuses, whatever it says; the page says so and goes on in memory. */
  async #attempt<T>(ask: (store: RouteStore) => Promise<T>): Promise<T | null> {
    try {
      return await ask(this.#getStore());
    } catch (error) {
      console.warn('Routes are not saved:', error);
      const name = error instanceof Error ? error.name : '';
      this.unsaved = name === 'QuotaExceededError' ? 'full' : name === 'TimeoutError' ? 'silent' : 'denied';
      return null;
    }
  }
}
