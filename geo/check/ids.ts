import type { Inputs } from '../read/inputs.ts';
import type { Problem } from '../read/problem.ts';

/** A feature that can be selected, and the file that it is edited in. */
interface Named {
  id: string;
  file: string;
}

/** A mention of an id. */
interface Reference {
  file: string;
  feature: string;
  /** Where in the feature, for the message. */
  field: string;
  id: string;
}

type Described = Pick<Inputs, 'files' | 'nodes' | 'links' | 'routes' | 'corridors' | 'areas' | 'events' | 'context'>;

/** All that carries an id of its own. One id means one thing, whatever its kind: a link to `#select=ID` must have one answer. */
function listFeatures({ files, nodes, links, routes, corridors, areas, events, context }: Described): Named[] {
  const from = (file: string, rows: readonly { id: string }[]): Named[] => rows.map(({ id }) => ({ id, file }));
  return [
    ...nodes.map(({ file, node }) => ({ id: node.properties.id, file })),
    ...links.map(({ id, file }) => ({ id, file })),
    ...from(files.routes, routes),
    ...from(files.corridors, corridors),
    ...areas.features.map(({ properties }) => ({ id: properties.id, file: files.areas })),
    ...from(files.events, events),
    ...from(files.initiatives, context.initiatives),
    ...from(files.claims, context.claims),
  ];
}

/** Ids of all that can be selected. */
export const listFeatureIds = (inputs: Described): Set<string> => new Set(listFeatures(inputs).map(({ id }) => id));

export function checkUnique(inputs: Described): Problem[] {
  const first = new Map<string, string>();
  return listFeatures(inputs).flatMap(({ id, file }): Problem[] => {
    const other = first.get(id);
    first.set(id, other ?? file);
    if (!other) return [];
    return [{ file, feature: id, problem: `the id is taken in ${other}`, remedy: 'rename or remove one of the two' }];
  });
}

/** Every id that one feature uses of another must be there, and be of the right kind. */
export function checkReferences(inputs: Described & Pick<Inputs, 'lengths'>): Problem[] {
  const { files, nodes, routes, corridors, areas, events, context, lengths } = inputs;
  const nodeIds = new Set(nodes.map(({ node }) => node.properties.id));
  const routeIds = new Set(routes.map(({ id }) => id));
  const areaIds = new Set(areas.features.map(({ properties }) => properties.id));
  const all = new Set(listFeatures(inputs).map(({ id }) => id));
  const missing = (kind: string, known: ReadonlySet<string>, refs: Reference[]): Problem[] =>
    refs
      .filter(({ id }) => !known.has(id))
      .map(({ file, feature, field, id }) => ({
        file,
        feature,
        problem: `"${field}" names ${kind} "${id}", which does not exist`,
        remedy: `correct the id, or add the ${kind.replace(/^an? /, '')}`,
      }));
  const refs = (file: string, feature: string, field: string, ids: readonly (string | undefined)[]): Reference[] =>
    ids.flatMap((id) => (id === undefined ? [] : [{ file, feature, field, id }]));
  return [
    ...missing('a node', nodeIds, [
      ...routes.flatMap(({ id, via }) => refs(files.routes, id, 'via', via)),
      ...areas.features.flatMap(({ properties: { id, node } }) => refs(files.areas, id, 'node', [node])),
      ...corridors.flatMap(({ id, nameNear }) => refs(files.corridors, id, 'nameNear', [nameNear])),
      ...lengths.flatMap(({ id, checkChain }) => refs(files.lengths, id, 'checkChain', checkChain ?? [])),
    ]),
    ...missing('a route', routeIds, [
      ...corridors.flatMap(({ id, routes: ids, main }) => refs(files.corridors, id, 'routes', [...ids, main])),
    ]),
    ...missing(
      'an area',
      areaIds,
      areas.features.flatMap(({ properties: { id, parent } }) => refs(files.areas, id, 'parent', [parent])),
    ),
    ...missing('a feature', all, [
      ...events.flatMap(({ id, place, features }) => refs(files.events, id, 'features', [place, ...features])),
      ...context.notes.flatMap(({ id, feature }) => refs(files.notes, id, 'feature', [feature])),
      ...context.initiatives.flatMap(({ id, features }) => refs(files.initiatives, id, 'features', features)),
      ...context.claims.flatMap(({ id, features }) => refs(files.claims, id, 'features', features)),
    ]),
  ];
}

/** A corridor's main route is one of its routes. */
export function checkCorridors({ files, corridors }: Pick<Inputs, 'files' | 'corridors'>): Problem[] {
  return corridors
    .filter(({ main, routes }) => !routes.includes(main))
    .map(({ id, main }) => ({
      file: files.corridors,
      feature: id,
      problem: `its main route "${main}" is not among its routes`,
      remedy: 'add it to "routes"',
    }));
}
