/** How long a page keeps its reader waiting for a turn. */
import type { Page } from 'playwright-core';

declare global {
  /** What `watchWaits` puts on the page's window. */
  interface Window {
    /** Milliseconds from turn to turn of a timer of 10 ms. */
    waits: number[];
  }
}

/** From now on the page keeps in `window.waits` how long each of its turns took. */
export const watchWaits = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const waits: number[] = [];
    Object.assign(window, { waits });
    let last = performance.now();
    setInterval(() => {
      const now = performance.now();
      waits.push(now - last);
      last = now;
    }, 10);
  });

/** The longest turn since, in milliseconds. */
export const findLongestWait = (page: Page): Promise<number> => page.evaluate(() => Math.max(...window.waits));
