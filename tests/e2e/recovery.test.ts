/** Faults of the browser and the line while the page is in use: each is told of, mended, and the selection is not lost. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, type Page, type Route } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { CHROMIUM_FLAGS } from '../../tools/dev/chromium.ts';
import { hasData, hasMap, holdMap, openImport, PATIENCE, UNHURRIED, useAtlas } from './atlas.ts';

declare global {
  /** What the tests' scripts put on the page's window. */
  interface Window {
    giveBack(): void;
    allow(): void;
    giveUp(): void;
  }
}

const NAME = 'Baku–Tbilisi–Kars railway';
/** Over an empty sea, where there is next to nothing to draw: there a map is live at half the cost. */
const CAMERA = '#3/-40/-140';
/** From near, where the base map comes in tiles. */
const NEAR = '#9/41.5/43';
const BTK = `?select=btk${CAMERA}`;
const selection = async (page: Page) => {
  await page.getByRole('heading', { level: 2, name: NAME }).waitFor();
  await expect.poll(() => new URL(page.url()).searchParams.get('select')).toBe('btk');
};
const again = (page: Page) => page.getByRole('alert').getByRole('button', { name: 'Try again' });
/** Resolves once so many maps have drawn everything. */
const lives = (page: Page, count: number) =>
  page.waitForFunction((wanted) => performance.getEntriesByName('atlas:live').length === wanted, count, UNHURRIED);

describe('graphics that are taken away', () => {
  const { open } = useAtlas();
  const LOST = /The browser has stopped drawing the map/;

  it('are told of, also before the map has its style; it comes back with them, at the same place, or when asked for', async () => {
    const { page, close } = await open(BTK, {
      until: 'document',
      expected: /WebGL|CONTEXT_LOST/,
      before: async (page) =>
        void (await page.addInitScript(() => {
          const own = HTMLCanvasElement.prototype.getContext as (type: string, options?: unknown) => unknown;
          let first = true;
          Object.assign(HTMLCanvasElement.prototype, {
            getContext(this: HTMLCanvasElement, type: string, options?: unknown) {
              const context = own.call(this, type, options);
              if (first && context instanceof WebGL2RenderingContext && this.classList.contains('maplibregl-canvas')) {
                first = false;
                context.getExtension('WEBGL_lose_context')?.loseContext();
              }
              return context;
            },
          });
        })),
    });
    await page.getByRole('alert').getByText(LOST).waitFor();
    await selection(page);
    await again(page).click();
    await lives(page, 1);
    await selection(page);

    const lose = () =>
      page.evaluate(() => {
        const canvas = document.querySelector<HTMLCanvasElement>('.maplibregl-canvas')!;
        const extension = canvas.getContext('webgl2')!.getExtension('WEBGL_lose_context')!;
        extension.loseContext();
        Object.assign(window, { giveBack: () => extension.restoreContext() });
      });
    await lose();
    await page.getByRole('alert').getByText(LOST).waitFor();
    await selection(page);
    await page.evaluate(() => window.giveBack());
    await lives(page, 2);
    await expect.poll(() => again(page).count()).toBe(0);
    await lose();
    await again(page).click();
    await lives(page, 3);
    await selection(page);
    await expect.poll(() => new URL(page.url()).hash).toBe(CAMERA);
    await close();
  });
});

describe('a worker that does not start', () => {
  const { open } = useAtlas();
  const isTold = async (page: Page) => {
    await page.getByText(/A part of the map did not start/).waitFor();
    await selection(page);
  };

  it('as its file is blocked: is told of, the lists work, and the map comes when it may', async () => {
    const { page, close } = await open(BTK, {
      until: 'document',
      expected: /worker/i,
      before: async (page) => void (await page.route(/worker.*\.m?js/, (route) => route.abort())),
    });
    await isTold(page);
    await page.unroute(/worker.*\.m?js/);
    await again(page).click();
    await lives(page, 1);
    await expect.poll(() => again(page).count()).toBe(0);
    await close();
  });

  it('as the browser forbids it: is told of, own routes are read, and the map comes when it may', async () => {
    const { page, close } = await open(BTK, {
      until: 'document',
      // MapLibre leaves them uncaught.
      expected: /SecurityError|denied/,
      before: async (page) =>
        void (await page.addInitScript(() => {
          const { Worker } = window;
          function Forbidden(): never {
            throw new DOMException('denied', 'SecurityError');
          }
          Object.assign(window, { Worker: Forbidden, allow: () => Object.assign(window, { Worker }) });
        })),
    });
    await isTold(page);
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'Explore', exact: true }).click();
    await paste(page, '{"type": "LineString", "coordinates": [[49, 40], [45, 41]]}');
    await page.getByText('1 route added').waitFor();
    await page.keyboard.press('Escape');
    await page.evaluate(() => window.allow());
    await again(page).click();
    await lives(page, 1);
    await close();
  });
});

