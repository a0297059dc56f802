import type { Hit, Search } from './search.ts';

/** What may be meant by an id that nothing has: what its words find, the last ones left out until they find something. */
export function findSimilar(search: Search, id: string, limit: number): Hit[] {
  const words = id.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  for (let count = words.length; count > 0; count--) {
    const hits = search(words.slice(0, count).join(' '), limit);
    if (hits.length > 0) return hits;
  }
  return [];
}
