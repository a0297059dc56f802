/** Faults of the browser and the line while the page is in use: each is told of, mended, and the selection is not lost. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useAtlas } from './atlas.ts';

const NAME = 'Baku–Tbilisi–Kars railway';
const selection = async (page: Page) => {
  await page.getByRole('heading', { level: 2, name: NAME }).waitFor();
  expect(new URL(page.url()).searchParams.get('select')).toBe('btk');
};
const again = (page: Page) => page.getByRole('alert').getByRole('button', { name: 'Try again' });
/** Resolves once so many maps have drawn everything. */
const lives = (page: Page, count: number) =>
  page.waitForFunction((wanted) => performance.getEntriesByName('atlas:live').length === wanted, count, { timeout: 90_000 });

describe('graphics that are taken away', () => {
  const { open } = useAtlas();
  const LOST = /The browser took the graphics away from the map/;

  it('before the map has its style: the same', async () => {
    const { page, close } = await open('?select=btk', {
      live: false,
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
    await close();
  });
});

describe('a worker that is blocked', () => {
  const { open } = useAtlas();

  it('is told of, the lists work, and the map comes when it may', async () => {
    const { page, close } = await open('?select=btk', {
      live: false,
      expected: /worker/i,
      before: async (page) => void (await page.route(/worker.*\.m?js/, (route) => route.abort())),
    });
    await page.getByText(/The map’s helper program did not start/).waitFor();
    await selection(page);
    await page.unroute(/worker.*\.m?js/);
    await again(page).click();
    await lives(page, 1);
    expect(await again(page).count()).toBe(0);
    await close();
  });
});