describe('a line that is slow', () => {
  const { open } = useAtlas();

  it('shows the network, and the article once it is there', async () => {
    let tiles = 0;
    let release!: () => void;
    const released = new Promise<void>((resolve) => (release = resolve));
    // What is asked for later comes at once: else it would be given up first.
    const delay = async (route: Route) => {
      await released;
      await route.fallback();
    };
    const { page, close } = await open(`?select=btk&panel=article${NEAR}`, {
      before: async (page) => {
        await page.route('**/data/texts/*/context.json', delay);
        await page.route('**/data/tiles/base/**', delay);
        page.on('request', (request) => {
          if (request.url().includes('/data/tiles/base/')) tiles += 1;
        });
      },
      until: 'document',
    });
    await page.getByRole('tabpanel').getByText('Loading').waitFor();
    await page.getByRole('tab', { name: 'Explore' }).click();
    await selection(page);
    // Nobody waits for the base map either.
    await page.mouse.move(900, 400);
    await hasMap(page);
    await expect.poll(() => tiles).toBeGreaterThan(0);
    await page.getByRole('tab', { name: 'Story' }).click();
    release();
    await page.getByRole('heading', { name: 'The article, retold' }).waitFor();
    await lives(page, 1);
    await page.getByRole('tab', { name: 'Explore' }).click();
    await selection(page);
    await close();
  });

  it('that never answers is given up after a while, and asked again', async () => {
    let hangs = true;
    const asked = new Set<string>();
    const { page, close } = await open('?select=btk', {
      until: 'document',
      before: async (page) => {
        page.on('request', (request) => asked.add(request.url()));
        page.on('requestfinished', (request) => asked.delete(request.url()));
        // One for a tile may be taken back as the map moves.
        page.on('requestfailed', (request) => asked.delete(request.url()));
        // The time is up when the test says so.
        await page.addInitScript(() => {
          const own = window.setTimeout;
          const waiting: (() => void)[] = [];
          Object.assign(window, {
            giveUp: () => waiting.forEach((callback) => callback()),
            setTimeout: (callback: () => void, delay?: number) =>
              delay === 20_000 ? waiting.push(callback) : own(callback, delay),
          });
        });
        await page.route('**/data/links.geojson', async (route) => {
          if (!hangs) await route.continue();
        });
        await holdMap(page);
      },
    });
    // All else has come, but the program of the map, which the test holds.
    await page.waitForFunction(() =>
      performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/routes-index.json')),
    );
    const isHeld = (path: string) => path.startsWith('/assets/maplibre-');
    const unanswered = () => [...asked].map((url) => new URL(url).pathname).filter((path) => !isHeld(path));
    await expect.poll(unanswered).toEqual(['/data/links.geojson']);
    await page.evaluate(() => window.giveUp());
    await page.getByText(/data\/links\.geojson did not arrive within 20 seconds/).waitFor();
    hangs = false;
    await again(page).click();
    await selection(page);
    await expect.poll(() => page.getByRole('article').textContent()).toMatch(/Km\s\d+: border between Azerbaijan and Georgia/);
    await close();
  });

  it('lets the reader go back and forward while it loads', async () => {
    const held: Route[] = [];
    const { page, close } = await open('', {
      until: 'document',
      before: async (page) => {
        await holdMap(page);
        await page.route('**/data/links.geojson', (route) => void held.push(route));
      },
    });
    // By the tabs: links between panels come with the network, or once it has been given up.
    await page.getByRole('tab', { name: 'Story' }).click();
    await page.getByRole('tab', { name: 'Compare' }).click();
    await page.goBack();
    await page.goForward();
    await page.goBack();
    await page.waitForURL(/panel=article/);
    await page.getByRole('tabpanel').getByText('Loading').waitFor();
    for (const route of held) await route.continue();
    await page.getByRole('heading', { name: 'The article, retold' }).waitFor();
    await expect.poll(() => page.getByRole('tab', { name: 'Story' }).getAttribute('aria-selected')).toBe('true');
    // Away to another page in the middle of loading, and back.
    await page.goto(`${inject('url')}?select=btk`, { waitUntil: 'commit' });
    await page.goto(`${inject('url')}?panel=events`, { waitUntil: 'commit' });
    await page.unroute('**/data/links.geojson');
    // By the page itself: a browser that is between two pages does not tell its history.
    await page.evaluate(() => history.back());
    await selection(page);
    await close();
  });
});

