/** Values of addresses and messages, each checked against a list or a range; nothing throws. */
import { YEARS } from './enums.ts';
import { ID } from './ids.ts';

export const readOneOf = <T extends string>(list: readonly T[], value: string | null): T | undefined =>
  list.find((one) => one === value);

/** The members of a list that a text names, separated by commas, in the order of the list. */
export const readSomeOf = <T extends string>(list: readonly T[], value: string | null): T[] =>
  list.filter((one) => value?.split(',').includes(one));

export const readId = (value: unknown): string | null => (typeof value === 'string' && ID.test(value) ? value : null);

/** The ids of a text, separated by commas, each once; those that cannot be ids are left out. */
export const readIds = (value: string | null): string[] => [...new Set((value ?? '').split(',').filter((id) => ID.test(id)))];

/** A year that the map can go back to; null for anything else. */
export const readYear = (value: unknown): number | null =>
  typeof value === 'number' && Number.isInteger(value) && value >= YEARS.first && value <= YEARS.last ? value : null;

/** A year of four digits that the map can go back to; null for anything else. */
export const parseYear = (value: string | null): number | null =>
  value !== null && /^\d{4}$/.test(value) ? readYear(Number(value)) : null;

/**
 * The values of a query. Addresses have an underscore where ids have two hyphens, which programs that set text turn into a dash;
 * two hyphens are read as well. What has a slash, such as an origin, has no ids.
 */
export function readQuery(search: string): (name: string) => string | null {
  const query = new URLSearchParams(search);
  return (name) => {
    const value = query.get(name);
    return value && !value.includes('/') ? value.replaceAll('_', '--') : value;
  };
}

/** The rows of a query as an address has it, with commas and colons as they are; those without a value are left out. */
export function writeQuery(rows: readonly (readonly [name: string, value: string | number | null])[]): string {
  const words = rows.flatMap(([name, value]) => (value === null ? [] : [`${name}=${encodeValue(value)}`]));
  return words.length > 0 ? `?${words.join('&')}` : '';
}

const encodeValue = (value: string | number): string =>
  encodeURIComponent(String(value).includes('/') ? value : String(value).replaceAll('--', '_'))
    .replaceAll('%2C', ',')
    .replaceAll('%3A', ':')
    .replaceAll("'", '%27');
