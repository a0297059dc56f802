/** Where the reader was on each page of the browser's history, so that "back" and "forward" lead there. */
import { type ReadingPlace, readPlace } from '../app/state/layout.svelte.ts';

type PagesHistory = Pick<History, 'state' | 'pushState' | 'replaceState'>;

export interface ReadingPlaces {
  /** Goes on to a new address; the page that is left remembers its place. */
  push(address: string): void;
  /** Changes the address of the page that is open. */
  replace(address: string): void;
  /** The place on the page that the history has gone to; null for one that was never read. */
  arrive(state: unknown): ReadingPlace | null;
}

/** What others keep in the history's state, such as what a page has before a reload, stays there. */
const readState = (state: unknown): object => (typeof state === 'object' && state !== null ? state : {});

function readKey(state: unknown): string | null {
  return typeof state === 'object' && state !== null && 'page' in state && typeof state.page === 'string' ? state.page : null;
}

/**
 * @param getPlace where the reader is now
 * @param createKey a text that no other page has had, in this or an earlier document
 */
export function trackReadingPlaces(history: PagesHistory, getPlace: () => ReadingPlace, createKey: () => string): ReadingPlaces {
  /** Of pages left by "back" and "forward", too: by then the history's state is that of another page. */
  const places = new Map<string, ReadingPlace>();
  let page = readKey(history.state) ?? createKey();
  history.replaceState({ ...readState(history.state), ...readPlace(history.state), page }, '');
  return {
    push(address) {
      const place = getPlace();
      places.set(page, place);
      // In the history itself, too, so that it is there after a reload.
      history.replaceState({ ...place, page }, '');
      page = createKey();
      history.pushState({ page }, '', address);
    },
    replace(address) {
      history.replaceState(history.state, '', address);
    },
    arrive(state) {
      places.set(page, getPlace());
      const key = readKey(state);
      page = key ?? createKey();
      return (key === null ? undefined : places.get(key)) ?? readPlace(state);
    },
  };
}
