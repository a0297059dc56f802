/** What a feature calls itself. */
import { getOwn, isObject } from '../parse/json-values.ts';
import { cleanText } from './issues.ts';
import { LIMITS } from './limits.ts';

/** Keys in small letters, the likeliest first. A train is `route` in OpenStreetMap, so `ref` comes before that. */
const KEYS = [
  'name title label route_name route_long_name track_name layer_name name:en',
  'ad adı имя название სახელი аты атауы 名称 名前 nom nombre bezeichnung',
  'ref route id',
].flatMap((row) => row.split(' '));

/** Name for a list, on one line; empty where there is none. */
export function findName(properties: unknown): string {
  if (!isObject(properties)) return '';
  const lower = new Map(Object.keys(properties).map((key) => [key.toLowerCase(), key]));
  for (const known of KEYS) {
    const key = Object.hasOwn(properties, known) ? known : lower.get(known);
    const value = key === undefined ? undefined : getOwn(properties, key);
    if (typeof value !== 'string' && typeof value !== 'number') continue;
    const name = cleanText(String(value), LIMITS.name);
    if (name !== '') return name;
  }
  return '';
}
