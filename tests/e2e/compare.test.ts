/** Side by side: table, bars, strips, map, exports, sections, bad addresses. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { axe, openImport, PHONE, useAtlas } from './atlas.ts';

const { visit } = useAtlas();
const SIDE = '?panel=compare&compare=ew-btk,northern,suez';

const compared = (page: Page) => new URL(page.url()).searchParams.get('compare');
const letters = (page: Page) => page.locator('thead th .sr-only').allInnerTexts();

describe('a comparison', () => {
  it('gives figures with method and sources, sorts, changes its basis, lights up everywhere, and is taken along', async () => {
    const page = await visit(SIDE);
    const row = (name: string) => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) });
    await expect.poll(() => page.getByRole('rowheader').first().innerText()).toMatch(/From\s– to/);
    await expect.poll(() => row('Difference from A').innerText()).toContain('not compared: other ends');
    await expect.poll(() => page.locator('#panel table').first().getByRole('rowheader').count()).toBe(8);
    await page.getByRole('button', { name: /^\d+ more rows$/ }).click();
    await expect.poll(() => row('Measured length').innerText()).toMatch(/9,\d{3}\skm\s+9,\d{3}\skm\s+19,\d{3}\skm/);
    await expect
      .poll(() => row('Estimated length').innerText())
      .toMatch(/10,\d{3}\skm\s+\(9,\d{3}–\u206010,\d{3}\)\s+9,908\skm\s+\(9,858–\u20609,958\)/);
    await row('Estimated length').getByRole('button').nth(1).click();
    await expect.poll(() => page.locator('#compare-how').innerText()).toMatch(/published sections[\s\S]*median of/);
    await expect.poll(() => row('Border crossings').innerText()).toMatch(/4\s+5\s+1/);

    await row('Measured length').getByRole('button').nth(1).click();
    await expect
      .poll(() => page.locator('#compare-how').innerText())
      .toMatch(/sphere of radius 6,371\skm[\s\S]*WGS 84[\s\S]*0\.4\s?%/);
    await row('Published length').getByRole('button').nth(3).press('Enter');
    await expect.poll(() => page.locator('#compare-how').innerText()).toMatch(/10,600\snautical miles/);

    const header = page.getByRole('rowheader', { name: 'Measured length' });
    await expect.poll(() => letters(page)).toEqual(['A', 'B', 'C']);
    await header.getByRole('button').press('Enter');
    await expect.poll(() => letters(page)).toEqual(['A', 'B', 'C']);
    await expect.poll(() => header.getAttribute('aria-sort')).toBe('ascending');
    await header.getByRole('button').press('Enter');
    await expect.poll(() => letters(page)).toEqual(['C', 'B', 'A']);
    await header.getByRole('button').press('Enter');

    await page.getByRole('radio', { name: 'published length' }).check();
    await expect.poll(() => row('Detour factor (length ÷ straight line)').innerText()).toContain('no figure for the whole route');
    await page.getByRole('radio', { name: 'measured length' }).check();
    await expect.poll(() => row('Detour factor (length ÷ straight line)').innerText()).toMatch(/1\.\d+\s+1\.\d+/);

    await expect
      .poll(() => row('Published times, each kind and year separately').innerText())
      .toMatch(
        /actual, 2017: 0\.9\sdays for [45]\d\d\skm of 10,\d{3}\skm[\s\S]*Door to door, Xi.an\s– Duisburg: 12 to 14\sdays \(actual, 2022\)/,
      );
    await row('Published times, each kind and year separately').getByRole('button').first().click();
    await expect
      .poll(() => page.locator('#compare-how').innerText())
      .toMatch(/never added up[\s\S]*Not known: Xi.an\s– Aktau port/);

    await page.getByLabel('Split by').selectOption('country');
    await expect.poll(() => page.getByRole('img', { name: /China.*Kazakhstan.*Azerbaijan/ }).count()).toBeGreaterThan(0);
    await page.getByLabel('Align at').selectOption({ label: 'the start' });
    await expect.poll(() => page.getByText('does not pass').count()).toBe(0);

    await page.locator('.items li').nth(1).hover();
    await expect.poll(() => page.locator('.hovered').count()).toBeGreaterThan(5);
    expect(await axe(page)).toEqual([]);

    for (const [format, pattern] of [
      [
        'CSV',
        /^item,name,from,to,estimated_km,estimated_low_km,estimated_high_km,drawn_km[\s\S]*times,times_sources[\s\S]*warning[\s\S]*actual 2017[\s\S]*have different ends/,
      ],
      ['JSON', /"version": 1[\s\S]*"drawnKm"[\s\S]*"publishedShare"/],
      ['SVG', /^<svg[\s\S]*have different ends[\s\S]*OpenStreetMap[\s\S]*<\/svg>$/],
      ['PNG', /^.PNG/],
    ] as const) {
      const wait = page.waitForEvent('download');
      await page.getByRole('button', { name: `Download ${format}` }).click();
      const file = await wait;
      expect(file.suggestedFilename()).toMatch(new RegExp(`^comparison-.*\\.${format.toLowerCase()}$`));
      expect(await readFile(await file.path(), 'latin1')).toMatch(pattern);
    }

    await page.getByRole('button', { name: 'Compare the others with Northern route via Russia' }).click();
    await expect.poll(() => compared(page)).toBe('northern,ew-btk,suez');
    await page.getByRole('button', { name: 'Remove By sea through Suez from the comparison' }).click();
    await expect.poll(() => compared(page)).toBe('northern,ew-btk');
  });

  it('offers ready ones where there is none, and is filled from the list', async () => {
    const page = await visit('?panel=compare&tool=compare');
    await page.getByRole('heading', { name: 'Ready-made comparisons' }).waitFor();
    await page.locator('#panel li button').first().click();
    await expect.poll(() => compared(page)?.split(',').length).toBeGreaterThan(1);
    await page.getByRole('button', { name: 'Remove all' }).click();
    await page.getByRole('tab', { name: 'Explore' }).click();
    await page.getByRole('checkbox', { name: 'Compare Baku–Tbilisi–Kars railway' }).check();
    await expect.poll(() => compared(page)).toBe('btk');
  });

  it('says of a line of the reader, too, that it ends elsewhere, and offers its ends', async () => {
    const page = await visit();
    await openImport(page);
    const dialog = page.getByRole('dialog', { name: 'Add your own routes' });
    const coordinates = [
      [49.42, 39.98],
      [46.5, 41],
      [44.8, 41.69],
    ];
    const line = { type: 'Feature', properties: { name: 'Mine' }, geometry: { type: 'LineString', coordinates } };
    await dialog.getByLabel('Paste text in one of these formats').fill(JSON.stringify(line));
    await dialog.getByRole('button', { name: 'Add the text' }).click();
    await dialog.getByText('Pasted text: 1 route added').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('checkbox', { name: 'Compare Mine' }).check();
    await page.getByRole('checkbox', { name: 'Compare Baku–Tbilisi–Kars railway' }).check();
    await page.getByRole('tab', { name: /^Compare/ }).click();
    await page.getByText('These have different ends').waitFor();
    await expect.poll(() => page.getByRole('row').filter({ hasText: 'Difference from A' }).innerText()).toContain('other ends');
    await page.getByRole('button', { name: /each cut to these ends$/ }).click();
    await expect.poll(() => compared(page)).toMatch(/^import:[^,]+,btk:[a-z-]+:[a-z-]+$/);
    await expect.poll(() => page.getByText('These have different ends').count()).toBe(0);
    // The next test has a page without it.
    await page.getByRole('tab', { name: 'Explore' }).click();
    await page.getByRole('link', { name: 'Mine', exact: true }).click();
    await page.getByRole('article').getByRole('button', { name: 'Remove', exact: true }).click();
    await page.getByText('Mine was removed.').waitFor();
  });

  it('says of each bad item what is wrong, shows the rest, and fits on a phone', async () => {
    const page = await visit('?panel=compare&lang=ru&compare=btk:baku:alat,gone,alat,btk:baku:tehran,btk:0:9999,<b>', {
      viewport: PHONE,
      colorScheme: 'dark',
    });
    await expect.poll(() => page.getByRole('status').getByRole('listitem').count()).toBe(5);
    await expect.poll(() => page.getByRole('columnheader').count()).toBe(2);
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await expect.poll(() => page.locator('#panel').evaluate((panel) => panel.scrollWidth <= panel.clientWidth + 1)).toBe(true);
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Убрать из ссылки' }).click();
    await expect.poll(() => compared(page)).toBe('btk:baku:alat');
  });
});

describe('a section of a route', () => {
  it('is chosen by two handles that keys move, and compared', async () => {
    const page = await visit('?select=btk');
    const [from, to] = [page.getByRole('slider', { name: 'Start' }), page.getByRole('slider', { name: 'End' })];
    const live = page.getByRole('status').filter({ hasText: '–' });
    await from.press('ArrowRight');
    await expect.poll(async () => Number(await from.getAttribute('aria-valuenow'))).toBeGreaterThan(0);
    await expect.poll(() => from.getAttribute('aria-valuetext')).toMatch(/km\s\d/);
    await to.press('Home');
    await to.press('Shift+ArrowRight');
    await to.press('Shift+ArrowRight');
    await expect.poll(() => to.getAttribute('aria-valuenow')).toBe('2');
    await expect.poll(() => live.first().innerText()).toMatch(/km\s2: \d+(\.\d+)?\skm/);
    await to.press('End');
    await page.getByRole('button', { name: 'Compare this section' }).click();
    await expect.poll(() => compared(page)).toMatch(/^btk:[a-z-]+:kars$/);
  });
});

// Last, as the page keeps the width that it was given.
describe('the panel of a comparison', () => {
  it('is as wide as the reader drags it or moves its edge by keys, at most 45 % of the window, and stays so', async () => {
    const page = await visit(SIDE);
    const edge = page.getByRole('separator', { name: 'Width of the panel' });
    const getShare = async () => ((await page.locator('#list').boundingBox())?.width ?? 0) / 1280;
    await expect.poll(getShare).toBeCloseTo(0.45, 2);
    await edge.press('ArrowRight');
    await expect.poll(getShare).toBeCloseTo(0.45, 2);
    await edge.press('ArrowLeft');
    await expect.poll(getShare).toBeCloseTo(0.43, 2);
    const box = (await edge.boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + 40);
    await page.mouse.down();
    await page.mouse.move(1280 * 0.35, box.y + 60, { steps: 3 });
    await page.mouse.up();
    await expect.poll(getShare).toBeCloseTo(0.35, 2);
    await page.reload();
    await expect.poll(getShare).toBeCloseTo(0.35, 2);
    expect(await axe(page)).toEqual([]);
  });
});
