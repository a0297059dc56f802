/** Sources can be followed. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const sources = JSON.parse(readFileSync('geo/sources.json', 'utf8')) as {
  id: string;
  title: string;
  url?: string;
  date?: string;
}[];

it('at least 110 sources, and two in three, lead to where they can be read', () => {
  const withAddress = sources.filter(({ url }) => url);
  expect(withAddress.length).toBeGreaterThanOrEqual(110);
  expect(withAddress.length / sources.length).toBeGreaterThan(2 / 3);
});

it('every address is a whole web address, most of them secure', () => {
  const addresses = sources.flatMap(({ url }) => (url ? [new URL(url)] : []));
  for (const { protocol, hostname, username, hash, href } of addresses) {
    expect(protocol, href).toMatch(/^https?:$/);
    expect(hostname, href).toMatch(/\.[a-z]{2,}$/);
    expect(username + hash, href).toBe('');
  }
  expect(addresses.filter(({ protocol }) => protocol === 'https:').length / addresses.length).toBeGreaterThan(0.9);
});

it('titles say what it is, without a number that only its publisher knows', () => {
  for (const { id, title, url } of sources) if (url) expect(title, id).not.toMatch(/^News item \d+/);
});

it('dates are a year, a month or a day', () => {
  for (const { id, date } of sources) if (date) expect(date, id).toMatch(/^\d{4}(-\d{2}(-\d{2})?)?$/);
});

it('no two sources are one page', () => {
  const addresses = sources.flatMap(({ url }) => (url ? [url] : []));
  expect(addresses.filter((url, i) => addresses.indexOf(url) < i)).toEqual([]);
});
