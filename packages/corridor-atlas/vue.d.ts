/** `<corridor-map>` in templates of Vue 3: `import type {} from 'corridor-atlas/vue'` once, and `isCustomElement` for the compiler. */
import type { EmitFn, HTMLAttributes } from 'vue';
import type { CorridorMapAttributes, CorridorMapElement, CorridorMapEventMap } from './corridor-map.js';

type Emits = { [Type in keyof CorridorMapEventMap]: (event: CorridorMapEventMap[Type]) => void };

/** As Vue's guide types custom elements. */
export type CorridorMapComponent = new () => CorridorMapElement & {
  /** Read by templates only. */
  $props: HTMLAttributes & CorridorMapAttributes;
  /** Read by templates only. */
  $emit: EmitFn<Emits>;
};

declare module 'vue' {
  interface GlobalComponents {
    'corridor-map': CorridorMapComponent;
  }
}
