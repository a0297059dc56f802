/** What people come for, on a desktop and on a phone: each task ends in an answer that can be handed on, in so many steps at most. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DESKTOP, hasData, type Opened, PHONE, useAtlas } from './atlas.ts';

const { open } = useAtlas();

/** A reader whose steps are counted: a click or touch, a key, a field that is filled or chosen from. */
class Reader {
  steps = 0;
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async click(target: Locator): Promise<void> {
    this.steps += 1;
    await target.click();
  }

  async fill(target: Locator, text: string): Promise<void> {
    this.steps += 1;
    await target.fill(text);
  }

  async choose(target: Locator, value: string): Promise<void> {
    this.steps += 1;
    await target.selectOption(value);
  }

  async press(key: string): Promise<void> {
    this.steps += 1;
    await this.page.keyboard.press(key);
  }

  async give(target: Locator, file: string): Promise<void> {
    this.steps += 1;
    await target.setInputFiles(file);
  }

  async goBack(): Promise<void> {
    this.steps += 1;
    await this.page.goBack();
  }

  /** Searches for a text and opens the first that is found. */
  async search(text: string): Promise<void> {
    await this.fill(this.page.getByRole('combobox', { name: 'Search' }), text);
    await this.press('Enter');
  }

  /** Copies the address of what is on the screen. */
  async share(): Promise<URL> {
    await this.click(this.page.getByRole('banner').getByRole('button', { name: 'Share' }));
    await this.click(this.page.getByRole('dialog').getByRole('button', { name: 'Copy link', exact: true }));
    return this.readCopied();
  }

  /** What was copied since the task began. */
  async readCopied(): Promise<URL> {
    await this.page.getByRole('status').filter({ hasText: 'Copied' }).waitFor();
    const read = () => this.page.evaluate(() => navigator.clipboard.readText());
    await expect.poll(read).not.toBe('');
    return new URL(await read());
  }
}

const panel = (page: Page) => page.locator('#panel');
const tab = (page: Page, name: string) => page.getByRole('tab', { name });
const headline = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 2, name });
const cell = (page: Page, row: string) => panel(page).getByRole('row', { name: new RegExp(`^${row}`) });

