/**
 * The built page in a real browser, as every browser test sees it. Whatever a test does, the page must have logged no error,
 * broken no content policy and asked no other host: `close()` asserts that.
 */
import axeCore from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { LANGS } from '../../src/core/dataset/model.ts';
import { CHROMIUM_FLAGS } from '../../tools/dev/chromium.ts';

declare global {
  interface Window {
    axe: typeof axeCore;
  }
}

export interface Opened {
  page: Page;
  /** Errors that the page logged, threw or that the policy reported, so far. */
  problems: string[];
  /** Requests to hosts other than ours. */
  foreign: string[];
  close(): Promise<void>;
}

interface OpenOptions extends BrowserContextOptions {
  /** Text of a console error that the test provokes, such as a 404 of its own. */
  expected?: RegExp;
  /** Addresses of other hosts that the reader asks for. */
  asked?: RegExp;
  /** Called before the page is loaded: routes, init scripts. */
  before?(page: Page): Promise<unknown>;
  /**
   * What to wait for: the document, the data in the panel in the language of the address (as by default), or the live map with
   * everything drawn. By default the program of the map is kept from the page, as on a slow line, until a test asks for it by
   * `hasMap` or `isLive`: a map takes seconds of every core without a graphics card, at each step.
   */
  until?: 'document' | 'data' | 'live';
  /** Another server than the one that all tests share, with a slash at its end. */
  at?: string;
}

/** Milliseconds that a step may take on a busy machine. */
export const PATIENCE = 90_000;
export const DESKTOP = { width: 1280, height: 800 };
export const PHONE = { width: 390, height: 844 };

export interface Visit {
  colorScheme?: 'light' | 'dark';
  /** A system that draws all in a few colours of the reader's own. */
  forcedColors?: 'active' | 'none';
  viewport?: { width: number; height: number };
}

export interface AtlasBrowser {
  /** Opens the product at a path, in a browser context of its own. */
  open(path?: string, options?: OpenOptions): Promise<Opened>;
  /**
   * Brings the one page that the tests of a file share to a path, as "back" and "forward" do, without the dialog that a test left
   * open, and waits for its data. For tests that leave nothing else behind but what the address tells: a page costs seconds to open.
   */
  visit(path?: string, options?: Visit): Promise<Page>;
  /**
   * A page for documents outside the app, which several tests share. What is returned loads the document of a path, or of a
   * whole address, anew, also where it is the one that is there, in a window of that size. After each test it must have logged no
   * error.
   */
  share(options?: OpenOptions): (path: string, viewport?: Visit['viewport']) => Promise<Page>;
}

/** Browsers by their flags: the files that a process runs one after the other share them, as to start one takes seconds of CPU. */
const browsers = new Map<string, Browser>();

/**
 * A page of a test lives for seconds: to make its scripts as fast as can be, and to collect its garbage on threads beside it, took
 * a fifth of its CPU. Without the middle tier of V8 it would take as much more, as maps are work for it.
 */
const FAST_START = '--js-flags=--no-turbofan --single-threaded';

/** The running browser with some flags. It ends with the process, as Playwright sees to. */
async function getBrowser(flags: readonly string[]): Promise<Browser> {
  const key = flags.join(' ');
  const running = browsers.get(key);
  if (running?.isConnected()) return running;
  const browser = await chromium.launch({ executablePath: inject('browser'), args: [...CHROMIUM_FLAGS, FAST_START, ...flags] });
  browsers.set(key, browser);
  return browser;
}

