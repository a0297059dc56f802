/** What an embed costs its reader in bytes on the way, as a server with gzip sends them. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';
import { CHROMIUM_FLAGS } from '../../tools/dev/chromium.ts';

/** Bytes after gzip; a kilobyte is 1,000 bytes. */
export const BUDGET = { picture: 60_000, requests: 6, live: 560_000, own: 90_000 };

export interface Weight {
  page: string;
  /** Until picture, names and figures can be read. */
  picture: number;
  requests: number;
  /** Until the live map has drawn everything. */
  live: number;
  /** Of that the program without MapLibre: scripts and style sheets. */
  own: number;
}

const packed = new Map<string, number>();

/** Bytes of a file of the built product as they are sent. */
export function sent(path: string): number {
  const known = packed.get(path);
  if (known !== undefined) return known;
  const file = join('dist', path);
  const bytes = existsSync(file)
    ? path.endsWith('.woff2')
      ? readFileSync(file).length
      : gzipSync(readFileSync(file)).length
    : 0;
  packed.set(path, bytes);
  return bytes;
}

/** The same of several files, each once: what a browser has it does not fetch again. */
export const sumSent = (paths: readonly string[]): number => [...new Set(paths)].reduce((sum, path) => sum + sent(path), 0);

const isMapLibre = (path: string): boolean => /maplibre/.test(path);

/** Loads an embed page, starts its live map, and adds up what was asked for. */
export async function weigh(browser: Browser, base: string, page: string): Promise<Weight> {
  const context = await browser.newContext({ viewport: { width: 720, height: 560 }, reducedMotion: 'reduce' });
  const tab = await context.newPage();
  const asked: string[] = [];
  tab.on('request', (request) => {
    if (!request.url().startsWith('data:') && !request.url().startsWith('blob:'))
      asked.push(new URL(request.url()).pathname.slice(1));
  });
  await tab.goto(base + page);
  await tab.locator('.picture svg').first().waitFor();
  await tab.waitForLoadState('networkidle');
  const first = [...asked];
  await tab.locator('.explore').click();
  await tab.waitForFunction(() => performance.getEntriesByName('atlas:live').length > 0, undefined, { timeout: 90_000 });
  const all = [...asked];
  await context.close();
  return {
    page,
    picture: sumSent(first),
    requests: first.length,
    live: sumSent(all),
    own: sumSent(all.filter((path) => /\.(js|css)$/.test(path) && !isMapLibre(path))),
  };
}

/** The budgets that a page passes, in words; none where all hold. */
export function passed({ page, picture, requests, live, own }: Weight): string[] {
  const rows: [what: string, is: number, most: number][] = [
    ['picture and figures', picture, BUDGET.picture],
    ['requests before them', requests, BUDGET.requests],
    ['with the live map', live, BUDGET.live],
    ['own program', own, BUDGET.own],
  ];
  return rows.flatMap(([what, is, most]) => (is > most ? [`${page}: ${what} ${String(is)}, at most ${String(most)}`] : []));
}

export const launch = (executablePath: string): Promise<Browser> =>
  chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS] });
