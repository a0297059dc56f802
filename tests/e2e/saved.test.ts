/** What readers saved is not lost, nor seems lost: links beside it, other tabs, databases that are held back, missing or deleted. */
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { writeLink } from '../../src/core/import/routes/share-link.ts';
import { convertText } from '../fixtures/import/convert.ts';
import { hasData, holdMap, openImport, useAtlas } from './atlas.ts';

declare global {
  /** What the tests' scripts put on the page's window. */
  interface Window {
    letGo(): void;
    giveUp(): void;
    persisted: number;
  }
}

const mineOf = (page: Page) =>
  page.locator('section', { has: page.getByRole('heading', { name: 'Your routes', exact: true }) }).last();
const row = (page: Page, name: string) => mineOf(page).locator('li', { hasText: name });

async function paste(page: Page, text: string, says: RegExp): Promise<void> {
  await openImport(page);
  await page.getByRole('dialog').getByLabel('Paste text in one of these formats').fill(text);
  await page.getByRole('dialog').getByRole('button', { name: 'Add the text' }).click();
  await page.getByRole('dialog').getByText(says).last().waitFor();
  await page.keyboard.press('Escape');
}

const write = (...names: string[]) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: names.map((name, i) => ({
      type: 'Feature',
      properties: { name },
      geometry: {
        type: 'LineString',
        coordinates: [
          [49, 40 + i / 100],
          [45, 41],
        ],
      },
    })),
  });
/** The end of an address that carries a route of that name, and selects it. */
async function linkTo(name: string): Promise<string> {
  const { routes } = await convertText(write(name, `Not ${name}`));
  return `?select=import-${routes[0]!.id}&import=${encodeURIComponent(writeLink(routes.slice(0, 1))!)}`;
}

describe('saved routes', () => {
  const { open } = useAtlas();

  it('stand beside those of a link, are kept for good where the browser allows it, and told of where it deletes them', async () => {
    const { page, close } = await open('', {
      before: async (page) =>
        void (await page.addInitScript(() => {
          window.persisted = 0;
          navigator.storage.persist = () => Promise.resolve((window.persisted += 1) > 0);
        })),
    });
    await paste(page, write('Saved one', 'Saved two'), /2 routes added/);
    await expect.poll(() => page.evaluate(() => window.persisted)).toBe(1);
    await page.goto(inject('url') + (await linkTo('Linked')));
    await page.getByRole('article').getByRole('heading', { name: 'Linked' }).waitFor();
    await page.getByRole('article').getByRole('link', { name: 'Explore', exact: true }).click();
    for (const name of ['Saved one', 'Saved two', 'Linked']) await row(page, name).waitFor();

    const isTold = () => mineOf(page).getByText('The browser has deleted the routes it stored for you.').waitFor();
    const session = await page.context().newCDPSession(page);
    await session.send('Storage.clearDataForOrigin', { origin: new URL(inject('url')).origin, storageTypes: 'indexeddb' });
    await isTold();
    for (const name of ['Saved one', 'Saved two']) await row(page, name).waitFor();
    await mineOf(page).getByRole('button', { name: 'Save again' }).click();
    await expect.poll(() => mineOf(page).getByRole('button', { name: 'Save again' }).count()).toBe(0);
    await page.reload();
    for (const name of ['Saved one', 'Saved two']) await row(page, name).waitFor();

    // They do not stand in the way of whoever deletes the database.
    const answer = await page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const request = indexedDB.deleteDatabase('corridor-atlas');
          request.onblocked = () => resolve('blocked');
          request.onsuccess = () => resolve('deleted');
        }),
    );
    expect(answer).toBe('deleted');
    await isTold();
    await close();
  });

  it('of one file reach another tab, which has its own selection, in one reading', async () => {
    const { page, close } = await open();
    const other = await page.context().newPage();
    await holdMap(other);
    await other.goto(`${inject('url')}?select=btk`);
    await hasData(other);
    let workers = 0;
    other.on('worker', (worker) => {
      if (worker.url().includes('import-worker')) workers += 1;
    });
    await other.getByRole('heading', { level: 2, name: 'Baku–Tbilisi–Kars railway' }).waitFor();
    await page.bringToFront();
    await paste(page, write(...Array.from({ length: 60 }, (_, i) => `Line ${i}`)), /60 routes added/);
    await expect.poll(() => new URL(page.url()).searchParams.get('select')).toBe(null);
    await other.bringToFront();
    await expect.poll(() => new URL(other.url()).searchParams.get('select')).toBe('btk');
    await other.getByRole('link', { name: 'Explore', exact: true }).click();
    await expect.poll(() => mineOf(other).locator('li').count()).toBe(60);
    expect(workers).toBe(1);
    await close();
  });
});

