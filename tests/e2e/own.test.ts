import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { axe, hasData, holdMap, isLive, openImport, PHONE, useAtlas } from './atlas.ts';

const fixture = (path: string) => readFileSync(`tests/fixtures/import/${path}`, 'utf8');
const flag = (page: Page) => page.evaluate(() => (window as { flag?: number }).flag);
const mineOf = (page: Page) =>
  page.locator('section', { has: page.getByRole('heading', { name: 'Your routes', exact: true }) }).last();

/** Drops a file on the page, as a file manager does. */
async function drop(page: Page, name: string, text: string): Promise<void> {
  const data = await page.evaluateHandle(
    ({ name, text }) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], name));
      return transfer;
    },
    { name, text },
  );
  for (const type of ['dragenter', 'dragover', 'drop']) await page.dispatchEvent('main', type, { dataTransfer: data });
}

describe('routes that a reader brings', () => {
  const { open } = useAtlas();

  it('are dropped, pasted, refused by name, measured, drawn, exported, linked, kept and removed', async () => {
    // On a stretch of the route that is drawn below, from near, where each step is drawn soonest.
    const { page, close } = await open('#10/41.05/46.9', { permissions: ['clipboard-read', 'clipboard-write'] });
    const dialog = page.getByRole('dialog', { name: 'Add your own routes' });

    // Whatever is refused leaves the map as it was.
    const before = page.url();
    await drop(page, 'broken.geojson', fixture('bad/truncated.geojson'));
    await dialog.getByText('broken.geojson: nothing was added; the map has not changed.').waitFor();
    await dialog.getByText('The JSON is damaged or incomplete.').waitFor();
    expect(await axe(page)).toEqual([]);
    expect(page.url()).toBe(before);
    await page.keyboard.press('Escape');
    // Its end is told of a moment after it is seen: a file that came before that would open no other.
    await page.locator('dialog').waitFor({ state: 'detached' });
    await expect.poll(() => mineOf(page).locator('li').count()).toBe(0);

    // A file with issues gives its good routes and lists the others.
    await drop(page, 'many.geojson', fixture('bad/many-faults.geojson'));
    await dialog.getByText('many.geojson: 1 route added').waitFor();
    for (const words of [/It has only one point/, /It has no geometry/, /Its type is Point, not a line/, /“x” is not a number/]) {
      await dialog.getByText(words).waitFor();
    }
    await dialog.getByText('Feature 4, “One”, at features[3].geometry.coordinates[0][0]').waitFor();

    // Metres are offered to be converted.
    await dialog.getByLabel('Paste text in one of these formats').fill(fixture('bad/metres.csv'));
    await dialog.getByRole('button', { name: 'Add the text' }).click();
    await dialog.getByRole('button', { name: 'Convert from metres (EPSG:3857) and try again' }).click();
    await dialog.getByText('Pasted text: 1 route added').waitFor();

    // Text of a file never becomes markup.
    const scripts = JSON.parse(fixture('good/scripts.geojson')) as { features: { properties: object }[] };
    await dialog.getByLabel('Paste text in one of these formats').fill(JSON.stringify(scripts));
    await dialog.getByRole('button', { name: 'Add the text' }).click();
    await dialog.getByRole('link', { name: '<img src=x' }).click();
    const article = page.getByRole('article');
    await article.getByRole('heading', { name: '<img src=x onerror="window.flag=1">' }).waitFor();
    expect(await article.locator('img, script').count()).toBe(0);
    await expect.poll(() => article.innerText()).toMatch(/Measured\s+38\d\skm/);
    await expect.poll(() => article.innerText()).toMatch(/Azerbaijan[\s\S]+Georgia/);
    expect(await axe(page)).toEqual([]);

    // Exported as it came.
    const saved = page.waitForEvent('download');
    await article.getByRole('button', { name: 'Download GeoJSON' }).click();
    const file = JSON.parse(readFileSync(await (await saved).path(), 'utf8')) as typeof scripts;
    expect(file.features[0]!.properties).toEqual(scripts.features[0]!.properties);

    // Renamed, and kept by the browser over a reload.
    await article.getByLabel('Name').fill('Bakı – Tbilisi');
    await article.getByRole('button', { name: 'Rename' }).click();
    await article.getByRole('heading', { name: 'Bakı – Tbilisi' }).waitFor();
    await article.getByRole('button', { name: 'Copy a link with this route' }).click();
    await article.getByText('Copied').waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    await page.reload();
    await hasData(page);
    await article.getByRole('heading', { name: 'Bakı – Tbilisi' }).waitFor();

    // Removed, and had back.
    await article.getByRole('button', { name: 'Remove' }).click();
    const mine = mineOf(page);
    await mine.getByText('Bakı – Tbilisi was removed.').waitFor();
    await expect.poll(() => mine.locator('li').count()).toBe(2);
    await mine.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => mine.locator('li').count()).toBe(3);
    await page.goBack();

    // Drawn by its vertices, without a pointer, on the map, which now shows what was brought.
    await isLive(page);
    await article.getByRole('button', { name: 'Edit the line' }).click();
    const vertices = page.getByLabel('Points: longitude, latitude');
    await vertices.fill('49, 40.4\n44.8, x');
    await page.getByText('“44.8, x” is not a coordinate; this point was left out. line 2').waitFor();
    await expect.poll(() => page.getByRole('button', { name: 'Save the route' }).isDisabled()).toBe(true);
    await vertices.fill('49, 40.4\n44.8, 41.7\n43.1, 40.6');
    await page.getByRole('button', { name: 'Save the route' }).click();
    await article.getByText(/between its 3 points/).waitFor({ state: 'attached' });

    expect(await flag(page)).toBeUndefined();
    await close();

    // The link opens the same route elsewhere: on a phone, where nothing can be saved.
    const elsewhere = await open(link.slice(link.indexOf('?')), {
      viewport: PHONE,
      until: 'document',
      before: async (other) => {
        await holdMap(other);
        await other.addInitScript(() => {
          Object.defineProperty(window, 'indexedDB', {
            get: () => {
              throw new DOMException('denied', 'SecurityError');
            },
          });
        });
      },
    });
    const there = elsewhere.page.getByRole('article');
    await there.getByRole('heading', { name: 'Bakı – Tbilisi' }).waitFor();
    await expect.poll(() => there.innerText()).toMatch(/from the link, not saved/);
    await expect.poll(() => there.innerText()).toMatch(/Measured\s+38\d\skm/);
    expect(await axe(elsewhere.page)).toEqual([]);
    await there.getByRole('button', { name: 'Save in this browser' }).click();
    await there.getByRole('link', { name: 'Explore', exact: true }).click();
    await elsewhere.page.getByText('This browser does not let the page save your routes.').waitFor();
    await elsewhere.close();
  });
});

