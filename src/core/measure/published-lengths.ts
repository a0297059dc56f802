/** Published lengths of a path: of all of it, or of a part that says which. Never taken together with drawn ones. */
import type { Atlas } from '../dataset/dataset.ts';
import { getEnd, type MeasuredLeg, getStart } from './measure.ts';
import type { Text } from '../dataset/model.ts';

export interface PublishedLengthMatch {
  km: number;
  /** Where figures of one section differ. */
  spread?: readonly [low: number, high: number];
  sources: readonly string[];
  note?: Text;
  /** Node ids of the section that it was published for, where that is known. */
  ends?: readonly [from: string, to: string];
}

export interface PublishedLengthMatches {
  whole: PublishedLengthMatch[];
  parts: PublishedLengthMatch[];
}

/**
 * The published lengths of the routes and links that a path is, and of the sections whose nodes it passes in order.
 *
 * @param legs at least one, in the order of travel
 */
export function findPublishedLengths(atlas: Atlas, legs: readonly MeasuredLeg[]): PublishedLengthMatches {
  const whole: PublishedLengthMatch[] = [];
  const parts: PublishedLengthMatch[] = [];
  const add = (list: PublishedLengthMatch[], one: PublishedLengthMatch) => {
    const known = [...whole, ...parts].some(({ km, sources }) => km === one.km && sources.some((id) => one.sources.includes(id)));
    if (!known) list.push(one);
  };
  const travelled = legs.map(({ link }) => link.properties.id);
  const isCut = legs.some(({ link }) => [link.properties.from, link.properties.to].some((node) => node.includes('@')));
  for (const route of atlas.routes.values()) {
    const ids = route.links.map(({ id }) => id);
    if (isCut || (!isSame(ids, travelled) && !isSame(ids.toReversed(), travelled))) continue;
    for (const { km, source, note, part } of route.published) {
      add(part ? parts : whole, { km, sources: [source], ...(note && { note }) });
    }
  }
  const [only, ...others] = legs;
  if (only && others.length === 0) {
    for (const { km, source, note, part } of only.link.properties.published) {
      add(part ? parts : whole, { km, sources: [source], ...(note && { note }) });
    }
  }
  const nodes = [...legs.slice(0, 1).map(getStart), ...legs.map(getEnd)];
  const backwards = nodes.toReversed();
  for (const { checkChain, km, spread, sources, note } of atlas.lengths) {
    const path = [nodes, backwards].find((one) => passes(one, checkChain));
    const [from, to] = [checkChain[0], checkChain.at(-1)];
    if (!path || from === undefined || to === undefined) continue;
    const isWhole = from === path[0] && to === path.at(-1);
    const length = { km, ...(spread && { spread }), sources, ...(note && { note: { en: note } }) };
    add(isWhole ? whole : parts, { ...length, ends: [from, to] });
  }
  return { whole, parts };
}

const isSame = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((id, i) => id === b[i]);

/** True where all of `some` come in `nodes`, in this order. */
function passes(nodes: readonly string[], some: readonly string[]): boolean {
  let from = 0;
  return some.every((id) => {
    const at = nodes.indexOf(id, from);
    from = at + 1;
    return at >= 0;
  });
}

/** Lowest and highest published length of the whole; null where there is none. */
export function computeSpread(lengths: readonly PublishedLengthMatch[]): Span | null {
  if (lengths.length === 0) return null;
  const all = lengths.flatMap(({ km, spread }) => [km, ...(spread ?? [])]);
  return { low: Math.min(...all), high: Math.max(...all) };
}

/** A figure that may be known within bounds only. */
export interface Span {
  low: number;
  high: number;
}
