/** Languages, themes, sizes, keyboard and assistive technology. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { LANGS } from '../../src/core/dataset/model.ts';
import { PANELS } from '../../src/core/url/view.ts';
import { loadDictionary } from '../../src/i18n/index.ts';
import { axe, DESKTOP, type OpenOptions, PHONE, useAtlas } from './atlas.ts';

const { open } = useAtlas();

const overflows = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('header, #panel, .legend, dialog[open]')]
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      .map((element) => `${element.tagName} ${element.className} ${element.scrollWidth} > ${element.clientWidth}`)
      .concat(document.documentElement.scrollWidth > innerWidth ? ['the page'] : [])
      .concat(document.documentElement.scrollHeight > innerHeight ? ['the page, downwards'] : []),
  );

describe.each(LANGS)('in %s', (lang) => {
  it.each([
    ['desktop', DESKTOP],
    ['phone', PHONE],
  ] as const)('the words fit on a %s and none is left in English', async (_, viewport) => {
    const words = await loadDictionary(lang);
    const { page, close } = await open(`?lang=${lang}&select=btk`, { viewport, live: 'data' });
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(lang);
    expect(await page.getByRole('tab').allInnerTexts()).toEqual(PANELS.map((panel) => words[`panel.${panel}`]));
    expect(await overflows(page)).toEqual([]);
    const text = await page.getByRole('article').evaluate((article) => {
      for (const marked of article.querySelectorAll('[lang=en]')) marked.remove();
      return (article as HTMLElement).innerText;
    });
    expect(text).toContain(words['page.sectionArticle']);
    if (lang !== 'en') expect(text).not.toMatch(/Azerbaijan\b|Georgia\b|\d,\d{3} km/);
    await close();
  });
});

describe('axe finds nothing', () => {
  const states: [name: string, path: string, options: OpenOptions, act?: (page: Page) => Promise<void>][] = [
    ['in the list', '', {}],
    ['in the list, dark', '', { colorScheme: 'dark', live: 'data' }],
    ['in the list on a phone', '', { viewport: PHONE }],
    ['on the page of a route', '?select=ew-btk', { live: 'data' }],
    ['on the page of a route, dark, in Georgian', '?select=btk&lang=ka', { colorScheme: 'dark', live: 'data' }],
    ['on the page of a corridor', '?select=north-south', { live: 'data' }],
    ['on the page of the port, in Chinese', '?select=port-of-baku&lang=zh', { live: 'data' }],
    ['on the page of a place', '?select=alat-port', { colorScheme: 'dark', live: 'data' }],
    ['in the article with a selection', '?panel=article&select=btk', { live: 'data' }],
    ['in the article, dark, in Russian', '?panel=article&select=port-of-baku&lang=ru', { colorScheme: 'dark', live: 'data' }],
    ['on the time line', '?panel=events', { live: 'data' }],
    ['on the time line, dark', '?panel=events&lang=az', { colorScheme: 'dark', live: 'data' }],
    [
      'with search results',
      '',
      { live: 'data' },
      async (page) => {
        await page.getByRole('combobox', { name: 'Search' }).fill('baku');
        await page.getByRole('combobox', { name: 'Search' }).press('ArrowDown');
      },
    ],
    [
      'with the whole legend open',
      '?year=2014',
      { colorScheme: 'dark' },
      async (page) => {
        await page.getByText('Mode, status, places, base map').click();
        await page.getByRole('radio', { name: 'OpenStreetMap Foundation' }).check();
      },
    ],
    [
      'in the statement on borders',
      '',
      { live: 'data' },
      async (page) => page.getByRole('button', { name: 'Borders and names' }).click(),
    ],
    [
      'in the statement on data, dark',
      '',
      { colorScheme: 'dark', live: 'data' },
      async (page) => page.getByRole('button', { name: 'About the data' }).first().click(),
    ],
  ];
  it.each(states)('%s', async (_, path, options, act) => {
    const { page, close } = await open(path, options);
    await act?.(page);
    expect(await axe(page)).toEqual([]);
    await close();
  });
});

describe('by keyboard', () => {
  it('everything is reached in order, from the skip link to the panel, and the focus is seen', async () => {
    const { page, close } = await open();
    const stops: string[] = [];
    for (let i = 0; i < 60; i++) {
      await page.keyboard.press('Tab');
      const stop = await page.evaluate(() => {
        const element = document.activeElement as HTMLElement | null;
        if (!element || element === document.body) return '';
        const { outlineStyle, boxShadow } = getComputedStyle(element);
        const seen = outlineStyle !== 'none' || boxShadow !== 'none';
        return `${element.getAttribute('aria-label') ?? element.innerText.slice(0, 40) ?? ''}${seen ? '' : ' (unseen)'}`;
      });
      stops.push(stop);
    }
    expect(stops.filter((stop) => stop.endsWith('(unseen)'))).toEqual([]);
    const order = ['Skip to the list', 'Search', '☰', 'Zoom in', 'Legend', 'Routes', 'East–West corridor'];
    const places = order.map((name) => stops.findIndex((stop) => stop.trim().startsWith(name)));
    expect(places, stops.join(' | ')).toEqual(places.toSorted((a, b) => a - b));
    expect(Math.min(...places), stops.join(' | ')).toBeGreaterThanOrEqual(0);
    await close();
  });

  it('arrow keys go from tab to tab, and the skip link leads to the list', async () => {
    const { page, close } = await open();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('list');
    await page.getByRole('tab', { name: 'Routes' }).focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.getByRole('tab', { selected: true }).innerText()).toBe('Compare');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('tab-compare');
    await close();
  });

  it('a place in the list is shown on the map when it has the focus', async () => {
    const { page, close } = await open('?select=btk');
    const strip = page.getByRole('list', { name: 'Stations with their kilometres' });
    await strip.getByRole('button', { name: 'Akhalkalaki' }).focus();
    expect(await strip.locator('li.hovered').innerText()).toContain('Akhalkalaki');
    await close();
  });
});

describe('on other screens', () => {
  it('at 200 % zoom nothing is cut off and all is within reach', async () => {
    const { page, close } = await open('?select=btk', {
      viewport: { width: 640, height: 400 },
      deviceScaleFactor: 2,
      live: 'data',
    });
    expect(await overflows(page)).toEqual([]);
    await page.getByRole('button', { name: 'Copy the citation' }).scrollIntoViewIfNeeded();
    expect(await page.getByRole('button', { name: 'Copy the citation' }).isVisible()).toBe(true);
    await close();
  });

  it('a tablet shows list and map side by side', async () => {
    const { page, close } = await open('', { viewport: { width: 820, height: 1180 } });
    const list = (await page.locator('#list').boundingBox())!;
    const map = (await page.locator('.maplibregl-canvas').boundingBox())!;
    expect(map.x).toBeGreaterThanOrEqual(list.x + list.width - 1);
    expect(await overflows(page)).toEqual([]);
    await close();
  });

  it('the sheet of a phone grows and shrinks by its buttons', async () => {
    const { page, close } = await open('', { viewport: PHONE, hasTouch: true, isMobile: true, live: 'data' });
    const height = async () => (await page.locator('#list').boundingBox())!.height;
    const half = await height();
    await page.getByRole('button', { name: 'Show more of the details' }).tap();
    expect(await height()).toBeGreaterThan(half);
    await page.getByRole('button', { name: 'Show more of the map' }).tap();
    await page.getByRole('button', { name: 'Show more of the map' }).tap();
    expect(await height()).toBeLessThan(half);
    await close();
  });

  it('nothing moves by itself where the reader asked for less motion', async () => {
    const { page, close } = await open('', { viewport: PHONE, live: 'data' });
    expect(await page.locator('#list').evaluate((element) => getComputedStyle(element).transitionDuration)).toBe('0s');
    await close();
  });

  it('follows the system’s theme until the reader chooses one', async () => {
    const { page, close } = await open('', { colorScheme: 'dark', live: 'data' });
    const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(await background()).toBe('rgb(23, 27, 32)');
    await page.getByRole('combobox', { name: 'Theme' }).selectOption('light');
    expect(await background()).toBe('rgb(255, 255, 255)');
    expect(new URL(page.url()).searchParams.get('theme')).toBe('light');
    await close();
  });
});
