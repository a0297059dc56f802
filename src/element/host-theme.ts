/** The ground of the page around an element: a dark page wants a dark map, whatever the reader's system is set to. */

/** Lightness, of 1, of a colour as browsers compute it; null where it is not opaque enough to be seen, or of an unknown form. */
export function readLightness(colour: string): number | null {
  const [, space = '', values = ''] = /^(\w+)\((.*)\)$/.exec(colour) ?? [];
  const [first = 0, second = 0, third = 0, alpha = 1] = (values.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
  if (space === '' || alpha < 0.5) return null;
  if (space.startsWith('rgb')) return (0.2126 * first + 0.7152 * second + 0.0722 * third) / 255;
  if (space.startsWith('ok')) return first;
  return space === 'lab' || space === 'lch' ? first / 100 : null;
}

const getParent = (element: Element): Element | null => {
  const root = element.getRootNode();
  return element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
};

/** `dark` where the element stands on a dark ground; null where the reader's system decides. */
export function findHostTheme(element: Element): 'dark' | null {
  for (let at: Element | null = element; at; at = getParent(at)) {
    const lightness = readLightness(getComputedStyle(at).backgroundColor);
    if (lightness !== null) return lightness < 0.3 ? 'dark' : null;
  }
  // Without a ground of its own a page has that of its colour scheme.
  return getComputedStyle(element).colorScheme === 'dark' ? 'dark' : null;
}

/** Calls when the ground may have changed: by a switch of the page, or with the reader's system. Returns the clean-up. */
export function watchHostTheme(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  const roots = [document.documentElement, document.body];
  const system = matchMedia('(prefers-color-scheme: dark)');
  const onEnd = ({ target }: Event): void => {
    if (roots.includes(target as HTMLElement)) onChange();
  };
  for (const root of roots) observer.observe(root, { attributes: true });
  system.addEventListener('change', onChange);
  addEventListener('transitionend', onEnd);
  return () => {
    observer.disconnect();
    system.removeEventListener('change', onChange);
    removeEventListener('transitionend', onEnd);
  };
}
