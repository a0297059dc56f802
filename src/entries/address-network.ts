/** The network for addresses that readers give: by itself the page asks nobody. */
import type { FetchFileOptions } from '../core/import/fetch-file.ts';

export type AddressNetwork = Omit<FetchFileOptions, 'signal'>;

/** Remembers which hosts the content policy of the page has refused. */
export function createAddressNetwork(): AddressNetwork {
  const blocked = new Set<string>();
  document.addEventListener('securitypolicyviolation', ({ blockedURI }) =>
    blocked.add(new URL(blockedURI, location.href).origin),
  );
  return {
    fetch: (url, init) => fetch(url, init),
    page: location.href,
    // The browser reports it after the request has failed.
    wasBlocked: (url) => new Promise((resolve) => setTimeout(() => resolve(blocked.has(new URL(url).origin)))),
  };
}
