/** The part of a network that a path can use: links so far off that any path over them would be too long are left out before a search. */
import type { LinkFeature } from '../../dataset/model.ts';
import type { MeasuredLeg } from '../../measure/measure.ts';
import { flatten, type FlatNetwork, Wave } from './flat-network.ts';
import type { Near } from './path-search.ts';
import type { LegsAt } from './path-states.ts';

interface Reach {
  /** The links over which some path from stop to stop is no longer than so many times the shortest one; none where there is no path. */
  listLinks(mostDetour: number): LinkFeature[];
  /** The same for a search that looks at legs as it comes to them; null where there is no path. */
  openLegs(mostDetour: number): (Near & { legsAt: LegsAt }) | null;
}

/**
 * Finds what paths can use that are not much longer than the shortest one. What was looked at for few is not looked at again for more.
 *
 * @param stops node ids in the order of travel, at least two
 * @param isUsable whether a path may use a link
 */
export function createReach(
  links: ReadonlyMap<string, LinkFeature>,
  stops: readonly string[],
  isUsable: (link: LinkFeature) => boolean,
): Reach {
  const network = flatten(links);
  const places = stops.flatMap((stop) => network.numbers.get(stop) ?? []);
  if (places.length < stops.length) return { listLinks: () => [], openLegs: () => null };
  const test = rememberAnswers(network.links.length, (link) => {
    const feature = network.links[link];
    return feature !== undefined && isUsable(feature);
  });
  const waves = places.map((place) => new Wave(network, place, test));
  const sections = waves.slice(1).flatMap((after, i): Section[] => {
    const [before, end] = [waves[i], places[i + 1]];
    return before && end !== undefined ? [{ before, after, least: before.reach(end) }] : [];
  });
  const shortest = sections.reduce((sum, { least }) => sum + least, 0);
  return {
    listLinks(mostDetour) {
      if (!Number.isFinite(shortest)) return [];
      const found = new Set<number>();
      for (const section of sections) addLinks(found, network, section, shortest * mostDetour - (shortest - section.least), test);
      return [...found].flatMap((link) => network.links[link] ?? []);
    },
    openLegs(mostDetour) {
      if (!Number.isFinite(shortest)) return null;
      const mostMetres = shortest * mostDetour;
      const near = sections.map((section) => ({ ...section, most: mostMetres - (shortest - section.least) }));
      for (const { before, after, most } of near) {
        before.spread(most);
        after.spread(most);
      }
      const legsAt = createLegs(network, near, test);
      // From each stop to the last one.
      const rest = stops.map((_, stop) => sections.slice(stop).reduce((sum, { least }) => sum + least, 0));
      const measureLeft = (node: string, passed: number): number =>
        (waves[passed]?.measure(network.numbers.get(node) ?? -1) ?? 0) + (rest[passed] ?? 0);
      return { mostMetres, legsAt, measureLeft };
    },
  };
}

/** Legs at a node, of the links over which some section is no longer than it may be, in the order of their ids. */
function createLegs(
  { numbers, from, to, metres, first, ending, getLeg }: FlatNetwork,
  sections: readonly (Section & { most: number })[],
  isUsable: (link: number) => boolean,
): LegsAt {
  const isNear = (link: number): boolean => {
    const [a = 0, b = 0, long = 0] = [from[link], to[link], metres[link]];
    return sections.some(({ before, after, most }) => {
      const least = Math.min(before.measure(a) + after.measure(b), before.measure(b) + after.measure(a));
      return least + long <= most;
    });
  };
  const known = new Map<string, readonly MeasuredLeg[]>();
  return (node) => {
    const found = known.get(node);
    if (found) return found;
    const place = numbers.get(node) ?? 0;
    const legs: MeasuredLeg[] = [];
    for (let i = first[place] ?? 0; i < (first[place + 1] ?? 0); i += 1) {
      const link = ending[i] ?? 0;
      if (from[link] !== to[link] && isUsable(link) && isNear(link)) legs.push(getLeg(link, from[link] !== place));
    }
    known.set(node, legs);
    return legs;
  };
}

/** From one stop to the next. */
interface Section {
  before: Wave;
  after: Wave;
  least: number;
}

/** Adds the links over which a section takes at most so many metres. */
function addLinks(
  found: Set<number>,
  network: FlatNetwork,
  { before, after }: Section,
  most: number,
  isUsable: (link: number) => boolean,
): void {
  before.spread(most);
  after.spread(most);
  for (const place of before.reached) {
    if (before.measure(place) + after.measure(place) > most) continue;
    for (let i = network.first[place] ?? 0; i < (network.first[place + 1] ?? 0); i += 1) {
      const link = network.ending[i] ?? 0;
      const end = (network.from[link] === place ? network.to[link] : network.from[link]) ?? 0;
      const around = before.measure(place) + (network.metres[link] ?? 0) + after.measure(end);
      if (around <= most && isUsable(link)) found.add(link);
    }
  }
}

/** A test of numbers that is made once for each. */
function rememberAnswers(count: number, test: (n: number) => boolean): (n: number) => boolean {
  const answers = new Uint8Array(count);
  return (n) => {
    if (answers[n] === 0) answers[n] = test(n) ? 1 : 2;
    return answers[n] === 1;
  };
}
