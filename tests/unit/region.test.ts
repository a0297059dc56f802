/** `src/` knows no place by name, so that other data make another atlas without touching it. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readInputs } from '../../geo/read/inputs.ts';
import { CORRIDOR_KINDS } from '../../src/core/dataset/model.ts';

/** Ids of the data that are words of the model as well. */
const WORDS_OF_THE_MODEL = new Set<string>(CORRIDOR_KINDS);
/** Names of the data that are common words as well: “interval” or “between” in Turkish and Azerbaijani, Persian for “middle”, Chinese for “other routes”. */
const COMMON_WORDS = new Set(['Aralık', 'Aralıq', 'میانه', '替代路线']);

const inputs = (dir: string) => readInputs(dir, []);

/** Ids and names, in every language, of all that a network has. */
function namesIn(dir: string): Set<string> {
  const { nodes, links, routes, corridors, areas, events, context } = inputs(dir);
  const named = [
    ...nodes.map(({ node }) => node.properties),
    ...routes,
    ...corridors,
    ...areas.features.map(({ properties }) => properties),
    ...context.initiatives,
  ];
  return new Set(
    [
      ...named.map(({ id }) => id),
      ...[...links, ...events].map(({ id }) => id),
      ...named.flatMap(({ name, names }) => [name, ...Object.values(names).flatMap((one) => one.split('; '))]),
    ].filter((name) => name !== '' && !WORDS_OF_THE_MODEL.has(name) && !COMMON_WORDS.has(name)),
  );
}

/** Chinese is written without spaces, so a name may stand between other characters. */
const isHan = (name: string): boolean => /^\p{Script=Han}+$/u.test(name);
/** What a name or an id is made of. */
const WORD = /[\p{L}\p{N}_-]+/gu;

/** Names by their first word: thousands of them are asked for at each word of the code. */
function groupByFirstWord(names: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const name of names) {
    const word = name.match(WORD)?.[0] ?? '';
    groups.set(word, [...(groups.get(word) ?? []), name]);
  }
  return groups;
}

/** Finds the names that stand in a text as words of their own. */
function createFinder(names: ReadonlySet<string>): (text: string) => string[] {
  const byFirstWord = groupByFirstWord([...names].filter((name) => !isHan(name)));
  const han = [...names].filter(isHan);
  return (text) => {
    const words = [...text.matchAll(WORD)];
    const isWhole = (end: number): boolean => !/[\p{L}\p{N}_-]/u.test(text.charAt(end));
    const found = words.flatMap(({ 0: word, index }) =>
      (byFirstWord.get(word) ?? []).filter((name) => {
        const from = index - name.indexOf(word);
        return text.startsWith(name, from) && isWhole(from + name.length);
      }),
    );
    return [...found, ...han.filter((name) => text.includes(name))];
  };
}

describe('the code', () => {
  const files = ['src', 'geo'].flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|svelte|html|css)$/.test(name))
      .map((name) => `${room}/${name}`),
  );
  /** Without comments, which may give a place as an example. */
  const readCode = (file: string): string => readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '');

  it('names no place, line, route, corridor, area, event or initiative of the data', () => {
    const names = namesIn('geo');
    const found = createFinder(names);
    expect(names.size).toBeGreaterThan(1000);
    expect(files.length).toBeGreaterThan(50);
    expect(files.flatMap((file) => found(readCode(file)).map((name) => `${file}: ${name}`))).toEqual([]);
  });

  it('has no coordinates and no years of ours', () => {
    const edges = new Set(['0', '-90', '90', '-180', '180']);
    const code = files.filter((file) => /\.(ts|svelte)$/.test(file) && !file.includes('/dictionaries/'));
    const coordinates = code.flatMap((file) =>
      [...readCode(file).matchAll(/\b(?:lon|lat|west|east|south|north)\s*:\s*(-?\d+(?:\.\d+)?)/g)]
        .filter(([, degrees = '']) => !edges.has(degrees))
        .map(([text]) => `${file}: ${text}`),
    );
    expect(coordinates).toEqual([]);
    /** Bounds of what a file may say, and the epochs of clocks and of two-digit years. */
    const general = new Set(['1800', '1970', '2000', '2100', '2200']);
    const years = code.flatMap((file) =>
      [...readCode(file).matchAll(/(?<![\w.#])(?:1[89]|20)\d\d(?![\w.%])/g)]
        .filter(([year]) => !general.has(year))
        .map(([year]) => `${file}: ${year}`),
    );
    expect(years).toEqual([]);
  });

  it('would be caught if it did', () => {
    const { nodes } = inputs('geo');
    const { id, name, names: other } = nodes.find(({ node }) => node.properties.names['zh'])!.node.properties;
    const found = createFinder(namesIn('geo'));
    for (const text of [`select('${id}')`, `<p>${name}</p>`, `从${other['zh']}到`]) expect(found(text)).not.toEqual([]);
    expect(found(`un${id}able ${id}-kind`)).toEqual([]);
  });

  it.each(['atlas-mini', 'atlas-south'])('is tried with data that share no place with ours: %s', (name) => {
    const ids = (dir: string) => inputs(dir).nodes.map(({ node }) => node.properties.id);
    const ours = new Set(ids('geo'));
    expect(ids(`tests/fixtures/${name}`).filter((id) => ours.has(id))).toEqual([]);
  });
});
