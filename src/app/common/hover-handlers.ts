import type { Selection } from '../state/selection.svelte.ts';

/** Handlers that highlight a feature or a compared item everywhere while the pointer or the focus is on an element. */
export function createHoverHandlers(selection: Selection, id: string) {
  const start = () => selection.hover(id);
  const end = () => selection.hover(null);
  return { onmouseenter: start, onmouseleave: end, onfocusin: start, onfocusout: end };
}