describe.each([
  ['desktop', DESKTOP],
  ['phone', PHONE],
] as const)('on a %s', (device, viewport) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await open('', { viewport, hasTouch: device === 'phone', permissions: ['clipboard-read', 'clipboard-write'] });
  });
  afterAll(() => opened.close());

  /** The first page, as a newcomer sees it before anything else has been fetched. */
  async function arrive(): Promise<Reader> {
    await opened.page.goto(opened.page.url().split(/[?#]/)[0]!);
    await hasData(opened.page);
    return new Reader(opened.page);
  }

  /** The first page, as the reader of another task comes back to it: at its top, the sheet of a phone half-way up. */
  async function start(): Promise<Reader> {
    const { page } = opened;
    await page.evaluate(
      async (place) => {
        document.querySelector<HTMLDialogElement>('dialog[open]')?.close();
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
        await navigator.clipboard.writeText('');
        history.pushState(place, '', location.pathname);
        dispatchEvent(new PopStateEvent('popstate', { state: place }));
      },
      { scroll: 0, sheet: 1 },
    );
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await headline(page, /^How goods get/).waitFor();
    await hasData(page);
    return new Reader(page);
  }

  it('the railway and the port are embedded together, in Azerbaijani, dark, seen as on a phone, in 8 steps', async () => {
    const reader = await start();
    const { page } = reader;
    await reader.click(panel(page).getByRole('link', { name: 'Baku–Tbilisi–Kars railway' }));
    await headline(page, 'Baku–Tbilisi–Kars railway').waitFor();
    await reader.click(page.getByRole('article').getByRole('button', { name: 'Share' }));
    await reader.click(page.getByRole('dialog').getByRole('button', { name: 'Embed' }));
    const dialog = page.getByRole('dialog');
    await reader.click(dialog.getByRole('checkbox', { name: 'Port of Baku at Alat', exact: true }));
    await reader.choose(dialog.getByRole('combobox', { name: 'Language' }), 'az');
    await reader.choose(dialog.getByRole('combobox', { name: 'Theme' }), 'dark');
    await reader.click(dialog.locator('label').filter({ hasText: /\b360\b/ }));
    await reader.click(dialog.getByRole('button', { name: 'Copy the code' }));
    await dialog.getByRole('status').filter({ hasText: 'Copied' }).waitFor();
    const code = await page.evaluate(() => navigator.clipboard.readText());
    for (const part of ['btk', 'port-of-baku', 'lang=az', 'theme=dark']) expect(code).toContain(part);
    expect(reader.steps).toBeLessThanOrEqual(8);
  });

  it('two ways from Xi’an to Duisburg are set side by side and shared in 5 steps', async () => {
    const reader = await start();
    const { page } = reader;
    await reader.click(tab(page, 'Compare'));
    await reader.click(page.getByRole('group', { name: 'Find or compare' }).getByRole('button', { name: /^Compare/ }));
    await reader.click(panel(page).getByRole('button', { name: 'Xi’an – Duisburg' }));
    await expect.poll(() => cell(page, 'From – to').innerText()).toMatch(/Duisburg[\s\S]*Duisburg/);
    const shared = await reader.share();
    // A ready-made comparison has a page to share.
    expect(shared.pathname).toMatch(/pages\/compare-xian-duisburg\.html$/);
    expect(reader.steps).toBeLessThanOrEqual(5);
  });

  it('the same for any two places takes 6 steps, and 2 to share', async () => {
    const reader = await start();
    const { page } = reader;
    await reader.click(tab(page, 'Compare'));
    for (const [name, text] of [
      ['From', 'Xi’an'],
      ['To', 'Duisburg'],
    ] as const) {
      await reader.fill(page.getByRole('combobox', { name, exact: true }), text);
      await reader.press('Enter');
    }
    await reader.click(panel(page).getByRole('button', { name: 'Compare these routes' }));
    await expect.poll(() => cell(page, 'From – to').innerText()).toMatch(/Duisburg[\s\S]*Duisburg/);
    const shared = await reader.share();
    expect(shared.searchParams.get('compare')?.split(',').length).toBeGreaterThan(1);
    expect(reader.steps).toBeLessThanOrEqual(8);
  });

  it('what it costs when the port of Aktau is closed is said and handed on in 4 steps', async () => {
    const reader = await start();
    const { page } = reader;
    await reader.search('Aktau port');
    await reader.click(panel(page).getByRole('button', { name: 'What if it is closed?' }));
    const outcome = panel(page)
      .getByRole('listitem')
      .filter({ has: page.getByRole('button', { name: /^Show the diversion/ }) });
    await expect.poll(() => outcome.first().innerText()).toMatch(/[+−][\d,.]+\skm \([+−].* to [+−].*\)/);
    await reader.click(panel(page).getByRole('button', { name: 'Copy link' }).first());
    expect((await reader.readCopied()).searchParams.get('closed')).toBe('aktau-port');
    expect(reader.steps).toBeLessThanOrEqual(4);
  });

  it('the North–South corridor is printed in 3 steps', async () => {
    const reader = await start();
    const { page } = reader;
    await page.evaluate(() => {
      window.print = () => document.body.toggleAttribute('data-printed', true);
    });
    await reader.click(panel(page).getByRole('link', { name: 'North–South corridor' }));
    await headline(page, 'North–South corridor').waitFor();
    await reader.click(page.getByRole('article').getByRole('button', { name: 'Share' }));
    await reader.click(page.getByRole('dialog').getByRole('button', { name: /^Print/ }));
    await page.locator('body[data-printed]').waitFor({ state: 'attached' });
    expect(reader.steps).toBeLessThanOrEqual(3);
  });

  it('whether the railway is the shortest way is answered and shared with its verdict in 4 steps', async () => {
    const reader = await start();
    const { page } = reader;
    await reader.click(panel(page).getByRole('link', { name: 'Is the article right?' }));
    await reader.click(panel(page).getByRole('button', { name: /shortest/ }));
    const claim = page.locator('#claim-C01.open');
    await claim.getByText(/^True for Baku\s– Kars \(Rail · open today\) and .*; not for .*/).waitFor();
    await expect
      .poll(() =>
        claim
          .getByRole('button', { name: /^Baku – Kars/ })
          .first()
          .innerText(),
      )
      .toMatch(/826\skm/);
    const shared = await reader.share();
    expect(shared.pathname).toMatch(/pages\/C01\.html$/);
    expect(reader.steps).toBeLessThanOrEqual(4);
  });

  it('a track of the reader’s own stands beside East–West in 7 steps', async () => {
    const reader = await start();
    const { page } = reader;
    await reader.click(panel(page).locator('summary', { hasText: 'Your routes' }));
    await reader.click(panel(page).getByRole('button', { name: 'Add your own routes' }));
    await reader.give(page.getByRole('dialog').getByLabel('Choose files'), 'tests/fixtures/import/good/track.gpx');
    await page.getByText('track.gpx: 1 route added').waitFor();
    await reader.press('Escape');
    await reader.click(panel(page).getByRole('checkbox', { name: 'Compare Track' }));
    await reader.click(panel(page).getByRole('checkbox', { name: /^Compare East–West via Khorgos/ }));
    await reader.click(tab(page, 'Compare'));
    await expect.poll(() => cell(page, 'Length').or(cell(page, 'Estimated length')).first().innerText()).toMatch(/[\d,]+\skm/);
    expect(reader.steps).toBeLessThanOrEqual(7);
  });

  it('the number of a container leads to where its file is given in 2 steps', async () => {
    const reader = await arrive();
    const { page } = reader;
    await reader.search('MSKU1234565');
    await panel(page).getByText('MSKU1234565 is in none of the files given so far').waitFor();
    expect(page.url()).not.toContain('MSKU');
    expect(reader.steps).toBeLessThanOrEqual(2);
  });

  it('a tour from the railway to a station and back keeps the place, and is shared in 6 steps', async () => {
    const reader = await start();
    const { page } = reader;
    const getScroll = () => panel(page).evaluate(({ scrollTop }) => Math.round(scrollTop));
    await reader.click(panel(page).getByRole('link', { name: 'Baku–Tbilisi–Kars railway' }));
    await headline(page, 'Baku–Tbilisi–Kars railway').waitFor();
    const station = panel(page).getByRole('list', { name: 'Stations and distances' }).getByRole('link', { name: 'Akhalkalaki' });
    await station.scrollIntoViewIfNeeded();
    await expect.poll(getScroll).toBeGreaterThan(100);
    await reader.click(station);
    await headline(page, 'Akhalkalaki').waitFor();
    await reader.click(page.getByRole('article').getByRole('button', { name: 'Show on the map' }));
    if (device === 'phone') await page.locator('.app[data-sheet="0"]').waitFor();
    await reader.goBack();
    await headline(page, 'Baku–Tbilisi–Kars railway').waitFor();
    await expect.poll(getScroll).toBeGreaterThan(100);
    const left = await getScroll();
    await page.goForward();
    await page.goBack();
    await expect.poll(getScroll).toBe(left);
    const shared = await reader.share();
    expect(shared.pathname).toMatch(/pages\/btk\.html$/);
    expect(reader.steps).toBeLessThanOrEqual(6);
  });

  it('a station is found and closed by keys and a word', async () => {
    const reader = await arrive();
    const { page } = reader;
    await reader.press('/');
    await reader.fill(page.locator(':focus'), 'Akhalkalaki');
    await reader.press('Enter');
    await expect.poll(() => page.locator(':focus').innerText()).toBe('Akhalkalaki');
    const goal = page.getByRole('button', { name: 'What if it is closed?' });
    const isThere = () => goal.evaluate((button) => button === document.activeElement);
    // Past sharing, the map and the facts with their sources.
    while (!(await isThere())) await reader.press('Tab');
    await reader.press('Enter');
    await panel(page).getByRole('heading', { name: 'Without Akhalkalaki' }).waitFor();
    expect(reader.steps).toBeLessThanOrEqual(12);
  });

  it('a corridor is reached by ear in 12 keys: skip link, headings in order, and a word when it is chosen', async () => {
    const reader = await arrive();
    const { page } = reader;
    await reader.press('Tab');
    await reader.press('Enter');
    const goal = panel(page).getByRole('link', { name: 'East–West corridor' });
    while (!(await goal.evaluate((link) => link === document.activeElement))) await reader.press('Tab');
    await reader.press('Enter');
    await page.getByRole('status').filter({ hasText: 'Selected: East–West corridor' }).waitFor({ state: 'attached' });
    const levels = await page
      .getByRole('heading')
      .evaluateAll((headings) => headings.map(({ tagName }) => Number(tagName.slice(1))));
    expect(levels.filter((level, i) => level > (levels[i - 1] ?? 0) + 1)).toEqual([]);
    expect(reader.steps).toBeLessThanOrEqual(12);
  });
});
