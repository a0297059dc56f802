/** A network by numbers, as flat lists, made once: a search that meets a part of a large network costs what that part costs. */
import type { LinkFeature } from '../../dataset/model.ts';
import type { MeasuredLeg } from '../../measure/measure.ts';
import { FlatQueue } from './flat-queue.ts';

export interface FlatNetwork {
  links: readonly LinkFeature[];
  /** Of each place where a link ends. */
  numbers: ReadonlyMap<string, number>;
  /** Places by number, and metres, of each link. */
  from: Int32Array;
  to: Int32Array;
  metres: Float64Array;
  /** What ends at place `n` stands from `first[n]` to `first[n + 1]` of `ending`, links by number in the order of their ids. */
  first: Int32Array;
  ending: Int32Array;
  /** Each link forwards and backwards, the same objects each time. */
  getLeg(link: number, reversed: boolean): MeasuredLeg;
}

/** Whole metres, so that sums are exact. */
export const getMetres = ({ properties }: LinkFeature): number => Math.round(properties.drawnKm * 1000);

const known = new WeakMap<ReadonlyMap<string, LinkFeature>, FlatNetwork>();

/** The flat lists of the links of an atlas, which never change. */
export function flatten(links: ReadonlyMap<string, LinkFeature>): FlatNetwork {
  const flat = known.get(links) ?? build([...links.values()]);
  known.set(links, flat);
  return flat;
}

function build(links: readonly LinkFeature[]): FlatNetwork {
  const numbers = new Map<string, number>();
  const number = (place: string): number => {
    const given = numbers.get(place) ?? numbers.size;
    if (given === numbers.size) numbers.set(place, given);
    return given;
  };
  const from = Int32Array.from(links, ({ properties }) => number(properties.from));
  const to = Int32Array.from(links, ({ properties }) => number(properties.to));
  const first = new Int32Array(numbers.size + 1);
  for (const ends of [from, to]) for (const place of ends) first[place + 1] = (first[place + 1] ?? 0) + 1;
  for (let place = 1; place < first.length; place += 1) first[place] = (first[place] ?? 0) + (first[place - 1] ?? 0);
  const next = first.slice();
  const ending = new Int32Array(links.length * 2);
  // So a path never depends on the order of a file.
  const ids = links.map(({ properties }) => properties.id);
  const inOrder = Int32Array.from(links, (_, link) => link).sort((a, b) => ((ids[a] ?? '') < (ids[b] ?? '') ? -1 : 1));
  for (const link of inOrder) {
    for (const place of [from[link] ?? 0, to[link] ?? 0]) {
      const at = next[place] ?? 0;
      ending[at] = link;
      next[place] = at + 1;
    }
  }
  return { links, numbers, from, to, metres: Float64Array.from(links, getMetres), first, ending, getLeg: keepLegs(links) };
}

function keepLegs(links: readonly LinkFeature[]): FlatNetwork['getLeg'] {
  const kept: MeasuredLeg[] = [];
  return (n, reversed) => {
    const at = n * 2 + Number(reversed);
    const link = links[n];
    if (!link) throw new RangeError(`no link has the number ${n}`);
    const leg = kept[at] ?? { link, reversed };
    kept[at] = leg;
    return leg;
  };
}

/** Metres from a place to others, the nearest first (Dijkstra's search), as far as it is asked for. */
export class Wave {
  /** Numbers of the places whose metres are final, the nearest first. */
  readonly reached: number[] = [];
  readonly #network: FlatNetwork;
  readonly #isUsable: (link: number) => boolean;
  readonly #least: Float64Array;
  readonly #queue = new FlatQueue();

  constructor(network: FlatNetwork, start: number, isUsable: (link: number) => boolean) {
    this.#network = network;
    this.#isUsable = isUsable;
    this.#least = new Float64Array(network.numbers.size).fill(Infinity);
    this.#least[start] = 0;
    this.#queue.push(start, 0);
  }

  /** Metres to a place; infinite where it is farther than the wave has come, or no link leads there. */
  measure(place: number): number {
    return this.#least[place] ?? Infinity;
  }

  /** Goes on to a place. */
  reach(end: number): number {
    while (this.#queue.least < this.measure(end)) this.#step();
    return this.measure(end);
  }

  /** Goes on to all places that are no farther. */
  spread(metres: number): void {
    while (this.#queue.least <= metres) this.#step();
  }

  #step(): void {
    const come = this.#queue.least;
    const place = this.#queue.pop();
    if (come > this.measure(place)) return;
    this.reached.push(place);
    const { from, to, metres, first, ending } = this.#network;
    for (let i = first[place] ?? 0; i < (first[place + 1] ?? 0); i += 1) {
      const link = ending[i] ?? 0;
      const end = (from[link] === place ? to[link] : from[link]) ?? 0;
      const there = come + (metres[link] ?? 0);
      if (there >= this.measure(end) || !this.#isUsable(link)) continue;
      this.#least[end] = there;
      this.#queue.push(end, there);
    }
  }
}
