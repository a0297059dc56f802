import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { NodeFeature, Position } from '../../src/core/dataset/model.ts';
import { listFiles } from './json.ts';
import type { Problem } from './problem.ts';

/** What one row of `config/names` calls a place. */
export interface NameRow {
  file: string;
  /** Id of a node, or number of a town in GeoNames. */
  place: string;
  /** Where a town lies, so that a wrong number is noticed. */
  at: Position | null;
  /** By language. */
  names: Record<string, string>;
  /** Other spellings, which the search finds. */
  also: string[];
}

/** Columns that are no languages. */
const OTHERS = new Set(['place', 'at', 'also']);
const LANG = /^[a-z]{2,3}$/;
const TOWN = /^\d+$/;

/** True where a row names a town of the base map, not a node of the network. */
export const isTown = ({ place }: Pick<NameRow, 'place'>): boolean => TOWN.test(place);

/**
 * Reads the names of places, `config/names/*.csv` below the folder `geo` or one like it: a row a place, a column a language. A place
 * may have rows in several files, so that a language can be kept in a file of its own.
 *
 * @param problems what cannot be read is added here, and left out
 */
export function readNames(dir: string, problems: Problem[]): NameRow[] {
  return listFiles(join(dir, 'config', 'names'), '.csv').flatMap((file) => readFile(file, problems));
}

function readFile(file: string, problems: Problem[]): NameRow[] {
  const report = (feature: string, problem: string, remedy: string) => problems.push({ file, feature, problem, remedy });
  const { data, errors, meta } = Papa.parse<Record<string, string>>(readFileSync(file, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  // The header is line 1, and rows are counted from 0.
  for (const { row, message } of errors) report(`line ${(row ?? 0) + 2}`, message, 'give each row a cell for each column');
  const columns = meta.fields ?? [];
  const unknown = columns.filter((name) => !OTHERS.has(name) && !LANG.test(name));
  for (const name of unknown) report('the header', `"${name}" is no column`, 'use place, at, also and codes of languages');
  if (!columns.includes('place')) {
    report('the header', 'there is no column "place"', 'give each row the id of its node or the number of its town');
    return [];
  }
  const langs = columns.filter((name) => !OTHERS.has(name) && LANG.test(name));
  return data.flatMap(({ place = '', at = '', also = '', ...cells }): NameRow[] => {
    const names = Object.fromEntries(langs.flatMap((lang) => (cells[lang] ? [[lang, cells[lang]]] : [])));
    const position = readPosition(at);
    if (at !== '' && !position) report(place, `"${at}" is no position`, 'write longitude and latitude with a space between');
    return [{ file, place, at: position, names, also: also === '' ? [] : also.split('; ') }];
  });
}

function readPosition(text: string): Position | null {
  const [lon, lat, ...more] = text.split(' ').map(Number);
  const isPosition = lon !== undefined && lat !== undefined && more.length === 0 && Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
  return isPosition ? [lon, lat] : null;
}

/**
 * Gives nodes their names. Where a language has none, a node has its local name if its country speaks that language.
 *
 * @param spoken languages by country code
 */
export function nameNodes(
  nodes: readonly NodeFeature[],
  rows: readonly NameRow[],
  spoken: Readonly<Record<string, readonly string[]>>,
): void {
  const byId = new Map(nodes.map(({ properties }) => [properties.id, properties]));
  for (const { country, names } of byId.values()) {
    if (names['local']) for (const lang of spoken[country] ?? []) names[lang] ??= names['local'];
  }
  for (const { place, names, also } of rows) {
    const node = byId.get(place);
    if (!node) continue;
    const { en: _, ...translated } = names;
    Object.assign(node.names, translated, also.length > 0 ? { also: also.join('; ') } : {});
  }
}
