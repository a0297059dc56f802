/** The narrowest screens, in every language: long words are parted, and nothing reaches over the edge. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { LANGS } from '../../src/core/dataset/model.ts';
import { useAtlas } from './atlas.ts';

const { open } = useAtlas();
const NARROW = { width: 280, height: 640 };

/** Pixels by which a page, or the panel in it, is wider than the screen or can be scrolled sideways. */
const getOverflow = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const boxes = [document.documentElement, ...document.querySelectorAll('#panel')];
    return Math.max(...boxes.map((box) => Math.max(box.scrollWidth - box.clientWidth, Math.ceil(box.clientWidth - innerWidth))));
  });

describe.each(LANGS)('in %s, 280 px are enough for', (lang) => {
  it('the page of a route in the panel', async () => {
    const { page, close } = await open(`?lang=${lang}&select=btk`, { viewport: NARROW });
    await expect.poll(() => getOverflow(page)).toBe(0);
    await close();
  });

  it('an embed', async () => {
    const { page, close } = await open(`embed/btk${lang === 'en' ? '' : `.${lang}`}.html`, {
      viewport: NARROW,
      until: 'document',
    });
    await expect.poll(() => getOverflow(page)).toBe(0);
    await close();
  });

  it('the page to share', async () => {
    const { page, close } = await open(`pages/${lang === 'en' ? '' : `${lang}/`}btk.html`, {
      viewport: NARROW,
      until: 'document',
    });
    await expect.poll(() => getOverflow(page)).toBe(0);
    await close();
  });
});
