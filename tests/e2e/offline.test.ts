/** Without a connection: the service worker that the build writes, in a browser, against a host that goes away and comes back renewed. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { preview, type PreviewServer } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeServiceWorker } from '../../tools/build/service-worker.ts';
import { isLive, useAtlas } from './atlas.ts';

/** A browser of its own, with V8's threads: one that has run other files left the new version waiting for a minute. */
const OWN = ['--js-flags=--no-turbofan'];

describe('a reader whose connection goes away', () => {
  const { open } = useAtlas(OWN);
  let dir: string;
  let server: PreviewServer;
  let port = 0;

  /** The host, at the same address each time. */
  async function up(): Promise<string> {
    server = await preview({
      build: { outDir: dir },
      preview: { port, strictPort: port !== 0, host: '127.0.0.1', open: false },
    });
    const url = server.resolvedUrls!.local[0]!;
    port = Number(new URL(url).port);
    return url;
  }
  const down = () => server.close();
  /** Resolves once a service worker of this version is at work, and no file of another one is kept. */
  const kept = (page: Page, version: string) =>
    expect
      .poll(
        () =>
          page.evaluate(async () => {
            const registration = await navigator.serviceWorker.getRegistration();
            const { installing, waiting, active } = registration ?? {};
            const states = [installing, waiting, active].flatMap((one) => one?.state ?? []).join();
            // Else what it is at, for whoever reads that the test has failed.
            return `${states === 'activated' ? '' : `${states} `}${(await caches.keys()).join()}`;
          }),
        { timeout: 60_000 },
      )
      .toBe(`atlas-${version}`);
  /** Resolves once a page has all that it asks for, of which the relief is last, and all of it is kept. */
  const used = (page: Page) =>
    expect
      .poll(
        () =>
          page.evaluate(async () => {
            const urls = performance.getEntriesByType('resource').map(({ name }) => name);
            const relief = new URL('data/base/relief.json', document.baseURI).href;
            const files = urls.filter((url) => /\/(?:assets|data)\//.test(url));
            if (!files.includes(relief)) return [relief];
            const found = await Promise.all(files.map((url) => caches.match(url)));
            return files.filter((_, i) => !found[i]);
          }),
        { timeout: 60_000 },
      )
      .toEqual([]);
  const versionOf = () => /"version":"([^"]+)"/.exec(readFileSync(join(dir, 'sw.js'), 'utf8'))![1]!;

  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'offline-'));
    for (const name of [
      'assets',
      'data',
      'pictures',
      'index.html',
      'sw.js',
      ...readdirSync('dist').filter((name) => name.endsWith('.svg')),
    ]) {
      cpSync(join('dist', name), join(dir, name), { recursive: true });
    }
  });
  afterAll(() => rmSync(dir, { recursive: true }));

  it('has map, lists and panels in its language on the second visit, and a new version whole or not at all', async () => {
    const url = await up();
    const first = await open('', {
      at: url,
      until: 'live',
      serviceWorkers: 'allow',
      // The map for paper and another language are kept once they have been used.
      expected:
        /ERR_CONNECTION_REFUSED|Failed to fetch|ERR_FAILED .*(?:base\/(?:50m|places|waters)\.json|assets\/(?:fa|noto-sans-arabic)-)/,
    });
    const { page } = first;
    await kept(page, versionOf());
    await used(page);
    // Panels that nobody has opened are kept in the language of the reader, and in no other.
    const countTexts = () =>
      page.evaluate(async () => {
        const found = await Promise.all(
          ['context', 'events', 'changes'].map((name) => caches.match(`data/texts/en/${name}.json`)),
        );
        return found.filter(Boolean).length;
      });
    await expect.poll(countTexts, { timeout: 60_000 }).toBe(3);
    const other = await page.evaluate(async () => {
      const cache = await caches.open((await caches.keys())[0]!);
      return (await cache.keys()).map(({ url }) => url).filter((url) => /\/(?:ka|ru)\b|desk-server|rare-/.test(url));
    });
    expect(other).toEqual([]);

    await down();
    await page.goto(url);
    await isLive(page);
    await page.getByRole('tab', { name: 'Story' }).click();
    await page.getByRole('heading', { name: 'The article, retold' }).waitFor();
    await expect.poll(() => page.getByRole('alert').innerText()).toBe('');

    // A language that is not kept is refused in words, and the page stays as it is until the connection is back.
    const readLanguage = async () => {
      const root = page.locator('html');
      return [await root.getAttribute('lang'), await root.getAttribute('dir'), new URL(page.url()).search].join(' ').trim();
    };
    const shown = await readLanguage();
    await page.getByLabel('Language').first().selectOption('fa');
    await page.getByText(/cannot be shown in فارسی now/).waitFor();
    expect(await readLanguage()).toBe(shown);
    expect(await page.getByLabel('Language').first().inputValue()).toBe('en');
    expect(await page.getByRole('alert').getByRole('listitem').count()).toBe(1);
    await page.getByRole('heading', { name: 'The article, retold' }).waitFor();
    await up();
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(readLanguage).toMatch(/^fa rtl \?.*lang=fa/);
    expect(await page.getByRole('alert').innerText()).toBe('');
    // Then it is kept, panels that nobody has opened in it included.
    await used(page);
    await down();
    await page.goto(`${url}?lang=fa&panel=events`);
    await page.locator('#panel li:has(> .year)').first().waitFor();
    expect(await readLanguage()).toMatch(/^fa rtl/);
    expect(await page.getByRole('alert').innerText()).toBe('');

    // What a page fetches that is opened by the service worker is kept by that: here the finer coast.
    await up();
    await page.goto(`${url}?select=btk`);
    await isLive(page);
    await used(page);
    await down();
    await page.goto(`${url}?select=btk`);
    await isLive(page);
    await page.getByRole('heading', { level: 2, name: 'Baku–Tbilisi–Kars railway' }).waitFor();
    await expect.poll(() => page.getByRole('article').textContent()).toMatch(/Km\s\d+: border between Azerbaijan and Georgia/);
    await expect.poll(() => page.getByRole('alert').innerText()).toBe('');

    // The host has a new version: a page that is open stays what it is, the next one is new, and then kept.
    const document = join(dir, 'index.html');
    writeFileSync(document, readFileSync(document, 'utf8').replace('<head>', '<head><meta name="version" content="two">'));
    const before = versionOf();
    await writeServiceWorker(dir);
    expect(versionOf()).not.toBe(before);
    await up();
    await page.getByRole('tab', { name: 'Story' }).click();
    await page.getByRole('heading', { name: 'The article, retold' }).waitFor();
    await page.goto(`${url}?panel=events`);
    await expect.poll(() => page.locator('meta[name="version"]').count()).toBe(1);
    await isLive(page);
    // It has all of its files first. Then it waits for what the worker before still answers, which ends with the page at the latest.
    await expect
      .poll(
        () =>
          page.evaluate(async (cache) => {
            const registration = await navigator.serviceWorker.getRegistration();
            return registration?.installing === null && (await caches.has(cache));
          }, `atlas-${versionOf()}`),
        { timeout: 60_000 },
      )
      .toBe(true);
    await page.goto('about:blank');
    // Whichever worker opens the page, what it alone has used is kept: here the map of another sea.
    await page.goto(`${url}?panel=events#3/-40/-140`);
    await isLive(page);
    await kept(page, versionOf());
    await used(page);
    await down();
    await page.reload();
    await expect.poll(() => page.locator('meta[name="version"]').count()).toBe(1);
    await page.locator('#panel li:has(> .year)').first().waitFor();
    await first.close();
  });

  it('is told so on the first visit, and has everything once the connection is back', async () => {
    const url = await up();
    const { page, close } = await open('?select=btk', {
      at: url,
      until: 'document',
      expected: /ERR_INTERNET_DISCONNECTED|Failed to fetch|Worker failed to load/,
      before: async (page) => {
        // The page has come, the line breaks before its data do.
        await page.route('**/data/**', async (route) => {
          await page.context().setOffline(true);
          await route.continue();
        });
      },
    });
    await page
      .getByText(/could not be loaded\. Check the connection/)
      .first()
      .waitFor();
    await page.unroute('**/data/**');
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Try all again' }).click();
    await page.getByRole('heading', { level: 2, name: 'Baku–Tbilisi–Kars railway' }).waitFor();
    await close();
    await down();
  });
});
