/** The part of a network that a path can use: links so far off that any path over them would be too long are left out before a search. */
import type { LinkFeature } from '../../dataset/model.ts';
import { flatten, Wave } from './flat-network.ts';

/**
 * The links over which some path from stop to stop is no longer than so many times the shortest one; none where there is no path.
 *
 * @param stops node ids in the order of travel, at least two
 * @param isUsable whether a path may use a link
 */
export function findWithinReach(
  links: ReadonlyMap<string, LinkFeature>,
  stops: readonly string[],
  mostDetour: number,
  isUsable: (link: LinkFeature) => boolean,
): LinkFeature[] {
  const network = flatten(links);
  const places = stops.flatMap((stop) => network.numbers.get(stop) ?? []);
  if (places.length < stops.length) return [];
  const test = rememberAnswers(network.links.length, (link) => {
    const feature = network.links[link];
    return feature !== undefined && isUsable(feature);
  });
  const waves = places.map((place) => new Wave(network, place, test));
  const sections = waves.slice(1).flatMap((after, i) => {
    const [before, end] = [waves[i], places[i + 1]];
    return before && end !== undefined ? [{ before, after, least: before.reach(end) }] : [];
  });
  const shortest = sections.reduce((sum, { least }) => sum + least, 0);
  if (!Number.isFinite(shortest)) return [];
  const found = new Set<number>();
  for (const { before, after, least } of sections) {
    const most = shortest * mostDetour - (shortest - least);
    before.spread(most);
    after.spread(most);
    for (const place of before.reached) {
      if (before.measure(place) + after.measure(place) > most) continue;
      for (let i = network.first[place] ?? 0; i < (network.first[place + 1] ?? 0); i += 1) {
        const link = network.ending[i] ?? 0;
        const end = (network.from[link] === place ? network.to[link] : network.from[link]) ?? 0;
        const around = before.measure(place) + (network.metres[link] ?? 0) + after.measure(end);
        if (around <= most && test(link)) found.add(link);
      }
    }
  }
  return [...found].flatMap((link) => network.links[link] ?? []);
}

/** A test of numbers that is made once for each. */
function rememberAnswers(count: number, test: (n: number) => boolean): (n: number) => boolean {
  const answers = new Uint8Array(count);
  return (n) => {
    if (answers[n] === 0) answers[n] = test(n) ? 1 : 2;
    return answers[n] === 1;
  };
}
