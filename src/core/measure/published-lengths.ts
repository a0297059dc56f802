/** Lengths that somebody prints for a way: of all of it, or of a part that says which. Never taken together with drawn ones. */
import type { Atlas } from '../dataset/dataset.ts';
import { getEnd, type MeasuredLeg, getStart } from './measure.ts';
import type { Text } from '../dataset/model.ts';

export interface PublishedLengthMatch {
  km: number;
  /** Where figures of one section differ. */
  spread?: readonly [low: number, high: number];
  sources: readonly string[];
  note?: Text;
  /** Node ids of the section that it was printed for, where that is known. */
  ends?: readonly [from: string, to: string];
}

export interface PublishedLengthMatches {
  whole: PublishedLengthMatch[];
  parts: PublishedLengthMatch[];
}

/** What is printed for a way: with its routes, its sections, and the sections whose nodes it passes in order. */
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
    if (isCut || (!same(ids, travelled) && !same(ids.toReversed(), travelled))) continue;
    for (const { km, source, note, part } of route.published) {
      add(part ? parts : whole, { km, sources: [source], ...(note && { note }) });
    }
  }
  if (legs.length === 1) {
    for (const { km, source, note, part } of legs[0]!.link.properties.published) {
      add(part ? parts : whole, { km, sources: [source], ...(note && { note }) });
    }
  }
  const nodes = [getStart(legs[0]!), ...legs.map(getEnd)];
  const backwards = nodes.toReversed();
  for (const { checkChain, km, spread, sources, note } of atlas.lengths) {
    const way = [nodes, backwards].find((one) => passes(one, checkChain));
    if (!way) continue;
    const ends = [checkChain[0]!, checkChain.at(-1)!] as const;
    const all = ends[0] === way[0] && ends[1] === way.at(-1);
    add(all ? whole : parts, { km, ...(spread && { spread }), sources, ...(note && { note: { en: note } }), ends });
  }
  return { whole, parts };
}

const same = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((id, i) => id === b[i]);

/** True where all of `some` come in `nodes`, in this order. */
function passes(nodes: readonly string[], some: readonly string[]): boolean {
  let at = -1;
  return some.every((id) => (at = nodes.indexOf(id, at + 1)) >= 0);
}

/** Lowest and highest printed length of the whole; null where nobody prints one. */
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
