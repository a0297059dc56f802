import type { Viewer } from '../state/viewer.svelte.ts';

/** What an element needs to light up a compared way everywhere while it is pointed at or has the focus. */
export function lights(viewer: Viewer, text: string) {
  const on = () => viewer.hover(text);
  const off = () => viewer.hover(null);
  return { onmouseenter: on, onmouseleave: off, onfocusin: on, onfocusout: off };
}
