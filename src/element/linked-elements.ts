/** Elements of the host page with `data-corridor-feature`: they pick their feature on the map, by mouse and by keyboard. */

const LINK = 'data-corridor-feature';
const FOCUSABLE = 'a[href],button,summary,input,[tabindex],[contenteditable]';

/** What can be reached by keyboard and does something; anything else becomes a button. */
function makeReachable(root: ParentNode): void {
  for (const element of root.querySelectorAll<HTMLElement>(`[${LINK}]`)) {
    if (element.matches(FOCUSABLE)) continue;
    element.tabIndex = 0;
    if (!element.hasAttribute('role')) element.setAttribute('role', 'button');
    element.style.cursor = 'pointer';
  }
}

export interface LinkedElements {
  /** Marks those of a feature as the current ones. */
  mark(id: unknown): void;
  stop(): void;
}

/**
 * @param map the element that they belong to: those that name it by `data-corridor-map`, and those that name none
 * @param onPick a reader has picked one
 */
export function linkElements(map: HTMLElement, onPick: (id: string) => void): LinkedElements {
  const own = map.getRootNode();
  // Inside a shadow root there are those of the page, too.
  const roots = [...new Set([document, own])].filter((root): root is Document | ShadowRoot => 'querySelectorAll' in root);
  const isOurs = (element: Element): boolean => {
    const name = element.getAttribute('data-corridor-map');
    return name === null || (name !== '' && name === map.id);
  };
  const observer = new MutationObserver(() => roots.forEach(makeReachable));

  const handle = (event: Event): void => {
    if (event instanceof KeyboardEvent && event.key !== 'Enter' && event.key !== ' ') return;
    // A link that is opened in another tab is one of the reader's own.
    if (event instanceof MouseEvent && (event.ctrlKey || event.metaKey || event.shiftKey)) return;
    const [target] = event.composedPath();
    const element = target instanceof Element ? target.closest<HTMLElement>(`[${LINK}]`) : null;
    const id = element?.getAttribute(LINK);
    if (!element || !id || !isOurs(element) || !roots.includes(element.getRootNode() as Document)) return;
    // The keys of links and buttons come as clicks.
    if (event instanceof KeyboardEvent && element.matches('a[href],button,summary,input')) return;
    if (event instanceof KeyboardEvent || element.localName === 'a') event.preventDefault();
    onPick(id);
  };

  roots.forEach(makeReachable);
  for (const root of roots) observer.observe(root, { subtree: true, childList: true, attributeFilter: [LINK] });
  document.addEventListener('click', handle);
  document.addEventListener('keydown', handle);
  return {
    mark(id) {
      for (const element of roots.flatMap((root) => [...root.querySelectorAll(`[${LINK}]`)]).filter(isOurs)) {
        if (element.getAttribute(LINK) === id) element.setAttribute('aria-current', 'true');
        else element.removeAttribute('aria-current');
      }
    },
    stop() {
      observer.disconnect();
      document.removeEventListener('click', handle);
      document.removeEventListener('keydown', handle);
    },
  };
}
