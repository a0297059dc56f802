/** The nodes of what a reader looks at: those of a selection, a comparison or a path. */
import { type Atlas, findFeature } from '../dataset/dataset.ts';
import type { Leg } from '../dataset/model.ts';

/** What stands out from the rest of the network. */
export interface Choice {
  selected?: string | null;
  /** Nodes and areas that are pointed out, while no line steps back for them. */
  marked?: readonly string[];
  compared?: readonly { legs: readonly { link: { properties: { id: string } }; reversed: boolean }[] }[];
  highlightedPath?: readonly Leg[] | null;
}

export interface ChosenNodes {
  /** Where the chosen lines begin and end. */
  ends: ReadonlySet<string>;
  /** All on the chosen lines, the ends included. */
  all: ReadonlySet<string>;
}

/** The chosen lines, each as its legs in the order of travel; none for what is no line. */
export function listChosenLines(atlas: Atlas, { selected, compared = [], highlightedPath }: Choice): (readonly Leg[])[] {
  if (highlightedPath) return [highlightedPath];
  if (compared.length > 0)
    return compared.map(({ legs }) => legs.map(({ link, reversed }) => ({ id: link.properties.id, reversed })));
  const found = selected === null || selected === undefined ? null : findFeature(atlas, selected);
  switch (found?.kind) {
    case 'corridor':
      return found.value.routes.flatMap((route) => listChosenLines(atlas, { selected: route }));
    case 'route':
      return [found.value.links];
    case 'link':
      return [[{ id: found.value.properties.id, reversed: false }]];
    default:
      return [];
  }
}

/** Nodes of the chosen lines; null where none is chosen, and so none steps back. */
export function findChosenNodes(atlas: Atlas, choice: Choice): ChosenNodes | null {
  const lines = listChosenLines(atlas, choice);
  if (lines.length === 0) return null;
  const [ends, all] = [new Set<string>(), new Set<string>()];
  for (const line of lines) {
    const passed = line.flatMap(({ id, reversed }) => {
      const link = atlas.links.get(id)?.properties;
      if (!link) return [];
      return reversed ? [link.to, link.from] : [link.from, link.to];
    });
    for (const id of passed) all.add(id);
    for (const id of [...passed.slice(0, 1), ...passed.slice(-1)]) ends.add(id);
  }
  return { ends, all };
}
