/** A length that others print for a whole path: of one section, or of sections that follow each other without a gap. */
import type { LengthModel } from '../dataset/schema/length-model.ts';
import type { LinkFeature } from '../dataset/model.ts';
import { toMetres } from './measure.ts';

interface Tile {
  km: number;
  length: number;
}

/**
 * The published length of a path: of the fewest sections that cover it end to end.
 *
 * @param links the path in the order of travel
 * @returns kilometres; null where a part of it is not covered
 */
export function findPublishedCover(links: readonly LinkFeature['properties'][], model: LengthModel | null): number | null {
  const ids = links.map(({ id }) => id);
  // best[i]: the fewest tiles from the start to link i.
  const best: ({ tiles: number; km: number } | null)[] = [{ tiles: 0, km: 0 }];
  for (let end = 1; end <= ids.length; end++) best[end] = null;
  ids.forEach((_, start) => {
    const from = best[start];
    if (!from) return;
    for (const { km, length } of tilesAt(links, ids, start, model)) {
      const known = best[start + length];
      if (!known || from.tiles + 1 < known.tiles) best[start + length] = { tiles: from.tiles + 1, km: from.km + km };
    }
  });
  const whole = best[ids.length];
  return whole && ids.length > 0 ? toMetres(whole.km) : null;
}

function tilesAt(
  links: readonly LinkFeature['properties'][],
  ids: readonly string[],
  start: number,
  model: LengthModel | null,
): Tile[] {
  // A figure for a part of a link says nothing of the whole; of several, the first is the one that the data prefers.
  const own = links[start]!.published.find(({ part }) => !part);
  const sections = (model?.sections ?? []).flatMap(({ km, links: run }): Tile[] => {
    const here = ids.slice(start, start + run.length);
    const same = (other: readonly string[]) => other.length === here.length && other.every((id, i) => id === here[i]);
    return same(run) || same(run.toReversed()) ? [{ km, length: run.length }] : [];
  });
  return [...(own ? [{ km: own.km, length: 1 }] : []), ...sections];
}
