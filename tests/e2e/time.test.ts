/** The year: one control that moves map, list, totals and address. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { axe, DESKTOP, isLive, PHONE, useAtlas } from './atlas.ts';

const { open, visit } = useAtlas();

const slider = (page: Page) => page.locator('#panel').getByRole('slider', { name: 'Year' });
const getYear = (page: Page) => new URL(page.url()).searchParams.get('year');
const dates = (page: Page) => page.locator('#panel li:has(> .year)').allInnerTexts();
const total = (page: Page) => page.locator('#panel p').getByText(/of railway open/);
const readKm = async (page: Page) => Number(/([\d,]+)\skm/.exec(await total(page).innerText())?.[1]?.replaceAll(',', ''));

describe('the timeline', () => {
  it('shows events with the word of their kind, and those of one kind alone', async () => {
    const page = await visit('?panel=events');
    await page.getByRole('combobox', { name: 'Kind of event' }).selectOption({ label: 'Exhibition' });
    await expect.poll(async () => (await dates(page)).length).toBeGreaterThan(1);
    for (const text of await dates(page)) expect(text).toMatch(/· Exhibition/);
    await page.getByRole('combobox', { name: 'Kind of event' }).selectOption({ label: 'All kinds' });
    await expect.poll(async () => (await dates(page)).length).toBeGreaterThan(20);
  });

  it('leads to a calendar file and a feed that are there', async () => {
    const page = await visit('?panel=events&lang=fa');
    for (const kind of ['ics', 'atom']) {
      const href = await page.locator(`#panel a[href$=".${kind}"]`).getAttribute('href');
      expect(href).toBe(`events/fa.${kind}`);
      const answer = await page.request.get(new URL(href ?? '', page.url()).href);
      expect(answer.status()).toBe(200);
      expect(await answer.text()).toMatch(kind === 'ics' ? /^BEGIN:VCALENDAR\r\n/ : /<feed /);
    }
  });

  it('moves list, totals and address by keys, says what it shows, and goes back to today', async () => {
    const page = await visit('?panel=events');
    const whole = (await dates(page)).length;
    const today = await readKm(page);
    await slider(page).focus();
    await slider(page).press('Home');
    await expect.poll(() => getYear(page)).toMatch(/^18/);
    await expect.poll(() => readKm(page)).toBeLessThan(today);
    await page.getByText(/later events are hidden/).waitFor();
    expect(await dates(page)).toEqual([]);
    await slider(page).fill('2015');
    await expect.poll(() => getYear(page)).toBe('2015');
    await slider(page).press('ArrowRight');
    await expect.poll(() => getYear(page)).toBe('2016');
    await expect.poll(() => slider(page).getAttribute('aria-valuetext')).toMatch(/^2016: [\d,]+\skm of railway open, \d+ events/);
    expect((await dates(page)).length).toBeLessThan(whole);
    await page.locator('#panel').getByRole('button', { name: 'Show today' }).first().click();
    await expect.poll(() => getYear(page)).toBeNull();
    await expect.poll(async () => (await dates(page)).length).toBe(whole);
    expect(await readKm(page)).toBe(today);
  });

  it('steps to years of change, and plays them until it is told to pause', async () => {
    const page = await visit('?panel=events&year=1900');
    await page.getByRole('button', { name: 'Change after' }).click();
    await expect.poll(() => getYear(page)).toBe('1905');
    await page.getByRole('button', { name: 'Change before' }).click();
    await expect.poll(() => getYear(page)).toBe('1900');
    await page.getByRole('button', { name: 'Play the years' }).click();
    await expect.poll(async () => Number(await getYear(page))).toBeGreaterThan(1905);
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByRole('button', { name: 'Play the years' }).waitFor();
  });

  it('has its years in the layers as well, and both are one', async () => {
    const page = await visit('?panel=events&year=1990');
    await page.getByRole('button', { name: 'Layers' }).click();
    const other = page.locator('#layers').getByRole('slider', { name: 'Year' });
    await expect.poll(() => other.inputValue()).toBe('1990');
    await other.fill('1950');
    await expect.poll(() => slider(page).inputValue()).toBe('1950');
    await page.keyboard.press('Escape');
  });

  it.each([
    ['on a desktop', '?panel=events&year=2014', { viewport: DESKTOP }],
    ['on a phone, dark', '?panel=events&year=2014', { viewport: PHONE, colorScheme: 'dark' as const }],
    ['in Persian', '?panel=events&year=2014&lang=fa', { viewport: DESKTOP }],
  ])('is right by axe and no wider than its panel %s', async (_, path, options) => {
    const page = await visit(path, options);
    await slider(page).or(page.locator('#panel input[type=range]')).first().waitFor();
    expect(await axe(page)).toEqual([]);
    expect(
      await page.locator('#panel').evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth),
    ).toBeLessThanOrEqual(0);
  });
});

describe('who signed', () => {
  it('stands by country with date and sources, says that it is not whole, and is shown on the map with a key when asked for', async () => {
    const page = await visit('?panel=events');
    await page.getByText('Who signed what, and when').click();
    await page
      .locator('#panel')
      .getByText(/The list is not whole/)
      .waitFor();
    const hungary = page.locator('#panel li').filter({ hasText: 'Hungary' }).filter({ hasText: 'Sources differ' });
    await expect.poll(() => hungary.innerText()).toMatch(/6\sJune 2015[\s\S]*EUobserver/);
    await page.locator('#panel').getByRole('checkbox', { name: 'Countries by year of signing' }).check();
    await expect.poll(() => new URL(page.url()).searchParams.get('show')).toBe('signings');
    await expect
      .poll(() =>
        page
          .locator('#panel')
          .getByText(/Azerbaijan.*Georgia/)
          .count(),
      )
      .toBeGreaterThan(0);
    expect(await axe(page)).toEqual([]);
    await page.locator('#panel').getByRole('checkbox', { name: 'Countries by year of signing' }).uncheck();
    await expect.poll(() => new URL(page.url()).searchParams.get('show')).toBeNull();
  });

  it('is shown as the address says, and asked for again where its file could not be had', async () => {
    let refusals = 0;
    const { page, close } = await open('?panel=events&show=signings', {
      expected: /ERR_FAILED/,
      before: (one) =>
        one.route('**/data/signings.json', (route) => {
          refusals += 1;
          return refusals === 1 ? route.abort() : route.continue();
        }),
    });
    const key = page.locator('#panel li').filter({ hasText: /Azerbaijan.*Georgia/ });
    await page.getByRole('alert').getByRole('button', { name: 'Try again' }).click();
    await page.getByText('Who signed what, and when').click();
    await key.first().waitFor();
    expect(refusals).toBe(2);
    await close();
  });
});

// Last, as each step takes longer on a page with a live map.
it('the year moves the lines and the events of the map', async () => {
  const page = await visit('?panel=events#5/41/47');
  await isLive(page);
  const canvas = page.locator('.maplibregl-canvas');
  const now = await canvas.screenshot();
  await slider(page).fill('1900');
  await expect.poll(() => getYear(page)).toBe('1900');
  await expect.poll(async () => (await canvas.screenshot()).equals(now)).toBe(false);
  await expect.poll(() => page.locator('.map').getByText('1900', { exact: true }).count()).toBe(1);
});
