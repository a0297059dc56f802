/** A small page in a frame of others, without a map: says how high it is. */
import { createEnvelope } from '../core/embed/protocol.ts';
import { connectWordPress } from '../embed/host/wordpress.ts';

const { parent } = window;
const wordpress = connectWordPress(window);
if (parent !== window) {
  new ResizeObserver(() => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    parent.postMessage(createEnvelope('e1', 'height', { height, least: height }), '*');
    wordpress?.sendHeight(height);
  }).observe(document.body);
}
