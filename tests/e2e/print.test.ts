import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hasData, useAtlas } from './atlas.ts';

describe('what the browser prints', () => {
  const { open } = useAtlas();
  const SHEET = 'body > .print-first';

  it('begins with a sheet of the map that is shown, with only what is drawn in its key', async () => {
    const { page, close } = await open('?select=btk', { until: 'live' });
    // Paper is drawn when the browser asks for it, from what is fetched after the map; until then it has the still picture.
    const sheet = page.locator(`${SHEET} > svg`);
    const print = async (): Promise<string> => {
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      return (await sheet.allTextContents()).join('');
    };
    await expect.poll(print).toContain('Break of gauge');
    expect(await page.locator(SHEET).evaluate((sheet) => sheet.previousElementSibling === null)).toBe(true);
    const words = (await sheet.textContent()) ?? '';
    expect(words).not.toContain('North–South corridor');
    // A line that lies from east to west lies on paper, too.
    await expect.poll(() => page.locator(`${SHEET}.wide`).count()).toBe(1);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await expect.poll(() => page.locator(SHEET).isVisible()).toBe(true);
    await expect.poll(() => page.locator('.app .map').isVisible()).toBe(false);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await page.locator(SHEET).waitFor({ state: 'detached' });
    await close();
  });

  it('begins with the still picture of the map where that has not drawn yet, and says what it is', async () => {
    const { page, close } = await open('');
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    const picture = page.locator(`${SHEET} .map > svg`);
    await expect.poll(() => picture.isVisible()).toBe(true);
    const { width, height } = (await picture.boundingBox())!;
    expect(Math.min(width, height)).toBeGreaterThan(200);
    const words = await page.locator(SHEET).innerText();
    for (const part of [/^Corridor Atlas/, 'How goods get', 'North–South corridor', 'Data as of', 'Sources: © OpenStreetMap'])
      expect(words).toMatch(part);
    await close();
  });

  it('calls the map of a comparison by its name', async () => {
    const [ready] = JSON.parse(readFileSync('geo/context/comparisons.json', 'utf8')) as [
      { compare: string[]; title: { en: string } },
    ];
    const { page, close } = await open(`?panel=compare&tool=compare&compare=${ready.compare.join(',')}`, { until: 'live' });
    const print = async (): Promise<string> => {
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      return (await page.locator(`${SHEET} > svg`).allTextContents()).join('');
    };
    // No line begins with the dash between the ends.
    await expect.poll(print).toContain(ready.title.en.replace(' –', '\u00a0–'));
    await close();
  });

  it('has charts in the colours of the light theme and no tools, and gives the dark one back', async () => {
    const { page, close } = await open('?panel=compare&tool=compare&compare=ew-btk,northern&theme=dark');
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
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await expect.poll(readChart).toBe(dark);
    await close();
  });

  it('prints the grounds of charts, and no heading as the last line of a sheet', async () => {
    const { page, close } = await open('?select=btk');
    await page.emulateMedia({ media: 'print' });
    await expect.poll(() => page.locator('#panel').evaluate((panel) => getComputedStyle(panel).printColorAdjust)).toBe('exact');
    const findBreaks = () =>
      page.locator('#panel article h3').evaluateAll((all) => [...new Set(all.map((one) => getComputedStyle(one).breakAfter))]);
    await expect.poll(findBreaks).toEqual(['avoid']);
    await close();
  });

  it('is light in the dark theme, from edge to edge', async () => {
    const { page, close } = await open('?theme=dark');
    const getGround = () =>
      page.evaluate(() => [document.documentElement, document.body].map((node) => getComputedStyle(node).backgroundColor));
    await hasData(page);
    await expect.poll(getGround).toContain('rgb(23, 27, 32)');
    await page.emulateMedia({ media: 'print' });
    await expect.poll(getGround).toContain('rgb(255, 255, 255)');
    await close();
  });

  it('is what was chosen in the dialog: in black, without names', async () => {
    const { page, close } = await open('?select=btk', {
      before: (page) =>
        page.addInitScript(() => {
          window.print = () => document.body.setAttribute('data-printed', 'true');
        }),
    });
    await page.getByRole('banner').getByRole('button', { name: 'Share' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Names on the printed map').uncheck();
    await dialog.getByLabel('Print in black').check();
    await dialog.getByRole('button', { name: 'Print on A4' }).click();
    const map = page.locator('body[data-printed] > .print-sheet > svg > svg');
    await map.waitFor({ state: 'attached' });
    expect(await map.locator('text').count()).toBe(0);
    expect(await map.locator('.s-line-violet').first().getAttribute('stroke-dasharray')).not.toBeNull();
    await close();
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
    const { page, close } = await open('?select=btk', { until: 'live', locale });
    await expect.poll(() => page.locator('#panel').textContent()).toContain('Published');
    // What is printed is fetched once the map is live.
    await expect
      .poll(async () => {
        const [map, ...texts] = getSheets(await page.pdf({ preferCSSPageSize: true }));
        return { map, texts: [...new Set(texts)] };
      })
      .toEqual({ map: lying, texts: [standing] });
    await close();
  });

  it('has the paper that the reader chooses, now and later', async () => {
    const { page, close } = await open('?select=north-south', {
      before: (page) =>
        page.addInitScript(() => {
          window.print = () => document.body.setAttribute('data-printed', 'true');
        }),
    });
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
    await close();
  });
});
