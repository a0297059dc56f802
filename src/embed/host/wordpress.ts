/**
 * WordPress' own protocol for embeds of other sites: the address gives a secret in its hash, and with it the page says how high it is
 * and where a link leads, as the frame is sandboxed and can open nothing itself.
 */
const SECRET = /[?&]secret=([A-Za-z0-9]{1,64})(?:&|$)/;

export const readSecret = (hash: string): string | null => SECRET.exec(hash)?.[1] ?? null;

export interface WordPress {
  sendHeight(height: number): void;
  sendLink(href: string): void;
  receive(event: { data: unknown; source: unknown }): void;
}

/** @param peer the window of the article */
export function openWordPress(peer: Pick<Window, 'postMessage'>, secret: string): WordPress {
  let last: number | null = null;
  const post = (message: 'height' | 'link', value: number | string): void => peer.postMessage({ message, value, secret }, '*');
  return {
    sendHeight(height) {
      last = height;
      post('height', height);
    },
    sendLink: (href) => post('link', href),
    /** The article's script came after the height was said. */
    receive({ data, source }) {
      const isAsked =
        source === peer && typeof data === 'object' && data !== null && 'message' in data && data.message === 'ready';
      if (isAsked && 'secret' in data && data.secret === secret && last !== null) post('height', last);
    },
  };
}

/** Speaks with WordPress where the page stands in an article of it; else null. */
export function connectWordPress(page: Window): WordPress | null {
  const { parent, location, document } = page;
  const secret = parent === page ? null : readSecret(location.hash);
  if (secret === null) return null;
  const wordpress = openWordPress(parent, secret);
  page.addEventListener('message', (event) => wordpress.receive(event));
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a.open') : null;
    if (!link) return;
    event.preventDefault();
    wordpress.sendLink(link.href);
  });
  return wordpress;
}
