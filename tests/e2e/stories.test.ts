import { describe, expect, it } from 'vitest';
import { LANGS } from '../../src/core/dataset/model.ts';
import { axe, DESKTOP, PHONE, useAtlas } from './atlas.ts';

const { open, share } = useAtlas();
const PAGE = 'stories/seven-views.html';
const read = share();
const readPlain = share({ javaScriptEnabled: false });

describe.each(LANGS)('a story in %s', (lang) => {
  it.each(['seven-views', 'how-far', 'one-container'])('is told in its own words, none of them cut off: %s', async (id) => {
    const path = lang === 'en' ? `stories/${id}.html` : `stories/${id}.${lang}.html`;
    const page = await readPlain(path, PHONE);
    expect(await page.locator('html').getAttribute('lang')).toBe(lang);
    expect(await page.locator('.opening [lang=en], .chapters [lang=en]').count()).toBe(0);
    const wide = page.locator('h1, h2, .lead, .chapter p, figcaption').filter({ visible: true });
    const cut = (all: Element[]) =>
      all.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).map((one) => one.textContent);
    expect(await wide.evaluateAll(cut)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
  });
});

describe('the list of stories in the app', () => {
  it('names them in the language of the reader, and is fetched when it is opened', async () => {
    const asked: string[] = [];
    const { page, close } = await open('?panel=article&lang=ru', {
      before: async (page) => void page.on('request', (request) => asked.push(request.url())),
    });
    const list = page.locator('#panel details').filter({ has: page.getByRole('heading', { name: 'Истории' }) });
    await list.waitFor();
    expect(asked.filter((url) => url.endsWith('stories.json'))).toEqual([]);
    await list.locator('summary').click();
    const story = list.getByRole('listitem').filter({ hasText: 'Семь взглядов на одну статью' });
    expect(await story.getByRole('paragraph').innerText()).toMatch(/^Что говорит статья/);
    expect(await list.getByRole('link').count()).toBe(3);
    expect(await axe(page)).toEqual([]);
    await story.getByRole('link').click();
    await page.waitForURL(/\/stories\/seven-views\.ru\.html$/);
    expect(await page.locator('h1').innerText()).toBe('Семь взглядов на одну статью');
    await close();
  });

  it('is not there where the atlas tells none', async () => {
    const { page, close } = await open('?panel=article', {
      before: (page) =>
        page.route('**/data/manifest.json', async (route) => {
          const response = await route.fetch();
          const manifest = (await response.json()) as { files: Record<string, { bytes: number }> };
          manifest.files['stories.json']!.bytes = '[]\n'.length;
          await route.fulfill({ response, json: manifest });
        }),
    });
    await page.locator('#p-10').waitFor();
    expect(await page.getByRole('heading', { name: 'Stories' }).count()).toBe(0);
    await close();
  });
});

