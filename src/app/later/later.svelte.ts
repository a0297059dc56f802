import { createContext } from 'svelte';

type Components = (typeof import('./components.ts'))['default'];

/** What no first view shows. */
export class Later {
  /** The first view is there, or its reader turns to the page: what it folds away can be made. */
  isTime = $state(false);
  /** Null until they have been fetched. */
  components: Components | null = $state.raw(null);
  #asked = false;

  /** Fetches the components, once; where they cannot be had the page tells of it, and they can be asked for again. */
  load(): void {
    this.isTime = true;
    if (this.#asked) return;
    this.#asked = true;
    import('./components.ts').then(
      ({ default: components }) => {
        this.components = components;
      },
      (error: unknown) => {
        this.#asked = false;
        throw error;
      },
    );
  }
}

/** `useLater` gives it to the components of the app that they are mounted in. */
export const [useLater, provideLater] = createContext<Later>();
