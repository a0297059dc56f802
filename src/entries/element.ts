/** `corridor-map.js`: all that pages of others load, one small file. Loaded where there is no document, it does nothing. */
import { CorridorMap } from '../element/corridor-map.ts';
import { growFrames } from '../element/frame-heights.ts';

const HERE = import.meta.url.replace(/[^/]*$/, '');

if (typeof customElements !== 'undefined' && !customElements.get('corridor-map')) {
  CorridorMap.here = HERE;
  customElements.define('corridor-map', CorridorMap);
  growFrames();
}