describe('a story', () => {
  it('reads from top to bottom without scripts, each chapter with its picture', async () => {
    const page = await readPlain(PAGE);
    const chapters = page.locator('.chapter');
    const count = await chapters.count();
    expect(count).toBe(7);
    for (const chapter of await chapters.all()) {
      const picture = chapter.locator('img');
      await picture.scrollIntoViewIfNeeded();
      await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(300);
    }
    expect(await page.locator('.stage').isVisible()).toBe(false);
  });

  it.each([
    ['desktop', DESKTOP],
    ['phone', PHONE],
  ])('keeps the picture of the chapter in view while its text goes by, both ways, on a %s', async (_, viewport) => {
    const page = await read(PAGE, viewport);
    const shown = () => page.locator('.pictures figure.current figcaption').innerText();
    const count = page.locator('[data-count]');
    await expect.poll(() => count.innerText()).toBe('1 of 7');
    // A font that comes moves what is below it.
    await page.evaluate(async () => void (await document.fonts.ready));
    await page.locator('#to-kars').evaluate((chapter) => chapter.scrollIntoView({ block: 'start' }));
    await expect.poll(() => count.innerText()).toBe('6 of 7');
    expect(await shown()).toMatch(/^Baku–Tbilisi–Kars railway: \d{3}\skm/);
    expect(
      await page.locator('.pictures figure.current img').evaluate((image) => image.getBoundingClientRect().top),
    ).toBeGreaterThan(-1);
    const before = await page.evaluate(() => history.length);
    await page.getByRole('button', { name: 'Back', exact: true }).click();
    await expect.poll(() => count.innerText()).toBe('5 of 7');
    await expect.poll(() => new URL(page.url()).hash).toBe('#alat');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('The port at Alat');
    expect(await page.evaluate(() => history.length)).toBe(before);
    expect(await axe(page)).toEqual([]);
  });

  it('opens at the chapter of its address and goes on by arrow keys', async () => {
    const page = await read(`${PAGE}#alat`);
    const count = page.locator('[data-count]');
    await expect.poll(() => count.innerText()).toBe('5 of 7');
    await page.getByRole('button', { name: 'Next', exact: true }).press('ArrowRight');
    await expect.poll(() => count.innerText()).toBe('6 of 7');
  });

  it('counts its chapters in the digits of its language', async () => {
    const page = await read('stories/seven-views.fa.html#alat');
    // Signs that keep the order of digits in a sentence from right to left are not seen.
    const count = async () => (await page.locator('[data-count]').innerText()).replaceAll(/[\u2066-\u2069]/g, '');
    await expect.poll(count).toBe('۵ از ۷');
  });

  it('has a chart of years that marks the year of its chapter, with its figures below', async () => {
    const page = await read('stories/one-container.html#years');
    const figure = page.locator('.pictures figure.current');
    await expect
      .poll(() => figure.locator('figcaption').innerText())
      .toMatch(/km of railway open at the end of 2017 · .* open today$/);
    // Which of its addresses an image takes is known once it has been fetched.
    const source = () => figure.locator('img').evaluate((image: HTMLImageElement) => image.complete && image.currentSrc);
    await expect.poll(source).toMatch(/^http/);
    expect(await (await page.request.get(String(await source()))).text()).toMatch(/>2017: [\d,]+\skm</);
    expect(await figure.locator('a').getAttribute('href')).toContain('panel=events');
  });

  it('has Chinese letters where its machine has none', async () => {
    const page = await read('stories/one-container.zh.html');
    const load = () =>
      page.evaluate(async () => (await document.fonts.load('16px Chinese', '集装箱')).map(({ status }) => status));
    await expect.poll(load).toEqual(['loaded']);
    expect(await page.locator('h1').evaluate((heading) => getComputedStyle(heading).fontFamily)).toContain('Chinese');
  });

  it('is printed with every picture beside its text', async () => {
    const page = await read(PAGE);
    await page.locator('.staged').waitFor();
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await page.locator('.chapter figure').count()).toBe(7);
    // A sheet is narrower than the window: two frames later whatever follows the width has been told of it.
    await page.setViewportSize({ width: 700, height: 2600 });
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    expect(await page.locator('.chapter figure:not([hidden])').count()).toBe(7);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect(await page.locator('.pictures figure').count()).toBe(7);
  });

  it('shows the live map when asked, which goes along with the chapters', async () => {
    const page = await read(`${PAGE}#alat`);
    await page.getByRole('button', { name: 'Interactive map' }).click();
    const map = page.frameLocator('corridor-map iframe');
    await map.locator('.maplibregl-canvas').waitFor();
    await page.locator('.pictures.live').waitFor();
    const state = () =>
      page.evaluate(async () => {
        const element = document.querySelector('corridor-map') as unknown as {
          getState(): Promise<{ state: { select: string } }>;
        };
        return (await element.getState()).state.select;
      });
    await expect.poll(state).toBe('port-of-baku');
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    await expect.poll(state).toBe('btk');
    // A chart has no place on a map.
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    await expect.poll(() => page.locator('.pictures.live').count()).toBe(0);
  });

  it('needs at most six requests and 70 kB for its first view', async () => {
    const sizes = new Map<string, number>();
    const { page, close } = await open(PAGE, {
      until: 'document',
      before: async (page) => {
        page.on(
          'requestfinished',
          (request) => void request.sizes().then((size) => sizes.set(request.url(), size.responseBodySize)),
        );
      },
    });
    await page.locator('.pictures figure.current img').evaluate((image: HTMLImageElement) => image.decode());
    await page.waitForLoadState('networkidle');
    // The browser fetches pictures of chapters ahead, as it does with images of any page.
    const first = [...sizes].filter(([url]) => !url.endsWith('.svg') || /icon|two-countries/.test(url));
    expect(first.reduce((sum, [, size]) => sum + size, 0)).toBeLessThan(70 * 1024);
    expect(first.map(([url]) => url).length).toBeLessThanOrEqual(6);
    await close();
  });
});
