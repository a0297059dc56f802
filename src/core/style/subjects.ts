/**
 * What the map is about: the countries and seas that corridors, or the chosen lines, pass; where no corridor is drawn, those of all
 * drawn lines. They are named before all places.
 */
import { type Atlas, findFeature } from '../dataset/dataset.ts';
import type { Position } from '../dataset/model.ts';
import type { Choice } from './chosen-nodes.ts';

export interface Subjects {
  countries: ReadonlySet<string>;
  /** Points along the sea legs. */
  sea: readonly Position[];
}

/** Routes of the drawn corridors, and of what is selected. */
function listRoutes(atlas: Atlas, selected: string | null | undefined): Set<string> {
  const found = selected === null || selected === undefined ? null : findFeature(atlas, selected);
  const chosen = found?.kind === 'corridor' ? found.value.routes : found?.kind === 'route' ? [found.value.id] : [];
  const corridors = [...atlas.corridors.values()].filter(({ kind }) => kind === 'corridor');
  // An embed may have more corridors than it draws.
  const drawn = new Set(atlas.parallelLines.flatMap(({ routes }) => routes));
  const ofCorridors = corridors.flatMap(({ routes }) => routes).filter((id) => drawn.has(id));
  return new Set([...chosen, ...(ofCorridors.length > 0 ? ofCorridors : drawn)]);
}

export function findSubjects(atlas: Atlas, { selected }: Choice = {}): Subjects {
  const routes = [...listRoutes(atlas, selected)].flatMap((id) => atlas.routes.get(id) ?? []);
  const links = new Set(routes.flatMap(({ links }) => links.map(({ id }) => id)));
  return {
    countries: new Set(routes.flatMap(({ byCountry }) => byCountry.map(({ code }) => code))),
    sea: [...links].flatMap((id) => {
      const link = atlas.links.get(id);
      return link?.properties.mode === 'sea' ? link.geometry.coordinates : [];
    }),
  };
}
