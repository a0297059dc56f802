/** Where readers ask for less motion nothing glides, fades or flies: neither the map, nor the sheet, nor what is scrolled to. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { isLive, PHONE, useAtlas } from './atlas.ts';

const { visit, share } = useAtlas([], ['', { before: (page) => page.addInitScript(watchScrolling) }]);
const turnTo = share();

/** What would move by itself, a line for each kind of element and its pseudo-elements. */
const findMoving = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const isTimed = (times: string): boolean => times.split(',').some((time) => Number.parseFloat(time) > 0);
    const found = new Set<string>();
    for (const node of document.querySelectorAll('*')) {
      for (const pseudo of [undefined, '::before', '::after']) {
        const style = getComputedStyle(node, pseudo);
        const moves = [
          isTimed(style.transitionDuration) && style.transitionProperty !== 'none' ? 'transition' : '',
          style.animationName !== 'none' && isTimed(style.animationDuration) ? 'animation' : '',
          style.scrollBehavior === 'smooth' ? 'scroll' : '',
        ].filter((move) => move !== '');
        if (moves.length > 0) found.add(`${node.localName}.${node.getAttribute('class') ?? ''}${pseudo ?? ''}: ${moves.join()}`);
      }
    }
    return [...found];
  });

/** Runs in the page before its scripts: keeps what is asked to scroll smoothly. */
function watchScrolling(): void {
  const smooth: string[] = [];
  Object.assign(window, { smooth });
  for (const name of ['scrollIntoView', 'scrollTo', 'scrollBy'] as const) {
    const scroll = Element.prototype[name] as (options?: unknown) => void;
    Object.assign(Element.prototype, {
      [name](this: Element, options?: { behavior?: string }) {
        if (options?.behavior === 'smooth') smooth.push(`${name} ${this.id}`);
        scroll.call(this, options);
      },
    });
  }
}

describe('with less motion', () => {
  it.each([
    ['the first page on a phone', ''],
    ['a route', '?select=btk'],
    ['the finder', '?panel=compare&from=xian&to=kars'],
    ['the article', '?panel=article'],
    ['the timeline', '?panel=events'],
  ])('nothing of the app has a transition: %s', async (_, path) => {
    const page = await visit(path, { viewport: PHONE });
    await expect.poll(() => findMoving(page)).toEqual([]);
  });

  it.each(['pages/btk.html', 'stories/how-far.html', 'embed/btk.html?activate=load'])('nor anything of /%s', async (path) => {
    const page = await turnTo(path);
    await expect.poll(() => findMoving(page)).toEqual([]);
  });

  it('the map is at once where it is sent, and a paragraph where it is asked for', async () => {
    const page = await visit('?panel=article');
    await isLive(page);
    // It is written anew with each step of a move.
    const scale = page.locator('.maplibregl-ctrl-scale');
    await scale.evaluate((node) => {
      const seen: string[] = [];
      Object.assign(window, { seen });
      new MutationObserver(() => seen.push(node.textContent)).observe(node, {
        childList: true,
        characterData: true,
        subtree: true,
      });
    });
    const before = await scale.innerText();
    await page.getByRole('tab', { name: 'Explore' }).click();
    await page.locator('#panel').getByRole('link', { name: 'Port of Baku at Alat' }).first().click();
    await expect.poll(() => scale.innerText()).not.toBe(before);
    const { seen, smooth } = await page.evaluate(() => {
      const { seen, smooth } = window as unknown as { seen: string[]; smooth: string[] };
      return { seen, smooth };
    });
    expect(new Set(seen).size).toBe(1);
    expect(smooth).toEqual([]);
  });
});
