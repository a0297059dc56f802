/** Names of nodes in every language and old spelling, found without suffixes, port words and accents. */
import type { NodeFeature } from '../../dataset/model.ts';
import { foldLoosely, foldText } from '../fold.ts';

const PORT_WORD =
  /^(?:порт|порты|портовая|паром|паромная|морской|port|harbou?r|limani?|deniz|sea|ferry|terminal|терминал|пристань|პორტი)$/;
/** What exports append to a station: it names the yard for export, transshipment, a junction with a neighbour, or a ferry. */
const SUFFIX =
  /[\s-]*\(?\s*(?<![\p{L}\p{N}])(?:эксп|экс|перев|стык|паром|eksport|eksp|export|exp|eks)(?![\p{L}])(?:[.\s-]*(?:перев|авто|aşır|asir))*[.\s]*\)?\s*$/iu;
/** The same with the next port: "(эксп. на X)", "eksport X". */
const NEXT = /[\s-]*\(?\s*(?:эксп|экс)[.\s]*(?:на|в)\s+([^)]+?)\)?\s*$|[\s-]+eksport[\s-]+(\p{Lu}[^)]*)$/iu;
/** A yard or part of a city behind its name. */
const PART =
  /[\s-]+(?:\d{1,2}|[IVX]{1,4}|товарн\S*|узлов\S*|сорт\S*|пасс\S*|главн\S*|центр\S*|грузов\S*|северн\S*|южн\S*|восточн\S*|западн\S*|freight|yard|central|goods|sorting)\.?$/iu;

/** All names of a node; old and other ones too. */
function getNames({ properties: { name, names } }: NodeFeature): string[] {
  const { also, ...rest } = names;
  return [name, ...Object.values(rest), ...(also ? also.split('; ') : [])];
}

const splitWords = (name: string): string[] => [...new Set(foldText(name).split(' ').filter(Boolean))].sort();
const getNameKey = (name: string): string => splitWords(name).join(' ');
const getBareNameKey = (name: string): string =>
  splitWords(name)
    .filter((word) => !PORT_WORD.test(word))
    .map((word) => (/^\p{Script=Han}{2,}港$/u.test(word) ? word.slice(0, -1) : word))
    .join(' ');

export const hasPortWord = (name: string): boolean => splitWords(name).some((word) => PORT_WORD.test(word));

export interface ParsedName {
  /** The name as written, then ever shorter forms of it. */
  variants: string[];
  /** The city of which the name is a part. */
  city?: string;
  /** The port that the suffix says to come next. */
  next?: string;
  /** True with any suffix of an export yard. */
  isExport: boolean;
}

/** Takes a name apart. */
export function parseName(text: string): ParsedName {
  const next = NEXT.exec(text);
  const plain = (next ? text.slice(0, next.index) : text.replace(SUFFIX, '')).trim() || text;
  const variants = [...new Set([text, plain, plain.split(',')[0]!.trim()])].filter(Boolean);
  const shortest = variants.at(-1) ?? text;
  const city = shortest.replace(PART, '');
  const port = next?.[1] ?? next?.[2];
  return { variants, ...(city !== shortest && { city }), ...(port && { next: port }), isExport: plain !== text };
}

export interface NameIndex {
  /** Nodes of a name as it stands, or spelt the Russian way. */
  find(name: string): string[];
  /** Nodes whose names without port words are these words. */
  findBare(name: string): string[];
}

export function createNameIndex(nodes: Iterable<NodeFeature>): NameIndex {
  const [exact, loose, bare] = [new Map<string, Set<string>>(), new Map<string, Set<string>>(), new Map<string, Set<string>>()];
  const add = (index: Map<string, Set<string>>, key: string, id: string) => {
    if (!key) return;
    const ids = index.get(key);
    if (ids) ids.add(id);
    else index.set(key, new Set([id]));
  };
  for (const node of nodes) {
    for (const name of getNames(node)) {
      add(exact, getNameKey(name), node.properties.id);
      add(loose, foldLoosely(foldText(name)), node.properties.id);
      add(bare, getBareNameKey(name), node.properties.id);
      // What stands in brackets behind the name of a port is the place that it lies at.
      const inner = /\(([^)]+)\)/.exec(name)?.[1];
      if (inner && node.properties.kind === 'port') add(bare, getBareNameKey(inner), node.properties.id);
    }
  }
  return {
    find: (name) => [...(exact.get(getNameKey(name)) ?? loose.get(foldLoosely(foldText(name))) ?? [])],
    findBare: (name) => [...(bare.get(getBareNameKey(name)) ?? [])],
  };
}
