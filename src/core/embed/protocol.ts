/**
 * Messages between the embed page and the page round it, protocol version 1: `{ns, v, id, type, payload}`. Whatever comes in is
 * taken for hostile: shape, size, depth, numbers and ids are checked first, and only then what it asks for.
 */
import { LANGS, type Lang } from '../dataset/enums.ts';
import { ID } from '../dataset/ids.ts';
import { readId, readOneOf, readYear } from '../dataset/read-values.ts';
import type { BoundingBox } from '../geo/bounding-box.ts';
import { MOST_IDS } from './embed-url.ts';

export const NAMESPACE = 'corridor-atlas';
const PROTOCOL = 1;

/** Characters and values that a message may have, and how deep they may nest. */
const MOST_WEIGHT = 16_384;
const MOST_DEPTH = 6;
/** Characters of a text of shipments. */
const MOST_SHIPMENT = 1_000_000;
const MOST_NAME = 120;
const MESSAGE_ID = /^[\w-]{1,64}$/;

type Command =
  | { type: 'select' | 'setChapter'; select: string | null }
  | { type: 'fit'; fit: string | BoundingBox | null }
  | { type: 'setRoutes'; routes: string[]; corridors: string[] }
  | { type: 'setLang'; lang: Lang }
  | { type: 'setYear'; year: number | null }
  | { type: 'setShipment'; shipment: { text: string; name: string } | null }
  | { type: 'getState' };
export type Incoming = Command & { id: string };
export type Outgoing = 'ready' | 'view' | 'select' | 'compare' | 'chapter' | 'height' | 'shipment' | 'error' | Command['type'];

export interface Envelope {
  ns: typeof NAMESPACE;
  v: typeof PROTOCOL;
  id: string;
  type: Outgoing;
  payload: Readonly<Record<string, unknown>>;
}

export const createEnvelope = (id: string, type: Outgoing, payload: Envelope['payload']): Envelope => ({
  ns: NAMESPACE,
  v: PROTOCOL,
  id,
  type,
  payload,
});

/** True where a value is plain, not deep, and has at most so many characters and members; stops counting where it is too much. */
export function isSmall(value: unknown, most = MOST_WEIGHT): boolean {
  let left = most;
  const fits = (one: unknown, depth: number): boolean => {
    left -= 8;
    if (typeof one === 'string') left -= one.length;
    if (left < 0 || depth > MOST_DEPTH) return false;
    if (one === null || one === undefined) return true;
    if (typeof one === 'number') return Number.isFinite(one);
    if (typeof one !== 'object') return typeof one === 'string' || typeof one === 'boolean';
    if (Array.isArray(one)) return one.length <= left && one.every((member) => fits(member, depth + 1));
    const prototype: unknown = Object.getPrototypeOf(one);
    if (prototype !== Object.prototype && prototype !== null) return false;
    for (const key in one) {
      left -= key.length;
      if (!fits((one as Record<string, unknown>)[key], depth + 1)) return false;
    }
    return true;
  };
  return fits(value, 0);
}

type Row = Readonly<Record<string, unknown>>;
const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);

function readBounds(value: unknown): BoundingBox | null {
  if (!Array.isArray(value) || value.length !== 4) return null;
  const [west, south, east, north] = value as unknown[];
  const inside = (one: unknown, most: number): one is number =>
    typeof one === 'number' && Number.isFinite(one) && Math.abs(one) <= most;
  if (!inside(west, 180) || !inside(east, 180) || !inside(south, 90) || !inside(north, 90)) return null;
  return west <= east && south <= north ? [west, south, east, north] : null;
}

function readIds(value: unknown): string[] | null {
  if (value === undefined) return [];
  if (!Array.isArray(value) || value.length > MOST_IDS) return null;
  return value.every((one): one is string => typeof one === 'string' && ID.test(one)) ? [...new Set(value)] : null;
}

function readCommand(type: unknown, payload: Row): Command | null {
  switch (type) {
    // A chapter is of a story; a map knows none.
    case 'select':
    case 'setChapter': {
      if (payload['id'] === null) return { type, select: null };
      const select = readId(payload['id']);
      return select === null ? null : { type, select };
    }
    case 'fit': {
      if (payload['id'] === undefined && payload['bounds'] === undefined) return { type, fit: null };
      const fit = payload['bounds'] === undefined ? readId(payload['id']) : readBounds(payload['bounds']);
      return fit === null ? null : { type, fit };
    }
    case 'setRoutes': {
      const [routes, corridors] = [readIds(payload['routes']), readIds(payload['corridors'])];
      return routes && corridors ? { type, routes, corridors } : null;
    }
    case 'setLang': {
      const lang = typeof payload['lang'] === 'string' ? readOneOf(LANGS, payload['lang']) : undefined;
      return lang ? { type, lang } : null;
    }
    case 'setYear': {
      if (payload['year'] === null) return { type, year: null };
      const year = readYear(payload['year']);
      return year === null ? null : { type, year };
    }
    case 'setShipment': {
      const { text, name = 'shipment' } = payload;
      if (text === null) return { type, shipment: null };
      return typeof text === 'string' && typeof name === 'string'
        ? { type, shipment: { text, name: name.slice(0, MOST_NAME) } }
        : null;
    }
    case 'getState':
      return { type };
    default:
      return null;
  }
}

/** What a message asks for; `foreign` where it is none of ours, `bad` where it claims to be and does not hold. */
export function readMessage(data: unknown): Incoming | 'foreign' | 'bad' {
  if (!isRow(data) || data['ns'] !== NAMESPACE) return 'foreign';
  const { id, type, payload = {} } = data;
  if (data['v'] !== PROTOCOL || !isSmall(data, type === 'setShipment' ? MOST_SHIPMENT : MOST_WEIGHT)) return 'bad';
  if (typeof id !== 'string' || !MESSAGE_ID.test(id) || !isRow(payload)) return 'bad';
  const command = readCommand(type, payload);
  return command ? { ...command, id } : 'bad';
}

/** Ids of features that a command names. */
export function listNamedIds(command: Command): string[] {
  switch (command.type) {
    case 'select':
    case 'setChapter':
      return command.select === null ? [] : [command.select];
    case 'fit':
      return typeof command.fit === 'string' ? [command.fit] : [];
    case 'setRoutes':
      return [...command.routes, ...command.corridors];
    // A list of the others would be bytes that every reader of an embed waits for.
    default:
      return [];
  }
}

/** True for a message of the other window, and where an origin is agreed on of exactly that one. */
export function isFrom(
  event: { source: unknown; origin: string },
  expected: { source: unknown; origin: string | null },
): boolean {
  return event.source === expected.source && (expected.origin === null || event.origin === expected.origin);
}

/** True as long as there are not more than `burst` calls at once and `perSecond` a second after that; `now` in milliseconds. */
export function createLimit(burst = 30, perSecond = 20): (now: number) => boolean {
  let left = burst;
  let last: number | null = null;
  return (now) => {
    left = Math.min(burst, left + (Math.max(0, now - (last ?? now)) * perSecond) / 1000);
    last = now;
    if (left < 1) return false;
    left -= 1;
    return true;
  };
}
