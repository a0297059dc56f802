/**
 * What can be set side by side, as short texts that an address carries: `compare=ITEM,ITEM`, up to six. Parsing is pure and never
 * throws; it knows the grammar only, so an id may turn out to be unknown later.
 *
 * - `ID` a route or a link
 * - `ROUTE:FROM:TO` a section of a route; `FROM` and `TO` each a node id or a kilometre, such as `120.5`
 * - `way:FROM:TO:OPTIONS` a way that was found; see `OPTIONS` below, `-` where there are none
 * - `own:ID` a route that the reader drew
 */
import { MODES } from '../dataset/enums.ts';
import type { Mode } from '../dataset/model.ts';

/** As many as can be told apart. */
export const MOST_COMPARED = 6;
/** As many texts, good and bad, as an address keeps so that a page can say what it left out. */
const MOST_TEXTS = 12;
const MOST_CHARACTERS = 400;

export const CRITERIA = ['length', 'gauge', 'borders', 'changes'] as const;
/** What the best way has least of: kilometres, gauge breaks, border crossings, changes of mode. */
export type Criterion = (typeof CRITERIA)[number];

/** A point on a route: the id of a node, or a kilometre from its start. */
export type Point = string | number;

export interface PathItem {
  kind: 'path';
  from: string;
  to: string;
  /** Which of the ways that are found, from 1. */
  n: number;
  by: Criterion;
  /** ISO 3166-1 alpha-2. */
  avoidCountries: readonly string[];
  avoidModes: readonly Mode[];
  /** Node ids in order. */
  via: readonly string[];
  openOnly: boolean;
  /** Without links that a disruption bears on. */
  avoidDisrupted: boolean;
  /** Only what was open by the end of this year. */
  year: number | null;
  /** Links and nodes that are closed for the trial. */
  cut: readonly string[];
}

export type ComparedItem =
  | { kind: 'feature'; id: string }
  | { kind: 'section'; route: string; from: Point; to: Point }
  | PathItem
  | { kind: 'imported'; id: string };

export type RejectedReason =
  /** Not of the grammar. */
  | 'malformed'
  /** The same as one before. */
  | 'duplicate'
  /** One more than can be shown. */
  | 'too-many'
  /** A section or way that ends where it starts. */
  | 'empty'
  /** Options of a way that exclude each other or occur twice. */
  | 'contradictory';

export interface Rejected {
  text: string;
  reason: RejectedReason;
}

export interface Compared {
  /** `text` is the item in its shortest form. */
  items: { text: string; item: ComparedItem }[];
  rejected: Rejected[];
}

const ID = /^[A-Za-z0-9][A-Za-z0-9-]{0,120}$/;
const KM = /^\d{1,5}(\.\d{1,3})?$/;
const YEARS = { first: 1800, last: 2100 };
const MOST_WAYS = 9;

/** The items of a list of texts; what cannot be used comes back with the reason. */
export function readCompared(texts: readonly string[]): Compared {
  const items: Compared['items'] = [];
  const rejected: Rejected[] = [];
  for (const text of texts) {
    const item = readItem(text);
    if (typeof item === 'string') {
      rejected.push({ text, reason: item });
      continue;
    }
    const short = writeItem(item);
    if (items.some((one) => one.text === short)) rejected.push({ text, reason: 'duplicate' });
    else if (items.length === MOST_COMPARED) rejected.push({ text, reason: 'too-many' });
    else items.push({ text: short, item });
  }
  return { items, rejected };
}

/** The texts of a query's value: none twice, of bounded number and length. They may be bad: see `readCompared`. */
export function splitCompared(value: string | null): string[] {
  const texts = (value ?? '').split(',').map((text) => text.trim().slice(0, MOST_CHARACTERS));
  return [...new Set(texts)].filter((text) => text !== '').slice(0, MOST_TEXTS);
}

/** One item, or why it is none. */
export function readItem(text: string): ComparedItem | RejectedReason {
  const parts = text.split(':');
  const [first = '', second = '', third = '', fourth] = parts;
  if (parts.length === 1) return ID.test(first) ? { kind: 'feature', id: first } : 'malformed';
  if (parts.length === 2) return first === 'import' && ID.test(second) ? { kind: 'imported', id: second } : 'malformed';
  if (first === 'path') {
    return parts.length === 4 && ID.test(second) && ID.test(third) ? readWay(second, third, fourth ?? '') : 'malformed';
  }
  const [from, to] = [readPoint(second), readPoint(third)];
  if (parts.length !== 3 || first === 'import' || !ID.test(first) || from === null || to === null) return 'malformed';
  return from === to ? 'empty' : { kind: 'section', route: first, from, to };
}

