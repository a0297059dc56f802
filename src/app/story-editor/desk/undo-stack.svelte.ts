/** So many steps can be undone. */
const MOST = 200;

/** What a thing was before, and after what was undone. */
export class UndoStack<T> {
  #past: readonly T[] = $state.raw([]);
  #future: readonly T[] = $state.raw([]);
  #tag: string | null = null;

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /**
   * Remembers what was there before a change.
   *
   * @param tag changes that follow each other with the same one, such as letters of one text, are one step
   */
  push(before: T, tag: string | null): void {
    if (tag === null || tag !== this.#tag || this.#past.length === 0) this.#past = [...this.#past.slice(1 - MOST), before];
    this.#tag = tag;
    this.#future = [];
  }

  /** The next change begins a step. */
  rest(): void {
    this.#tag = null;
  }

  /** What was there before `now`; null where nothing was. */
  undo(now: T): T | null {
    const before = this.#past.at(-1);
    if (before === undefined) return null;
    this.#past = this.#past.slice(0, -1);
    this.#future = [...this.#future, now];
    this.rest();
    return before;
  }

  redo(now: T): T | null {
    const after = this.#future.at(-1);
    if (after === undefined) return null;
    this.#future = this.#future.slice(0, -1);
    this.#past = [...this.#past, now];
    this.rest();
    return after;
  }

  clear(): void {
    this.#past = [];
    this.#future = [];
    this.rest();
  }
}
