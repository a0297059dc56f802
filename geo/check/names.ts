import type { Lang, NodeFeature, Position } from '../../src/core/dataset/model.ts';
import type { Inputs } from '../read/inputs.ts';
import { isTown, type NameRow } from '../read/names.ts';
import type { Problem } from '../read/problem.ts';
import { checkScripts } from './scripts.ts';

/** Nodes of higher ranks, which are shown close up only, may lack names, but for those that every list names. */
const LEAST_RANK = 3;
const LISTED: ReadonlySet<string> = new Set(['border', 'port']);
/** How far a row may lie from its town, in degrees: rows have two decimals, and GeoNames moves its points. */
const OFF = 0.1;
/** Places of one name as near as this to each other are one place, in degrees. */
const NEAR = 0.2;

export interface NameLimits {
  /** How many nodes the network has at least. */
  nodes: number;
  /** How many of them have a name in every one of the languages. */
  translated: number;
  /** Languages that the atlas is whole in. */
  languages: readonly Lang[];
  /** A town of GeoNames by its number. */
  findTown(id: string): { at: Position } | undefined;
}

/** Each node and town is what its row says, and has one name in each language, in the letters of that language. */
export function checkNames(inputs: Pick<Inputs, 'files' | 'nodes' | 'nameRows'>, limits: NameLimits): Problem[] {
  const { files, nodes, nameRows } = inputs;
  const byId = new Map(nodes.map(({ node }) => [node.properties.id, node]));
  return [
    ...nodes.flatMap(({ file, node }) => checkNode(file, node, files.names, limits.languages)),
    ...checkRows(nameRows, byId, limits),
    ...checkTowns(nameRows, limits.languages),
    ...checkRepeats(nameRows),
    ...checkScripts(nameRows),
    ...checkAgreement(nameRows, byId),
    ...checkNumbers(
      nodes.map(({ node }) => node),
      limits,
      files,
    ),
  ];
}

function checkNode(file: string, { properties }: NodeFeature, namesFile: string, languages: readonly Lang[]): Problem[] {
  const { id, kind, name, names, rank } = properties;
  const problems: Problem[] = [];
  const report = (where: string, problem: string, remedy: string) => problems.push({ file: where, feature: id, problem, remedy });
  if (!name.trim()) report(file, 'has no English name', 'set "name"');
  // A bend at sea lies in no country whose name for it could be given.
  if (kind !== 'waypoint' && !names['local']?.trim()) {
    report(file, 'has no local name', 'set "names.local" in the script of the place');
  }
  const missing = languages.filter((lang) => !names[lang]);
  if ((rank <= LEAST_RANK || LISTED.has(kind)) && missing.length > 0) {
    report(namesFile, `is a ${kind} of rank ${rank} and has no name in ${missing.join(', ')}`, 'add the names to its row');
  }
  return problems;
}

/** A corridor or a route lies in many countries: its English name is no local one. */
export function checkLocalNames({
  files,
  routes,
  corridors,
  context,
}: Pick<Inputs, 'files' | 'routes' | 'corridors' | 'context'>): Problem[] {
  const named = [
    ...routes.map((one) => ({ ...one, file: files.routes })),
    ...corridors.map((one) => ({ ...one, file: files.corridors })),
    ...context.initiatives.map((one) => ({ ...one, file: files.initiatives })),
  ];
  return named
    .filter(({ name, names }) => names['local'] === name)
    .map(({ id, file }) => ({
      file,
      feature: id,
      problem: 'its local name is the English one',
      remedy: 'leave "names.local" out, or give the name in the language of a country',
    }));
}

