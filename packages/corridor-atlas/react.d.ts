/** `<corridor-map>` in JSX of React 19: `import type {} from 'corridor-atlas/react'` once. */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { CorridorMapAttributes, CorridorMapElement, CorridorMapEventMap } from './corridor-map.js';

/** Listeners have a colon in their name: pass them as `{...{ 'oncorridor-map:select': listener }}`. */
export type CorridorMapListeners = {
  [Type in keyof CorridorMapEventMap as `on${Type}`]?: (event: CorridorMapEventMap[Type]) => void;
};

export type CorridorMapProps = Omit<
  DetailedHTMLProps<HTMLAttributes<CorridorMapElement>, CorridorMapElement>,
  keyof CorridorMapAttributes
> &
  CorridorMapAttributes &
  CorridorMapListeners;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'corridor-map': CorridorMapProps;
    }
  }
}
