/** What a reader pays once for coming again: a first visit with its copy for offline use, and the visit after it, in one browser profile. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { CHROMIUM_FLAGS } from '../../tools/dev/chromium.ts';
import { settle, type Sites, SUBJECTS } from './browser.ts';

export interface Return {
  /** Milliseconds until the map is live and seen, on the first visit and on the second. */
  first: number;
  second: number;
  /** Bytes on the way until live, and those of the copy for offline use beyond them. */
  shown: number;
  copied: number;
}

const PATIENCE = 120_000;

/** Opens the app; gives when it was live and what had been sent by then. */
async function openApp(context: BrowserContext, sites: Sites): Promise<{ page: Page; live: number; sent: number }> {
  await settle(context);
  const page = await context.newPage();
  await page.addInitScript(() => {
    const mark = performance.mark.bind(performance);
    performance.mark = (name, options) => {
      if (name === 'atlas:live') requestAnimationFrame(() => requestAnimationFrame(() => mark('bench:seen')));
      return mark(name, options);
    };
  });
  const start = Date.now();
  await page.goto(sites.url + SUBJECTS.app.path);
  await page.waitForFunction(() => performance.getEntriesByName('bench:seen').length > 0, undefined, { timeout: PATIENCE });
  const [live, end] = await page.evaluate(() => [
    performance.getEntriesByName('bench:seen')[0]!.startTime,
    performance.timeOrigin + performance.getEntriesByName('atlas:live')[0]!.startTime,
  ]);
  return { page, live: live ?? NaN, sent: sites.sent(start, end) };
}

/** True once a service worker is at work and has all that the page has used. */
const hasCopy = (page: Page): Promise<boolean> =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    if (registration?.active?.state !== 'activated') return false;
    const urls = performance.getEntriesByType('resource').map(({ name }) => name.replace(/[?#].*/, ''));
    const kept = await Promise.all(urls.filter((url) => /\/(?:assets|data)\//.test(url)).map((url) => caches.match(url)));
    return kept.every(Boolean);
  });

async function waitForCopy(page: Page): Promise<void> {
  const until = Date.now() + PATIENCE;
  while (!(await hasCopy(page))) {
    if (Date.now() > until) throw new Error('The atlas was not kept for offline use.');
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** Visits the app twice in a new profile. */
export async function visitTwice(executablePath: string, sites: Sites): Promise<Return> {
  const profile = mkdtempSync(join(tmpdir(), 'profile-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: [...CHROMIUM_FLAGS],
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    locale: 'en-GB',
  });
  try {
    // The first visit of a browser starts its graphics process.
    await settle(context);
    const start = Date.now();
    const first = await openApp(context, sites);
    await waitForCopy(first.page);
    const copied = sites.copied(start);
    await first.page.close();
    const second = await openApp(context, sites);
    return { first: first.live, second: second.live, shown: first.sent, copied };
  } finally {
    await context.close();
    rmSync(profile, { recursive: true });
  }
}
