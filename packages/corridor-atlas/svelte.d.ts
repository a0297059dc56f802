/** `<corridor-map>` in Svelte 5: `import type {} from 'corridor-atlas/svelte'` once. */
import type { HTMLAttributes } from 'svelte/elements';
import type { CorridorMapAttributes, CorridorMapElement, CorridorMapEventMap } from './corridor-map.js';

/** Listeners have a colon in their name: pass them as `{...{ 'oncorridor-map:select': listener }}`. */
export type CorridorMapListeners = {
  [Type in keyof CorridorMapEventMap as `on${Type}`]?: (event: CorridorMapEventMap[Type]) => void;
};

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'corridor-map': Omit<HTMLAttributes<CorridorMapElement>, keyof CorridorMapAttributes> &
      CorridorMapAttributes &
      CorridorMapListeners;
  }
}
