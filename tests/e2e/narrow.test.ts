/** The narrowest screens, in every language: long words are parted, and nothing reaches over the edge. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { LANGS } from '../../src/core/dataset/model.ts';
import { loadDictionary } from '../../src/i18n/index.ts';
import { DESKTOP, hasMap, PHONE, useAtlas } from './atlas.ts';

const { open, visit, share } = useAtlas();
const turnTo = share();
const NARROW = { width: 280, height: 640 };

/** Pixels by which a page, or the panel in it, is wider than the screen or can be scrolled sideways. */
const getOverflow = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const boxes = [document.documentElement, ...document.querySelectorAll('#panel')];
    return Math.max(...boxes.map((box) => Math.max(box.scrollWidth - box.clientWidth, Math.ceil(box.clientWidth - innerWidth))));
  });

describe('what lies on the map', () => {
  it('leaves both corridors whole on a phone that lies on its side, and stands clear of the key at twice the size', async () => {
    const { page, close } = await open('', { viewport: { width: 844, height: 390 }, until: 'live' });
    const seen = page.getByRole('listbox', { name: 'Places and lines in view' });
    for (const end of ['St Petersburg', 'Nhava Sheva (Mumbai)', 'Xi’an'])
      await expect.poll(() => seen.textContent()).toContain(end);
    await page.setViewportSize({ width: 640, height: 400 });
    const buttons = page.locator('.map button:visible');
    await expect.poll(() => buttons.count()).toBeGreaterThan(3);
    const reach = async () => {
      const boxes = await buttons.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().bottom));
      return Math.max(...boxes) - (await page.locator('.key[data-over-map]').boundingBox())!.y;
    };
    await expect.poll(reach).toBeLessThanOrEqual(0);
    await close();
  });

  it.each(LANGS)('has all of its key in sight on one line in %s', async (lang) => {
    const words = await loadDictionary(lang);
    const page = await visit(`?lang=${lang}&select=btk`);
    const key = page.locator('.key[data-over-map]');
    const isOnOneLine = () =>
      key.evaluate((node) => {
        const isWhole = node.scrollWidth <= node.clientWidth && node.scrollHeight <= node.clientHeight;
        return isWhole && node.getBoundingClientRect().height < 40;
      });
    // The other lines step back.
    await expect.poll(() => key.locator('[stroke-opacity]').count()).toBe(2);
    await expect.poll(isOnOneLine).toBe(true);
    await visit(`?lang=${lang}&panel=claims&select=C03`);
    await key.getByText(words['event.memorandum']).waitFor();
    await expect.poll(isOnOneLine).toBe(true);
    await visit(`?lang=${lang}&panel=compare&compare=btk,northern`);
    // Beside a panel that takes more of the width.
    await expect.poll(async () => (await key.boundingBox())!.width).toBeLessThan(DESKTOP.width * 0.6);
    await expect.poll(() => key.locator('[stroke-opacity]').count()).toBe(3);
    await expect.poll(isOnOneLine).toBe(true);
  });

  it.each(LANGS)('has all of its key in sight in %s, and the parts of the story on one row', async (lang) => {
    const page = await visit(`?lang=${lang}&panel=article`);
    const key = page.locator('.key[data-over-map]');
    await expect
      .poll(() => key.evaluate((node) => node.scrollWidth <= node.clientWidth && node.scrollHeight <= node.clientHeight))
      .toBe(true);
    await expect.poll(async () => (await key.boundingBox())!.height).toBeLessThan(40);
    for (const width of [1280, 390, 360]) {
      await page.setViewportSize({ width, height: 800 });
      const parts = page.locator('#panel nav > a');
      await expect
        .poll(() => parts.evaluateAll((links) => new Set(links.map((link) => link.getBoundingClientRect().top)).size))
        .toBe(1);
      await expect.poll(() => page.locator('#panel nav').evaluate((nav) => nav.scrollWidth - nav.clientWidth)).toBe(0);
    }
  });
});

it.each(['en', 'ka', 'fa'])('the first page of a phone is not pushed sideways by its questions in %s', async (lang) => {
  const page = await visit(`?lang=${lang}`, { viewport: PHONE });
  await page.locator('#panel ul a').first().waitFor();
  await expect.poll(() => getOverflow(page)).toBe(0);
});

describe('the facts of a port on a phone', () => {
  it.each(['ka', 'kk', 'az'])('break no word of their labels in %s', async (lang) => {
    const page = await visit(`?select=port-of-baku&lang=${lang}`, { viewport: PHONE });
    const labels = page.locator('article dt');
    await labels.nth(4).waitFor();
    const broken = await labels.evaluateAll((all) =>
      all.flatMap((label) => {
        const text = label.firstChild;
        if (!text) return [];
        return [...(text.textContent ?? '').matchAll(/\S+/g)].flatMap(({ 0: word, index }) => {
          const range = document.createRange();
          range.setStart(text, index);
          range.setEnd(text, index + word.length);
          return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1 ? [word] : [];
        });
      }),
    );
    expect(broken).toEqual([]);
    await expect.poll(() => getOverflow(page)).toBe(0);
  });
});

describe.each(LANGS)('in %s, 280 px are enough for', (lang) => {
  it('the page of a route in the panel', async () => {
    const page = await visit(`?lang=${lang}&select=btk`, { viewport: NARROW });
    await expect.poll(() => getOverflow(page)).toBe(0);
  });

  it('an embed', async () => {
    const page = await turnTo(`embed/btk${lang === 'en' ? '' : `.${lang}`}.html`, NARROW);
    await expect.poll(() => getOverflow(page)).toBe(0);
  });

  it('the page to share', async () => {
    const page = await turnTo(`pages/${lang === 'en' ? '' : `${lang}/`}btk.html`, NARROW);
    await expect.poll(() => getOverflow(page)).toBe(0);
  });
});

// Last, as each step takes longer on a page with a live map.
describe('what lies on the live map', () => {
  it.each(['ka', 'ru'])('leaves the credit one line at 320 px in %s', async (lang) => {
    const page = await visit(`?lang=${lang}`, { viewport: { width: 320, height: 640 } });
    await hasMap(page);
    const credit = page.locator('.maplibregl-ctrl-attrib-inner');
    await expect.poll(() => credit.innerText()).toContain('OpenStreetMap contributors');
    const countLines = () =>
      credit.evaluate((node) => {
        const range = document.createRange();
        range.selectNodeContents(node);
        return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
      });
    await expect.poll(countLines).toBe(1);
  });
});
