/** What can be picked for an embed, what is picked at first, and which embed page shows it. */
import { type Atlas, findFeature, hasPage } from '../../core/dataset/dataset.ts';
import type { Filters } from '../../core/dataset/filter.ts';
import type { EmbedConfig } from '../../core/embed/embed-url.ts';

export interface PickGroups {
  lines: readonly string[];
  places: readonly string[];
  alternatives: readonly string[];
}

/** Corridors and railways, ports, routes to compare with; what is picked besides stands first, as it has no group. */
export function listPickGroups({ corridors, routes, areas }: Atlas, picked: readonly string[]): PickGroups {
  const list = <T extends { id: string }>(features: Iterable<T>, isListed: (feature: T) => boolean): string[] =>
    [...features].filter(isListed).map(({ id }) => id);
  const railways = list(routes.values(), ({ kind }) => kind === 'railway');
  const lines = [...list(corridors.values(), ({ kind }) => kind === 'corridor'), ...railways];
  const alternatives = list(routes.values(), ({ kind }) => kind === 'alternative');
  const ports = [...areas.values()].filter(({ properties }) => properties.parent === undefined);
  const places = ports.map(({ properties }) => properties.id);
  const isLine = (id: string): boolean => corridors.has(id) || routes.has(id);
  const others = picked.filter((id) => !lines.includes(id) && !alternatives.includes(id) && !places.includes(id));
  return {
    lines: [...others.filter(isLine), ...lines],
    places: [...others.filter((id) => !isLine(id)), ...places],
    alternatives,
  };
}

/** What the map shows: the selected line or port alone, else all lines that are not hidden, with a selected place. */
export function startPicks(atlas: Atlas, { hiddenGroups }: Pick<Filters, 'hiddenGroups'>, selected: string | null): string[] {
  const found = selected === null ? null : findFeature(atlas, selected);
  if (selected !== null && (found?.kind === 'corridor' || found?.kind === 'route' || found?.kind === 'area')) return [selected];
  const { lines, alternatives } = listPickGroups(atlas, []);
  const shown = [...lines, ...alternatives].filter((id) => !hiddenGroups.includes(id));
  return selected !== null && found?.kind === 'node' ? [...shown, selected] : shown;
}

/** The page and the part of its address that show what is picked. */
export interface PickedPage extends Pick<EmbedConfig, 'routes' | 'corridors' | 'places'> {
  /** Id of a page of its own; null for the general one. */
  page: string | null;
}

/** One feature has a page of its own, and so have all corridors and railways together; any other mix is named in the address. */
export function findPickedPage(atlas: Atlas, picked: readonly string[]): PickedPage {
  const [only] = picked;
  const nothing = { routes: [], corridors: [], places: [] };
  if (picked.length === 1 && only !== undefined && hasPage(atlas, only)) return { page: only, ...nothing };
  const corridors = picked.filter((id) => atlas.corridors.has(id));
  const routes = picked.filter((id) => atlas.routes.has(id));
  const places = picked.filter((id) => !atlas.corridors.has(id) && !atlas.routes.has(id));
  const usual = listPickGroups(atlas, []).lines;
  const isUsual = usual.length === corridors.length + routes.length && usual.every((id) => picked.includes(id));
  return isUsual ? { page: null, ...nothing, places } : { page: null, routes, corridors, places };
}

/** Groups of lines that are not picked, for the link to the open map; null where they are those that are hidden by default. */
export function listHiddenGroups(atlas: Atlas, picked: readonly string[]): string[] | null {
  const { lines, alternatives } = listPickGroups(atlas, []);
  const known = picked.filter((id) => lines.includes(id) || alternatives.includes(id));
  if (known.length === 0 || (lines.every((id) => known.includes(id)) && known.length === lines.length)) return null;
  return [...lines, ...alternatives].filter((id) => !known.includes(id));
}
