/** Does in the page what a link says, unless the reader asks the browser for another tab, window or a download. */
export function followHere(event: MouseEvent, act: () => void): void {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  act();
}
