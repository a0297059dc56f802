/** Small choices of a reader that the browser keeps, such as the width of a panel. */

/** A frame without an origin of its own, or a reader, may refuse storage: then nothing is kept. */
function attempt<T>(use: () => T): T | null {
  try {
    return use();
  } catch {
    // What the browser does not keep is chosen again.
    return null;
  }
}

export const kept = {
  read: (key: string): string | null => attempt(() => localStorage.getItem(key)),
  write(key: string, value: string): void {
    attempt(() => localStorage.setItem(key, value));
  },
};
