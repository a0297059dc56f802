import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { hasData, isLive, useAtlas } from './atlas.ts';

describe('what the browser prints', () => {
  /** Runs in the page before its scripts: what the page itself asks to be printed is marked, and stays as it is. */
  const markPrinting = (page: Page) =>
    page.addInitScript(() => {
      window.print = () => document.body.setAttribute('data-printed', 'true');
    });
  const { open, visit } = useAtlas([], ['', { before: markPrinting }]);
  const SHEET = 'body > .print-first';

  /** Ends what is printed, as the browser does. */
  const endPrinting = (page: Page) =>
    page.evaluate(() => {
      document.body.removeAttribute('data-printed');
      dispatchEvent(new Event('afterprint'));
    });

  it('begins with the still picture of the map where that has not drawn yet, and says what it is', async () => {
    // Before the page that the tests share has a map.
    const page = await visit();
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    const picture = page.locator(`${SHEET} .map > svg`);
    await expect.poll(() => picture.isVisible()).toBe(true);
    const { width, height } = (await picture.boundingBox())!;
    expect(Math.min(width, height)).toBeGreaterThan(200);
    const words = await page.locator(SHEET).innerText();
    for (const part of [/^Corridor Atlas/, 'How goods get', 'North–South corridor', 'Data as of', 'Sources: © OpenStreetMap'])
      expect(words).toMatch(part);
    await endPrinting(page);
  });

  it('has charts in the colours of the light theme and no tools, and gives the dark one back', async () => {
    const page = await visit('?panel=compare&tool=compare&compare=ew-btk,northern&theme=dark');
    const readChart = () =>
      page
        .locator('.chart svg')
        .first()
        .evaluate((svg) => new XMLSerializer().serializeToString(svg));
    await page.locator('.chart text').first().waitFor();
    const dark = await readChart();
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await readChart()).not.toBe(dark);
    await page.emulateMedia({ media: 'print' });
    await expect.poll(() => page.getByRole('heading', { name: 'Export' }).isVisible()).toBe(false);
    await expect.poll(() => page.locator('#panel select').locator('visible=true').count()).toBe(0);
    for (const tool of ['.items button', 'input[type=radio]', '.arrow'])
      await expect.poll(() => page.locator(`#panel ${tool}`).locator('visible=true').count(), { message: tool }).toBe(0);
    await page.emulateMedia({ media: null });
    await endPrinting(page);
    await expect.poll(readChart).toBe(dark);
  });

  it('prints the grounds of charts, and no heading as the last line of a sheet', async () => {
    const page = await visit('?select=btk');
    await page.emulateMedia({ media: 'print' });
    await expect.poll(() => page.locator('#panel').evaluate((panel) => getComputedStyle(panel).printColorAdjust)).toBe('exact');
    const findBreaks = () =>
      page.locator('#panel article h3').evaluateAll((all) => [...new Set(all.map((one) => getComputedStyle(one).breakAfter))]);
    await expect.poll(findBreaks).toEqual(['avoid']);
  });

  it('is light in the dark theme, from edge to edge', async () => {
    const page = await visit('?theme=dark');
    const getGround = () =>
      page.evaluate(() => [document.documentElement, document.body].map((node) => getComputedStyle(node).backgroundColor));
    await expect.poll(getGround).toContain('rgb(23, 27, 32)');
    await page.emulateMedia({ media: 'print' });
    await expect.poll(getGround).toContain('rgb(255, 255, 255)');
  });

  it('is what was chosen in the dialog: in black, without names', async () => {
    const page = await visit('?select=btk');
    await page.getByRole('banner').getByRole('button', { name: 'Share' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Names on the printed map').uncheck();
    await dialog.getByLabel('Print in black').check();
    await dialog.getByRole('button', { name: 'Print on A4' }).click();
    const map = page.locator('body[data-printed] > .print-sheet > svg > svg');
    await map.waitFor({ state: 'attached' });
    expect(await map.locator('text').count()).toBe(0);
    expect(await map.locator('.s-line-violet').first().getAttribute('stroke-dasharray')).not.toBeNull();
    await endPrinting(page);
    await page.keyboard.press('Escape');
  });

  it('has the paper that the reader chooses, now and later', async () => {
    const page = await visit('?select=north-south');
    await page.getByRole('banner').getByRole('button', { name: 'Share' }).click();
    const paper = page.getByRole('dialog').getByRole('combobox', { name: 'Paper size' });
    await paper.selectOption('Letter');
    await page.getByRole('dialog').getByRole('button', { name: 'Print on Letter' }).click();
    const sheet = page.locator('body[data-printed] > .print-sheet.letter:not(.wide) > svg');
    await sheet.waitFor({ state: 'attached' });
    // A corridor from north to south stands, and fills the sheet.
    expect(await sheet.getAttribute('viewBox')).toBe('0 0 740 977');
    await page.reload();
    await hasData(page);
    await page.getByRole('banner').getByRole('button', { name: 'Share' }).click();
    await expect.poll(() => paper.inputValue()).toBe('letter');
    await paper.selectOption('A4');
    await page.keyboard.press('Escape');
  });

  it('begins with a sheet of the map that is shown, with only what is drawn in its key', async () => {
    const page = await visit('?select=btk');
    await isLive(page);
    // Paper is drawn when the browser asks for it, from what is fetched after the map; until then it has the still picture.
    const sheet = page.locator(`${SHEET} > svg`);
    const print = async (): Promise<string> => {
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      return (await sheet.allTextContents()).join('');
    };
    await expect.poll(print).toMatch(/^(?!.*North–South corridor).*Break of gauge/s);
    expect(await page.locator(SHEET).evaluate((sheet) => sheet.previousElementSibling === null)).toBe(true);
    // A line that lies from east to west lies on paper, too.
    await expect.poll(() => page.locator(`${SHEET}.wide`).count()).toBe(1);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await expect.poll(() => page.locator(SHEET).isVisible()).toBe(true);
    await expect.poll(() => page.locator('.app .map').isVisible()).toBe(false);
    await endPrinting(page);
    await page.locator(SHEET).waitFor({ state: 'detached' });
  });

  it('calls the map of a comparison by its name', async () => {
    const [ready] = JSON.parse(readFileSync('geo/context/comparisons.json', 'utf8')) as [
      { compare: string[]; title: { en: string } },
    ];
    const page = await visit(`?panel=compare&tool=compare&compare=${ready.compare.join(',')}`);
    await isLive(page);
    const print = async (): Promise<string> => {
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      return (await page.locator(`${SHEET} > svg`).allTextContents()).join('');
    };
    // No line begins with the dash between the ends.
    await expect.poll(print).toContain(ready.title.en.replace(' –', '\u00a0–'));
    await endPrinting(page);
  });

  /** Width and height of each sheet of what is printed, in points. */
  const getSheets = (pdf: Buffer): string[] =>
    Array.from(pdf.toString('latin1').matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g), ([, width, height]) =>
      [width, height].map((side) => Math.round(Number(side))).join('×'),
    );

  it.each([
    ['en-GB', '842×595', '595×842'],
    ['en-US', '792×612', '612×792'],
  ])('has the paper of the country: %s', async (locale, lying, standing) => {
    const opened = locale === 'en-GB' ? undefined : await open('?select=btk', { locale });
    const page = opened?.page ?? (await visit('?select=btk'));
    await isLive(page);
    await expect.poll(() => page.locator('#panel').textContent()).toContain('Published');
    // What is printed is fetched once the map is live.
    await expect
      .poll(async () => {
        const [map, ...texts] = getSheets(await page.pdf({ preferCSSPageSize: true }));
        return { map, texts: [...new Set(texts)] };
      })
      .toEqual({ map: lying, texts: [standing] });
    await opened?.close();
  });
});