describe('a machine that is set oddly', () => {
  const { open } = useAtlas();

  it('in language and clock: the page speaks English and knows its own dates', async () => {
    const { page, close } = await open('?select=btk', {
      before: async (page) => {
        await page.clock.setFixedTime(new Date('1970-01-01T00:00:00Z'));
        await page.addInitScript(() => {
          Object.defineProperty(navigator, 'languages', { value: ['x-klingon', '', 'root'] });
          Object.defineProperty(navigator, 'language', { value: 'x-klingon' });
        });
      },
    });
    await selection(page);
    await expect.poll(() => page.locator('#panel .foot').innerText()).toMatch(/20\d\d/);
    await close();
  });

  it('without storage of any kind: the page works', async () => {
    const { page, close } = await open('?select=btk', {
      before: async (page) =>
        void (await page.addInitScript(() => {
          for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore']) {
            Object.defineProperty(window, name, {
              get: () => {
                throw new DOMException('denied', 'SecurityError');
              },
            });
          }
        })),
    });
    await selection(page);
    await close();
  });
});

const LINES = JSON.stringify({
  type: 'FeatureCollection',
  features: Array.from({ length: 200 }, (_, i) => ({
    type: 'Feature',
    properties: { name: `Line ${i}` },
    geometry: {
      type: 'LineString',
      coordinates: [
        [40 + i / 100, 40],
        [50, 45 + i / 100],
      ],
    },
  })),
});
async function paste(page: Page, text: string): Promise<void> {
  await openImport(page);
  await page.getByRole('dialog').getByLabel('Paste text in one of these formats').fill(text);
  await page.getByRole('dialog').getByRole('button', { name: 'Add the text' }).click();
}
/** Reloads by the page's own button. The old page stays for a moment, as it first keeps what is not saved. */
async function reloadByButton(page: Page): Promise<void> {
  const loaded = page.waitForEvent('load');
  await page.getByRole('button', { name: 'Reload the page' }).click();
  await loaded;
}
const mine = (page: Page) =>
  page
    .locator('section', { has: page.getByRole('heading', { name: 'Your routes', exact: true }) })
    .last()
    .locator('li');

/** What is gone for now; the browser is not to take it for gone after the reload. */
const answerGone = (route: Route) => route.fulfill({ status: 404, body: '', headers: { 'Cache-Control': 'no-store' } });

