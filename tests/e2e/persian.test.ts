/** Persian runs from right to left: app, live map, share pages, embeds. */
import { readFileSync } from 'node:fs';
import type { FeatureCollection, LineString, MultiLineString } from 'geojson';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { readCamera } from '../../src/core/geo/camera-hash.ts';
import { createProjection } from '../../src/core/geo/projection.ts';
import { fa } from '../../src/i18n/dictionaries/fa.ts';
import { axe, DESKTOP, isLive, PHONE, useAtlas, type Visit } from './atlas.ts';

const { open, visit, share } = useAtlas();
const turnTo = share();
/** Before a page is loaded: has what it asks for put into a list. */
const listRequests = (asked: string[]) => async (page: Page) => {
  page.on('request', (request) => asked.push(request.url()));
  await Promise.resolve();
};
const askedByLive: string[] = [];
const live = useAtlas([], ['?lang=fa', { before: listRequests(askedByLive) }]);

/** Brings the live map that the tests share to a path. */
async function see(path: string, options: Visit = {}): Promise<Page> {
  const page = await live.visit(path, options);
  await isLive(page);
  return page;
}

const getDirection = (page: Page) => page.evaluate(() => getComputedStyle(document.querySelector('main, #app')!).direction);
const overflows = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
const getMiddle = async (page: Page, selector: string) => {
  const box = (await page.locator(selector).first().boundingBox())!;
  return box.x + box.width / 2;
};

it.each([
  ['desktop', DESKTOP],
  ['phone', PHONE],
] as const)(
  'the app runs from right to left on a %s, with nothing over its edge and no fault that axe knows',
  async (_, viewport) => {
    const page = await visit('?lang=fa&select=btk', { viewport });
    await page.locator('html[lang=fa][dir=rtl]').waitFor();
    expect(await getDirection(page)).toBe('rtl');
    await expect.poll(() => overflows(page)).toBe(false);
    expect(await axe(page)).toEqual([]);
  },
);

it('the panel stands on the right and the controls of the map on the left', async () => {
  const page = await see('?lang=fa');
  await page.locator('html[dir=rtl]').waitFor();
  const middle = DESKTOP.width / 2;
  expect(await getMiddle(page, '#panel')).toBeGreaterThan(middle);
  expect(await getMiddle(page, '.maplibregl-ctrl-group')).toBeLessThan(middle / 2);
  expect(await getMiddle(page, '.maplibregl-ctrl-scale')).toBeLessThan(middle / 2);
});

it('what is shown on the map of a phone runs under none of its buttons, which stand on the left', async () => {
  const page = await see('?lang=fa&select=northern', { viewport: PHONE });
  await page.getByRole('button', { name: fa['page.onMap'], exact: true }).click();
  await expect.poll(() => readCamera(new URL(page.url()).hash)).toBeTruthy();
  const [map, sheet] = await Promise.all(
    ['.maplibregl-map', '#list'].map(async (name) => (await page.locator(name).boundingBox())!),
  );
  const size = { width: map!.width, height: map!.height };
  const foot = sheet!.height;
  const view = createProjection(readCamera(new URL(page.url()).hash)!, size, { distance: 1.5 * size.height, shift: 0, foot });
  const { features } = JSON.parse(readFileSync('static/data/routes.geojson', 'utf8')) as FeatureCollection<
    LineString | MultiLineString
  >;
  const { geometry } = features.find(({ properties }) => properties?.['id'] === 'northern')!;
  const points = (geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates)
    .flat()
    .map(([lon, lat]) => view.project(lon!, lat!));
  for (const button of await page.locator('.map button').all()) {
    const box = await button.boundingBox();
    if (!box) continue;
    const [left, top] = [box.x - map!.x, box.y - map!.y];
    const under = points.filter(([x, y]) => x > left && x < left + box.width && y > top && y < top + box.height);
    expect(under, (await button.getAttribute('title')) ?? '').toEqual([]);
  }
  const [leftmost, rightmost] = [Math.min(...points.map(([x]) => x)), Math.max(...points.map(([x]) => x))];
  expect(leftmost).toBeGreaterThan(50);
  expect(rightmost).toBeLessThan(size.width);
});

it('the live map fetches the letters of Persian from our own host, and only where it is Persian', async () => {
  const findLetters = (asked: string[]) =>
    asked.filter((url) => /noto-sans-arabic|\/fa-[^/]*\.js/.test(url)).map((url) => new URL(url).origin);
  await see('?lang=fa');
  expect(new Set(findLetters(askedByLive)).size, 'in Persian').toBe(1);
  const asked: string[] = [];
  const { page, close } = await open('?lang=en', { before: listRequests(asked) });
  await isLive(page);
  expect(findLetters(asked), 'in English').toEqual([]);
  await close();
});

