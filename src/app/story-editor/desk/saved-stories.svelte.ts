import { readStoredDraft, type StoredDraft } from '../../../core/stories/stored-draft.ts';
import type { RecordStore } from '../../common/record-store.ts';
import type { Unsaved } from '../../import/saved-routes.svelte.ts';

/** Writes stories to the browser's storage while they are typed, one writing at a time, the newest state of each. */
export class SavedStories {
  readonly #store: RecordStore<StoredDraft>;
  readonly #find: (id: string) => StoredDraft | undefined;
  /** Ids of stories whose newest state is not yet kept, each once. */
  #waiting: readonly string[] = [];
  isSaving = $state(false);
  unsaved: Unsaved | null = $state(null);

  /** @param find the newest state of a story; undefined where it was deleted */
  constructor(store: RecordStore<StoredDraft>, find: (id: string) => StoredDraft | undefined) {
    this.#store = store;
    this.#find = find;
  }

  /** Null where the browser does not say. */
  async read(): Promise<StoredDraft[] | null> {
    const records = await this.#attempt(() => this.#store.all());
    return records?.flatMap(({ value }) => readStoredDraft(value) ?? []) ?? null;
  }

  /** True while its newest state is not yet kept. */
  isWaiting = (id: string): boolean => this.#waiting.includes(id);

  async save(id: string): Promise<void> {
    this.#wait([id]);
    if (this.isSaving) return;
    this.isSaving = true;
    while (this.#waiting.length > 0) {
      const ids = this.#waiting;
      this.#waiting = [];
      const rows = ids.flatMap((one) => this.#find(one) ?? []);
      const gone = ids.filter((one) => !rows.some((row) => row.id === one));
      const done = await this.#attempt(async () => {
        if (rows.length > 0) await this.#store.put(rows);
        if (gone.length > 0) await this.#store.remove(gone);
        return true;
      });
      if (done) this.unsaved = null;
      else {
        // What could not be kept waits for the next change.
        this.#wait(ids);
        break;
      }
    }
    this.isSaving = false;
  }

  lose(ids: readonly string[]): void {
    this.unsaved = 'cleared';
    this.#wait(ids);
  }

  #wait(ids: readonly string[]): void {
    this.#waiting = [...this.#waiting, ...ids.filter((id) => !this.#waiting.includes(id))];
  }

  async #attempt<T>(ask: () => Promise<T>): Promise<T | null> {
    try {
      return await ask();
    } catch (error) {
      console.warn('Stories are not saved:', error);
      const name = error instanceof Error ? error.name : '';
      this.unsaved = name === 'QuotaExceededError' ? 'full' : name === 'TimeoutError' ? 'silent' : 'denied';
      return null;
    }
  }
}