describe('a page that is open across a deploy', () => {
  const { open } = useAtlas();
  const GONE = /A part of the page could not be loaded/;
  const WORKERS = /assets\/(?:import-worker|convert)/;
  const READERS = /assets\/(?:import-worker|convert|ImportDialog)/;

  it('says so where its code is gone, and a reload keeps what is not saved', async () => {
    const { page, close } = await open('', {
      expected: /404|dynamically imported module|preload CSS|ERR_FAILED/,
      before: async (page) =>
        void (await page.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }))),
    });
    await paste(page, '{"type": "LineString", "coordinates": [[49, 40], [45, 41]]}');
    await page.getByText('1 route added').waitFor();
    await page.keyboard.press('Escape');
    // Where there is no database the route works, and the page says that it is not saved.
    await page.getByText('This browser does not let the page save your routes.').waitFor();
    await mine(page).filter({ hasText: 'Pasted text' }).waitFor();
    await page.getByRole('tab', { name: 'Compare' }).click();
    const from = page.getByRole('combobox', { name: 'From', exact: true });
    await from.fill('Kars');
    await from.press('Enter');
    await expect.poll(() => from.inputValue()).toBe('Kars');
    await page.getByRole('tab', { name: 'Explore' }).click();
    await page.route('**/assets/**', answerGone);
    await mine(page).getByRole('link', { name: 'Pasted text', exact: true }).click();
    await page.getByRole('alert').getByText(GONE).waitFor();
    // While the page itself cannot be had, the open one stays.
    await page.route(inject('url'), (route) => route.abort());
    const refused = page.waitForEvent('requestfailed', (request) => request.url() === inject('url'));
    await page.getByRole('button', { name: 'Reload the page' }).click();
    await refused;
    await page.getByRole('alert').getByText(GONE).waitFor();
    await page.unroute(inject('url'));
    await page.unroute('**/assets/**');
    await reloadByButton(page);
    await page.getByRole('article').getByRole('heading', { name: 'Pasted text' }).waitFor();
    await page.getByRole('tab', { name: 'Compare' }).click();
    await expect.poll(() => from.inputValue()).toBe('Kars');
    await close();
  });

  it('says so where nothing can read what is given; a text is kept over the reload, a file that is too large told of', async () => {
    const { page, close } = await open('', {
      expected: /404|dynamically imported module|worker|preload CSS/i,
      before: async (page) => void (await page.route(READERS, answerGone)),
    });
    await openImport(page);
    await page.getByRole('alert').getByText(GONE).waitFor();
    await page.unroute(READERS);
    await page.route(WORKERS, answerGone);
    await reloadByButton(page);
    await hasData(page);
    await paste(page, '{"type": "LineString", "coordinates": [[49, 40], [45, 41]]}');
    await page.getByRole('alert').getByText(GONE).waitFor();
    await openImport(page);
    const buffer = Buffer.from(`LINESTRING(${'49 40,45 41,'.repeat(200_000)}49 40)`);
    await page.getByLabel('Choose files').setInputFiles({ name: 'large.wkt', mimeType: 'text/plain', buffer });
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    await page.unroute(WORKERS);
    await reloadByButton(page);
    await page.getByRole('dialog').getByText('large.wkt: nothing was added').waitFor();
    await page.getByText('this file was too large to be kept meanwhile').waitFor();
    await page.keyboard.press('Escape');
    await mine(page).filter({ hasText: 'Pasted text' }).waitFor();
    await close();
  });

  it('whose program does not come at all says so beside the picture', async () => {
    const { page, close } = await open('', {
      until: 'document',
      expected: /404/,
      before: async (page) => void (await page.route(/assets\/index-.*\.js/, answerGone)),
    });
    // The wait is over.
    await page.evaluate(() => document.getAnimations().forEach((one) => one.finish()));
    await page.getByText('The page has not loaded completely').waitFor();
    await page.locator('#picture svg').first().waitFor();
    await close();
  });
});

describe('a browser that is killed while it saves', () => {
  it('has whole routes or none on the next visit, and the page is whole', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'killed-'));
    /** A browser that leads a process group of its own, with a profile that outlives it. */
    const start = async () => {
      const flags = [...CHROMIUM_FLAGS, '--headless', '--remote-debugging-port=0', `--user-data-dir=${dir}`, 'about:blank'];
      const leader = spawn(inject('browser'), flags, { stdio: ['ignore', 'ignore', 'pipe'], detached: true });
      for await (const line of createInterface(leader.stderr)) {
        const address = /ws:\S+/.exec(line)?.[0];
        if (!address) continue;
        const browser = await chromium.connectOverCDP(address);
        const page = await browser.contexts()[0]!.newPage();
        page.setDefaultTimeout(PATIENCE);
        const problems: string[] = [];
        page.on('pageerror', (error) => problems.push(String(error)));
        await holdMap(page);
        await page.goto(inject('url'));
        await hasData(page);
        return { page, leader, problems };
      }
      throw new Error('The browser did not start.');
    };
    /** Kills the whole group; it is gone when the last of it has let go of the pipe, and only then writes no more. */
    const kill = async ({ leader }: Awaited<ReturnType<typeof start>>) => {
      const gone = once(leader, 'close');
      leader.stderr.resume();
      process.kill(-leader.pid!, 'SIGKILL');
      await gone;
    };

    const first = await start();
    await paste(first.page, LINES);
    await first.page.getByText('200 routes added').waitFor();
    await kill(first);

    const second = await start();
    await second.page.getByRole('heading', { level: 3, name: 'East–West corridor' }).waitFor();
    await mine(second.page)
      .or(second.page.getByRole('button', { name: 'Add your own routes' }))
      .first()
      .waitFor();
    const names = await mine(second.page).allInnerTexts();
    expect(names.filter((text) => !/Line \d+/.test(text))).toEqual([]);
    expect(second.problems).toEqual([]);
    // It saves again.
    await paste(second.page, '{"type": "LineString", "coordinates": [[49, 40], [45, 41]]}');
    await second.page.getByText('1 route added').waitFor();
    await kill(second);
    rmSync(dir, { recursive: true });
  });
});
