/** The first minute: what this is, what can be asked, and what the lines are. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { LANGS } from '../../src/core/dataset/model.ts';
import { loadDictionary } from '../../src/i18n/index.ts';
import { sumSent } from '../bench/embed-weight.ts';
import { hasMap, useAtlas } from './atlas.ts';

const { open, visit } = useAtlas();

const ask = (page: Page, name: string) => page.getByRole('link', { name });
const param = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);

describe('the first page', () => {
  it('says in a sentence what this is, and answers three questions in a step each', async () => {
    const page = await visit();
    await page.getByRole('heading', { level: 2, name: /^How goods get from China and India to Europe/ }).waitFor();
    await ask(page, 'Which route is shortest?').click();
    await page.getByRole('heading', { name: 'Comparison' }).waitFor();
    await expect.poll(() => page.locator('#panel table thead th').count()).toBeGreaterThan(3);
    await visit();
    await ask(page, 'What if a port closes?').click();
    await expect.poll(() => param(page, 'compare')).toMatch(/cut-alat-port/);
    await visit();
    await ask(page, 'Is the article right?').click();
    await page.getByRole('heading', { level: 2, name: /put to the test/ }).waitFor();
  });

  it('counts the verdicts in the question, as the list of claims does', async () => {
    const page = await visit();
    const counts = async () =>
      (await ask(page, 'Is the article right?').locator('.count').allInnerTexts()).map(Number.parseFloat);
    await expect.poll(async () => (await page.locator('.cards').count()) > 0).toBe(true);
    const signs = await ask(page, 'Is the article right?').locator('.counts').innerText();
    const sum = [...signs.matchAll(/\d+/g)].reduce((all, [n]) => all + Number(n), 0);
    expect(await counts()).toHaveLength(4);
    await visit('?panel=claims');
    await expect.poll(() => page.locator('#panel ol > li').count()).toBe(sum);
  });

  it('has its lines as links with the address of their page, which another tab can open', async () => {
    const page = await visit('?lang=tr&theme=dark');
    const href = await page.locator('.cards h3 a').first().getAttribute('href');
    const address = new URL(href!);
    expect(Object.fromEntries(address.searchParams)).toMatchObject({ select: 'east-west', lang: 'tr', theme: 'dark' });
    const other = await page.context().newPage();
    await other.goto(href!);
    await other.getByRole('heading', { level: 2, name: 'Doğu–Batı koridoru' }).waitFor();
    expect(param(page, 'select')).toBeNull();
    await other.close();
  });

  it('names the branches by what tells them apart, and how much longer those with the same ends are', async () => {
    const page = await visit();
    const west = page.locator('.cards > li').first();
    await west.getByText('5 other branches').click();
    const row = west.getByRole('listitem').filter({ hasText: 'Dostyk' });
    await expect.poll(() => row.innerText()).toMatch(/^Dostyk\s+9,\d{3}\skm\s+−\d{3}\skm$/);
    const elsewhere = west.getByRole('listitem').filter({ hasText: 'Poti' });
    await expect.poll(() => elsewhere.innerText()).toMatch(/^Poti and the Black Sea\s+→ Constanța port\s+8,\d{3}\skm$/);
    await row.getByRole('link', { name: 'East–West via Dostyk' }).waitFor();
  });

  it('counts in the tab what is taken into the comparison', async () => {
    const page = await visit();
    await page.getByRole('checkbox', { name: 'Compare Baku–Tbilisi–Kars railway' }).check();
    await page.getByRole('checkbox', { name: /^Compare East–West via Khorgos/ }).check();
    await page.getByRole('tab', { name: 'Compare 2' }).click();
    await expect.poll(() => page.locator('#panel table thead th').count()).toBeGreaterThanOrEqual(3);
  });

  it('fetches little of the data for itself, and the rest as soon as its reader turns to the list', async () => {
    const asked: string[] = [];
    const { page, close } = await open('', {
      before: (page) => Promise.resolve(page.on('request', (request) => asked.push(new URL(request.url()).pathname))),
    });
    const data = () =>
      asked.filter((path) => path.includes('/data/') && !path.includes('/fonts/')).map((path) => path.split('/').at(-1));
    expect(data()).toEqual(['first.json']);
    // Browsers tell so of a pointer that lies still whenever something else is drawn beneath it.
    const rest = () => page.locator('#panel').dispatchEvent('pointerover', { pointerType: 'mouse', clientX: 0, clientY: 0 });
    await rest();
    await rest();
    await page.evaluate(() => new Promise(requestAnimationFrame));
    expect(data()).toEqual(['first.json']);
    await page.locator('.cards').hover();
    await expect.poll(data).toContain('links.geojson');
    await close();
  });

  it('is live with 800 kB at most, as a server with gzip sends them', async () => {
    const asked: string[] = [];
    const note = (page: Page) =>
      page.on('request', (request) => asked.push(new URL(request.url()).pathname.slice(1) || 'index.html'));
    const { close } = await open('', { until: 'live', before: (page) => Promise.resolve(note(page)) });
    const bytes = sumSent(asked);
    await close();
    expect(bytes).toBeGreaterThan(400_000);
    expect(bytes).toBeLessThanOrEqual(800_000);
  });

  it('is led to by the name of the atlas', async () => {
    const page = await visit('?select=kars&panel=routes');
    await page.getByRole('link', { name: 'Corridor Atlas' }).click();
    await page.getByRole('heading', { level: 2, name: /^How goods get/ }).waitFor();
    await expect.poll(() => param(page, 'select')).toBeNull();
  });
});

describe('tabs', () => {
  it.each([
    ['', 'Explore'],
    ['?panel=routes', 'Explore'],
    ['?panel=changes', 'Explore'],
    ['?panel=compare', 'Compare'],
    ['?panel=article', 'Story'],
    ['?panel=claims', 'Story'],
    ['?panel=events', 'Story'],
    ['?panel=shipments', 'Shipments'],
  ])('an address such as "%s" opens %s', async (address, tab) => {
    const page = await visit(address);
    await page.getByRole('tab', { name: tab, selected: true }).waitFor();
  });

  it.each(LANGS)('in %s are whole in a window of 360 pixels, and on a tablet', async (lang) => {
    const page = await visit(`?lang=${lang}&compare=btk,northern`, { viewport: { width: 360, height: 640 } });
    const words = await loadDictionary(lang);
    await page.getByRole('tab', { name: words['tab.story'] }).waitFor();
    const tabs = await page.getByRole('tab').evaluateAll((all) =>
      all.map((tab) => {
        const { left, right, height } = tab.getBoundingClientRect();
        return { isWhole: tab.scrollWidth <= tab.clientWidth && left >= 0 && right <= innerWidth, height };
      }),
    );
    expect(tabs.map(({ isWhole }) => isWhole)).toEqual([true, true, true, true]);
    expect(Math.min(...tabs.map(({ height }) => height))).toBeGreaterThanOrEqual(40);
    // A tablet held upright gives the map half of its width.
    await page.setViewportSize({ width: 768, height: 1024 });
    await expect.poll(() => page.getByRole('tablist').evaluate((list) => list.scrollWidth - list.clientWidth)).toBe(0);
    await expect.poll(async () => (await page.locator('.map').boundingBox())!.width).toBeGreaterThanOrEqual(399);
  });
});

it('a tablet held upright shows the map as large as a phone does, its credit and its key on a line each', async () => {
  const { page, close } = await open('', { viewport: { width: 768, height: 1024 }, hasTouch: true });
  const picture = page.locator('#picture .narrow svg');
  await picture.waitFor();
  const name = await picture.getByText('Nhava Sheva').first().boundingBox();
  // Names as large as on a phone, and the middle of the lines in that of the map.
  expect(name!.height).toBeGreaterThan(11);
  const map = (await page.locator('.map').boundingBox())!;
  const lines = await picture.evaluate((svg) => {
    const boxes = [...svg.querySelectorAll('text')].map((text) => text.getBoundingClientRect());
    return { top: Math.min(...boxes.map(({ top }) => top)), bottom: Math.max(...boxes.map(({ bottom }) => bottom)) };
  });
  expect(Math.abs((lines.top + lines.bottom) / 2 - (map.y + map.height / 2))).toBeLessThan(map.height / 10);
  expect((await page.locator('.map > .key').boundingBox())!.height).toBeLessThan(40);
  await hasMap(page);
  await expect.poll(async () => (await page.locator('.maplibregl-ctrl-attrib').boundingBox())?.height).toBeLessThan(24);
  await close();
});

describe('search', () => {
  it('is reached by "/" from anywhere but where the reader writes', async () => {
    const page = await visit();
    await page.getByRole('tab', { name: 'Explore' }).focus();
    await page.keyboard.press('/');
    const field = page.getByRole('combobox', { name: 'Search' });
    await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.type('a/b');
    await expect.poll(() => field.inputValue()).toBe('a/b');
    await field.press('Escape');
  });
});

it('a year that the address sets is said, and is cleared in a step', async () => {
  const page = await visit('?year=2000');
  await page.getByText('The map shows what was open by the end of 2000.').waitFor();
  await page.getByRole('button', { name: 'Show today' }).click();
  await expect.poll(() => param(page, 'year')).toBeNull();
  await expect.poll(() => page.getByText('The map shows what was open').count()).toBe(0);
});

describe('a page', () => {
  it('of a route has its facts in the first screen, each with where it comes from', async () => {
    const page = await visit('?select=btk');
    const tiles = page.locator('#panel dl').first();
    await expect
      .poll(() => tiles.innerText())
      .toMatch(/Estimated\s+826\skm[\s\S]*Published\s+826 to 850\skm[\s\S]*Countries\s+3/);
    const box = await tiles.locator('dt', { hasText: 'Breaks of gauge' }).boundingBox();
    expect(box!.y).toBeLessThan(800);
    await tiles.locator('summary').filter({ hasText: 'Where “Published” comes from' }).click();
    await expect.poll(() => tiles.locator('.sources a').count()).toBeGreaterThan(0);
  });

  it('keeps name, length, comparison and sharing in sight while it is read', async () => {
    const page = await visit('?select=btk');
    await page.getByRole('list', { name: 'Stations and distances' }).waitFor();
    await page.locator('#panel').hover();
    await page.mouse.wheel(0, 1200);
    const bar = page.locator('#panel .bar').first();
    await expect.poll(() => bar.innerText()).toMatch(/Baku–Tbilisi–Kars railway\s+826\skm[\s\S]*Compare[\s\S]*Share/);
    await expect.poll(async () => (await bar.boundingBox())!.y).toBeLessThan(160);
  });

  it('of a station leads back to the route that the reader came from', async () => {
    const page = await visit('?select=ew-btk');
    const strip = page.getByRole('list', { name: 'Stations and distances' });
    await strip.getByRole('link', { name: 'Akhalkalaki' }).click();
    await page.getByRole('heading', { level: 2, name: 'Akhalkalaki' }).waitFor();
    const trail = page.getByRole('navigation', { name: 'You are here' });
    await expect
      .poll(() => trail.getByRole('link').allInnerTexts())
      .toEqual(['Explore', 'East–West corridor', 'East–West via Khorgos, Aktau and Kars']);
    await trail.getByRole('link').last().click();
    await page.getByRole('heading', { level: 2, name: 'East–West via Khorgos, Aktau and Kars' }).waitFor();
  });
});

describe('the story', () => {
  it('shows of a claim the case that is chosen, and nothing else', async () => {
    const page = await visit('?panel=claims&select=C01');
    const cases = page.getByRole('group', { name: 'Cases' });
    await cases.getByRole('button', { name: /Duisburg/ }).click();
    await expect.poll(() => cases.locator('[aria-pressed=true]').innerText()).toContain('Duisburg');
    await expect.poll(() => page.locator('#claim-C01 dl').innerText()).toMatch(/Xi.an\s– Duisburg/);
  });

  it('has the map follow the paragraph that is read', async () => {
    const page = await visit('?panel=article');
    await hasMap(page);
    await page.locator('#p-10').waitFor();
    const before = page.url();
    await page.locator('#panel').hover();
    await page.mouse.wheel(0, 1500);
    await page.locator('.mention.hovered').first().waitFor();
    await expect.poll(() => page.url()).not.toBe(before);
  });
});
