import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { LANGS } from '../../src/core/dataset/model.ts';
import { getComparisonPage, getPagePath } from '../../src/core/url/paths.ts';
import { nestsItself } from '../fixtures/nested-quotes.ts';
import { axe, PHONE, useAtlas } from './atlas.ts';

const { open, share } = useAtlas();
const read = share();

it('a page to share reads without JavaScript, in its language, and leads to the map', async () => {
  const { page, close } = await open('pages/btk.html', { until: 'document', javaScriptEnabled: false });
  await expect.poll(() => page.title()).toMatch(/^Baku–Tbilisi–Kars railway – /);
  await page.getByRole('heading', { level: 1, name: 'Baku–Tbilisi–Kars railway' }).waitFor();
  await page.getByRole('img', { name: 'Map: Baku–Tbilisi–Kars railway' }).waitFor();
  const text = await page.locator('main').innerText();
  expect(text).toMatch(/Km\s\d+: border between Azerbaijan and Georgia/);
  expect(text).toMatch(/Paragraph \d+/);
  expect(text).toMatch(/Azerbaijan\s+\d+\skm\s+\d+%/);
  await expect.poll(() => page.locator('footer').innerText()).toContain('© OpenStreetMap contributors');
  const meta = (name: string) => page.locator(`meta[property="${name}"]`).getAttribute('content');
  await expect.poll(() => meta('og:url')).toBe(await page.locator('link[rel=canonical]').getAttribute('href'));
  await expect.poll(() => meta('og:image')).toMatch(/^https?:\/\/.*\/pages\/cards\/btk\.png$/);
  await page.getByRole('navigation').getByRole('link', { name: '中文' }).click();
  await page.waitForURL('**/pages/zh/btk.html');
  await expect.poll(() => meta('og:image')).toMatch(/\/pages\/cards\/zh\/btk\.png$/);
  await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('zh');
  await page.getByRole('link', { name: '打开互动地图' }).last().click();
  await page.waitForURL('**/index.html?select=btk&lang=zh');
  await close();
});

it.each(['pages/btk.html', 'pages/C01.html', 'pages/compare-xian-istanbul.html'])(
  'the map of /%s has names that can be read on a phone',
  async (path) => {
    const page = await read(path, PHONE);
    const picture = page.getByRole('img', { name: /^Map: / });
    const sizes = await picture.evaluate((svg) => {
      const scale = svg.getBoundingClientRect().width / (svg as SVGSVGElement).viewBox.baseVal.width;
      return [...svg.querySelectorAll('text')].map((text) => Number.parseFloat(getComputedStyle(text).fontSize) * scale);
    });
    expect(sizes.length).toBeGreaterThan(3);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(9.5);
  },
);

it.each(['', 'embed.html', 'embed/_all.az.html', 'embed/btk.html', 'embed/btk.ka.html', 'embed/C01.html', 'pages/az/C01.html'])(
  'tells other sites what "/%s" is: title, picture, canonical address, and a frame by oEmbed',
  async (path) => {
    const get = async (address: string) => {
      // Addresses of the build begin with that of `npm start`, unless it was told another.
      const response = await fetch(new URL(new URL(address, inject('url')).pathname.slice(1), inject('url')));
      expect({ address, status: response.status }).toEqual({ address, status: 200 });
      return response;
    };
    const html = await (await get(path)).text();
    const find = (pattern: RegExp): string => pattern.exec(html)?.[1] ?? '';
    expect(find(/<meta http-equiv="Content-Security-Policy" content="([^"]*)"/)).toContain('default-src');
    expect(find(/property="og:title" content="([^"]*)"/)).not.toBe('');
    expect(html.match(/rel="canonical"/g)).toHaveLength(1);
    await get(find(/rel="canonical" href="([^"]*)"/));
    expect((await get(find(/property="og:image" content="([^"]*)"/))).headers.get('content-type')).toBe('image/png');
    const answer = (await (await get(find(/type="application\/json\+oembed" href="([^"]*)"/))).json()) as { html: string };
    const framed = await (await get(/<iframe[^>]* src="([^"]*)"/.exec(answer.html)?.[1] ?? '')).text();
    expect(/<html[^>]* lang="(\w+)"/.exec(framed)?.[1]).toBe(find(/<html[^>]* lang="(\w+)"/));
  },
);

it('no built page quotes within a quotation by the same marks, in what is seen, previewed or said', () => {
  const found = readdirSync('dist', { recursive: true, encoding: 'utf8' })
    .filter((path) => /^(?:pages|embed|stories)\/.*\.html$/.test(path))
    .flatMap((path) => {
      const html = readFileSync(join('dist', path), 'utf8');
      const lang = LANGS.find((one) => one === /<html[^>]* lang="(\w+)"/.exec(html)?.[1]) ?? 'en';
      // Texts between tags, and values of attributes.
      return html
        .split(/["<>]/)
        .filter((text) => nestsItself(text, lang))
        .map((text) => `${path}: ${text}`);
    });
  expect(found).toEqual([]);
});

it('no built page in Chinese has a space behind the mark that ends a sentence', () => {
  const found = readdirSync('dist', { recursive: true, encoding: 'utf8' })
    .filter((path) => /^(?:pages\/zh\/.*|(?:embed|stories)\/.*\.zh)\.html$/.test(path))
    .flatMap((path) =>
      readFileSync(join('dist', path), 'utf8')
        .split(/["<>]/)
        .filter((text) => /[。！？；] [\p{L}\p{N}“‘《（]/u.test(text))
        .map((text) => `${path}: ${text}`),
    );
  expect(found).toEqual([]);
});

it('pages of every kind are accessible, in the light and in the dark, and fit a phone', async () => {
  const page = await read('pages/btk.html');
  await page.emulateMedia({ colorScheme: 'light' });
  const check = async (path: string): Promise<void> => {
    await page.goto(inject('url') + path);
    expect(await axe(page), path).toEqual([]);
  };
  for (const path of ['pages/btk.html', 'pages/east-west.html', 'pages/ka/port-of-baku.html', 'pages/C01.html', 'embed/C01.html'])
    await check(path);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize(PHONE);
  const comparisons = LANGS.map((lang) => getPagePath(getComparisonPage('xian-duisburg'), lang));
  for (const path of ['pages/btk.html', 'pages/ru/east-west.html', 'pages/C01.html', ...comparisons]) {
    await check(path);
    const tables = page.locator('.scroll');
    await expect
      .poll(() => tables.evaluateAll((all) => all.every(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth)), {
        message: path,
      })
      .toBe(true);
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  }
});

it('what previews and other sites fetch is there: card, oEmbed answer, site map', async () => {
  const base = inject('url');
  for (const card of ['btk', 'fa/btk', 'zh/story-how-far', 'kk/_all']) {
    const png = Buffer.from(await (await fetch(`${base}pages/cards/${card}.png`)).arrayBuffer());
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
    // With a palette.
    expect(png[25]).toBe(3);
  }
  const answer = (await (await fetch(`${base}oembed/az/btk.json`)).json()) as Record<string, unknown>;
  expect(answer).toMatchObject({ type: 'rich', version: '1.0', width: 640, height: 590 });
  expect(answer['html']).toContain('embed/btk.az.html');
  const map = await (await fetch(`${base}sitemap.xml`)).text();
  expect(map).toContain('/pages/az/btk.html</loc>');
  expect(await (await fetch(`${base}robots.txt`)).text()).toContain('sitemap.xml');
});
