/**
 * What can be set side by side, as short texts that an address carries: `compare=ITEM,ITEM`, up to six. Parsing is pure and never
 * throws; it knows the grammar only, so an id may turn out to be unknown later.
 *
 * - `ID` a route or a link
 * - `ROUTE:FROM:TO` a section of a route; `FROM` and `TO` each a node id or a kilometre, such as `120.5`
 * - `path:FROM:TO:OPTIONS` a path that was found; see `writeOptions` below, `-` where there are none
 * - `import:ID` an imported route
 */
import { MODES, MOST_COMPARED, YEARS } from '../dataset/enums.ts';
import { ID } from '../dataset/ids.ts';
import type { Mode } from '../dataset/model.ts';

export { MOST_COMPARED };
/** As many texts, good and bad, as an address keeps so that a page can say what it left out. */
const MOST_TEXTS = 12;
const MOST_CHARACTERS = 400;

export const CRITERIA = ['length', 'gauge', 'borders', 'changes'] as const;
/** What the best path has least of: kilometres, gauge breaks, border crossings, changes of mode. */
export type Criterion = (typeof CRITERIA)[number];

/** A point on a route: the id of a node, or a kilometre from its start. */
export type Point = string | number;

export interface PathItem {
  kind: 'path';
  from: string;
  to: string;
  /** Which of the paths that are found, from 1. */
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
  /** A section or path that ends where it starts. */
  | 'empty'
  /** Options of a path that exclude each other or occur twice. */
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

const KM = /^\d{1,5}(\.\d{1,3})?$/;
export const MOST_PATHS = 9;

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
    return parts.length === 4 && ID.test(second) && ID.test(third) ? readPath(second, third, fourth ?? '') : 'malformed';
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
 * The options of a path in the order in which they are written: `n2` the second path, `by-gauge` by another
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

type Option =
  | { name: 'n'; value: number }
  | { name: 'by'; value: Criterion }
  | { name: 'country'; value: string }
  | { name: 'mode'; value: Mode }
  | { name: 'disrupted'; value: true }
  | { name: 'via'; value: string }
  | { name: 'open'; value: true }
  | { name: 'year'; value: number }
  | { name: 'cut'; value: string };

/** Options that a path has once at most. */
const SINGLE: readonly Option['name'][] = ['n', 'by', 'year'];

function readPath(from: string, to: string, text: string): PathItem | RejectedReason {
  if (text === '') return 'malformed';
  const words = text === '-' ? [] : text.split('.');
  if (new Set(words).size < words.length) return 'contradictory';
  const options: Option[] = [];
  for (const word of words) {
    const option = readOption(word);
    if (!option) return 'malformed';
    options.push(option);
  }
  if (from === to) return 'empty';
  if (SINGLE.some((name) => options.filter((option) => option.name === name).length > 1)) return 'contradictory';
  return buildPathItem(from, to, options);
}

function readOption(word: string): Option | null {
  if (word === 'open') return { name: 'open', value: true };
  if (word === 'no-disrupted') return { name: 'disrupted', value: true };
  const number = /^(n|y)(\d{1,4})$/.exec(word);
  if (number) {
    const value = Number(number[2]);
    if (number[1] === 'n') return isWithin(value, 1, MOST_PATHS) ? { name: 'n', value } : null;
    return isWithin(value, YEARS.first, YEARS.last) ? { name: 'year', value } : null;
  }
  const dash = word.indexOf('-');
  const [name, value] = [word.slice(0, Math.max(0, dash)), word.slice(dash + 1)];
  switch (name) {
    case 'by': {
      const by = CRITERIA.find((one) => one === value);
      return by ? { name: 'by', value: by } : null;
    }
    case 'no': {
      const mode = MODES.find((one) => one === value);
      if (mode) return { name: 'mode', value: mode };
      return /^[A-Z]{2}$/.test(value) ? { name: 'country', value } : null;
    }
    case 'via':
    case 'cut':
      return ID.test(value) ? { name, value } : null;
    default:
      return null;
  }
}

function buildPathItem(from: string, to: string, options: readonly Option[]): PathItem {
  const item = {
    kind: 'path' as const,
    from,
    to,
    n: 1,
    by: 'length' as Criterion,
    avoidCountries: [] as string[],
    avoidModes: [] as Mode[],
    via: [] as string[],
    openOnly: false,
    avoidDisrupted: false,
    year: null as number | null,
    cut: [] as string[],
  };
  for (const { name, value } of options) {
    switch (name) {
      case 'n':
        item.n = value;
        break;
      case 'by':
        item.by = value;
        break;
      case 'year':
        item.year = value;
        break;
      case 'open':
        item.openOnly = true;
        break;
      case 'disrupted':
        item.avoidDisrupted = true;
        break;
      case 'country':
        item.avoidCountries.push(value);
        break;
      case 'mode':
        item.avoidModes.push(value);
        break;
      case 'via':
        item.via.push(value);
        break;
      case 'cut':
        item.cut.push(value);
        break;
    }
  }
  return item;
}

const isWithin = (value: number, least: number, most: number): boolean => value >= least && value <= most;
