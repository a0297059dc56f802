/**
 * What has the focus may go with what it does: a row that is removed, an example that is chosen, "What if it is closed?". The focus then
 * stands nowhere, and a screen reader is told nothing. It goes on at what is nearest: the stop before in the smallest part of the
 * panel that is still there, else the first stop of that part, else the panel.
 */
import type { Attachment } from 'svelte/attachments';

/** No text fields: they bring up the keyboard of a phone. */
const STOPS = 'a[href], button:not(:disabled), summary, [tabindex]';

/** Attached to an element that can have the focus itself. */
export const keepFocus: Attachment<HTMLElement> = (panel) => {
  let held: Element | null = null;
  let around: Element[] = [];
  let before: HTMLElement[] = [];

  function remember({ target }: FocusEvent): void {
    if (!(target instanceof Element)) return;
    held = target;
    around = [];
    for (let part = target.parentElement; part && part !== panel; part = part.parentElement) around.push(part);
    before = [...panel.querySelectorAll<HTMLElement>(STOPS)].filter(
      (stop) => (target.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_PRECEDING) !== 0,
    );
  }

  function forget(): void {
    // An element that is removed loses the focus, too, while it still stands in the page.
    queueMicrotask(() => {
      if (held?.isConnected && held !== document.activeElement) held = null;
    });
  }

  function goOn(): void {
    if (held === null || held.isConnected) return;
    held = null;
    if (document.activeElement !== document.body) return;
    const part = around.find((one) => one.isConnected);
    const isInSight = (stop: HTMLElement): boolean => stop.isConnected && stop.matches(STOPS) && stop.getClientRects().length > 0;
    const last = before.findLast((stop) => isInSight(stop) && (part ?? panel).contains(stop));
    const first = part && [...part.querySelectorAll<HTMLElement>(STOPS)].find(isInSight);
    const next = last ?? first;
    if (next) next.focus();
    else panel.focus({ preventScroll: true });
  }

  const observer = new MutationObserver(goOn);
  observer.observe(panel, { childList: true, subtree: true });
  panel.addEventListener('focusin', remember);
  panel.addEventListener('focusout', forget);
  return () => {
    observer.disconnect();
    panel.removeEventListener('focusin', remember);
    panel.removeEventListener('focusout', forget);
  };
};
