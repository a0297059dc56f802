/** What is running, each with what ends it: a request, or a timer. */
export class Running {
  readonly #ends = new Map<number, () => void>();

  /** In place of what ran under that number. */
  set(n: number, end: () => void): void {
    this.#ends.set(n, end);
  }

  end(n: number): void {
    this.#ends.get(n)?.();
    this.#ends.delete(n);
  }
}