describe('a database', () => {
  const { open } = useAtlas();

  it('that does not answer, or whose transactions do not end, is told of, and has the routes once they do', async () => {
    const { page, close } = await open('', {
      before: async (page) =>
        void (await page.addInitScript(() => {
          const own = IDBFactory.prototype.open;
          const waiting: (() => void)[] = [];
          let holds = !sessionStorage.getItem('let go');
          window.letGo = () => {
            holds = false;
            sessionStorage.setItem('let go', 'yes');
            waiting.forEach((open) => open());
          };
          IDBFactory.prototype.open = function (this: IDBFactory, ...args: Parameters<typeof own>) {
            if (!holds) return own.apply(this, args);
            // A request that is answered when the test says so.
            const held = new EventTarget() as IDBOpenDBRequest;
            waiting.push(() => {
              const request = own.apply(this, args);
              request.onupgradeneeded = (event) => {
                Object.assign(held, { result: request.result });
                held.onupgradeneeded?.call(held, event);
              };
              request.onsuccess = (event) => {
                Object.assign(held, { result: request.result });
                held.onsuccess?.call(held, event);
              };
            });
            return held;
          };
          // The time is up when the test says so.
          const ownTimeout = window.setTimeout;
          const timers: (() => void)[] = [];
          window.giveUp = () => timers.forEach((callback) => callback());
          Object.assign(window, {
            setTimeout: (callback: () => void, delay?: number) =>
              delay === 10_000 ? timers.push(callback) : ownTimeout(callback, delay),
          });
        })),
    });
    const unanswered = mineOf(page).getByText('The browser’s storage is not responding, so your routes are not saved.');
    await paste(page, write('Patient'), /1 route added/);
    await unanswered.waitFor();
    await page.evaluate(() => window.letGo());
    await mineOf(page).getByText('The browser’s storage is not responding').waitFor({ state: 'detached' });
    await page.reload();
    await row(page, 'Patient').waitFor();

    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          indexedDB.open('corridor-atlas').onsuccess = (event) => {
            const db = (event.target as IDBOpenDBRequest).result;
            const store = db.transaction('imported-routes', 'readwrite').objectStore('imported-routes');
            let holds = true;
            window.letGo = () => {
              holds = false;
              db.close();
            };
            const hold = () => {
              resolve();
              if (holds) store.count().onsuccess = hold;
            };
            hold();
          };
        }),
    );
    await paste(page, write('Late'), /Reading|Measuring|Checking|1 route added/);
    await row(page, 'Late').waitFor();
    await page.evaluate(() => window.giveUp());
    await unanswered.waitFor();
    await page.evaluate(() => window.letGo());
    await mineOf(page).getByText('The browser’s storage is not responding').waitFor({ state: 'detached' });
    await page.reload();
    for (const name of ['Patient', 'Late']) await row(page, name).waitFor();
    await close();
  });

  it('without its records, as another program may leave it, is mended', async () => {
    const { page, close } = await open('', {
      before: async (page) =>
        void (await page.addInitScript(() => {
          if (sessionStorage.getItem('made')) return;
          sessionStorage.setItem('made', 'yes');
          indexedDB.open('corridor-atlas', 3).onsuccess = (event) => (event.target as IDBOpenDBRequest).result.close();
        })),
    });
    await paste(page, write('Mended'), /1 route added/);
    await page.reload();
    await row(page, 'Mended').waitFor();
    await close();
  });
});