describe('a file that takes long', () => {
  const { open } = useAtlas();

  it('is read beside the page, which says how far it is and lets the reader stop it; the next one stands among ours', async () => {
    const { page, close } = await open();
    await openImport(page);
    const dialog = page.getByRole('dialog', { name: 'Add your own routes' });
    const line = Array.from({ length: 900_000 }, (_, i) => [40 + i * 1e-5, 40 + 0.01 * Math.sin(i / 7)]);
    const text = JSON.stringify({ type: 'LineString', coordinates: line });
    // From the disk, as readers choose it: through the test's own line it would take longer than all else.
    const dir = mkdtempSync(join(tmpdir(), 'own-'));
    const file = join(dir, 'long.geojson');
    writeFileSync(file, text);
    await dialog.getByLabel('Choose files').setInputFiles(file);
    await dialog.getByRole('progressbar').waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.getByRole('progressbar').waitFor({ state: 'detached' });
    rmSync(dir, { recursive: true });
    await dialog.getByLabel('Choose files').setInputFiles('tests/fixtures/import/good/track.gpx');
    await dialog.getByText('track.gpx: 1 route added').waitFor();
    await expect.poll(() => dialog.getByText('long.geojson').count()).toBe(0);
    await expect.poll(() => mineOf(page).locator('li').count()).toBe(1);
    await page.keyboard.press('Escape');

    // It is found by the search and stands side by side with ours, what nobody knows said to be unknown.
    await page.getByRole('combobox', { name: 'Search' }).fill('Track');
    const hit = page.getByRole('option', { name: 'Your route' });
    await hit.click();
    const article = page.getByRole('article');
    await article.getByRole('heading', { name: 'Track' }).waitFor();
    await article.getByRole('link', { name: 'Explore', exact: true }).click();

    await mineOf(page).getByRole('checkbox', { name: 'Compare Track' }).check();
    await page.getByRole('checkbox', { name: 'Compare Baku–Tbilisi–Kars railway' }).check();
    await page.getByRole('tab', { name: 'Compare' }).click();
    const row = (label: string) => page.getByRole('row', { name: new RegExp(`^${label}`) });
    await expect.poll(() => row('Estimated length').innerText()).toMatch(/no estimate\s+826\skm/);
    await expect.poll(() => row('Breaks of gauge').innerText()).toMatch(/not known/);
    expect(await axe(page)).toEqual([]);

    // Where nobody has it, the rest is shown.
    await page.goto(page.url().replace(/import:\w+/, 'import:elsewhere1'));
    await page.getByText('Your route “elsewhere1” is not stored in this browser.').waitFor();
    await row('Estimated length').getByText('826').waitFor();
    await close();
  });
});

describe('a browser whose worker does not start', () => {
  const { open } = useAtlas();

  it('reads the file on the page itself, also one from an address', async () => {
    let blocked = 0;
    const { page, close } = await open('', {
      until: 'document',
      expected: /worker-|files\.example/,
      asked: /^https:\/\/files\.example\//,
      before: async (page) => {
        await holdMap(page);
        await page.route('**/assets/import-worker-*.js', (route) => {
          blocked += 1;
          return route.abort();
        });
        await page.route('https://files.example/**', (route) =>
          route.request().url().endsWith('closed.gpx')
            ? route.abort()
            : route.fulfill({ headers: { 'Access-Control-Allow-Origin': '*' }, body: fixture('good/track.gpx') }),
        );
      },
    });
    await openImport(page);
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Choose files').setInputFiles('tests/fixtures/import/good/track.gpx');
    await dialog.getByText('track.gpx: 1 route added').waitFor();
    expect(blocked, 'requests for the worker').toBeGreaterThan(0);
    const fetched = async (address: string, says: string | RegExp) => {
      await dialog.getByLabel('Address of a file (https)').fill(address);
      await dialog.getByRole('button', { name: 'Fetch' }).click();
      await dialog.getByText(says).waitFor();
    };
    await fetched('https://files.example/line.gpx', 'line.gpx: 1 route added');
    await fetched('https://files.example/closed.gpx', /files\.example did not return the file/);
    await fetched(new URL('data/routes.geojson', page.url()).href, /routes\.geojson: \d+ routes added/);
    await close();
  });
});
