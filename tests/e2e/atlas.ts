/**
 * The built page in a real browser, as every browser test sees it. Whatever a test does, the page must have logged no error,
 * broken no content policy and asked no other host: `close()` asserts that.
 */
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject } from 'vitest';
import { CHROMIUM_FLAGS } from '../../tools/dev/chromium.ts';

export interface Opened {
  page: Page;
  /** Errors that the page logged, threw or that the policy reported, so far. */
  problems: string[];
  /** Requests to hosts other than ours. */
  foreign: string[];
  close(): Promise<void>;
}

export interface OpenOptions extends BrowserContextOptions {
  /** Text of a console error that the test provokes, such as a 404 of its own. */
  expected?: RegExp;
  /** Addresses of other hosts that the reader asks for. */
  asked?: RegExp;
  /** Called before the page is loaded: routes, init scripts. */
  before?(page: Page): Promise<void>;
  /** Wait until the live map has drawn everything, as by default, only until the data are there, or for nothing. */
  live?: boolean | 'data';
  /** Another server than the one that all tests share, with a slash at its end. */
  at?: string;
}

export const DESKTOP = { width: 1280, height: 800 };
export const PHONE = { width: 390, height: 844 };

/** A browser for one test file, with a function that opens the product at a path. */
export function useAtlas(flags: string[] = []): { open(path?: string, options?: OpenOptions): Promise<Opened> } {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: inject('browser'), args: [...CHROMIUM_FLAGS, ...flags] });
  });
  afterAll(() => browser.close());

  async function open(path = '', { expected, asked, before, live = true, at, ...options }: OpenOptions = {}): Promise<Opened> {
    const context = await browser.newContext({
      ...{ viewport: DESKTOP, locale: 'en-GB', reducedMotion: 'reduce' as const },
      // A service worker would answer in place of the routes that tests set.
      serviceWorkers: 'block',
      ...options,
    });
    const page = await context.newPage();
    const problems: string[] = [];
    const foreign: string[] = [];
    const base = at ?? inject('url');
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
    await page.goto(base + path);
    if (live === 'data') await page.locator('#panel .foot').waitFor();
    else if (live) await isLive(page);
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
  return { open };
}

/** What axe finds wrong with a page by the rules of WCAG 2.2 AA and its own good practice, a line each. */
export async function axe(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    // One image to those who do not see it, yet thousands of lines to go through.
    .exclude('#picture')
    // A page of its own, looked at by itself.
    .exclude('iframe')
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${String(target)} ${failureSummary}`),
  );
}

/** Resolves once the page has set its mark `atlas:live`. */
export async function isLive(page: Page): Promise<void> {
  await page.waitForFunction(() => performance.getEntriesByName('atlas:live').length > 0, undefined, { timeout: 90_000 });
}
