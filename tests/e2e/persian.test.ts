/** Persian runs from right to left: app, live map, share pages, embeds. */
import { readFileSync } from 'node:fs';
import type { FeatureCollection, LineString, MultiLineString } from 'geojson';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { readCamera } from '../../src/core/geo/camera-hash.ts';
import { createProjection } from '../../src/core/geo/projection.ts';
import { fa } from '../../src/i18n/dictionaries/fa.ts';
import { axe, DESKTOP, hasMap, isLive, PHONE, useAtlas } from './atlas.ts';

const { open } = useAtlas();

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
    const { page, close } = await open('?lang=fa&select=btk', { viewport });
    await page.locator('html[lang=fa][dir=rtl]').waitFor();
    expect(await getDirection(page)).toBe('rtl');
    await expect.poll(() => overflows(page)).toBe(false);
    expect(await axe(page)).toEqual([]);
    await close();
  },
);

it('the panel stands on the right and the controls of the map on the left', async () => {
  const { page, close } = await open('?lang=fa');
  await page.locator('html[dir=rtl]').waitFor();
  await isLive(page);
  const middle = DESKTOP.width / 2;
  expect(await getMiddle(page, '#panel')).toBeGreaterThan(middle);
  expect(await getMiddle(page, '.maplibregl-ctrl-group')).toBeLessThan(middle / 2);
  expect(await getMiddle(page, '.maplibregl-ctrl-scale')).toBeLessThan(middle / 2);
  await close();
});

it('what is shown on the map of a phone runs under none of its buttons, which stand on the left', async () => {
  const { page, close } = await open('?lang=fa&select=northern', { viewport: PHONE });
  await hasMap(page);
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
  await close();
});

it('the live map fetches the letters of Persian from our own host, and only where it is Persian', async () => {
  for (const [path, isWanted] of [
    ['?lang=fa', true],
    ['?lang=en', false],
  ] as const) {
    const asked: string[] = [];
    const { page, close } = await open(path, {
      before: async (page) => {
        page.on('request', (request) => asked.push(request.url()));
        await Promise.resolve();
      },
    });
    await isLive(page);
    const files = asked.filter((url) => /noto-sans-arabic|\/fa-[^/]*\.js/.test(url)).map((url) => new URL(url).origin);
    expect(files.length > 0, path).toBe(isWanted);
    expect(new Set(files).size, path).toBe(isWanted ? 1 : 0);
    await close();
  }
});

it.each(['pages/fa/btk.html', 'embed/btk.fa.html', 'embed/C01.fa.html'])('%s runs from right to left', async (path) => {
  const { page, close } = await open(path, { until: 'document', viewport: { width: 320, height: 640 } });
  await page.locator('html[lang=fa][dir=rtl]').waitFor();
  expect(await getDirection(page)).toBe('rtl');
  await expect.poll(() => overflows(page)).toBe(false);
  // Names on the map are placed by left and right, whatever the page does.
  for (const svg of await page.locator('svg:has(text)').all()) expect(await svg.getAttribute('direction')).toBe('ltr');
  expect(await axe(page)).toEqual([]);
  await close();
});