it.each(['pages/fa/btk.html', 'embed/btk.fa.html', 'embed/C01.fa.html'])('%s runs from right to left', async (path) => {
  const page = await turnTo(path, { width: 320, height: 640 });
  await page.locator('html[lang=fa][dir=rtl]').waitFor();
  expect(await getDirection(page)).toBe('rtl');
  await expect.poll(() => overflows(page)).toBe(false);
  // Names on the map are placed by left and right, whatever the page does.
  for (const svg of await page.locator('svg:has(text)').all()) expect(await svg.getAttribute('direction')).toBe('ltr');
  expect(await axe(page)).toEqual([]);
});

/**
 * What stands in Persian texts, labels and pictures with Latin digits or commas. Left out are texts that are said to be in another
 * language or direction, and tokens that begin with a Latin letter, such as claims (C01), grids (WGS 84) and the zones of reports.
 */
const listForeignSigns = (page: Page) =>
  page.evaluate(() => {
    const CODES = /[A-Za-z][\w.:/+-]*(?: (?:84|[\d.]+)(?: و [\d.]+)?)?/g;
    const found = new Set<string>();
    const check = (text: string | null, element: Element) => {
      if (text === null || !/[0-9,;]/.test(text.replace(CODES, ''))) return;
      if (element.closest('script, style, noscript, code, textarea, [dir=ltr]')) return;
      if (element.closest<HTMLElement>('[lang]')?.lang === 'fa') found.add(text.trim().replace(/\s+/g, ' '));
    };
    for (const fold of document.querySelectorAll('details')) fold.open = true;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Element) {
        for (const name of ['aria-label', 'title', 'placeholder', 'alt']) check(node.getAttribute(name), node);
      } else if (node.parentElement) check(node.textContent, node.parentElement);
    }
    return [...found];
  });

it.each([
  '',
  '&select=btk',
  '&select=ew-btk',
  '&select=alat-port',
  '&panel=compare&tool=compare&compare=ew-btk,northern,path:xian:sirkeci:via-meghri.y2010',
  '&panel=compare&tool=find&from=xian&to=sirkeci&as-of=2010',
  '&panel=claims',
  '&panel=claims&select=C01',
  '&panel=events',
  '&panel=changes',
  '&panel=article',
  '&panel=shipments',
  '&year=2010',
])('the app at ?lang=fa%s has no digits and commas but Persian ones', async (query) => {
  const page = await visit(`?lang=fa${query}`);
  await expect.poll(() => listForeignSigns(page)).toEqual([]);
});

it.each(['pages/fa/btk.html', 'pages/fa/C01.html', 'pages/fa/ew-btk.html', 'embed/btk.fa.html', 'embed/C01.fa.html'])(
  '%s has no digits and commas but Persian ones',
  async (path) => {
    const page = await turnTo(path);
    expect(await listForeignSigns(page)).toEqual([]);
  },
);

it.each([
  ['desktop', DESKTOP],
  ['phone', PHONE],
] as const)(
  'the picture before the live map has Persian names over ground that stays where it was, on a %s',
  async (_, viewport) => {
    let release = (): void => undefined;
    const asked = new Promise<void>((resolve) => (release = resolve));
    const before = (one: Page) =>
      one.route('**/overview.fa.json', async (route) => {
        await asked;
        await route.continue();
      });
    const { page, close } = await open('?lang=fa', { viewport, before });
    const ground = page.locator('#picture svg:visible > [data-part=ground]');
    const box = await ground.boundingBox();
    expect(await page.locator('#picture svg:visible').getAttribute('lang')).toBe('en');
    release();
    const picture = page.locator('#picture svg[lang=fa]:visible');
    await picture.waitFor();
    expect(await picture.getByText(/[\u0600-\u06ff]/).count()).toBeGreaterThan(3);
    expect(await ground.boundingBox()).toEqual(box);
    await close();
  },
);

it('the scale of the live map has Persian digits, and all of its words in sight', async () => {
  const page = await see('?lang=fa');
  const scale = page.locator('.maplibregl-ctrl-scale');
  await expect.poll(() => scale.innerText()).toMatch(/[۰-۹]+\s(?:کیلو)?متر/);
  const room = await scale.evaluate((bar) => {
    const range = document.createRange();
    range.selectNodeContents(bar);
    const words = range.getBoundingClientRect();
    const credits = document.querySelector('.maplibregl-ctrl-attrib')?.getBoundingClientRect();
    const { left, right } = bar.getBoundingClientRect();
    return { before: words.left - left, within: right - words.right, after: (credits?.left ?? 0) - words.right };
  });
  expect(room.before).toBeGreaterThanOrEqual(0);
  // The end of the bar is not to strike through a digit.
  expect(room.within).toBeGreaterThanOrEqual(0);
  // Credits stand beside it, and are not to lie over its number.
  expect(room.after).toBeGreaterThanOrEqual(0);
});