/** Rows of places that there are, where they say, with all that a town needs. */
function checkRows(rows: readonly NameRow[], nodes: ReadonlyMap<string, NodeFeature>, { findTown }: NameLimits): Problem[] {
  return rows.flatMap((row): Problem[] => {
    const { file, place, at, names } = row;
    const node = nodes.get(place);
    const found = isTown(row) ? findTown(place)?.at : node?.geometry.coordinates;
    if (!found) {
      return [{ file, feature: place, problem: 'there is no such node or town', remedy: 'correct its id, or remove the row' }];
    }
    const problems: Problem[] = [];
    if (at && !isNear(at, found, OFF)) {
      const problem = `lies at ${found.join(' ')}, not at ${at.join(' ')}`;
      problems.push({ file, feature: place, problem, remedy: 'correct the number of the town, or its position' });
    }
    if (node && names['en'] !== undefined && names['en'] !== node.properties.name) {
      const problem = `is "${names['en']}" here and "${node.properties.name}" in the network`;
      problems.push({ file, feature: place, problem, remedy: 'give it one English name' });
    }
    return problems;
  });
}

/** A town that somebody names is named in every language. */
function checkTowns(rows: readonly NameRow[], languages: readonly Lang[]): Problem[] {
  const towns = new Map<string, NameRow>();
  for (const row of rows.filter(isTown)) {
    const { names } = towns.get(row.place) ?? { names: {} };
    towns.set(row.place, { ...row, names: { ...names, ...row.names } });
  }
  return [...towns.values()].flatMap(({ file, place, names }): Problem[] => {
    const missing = ['en', ...languages].filter((lang) => !names[lang]);
    if (missing.length === 0) return [];
    return [{ file, feature: place, problem: `has no name in ${missing.join(', ')}`, remedy: 'add them, or remove the row' }];
  });
}

/** A place that is given two names in a language. */
function checkRepeats(rows: readonly NameRow[]): Problem[] {
  const seen = new Map<string, string>();
  return rows.flatMap(({ file, place, names }) =>
    Object.keys(names).flatMap((lang): Problem[] => {
      const key = `${place} ${lang}`;
      const other = seen.get(key);
      seen.set(key, file);
      const problem = `has a second name in "${lang}"; the first is in ${other}`;
      return other === undefined ? [] : [{ file, feature: place, problem, remedy: 'remove one of the two' }];
    }),
  );
}

/** A town and its station are one place to a reader: where they share their English name they share the others. */
function checkAgreement(rows: readonly NameRow[], nodes: ReadonlyMap<string, NodeFeature>): Problem[] {
  const placed = rows.flatMap((row) => {
    const at = row.at ?? nodes.get(row.place)?.geometry.coordinates;
    return at && row.names['en'] !== undefined ? [{ ...row, at: at }] : [];
  });
  const byEnglish = new Map<string, (typeof placed)[number]>();
  return placed.flatMap((row): Problem[] => {
    const english = row.names['en'] ?? '';
    const other = byEnglish.get(english);
    if (!other || !isNear(row.at, other.at, NEAR)) {
      byEnglish.set(english, row);
      return [];
    }
    return Object.keys(row.names)
      .filter((lang) => other.names[lang] !== undefined && other.names[lang] !== row.names[lang])
      .map((lang) => ({
        file: row.file,
        feature: row.place,
        problem: `is "${row.names[lang]}" in "${lang}", and ${other.place} at the same place "${other.names[lang]}"`,
        remedy: 'give both one name',
      }));
  });
}

const isNear = ([x, y]: Position, [toX, toY]: Position, degrees: number): boolean =>
  Math.abs(x - toX) < degrees && Math.abs(y - toY) < degrees;

function checkNumbers(
  nodes: readonly NodeFeature[],
  { nodes: least, translated, languages }: NameLimits,
  files: Inputs['files'],
): Problem[] {
  const feature = 'all nodes';
  const problems: Problem[] = [];
  if (nodes.length < least) {
    const problem = `there are ${nodes.length}, at least ${least} are wanted`;
    problems.push({ file: files.nodes, feature, problem, remedy: 'add stations and ports' });
  }
  const whole = nodes.filter(({ properties }) => languages.every((lang) => properties.names[lang])).length;
  if (whole < translated) {
    const problem = `${whole} have a name in every language, at least ${translated} are wanted`;
    problems.push({ file: files.names, feature, problem, remedy: 'translate the names of the next most prominent ones' });
  }
  return problems;
}