/** The browser for one test file, which has no other file's pages open. `first` is how the page that its tests share is opened. */
export function useAtlas(flags: string[] = [], first: Parameters<AtlasBrowser['open']> = []): AtlasBrowser {
  let browser: Browser;
  let shared: Opened | undefined;
  beforeAll(async () => {
    browser = await getBrowser(flags);
  });
  afterAll(async () => {
    try {
      await shared?.close();
    } finally {
      await Promise.all(browser.contexts().map((context) => context.close()));
    }
  });

  async function open(path = '', { expected, asked, before, until = 'data', at, ...options }: OpenOptions = {}): Promise<Opened> {
    const base = at ?? inject('url');
    const context = await browser.newContext({
      viewport: DESKTOP,
      locale: 'en-GB',
      reducedMotion: 'reduce' as const,
      // A service worker would answer in place of the routes that tests set.
      serviceWorkers: 'block',
      ...options,
    });
    context.setDefaultTimeout(PATIENCE);
    const page = await context.newPage();
    const problems: string[] = [];
    const foreign: string[] = [];
    const note = (text: string) => {
      if (!expected?.test(text)) problems.push(text);
    };
    page.on('console', (message) => {
      if (message.type() === 'error') note(`${message.text()} ${message.location().url}`);
    });
    page.on('pageerror', (error) => note(String(error)));
    page.on('dialog', (dialog) => {
      problems.push(`A dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(base) && !url.startsWith('data:') && !url.startsWith('blob:') && !asked?.test(url)) foreign.push(url);
    });
    await before?.(page);
    if (until === 'data') await holdMap(page);
    await page.goto(base + path);
    if (until === 'data') await hasData(page);
    if (until === 'live') await isLive(page);
    return {
      page,
      problems,
      foreign,
      async close() {
        await context.close();
        expect(problems, 'errors that the page logged').toEqual([]);
        expect(foreign, 'requests to other hosts').toEqual([]);
      },
    };
  }

  async function visit(
    path = '',
    { colorScheme = 'light', forcedColors = 'none', viewport = DESKTOP }: Visit = {},
  ): Promise<Page> {
    shared ??= await open(...first);
    const { page } = shared;
    await page.setViewportSize(viewport);
    await page.emulateMedia({ media: null, colorScheme, forcedColors });
    await page.evaluate(
      async (address) => {
        // What follows the size of the window or the colours of the system has been told of them by the next frame.
        await new Promise(requestAnimationFrame);
        document.querySelector<HTMLDialogElement>('dialog[open]')?.close();
        history.pushState(null, '', address);
        dispatchEvent(new PopStateEvent('popstate'));
      },
      inject('url') + path,
    );
    const panel = new URLSearchParams(path.split('#')[0]).get('panel') ?? 'routes';
    await page.locator(`.app[data-panel="${panel}"]`).waitFor();
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
    await hasData(page);
    return page;
  }

  function share(options: OpenOptions = {}): (path: string, viewport?: Visit['viewport']) => Promise<Page> {
    let opened: Opened | undefined;
    afterEach(() => expect(opened?.problems.splice(0) ?? [], 'errors that the page logged').toEqual([]));
    afterAll(() => opened?.close());
    return async (path, viewport = DESKTOP) => {
      opened ??= await open('icon.svg', { until: 'document', ...options });
      const { page } = opened;
      await page.setViewportSize(viewport);
      await page.emulateMedia({ media: null });
      // A new part behind "#" alone would leave the document as it is.
      await page.goto('about:blank');
      await page.goto(new URL(path, inject('url')).href);
      return page;
    };
  }

  return { open, visit, share };
}

/**
 * What axe finds wrong with a page by the rules of WCAG 2.2 AA and its own good practice, a line each. It is put into a page once:
 * for that Playwright's package for it takes as long, each time anew, as the search.
 */
export async function axe(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeCore.source);
  const violations = await page.evaluate(async () => {
    const { violations } = await window.axe.run(
      {
        exclude: [
          // One image to those who do not see it, yet thousands of lines to go through.
          ['#picture'],
          // A page of its own, looked at by itself.
          ['iframe'],
        ],
      },
      // Selectors of all that is right take as long as the search for what is wrong.
      { resultTypes: ['violations'] },
    );
    return violations;
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${String(target)} ${failureSummary}`),
  );
}

/** Opens the dialog in which readers add routes of their own, from the list, where it is folded away. */
export async function openImport(page: Page): Promise<void> {
  const fold = page.locator('details', { has: page.getByRole('heading', { name: 'Your routes', exact: true }) });
  await fold.waitFor();
  if ((await fold.getAttribute('open')) === null) await fold.locator('summary').click();
  await fold.getByRole('button', { name: 'Add your own routes' }).click();
}

/** Resolves once the panel shows what came with the data, in the language of the address, or English. */
export async function hasData(page: Page): Promise<void> {
  await page.locator('#panel .foot').waitFor();
  const asked = new URL(page.url()).searchParams.get('lang');
  await page.locator(`html[lang=${LANGS.find((lang) => lang === asked) ?? 'en'}]`).waitFor();
}

/** Lets the program of the map through to the pages that it is kept from. */
const held = new WeakMap<Page, () => void>();

/**
 * Keeps the program of the map from a page, as it is loaded from now on. By the browser's protocol: a route of Playwright's would
 * bring each request of the page to the test, and switch off the cache.
 */
export async function holdMap(page: Page): Promise<void> {
  const asked = new Promise<void>((resolve) => held.set(page, resolve));
  const session = await page.context().newCDPSession(page);
  session.on('Fetch.requestPaused', ({ requestId }) => {
    void asked
      .then(() => session.send('Fetch.continueRequest', { requestId }))
      // The page has gone to another document since, or is closed.
      .catch(() => undefined);
  });
  await session.send('Fetch.enable', { patterns: [{ urlPattern: '*/assets/maplibre-*.js' }] });
}

/** Resolves once there is a map that can be moved, though it may not have drawn anything yet. */
export async function hasMap(page: Page): Promise<void> {
  held.get(page)?.();
  await page.locator('.maplibregl-canvas').waitFor({ state: 'attached' });
}

/**
 * How often a page with a map is looked at while it is waited for. By default Playwright asks it for a frame each time, which took
 * .2 s of CPU of every map.
 */
export const UNHURRIED = { polling: 100, timeout: PATIENCE };

/** Resolves once the page has set its mark `atlas:live`. */
export async function isLive(page: Page): Promise<void> {
  held.get(page)?.();
  await page.waitForFunction(() => performance.getEntriesByName('atlas:live').length > 0, undefined, UNHURRIED);
}

/** The middle of the live map, where the camera of the address looks. */
export async function findMiddle(page: Page): Promise<{ x: number; y: number }> {
  const box = (await page.locator('.maplibregl-canvas').boundingBox())!;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Moves the pointer to and fro at a point of the map until it is named what lies there. */
export async function pointAt(page: Page, { x, y }: { x: number; y: number }, name: RegExp): Promise<void> {
  let step = 0;
  const tell = async (): Promise<string> => {
    step = 1 - step;
    await page.mouse.move(x + step, y);
    return (await page.locator('.tip').allTextContents()).join();
  };
  await expect.poll(tell).toMatch(name);
}
