/** `<corridor-map>` in templates of Vue 3: `import type {} from 'corridor-atlas/vue'` once, and `isCustomElement` for the compiler. */
import type { HTMLAttributes } from 'vue';
import type { CorridorMapAttributes, CorridorMapElement, CorridorMapEventMap } from './corridor-map.js';

/** The names that Vue's compiler gives to listeners such as `@corridor-map:select`. */
export type CorridorMapListeners = {
  [Type in keyof CorridorMapEventMap as Type extends `corridor-map:${infer Name}` ? `onCorridorMap:${Name}` : never]?: (
    event: CorridorMapEventMap[Type],
  ) => void;
};

/** As Vue's guide types custom elements. */
export type CorridorMapComponent = new () => CorridorMapElement & {
  /** Read by templates only. */
  $props: HTMLAttributes & CorridorMapAttributes & CorridorMapListeners;
};

declare module 'vue' {
  interface GlobalComponents {
    'corridor-map': CorridorMapComponent;
  }
}
