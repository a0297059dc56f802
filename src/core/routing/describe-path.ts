/** Legs as the shortest item of an address that is found again as the same legs. */
import type { Leg } from '../dataset/model.ts';
import { getEnd, getStart, type MeasuredLeg } from '../measure/measure.ts';
import { type PathItem, writeItem } from '../url/compare-items.ts';
import { filterUsableLinks, type Network } from './best-paths.ts';
import { readPathRequest, resolvePathItem } from './find-paths.ts';
import { createPathSearch } from './shortest-path.ts';

export type PathConditions = Omit<PathItem, 'kind' | 'from' | 'to' | 'via' | 'n' | 'by'>;

/** Without any condition. */
export const NO_CONDITIONS: PathConditions = {
  avoidCountries: [],
  avoidModes: [],
  avoidDisrupted: false,
  openOnly: false,
  year: null,
  cut: [],
};

/** As much as an address of an embed takes. */
const MOST_CHARACTERS = 300;

/**
 * Writes legs as a path item with as few places on the way as it takes, and goes on from their end to `to` by the shortest way.
 *
 * @param legs at least one
 * @param to a node; the end of the legs where it is left out
 * @returns the item, and the legs that it stands for; null where the grammar cannot tell these legs from others, or there is no way on
 */
export function describePath(
  network: Network,
  legs: readonly MeasuredLeg[],
  conditions: PathConditions,
  to: string = getEnd(legs.at(-1)!),
): { text: string; legs: readonly Leg[] } | null {
  const chain = [getStart(legs[0]!), ...legs.map(getEnd)];
  const via = findVia(network, legs, chain, conditions);
  const end = chain.at(-1)!;
  if (!via || chain[0] === to) return null;
  const item: PathItem = {
    kind: 'path',
    from: chain[0]!,
    to,
    n: 1,
    by: 'length',
    ...conditions,
    via: to === end ? via : [...via, end],
  };
  const found = resolvePathItem(network, item).path?.legs ?? [];
  const isSame = legs.every(({ link, reversed }, i) => found[i]?.id === link.properties.id && found[i].reversed === reversed);
  const text = writeItem(item);
  return isSame && (to !== end || found.length === legs.length) && text.length <= MOST_CHARACTERS ? { text, legs: found } : null;
}

/** Nodes of a chain between each two of which the shortest way is that of the chain. */
function findVia(
  network: Network,
  legs: readonly MeasuredLeg[],
  chain: readonly string[],
  conditions: PathConditions,
): string[] | null {
  const request = readPathRequest({ from: chain[0]!, to: chain.at(-1)!, via: [], by: 'length', ...conditions });
  const links = filterUsableLinks(network, request).map(({ properties }) => properties);
  const find = createPathSearch(links);
  const isShortest = (from: number, to: number): boolean => {
    const found = find(chain[from]!, chain[to]!);
    return found?.length === to - from && found.every(({ id }, i) => id === legs[from + i]!.link.properties.id);
  };
  const via: string[] = [];
  for (let at = 0; at < legs.length;) {
    if (!isShortest(at, at + 1)) return null;
    let [good, bad] = [at + 1, legs.length + 1];
    if (isShortest(at, legs.length)) good = legs.length;
    // A part of a shortest way is one too, so that halving finds the longest.
    else bad = legs.length;
    while (bad - good > 1) {
      const middle = (good + bad) >> 1;
      if (isShortest(at, middle)) good = middle;
      else bad = middle;
    }
    if (good < legs.length) via.push(chain[good]!);
    at = good;
  }
  return via;
}
