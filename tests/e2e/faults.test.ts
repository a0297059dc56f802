import type { Page, Route } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { holdMap, useAtlas } from './atlas.ts';

/** Gives answers of a test's own to those who ask for a file, on a page without the map. */
async function fail(page: Page, files: string, answer: (route: Route) => Promise<void>): Promise<void> {
  await holdMap(page);
  await page.route(files, answer);
}

describe('a data file that is not what it should be', () => {
  const { open } = useAtlas();
  const html = '<!doctype html><title>Not found</title>';
  const answers: [name: string, says: RegExp, answer: Parameters<Route['fulfill']>[0]][] = [
    ['missing', /context\.json could not be loaded: the server returned the error 404/, { status: 404, body: '' }],
    [
      'HTML instead of JSON',
      /context\.json is damaged or incomplete, or the server sent a web page in its place/,
      { contentType: 'text/html', body: html },
    ],
    [
      'cut off',
      /context\.json is damaged or incomplete, or the server sent a web page in its place/,
      { body: '{"article": {"author": "x", "para' },
    ],
    ['of another shape', /context\.json does not have the expected format \(at article\./, { body: '{"article": {}}' }],
  ];
  it.each(answers)('%s: is told of, the rest works, and a retry mends it', async (_, says, answer) => {
    const { page, close } = await open('?panel=events', {
      until: 'document',
      expected: /context\.json/,
      before: (page) => fail(page, '**/data/texts/*/context.json', (route) => route.fulfill(answer)),
    });
    const alert = page.getByRole('alert');
    await alert.getByText(says).waitFor();
    await expect.poll(() => page.locator('#panel ol > li').count()).toBeGreaterThan(10);
    await page.getByRole('tab', { name: 'Story' }).click();
    await page.getByText('The article could not be loaded.').waitFor();
    await page.unroute('**/data/texts/*/context.json');
    await alert.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'The article, retold' }).waitFor();
    await expect.poll(() => page.getByRole('button', { name: 'Try again' }).count()).toBe(0);
    await close();
  });

  it('of a later version: says which, and shows what it can', async () => {
    const { page, close } = await open('', {
      until: 'document',
      before: (page) => fail(page, '**/data/manifest.json', (route) => route.fulfill({ body: '{"version": 99, "files": {}}' })),
    });
    // The list comes in one piece with the page; the rest is asked for by who turns to it.
    await page.getByRole('heading', { level: 3, name: 'East–West corridor' }).hover();
    await page.getByText(/The data are version 99; this page reads versions up to \d+/).waitFor();
    await page.getByRole('heading', { level: 3, name: 'East–West corridor' }).waitFor();
    await close();
  });

  it('the connection fails: the selection is kept until it is back', async () => {
    const { page, close } = await open('?select=btk', {
      until: 'document',
      expected: /routes-index\.json/,
      before: (page) => fail(page, '**/data/routes-index.json', (route) => route.abort()),
    });
    await page.getByText(/routes-index\.json could not be loaded\. Check the connection/).waitFor();
    await page.unroute('**/data/routes-index.json');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { level: 2, name: 'Baku–Tbilisi–Kars railway' }).waitFor();
    await close();
  });

  it('the coast or the names of the base map are missing: the routes are drawn all the same', async () => {
    const baseMap = /\/data\/(?:base\/.*\.json|tiles\/base\/)/;
    const { page, close } = await open('', {
      until: 'live',
      expected: /base\//,
      before: async (page) => void (await page.route(baseMap, (route) => route.fulfill({ status: 500, body: '' }))),
    });
    await page.getByText(/tiles\/base could not be loaded: the server returned the error 500/).waitFor();
    await page.getByText(/base\/places\.json could not be loaded/).waitFor();
    await page.unroute(baseMap);
    for (const n of [2, 1]) {
      await expect.poll(() => page.getByRole('button', { name: 'Try again' }).count()).toBe(n);
      await page.getByRole('button', { name: 'Try again' }).first().click();
    }
    await page.getByRole('button', { name: 'Try again' }).first().waitFor({ state: 'hidden' });
    await close();
  });

  it('speaks the reader’s language', async () => {
    const { page, close } = await open('?lang=tr', {
      until: 'document',
      expected: /events\.json/,
      before: (page) => fail(page, '**/data/texts/*/events.json', (route) => route.fulfill({ status: 404, body: '' })),
    });
    await page.locator('.cards').hover();
    await page.getByRole('button', { name: 'Yeniden dene' }).waitFor();
    await close();
  });
});

describe('a browser without WebGL', () => {
  const { open } = useAtlas(['--disable-3d-apis']);

  it('says so, and the whole sidebar works', async () => {
    const { page, close } = await open('?select=btk', { until: 'document', expected: /WebGL/ });
    await page.getByText('The map needs WebGL, which this browser or device does not support.').waitFor();
    await page.getByRole('heading', { level: 2, name: 'Baku–Tbilisi–Kars railway' }).waitFor();
    await expect.poll(() => page.getByRole('article').textContent()).toMatch(/Km\s\d+: border between Azerbaijan and Georgia/);
    await page.getByRole('tab', { name: 'Story' }).click();
    await page.getByRole('button', { name: 'Baku–Tbilisi–Kars' }).first().click();
    await close();
  });
});