/** The shortest text of an item: what is as by default is left out. */
export function writeItem(item: ComparedItem): string {
  switch (item.kind) {
    case 'feature':
      return item.id;
    case 'imported':
      return `import:${item.id}`;
    case 'section':
      return `${item.route}:${writePoint(item.from)}:${writePoint(item.to)}`;
    case 'path':
      return `path:${item.from}:${item.to}:${writeOptions(item)}`;
  }
}

function readPoint(text: string): Point | null {
  if (KM.test(text)) return Number(text);
  return ID.test(text) ? text : null;
}

const writePoint = (point: Point): string => (typeof point === 'number' ? String(Math.round(point * 1000) / 1000) : point);

type Options = Omit<PathItem, 'kind' | 'from' | 'to'>;

/**
 * The options of a way and how each is written, in the order in which they are: `n2` the second way, `by-gauge` by another
 * criterion than length, `no-RU` without a country, `no-sea` without a mode, `no-disrupted` without what a disruption bears on,
 * `via-NODE`, `open` only what is open, `y2017` as of a year, `cut-ID` without a link, or without all that meets at a node.
 */
function writeOptions({ n, by, avoidCountries, avoidModes, avoidDisrupted, via, openOnly, year, cut }: Options): string {
  const words = [
    ...(n === 1 ? [] : [`n${n}`]),
    ...(by === 'length' ? [] : [`by-${by}`]),
    ...[...avoidCountries].sort().map((code) => `no-${code}`),
    ...MODES.filter((mode) => avoidModes.includes(mode)).map((mode) => `no-${mode}`),
    ...(avoidDisrupted ? ['no-disrupted'] : []),
    ...via.map((node) => `via-${node}`),
    ...(openOnly ? ['open'] : []),
    ...(year === null ? [] : [`y${year}`]),
    ...[...cut].sort().map((link) => `cut-${link}`),
  ];
  return words.join('.') || '-';
}

function readWay(from: string, to: string, text: string): PathItem | RejectedReason {
  const way = {
    kind: 'path' as const,
    ...{ from, to, n: 1, by: 'length' as Criterion, openOnly: false, avoidDisrupted: false, year: null as number | null },
    avoidCountries: [] as string[],
    avoidModes: [] as Mode[],
    via: [] as string[],
    cut: [] as string[],
  };
  const words = text === '-' ? [] : text.split('.');
  if (text === '' || new Set(words).size < words.length) return text === '' ? 'malformed' : 'contradictory';
  const once = { n: 0, by: 0, y: 0 };
  for (const word of words) {
    const [name, value] = word.includes('-') ? [word.slice(0, word.indexOf('-')), word.slice(word.indexOf('-') + 1)] : [word, ''];
    const mode = MODES.find((one) => one === value);
    const by = CRITERIA.find((one) => one === value);
    const number = /^(n|y)(\d{1,4})$/.exec(word);
    if (word === 'open') way.openOnly = true;
    else if (word === 'no-disrupted') way.avoidDisrupted = true;
    else if (name === 'by' && by) [way.by, once.by] = [by, once.by + 1];
    else if (name === 'no' && mode) way.avoidModes.push(mode);
    else if (name === 'no' && /^[A-Z]{2}$/.test(value)) way.avoidCountries.push(value);
    else if (name === 'via' && ID.test(value)) way.via.push(value);
    else if (name === 'cut' && ID.test(value)) way.cut.push(value);
    else if (number?.[1] === 'n' && inside(Number(number[2]), 1, MOST_WAYS)) [way.n, once.n] = [Number(number[2]), once.n + 1];
    else if (number?.[1] === 'y' && inside(Number(number[2]), YEARS.first, YEARS.last)) {
      [way.year, once.y] = [Number(number[2]), once.y + 1];
    } else return 'malformed';
  }
  if (from === to) return 'empty';
  if (Math.max(once.n, once.by, once.y) > 1) return 'contradictory';
  return way;
}

const inside = (value: number, least: number, most: number): boolean => value >= least && value <= most;
