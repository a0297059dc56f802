import type { Inputs } from '../read/inputs.ts';
import type { Problem } from '../read/problem.ts';

/** Every figure names a source, and every source that is named is in `geo/sources.json`; one that is not is told of once. */
export function checkSources(inputs: Inputs): Problem[] {
  const known = new Set(inputs.sources.map(({ id }) => id));
  const citations = listCitations(inputs);
  const without = citations
    .filter(({ sources }) => sources.length === 0)
    .map(({ file, feature, what }): Problem => {
      return { file, feature, problem: `${what} names no source`, remedy: 'add the id of a source of geo/sources.json' };
    });
  const unknown = citations.flatMap((citation) =>
    citation.sources.filter((id) => !known.has(id)).map((id) => ({ ...citation, id })),
  );
  const missing = [...new Set(unknown.map(({ id }) => id))].map((id): Problem => {
    const [first, ...others] = unknown.filter((one) => one.id === id);
    const { file, feature, what } = first!;
    const more = others.length > 0 ? ` (as do ${others.length} others)` : '';
    const problem = `${what} names the source "${id}"${more}, which does not exist`;
    return { file, feature, problem, remedy: `add it to ${inputs.files.sources}` };
  });
  return [...without, ...missing];
}

/** Ids of sources are unique, and the list is sorted, so that merges of two people's additions stay small. */
export function checkSourceList({ files, sources }: Pick<Inputs, 'files' | 'sources'>): Problem[] {
  return sources.slice(1).flatMap(({ id }, i): Problem[] => {
    const before = sources[i]!.id;
    if (before < id) return [];
    const problem = before === id ? 'is there twice' : `stands after "${before}"`;
    return [{ file: files.sources, feature: id, problem, remedy: 'sort the list by id and keep each once' }];
  });
}

interface Citation {
  file: string;
  feature: string;
  what: string;
  sources: readonly string[];
}

function listCitations({
  files,
  codes,
  nodes,
  links,
  routes,
  corridors,
  areas,
  lengths,
  events,
  leftOut,
  signings,
  context,
}: Inputs): Citation[] {
  type Cited = { id: string; sources: readonly string[] };
  const own = (file: string, rows: readonly Cited[]): Citation[] =>
    rows.map(({ id, sources }) => ({ file, feature: id, what: 'it', sources }));
  const figures = (file: string, id: string, rows: readonly { kind: string; sources: readonly string[] }[]): Citation[] =>
    rows.map(({ kind, sources }) => ({ file, feature: id, what: `its figure "${kind}"`, sources }));
  const published = (file: string, id: string, rows: readonly { km: number; source: string }[]): Citation[] =>
    rows.map(({ km, source }) => ({ file, feature: id, what: `its published length ${km} km`, sources: [source] }));
  return [
    ...Object.entries(codes).flatMap(([node, { locode, esr = [], uic }]) =>
      [locode, uic, ...esr].flatMap((one) =>
        one ? [{ file: files.codes, feature: node, what: `its code ${one.code}`, sources: one.sources }] : [],
      ),
    ),
    ...nodes.map(({ file, node }) => ({ file, feature: node.properties.id, what: 'it', sources: node.properties.sources })),
    ...links.flatMap((link) => [...own(link.file, [link]), ...published(link.file, link.id, link.published ?? [])]),
    ...own(files.leftOut, leftOut),
    ...own(files.routes, routes),
    ...routes.flatMap((route) => [
      ...figures(files.routes, route.id, route.figures),
      ...published(files.routes, route.id, route.published),
    ]),
    ...own(files.corridors, corridors),
    ...corridors.flatMap(({ id, figures: rows }) => figures(files.corridors, id, rows)),
    ...areas.features.flatMap(({ properties }) => [
      ...own(files.areas, [properties]),
      ...figures(files.areas, properties.id, properties.figures),
    ]),
    ...own(files.lengths, lengths),
    ...own(files.events, events),
    ...(signings ? own(files.signings, [{ id: 'about', sources: signings.sources }, ...signings.signings]) : []),
    ...own(
      files.signings,
      (signings?.signings ?? []).flatMap(({ id, dates }) => (dates ? { id, sources: dates.map(({ source }) => source) } : [])),
    ),
    ...own(files.initiatives, context.initiatives),
    ...own(files.claims, context.claims),
    ...own(files.borders, context.borders),
  ];
}
