/** `corridor-map.js`: all that pages of others load, one small file. Loaded where there is no document, it does nothing. */
import { createElementClass } from '../element/corridor-map.ts';
import { growFrames } from '../element/frame-heights.ts';

const HERE = import.meta.url.replace(/[^/]*$/, '');

if (typeof customElements !== 'undefined' && !customElements.get('corridor-map')) {
  customElements.define('corridor-map', createElementClass(HERE));
  growFrames();
}
