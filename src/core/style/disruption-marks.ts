/** Where a line that is disrupted has its warning, for pictures. */
import type { Atlas } from '../dataset/dataset.ts';
import { filterParallelLines, type Filters } from '../dataset/filter.ts';
import type { Position } from '../dataset/model.ts';

/** The middle vertex of each shown link that a disruption bears on, in the order of the dataset. */
export function findDisruptionMarks(atlas: Atlas, filters: Filters): Position[] {
  const links = new Set(filterParallelLines(atlas, filters).map(({ link }) => link));
  return [...links].flatMap((id) => {
    const link = atlas.links.get(id);
    if (!link?.properties.disruption) return [];
    const { coordinates } = link.geometry;
    return coordinates.slice(coordinates.length >> 1, (coordinates.length >> 1) + 1);
  });
}
