/** Languages, themes, sizes, keyboard and assistive technology. */
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { LANGS } from '../../src/core/dataset/model.ts';
import { loadDictionary } from '../../src/i18n/index.ts';
import { axe, DESKTOP, hasMap, isLive, PHONE, useAtlas, type Visit } from './atlas.ts';

declare global {
  interface Window {
    /** What the page has told screen readers, as a test listens to it. */
    said: string[];
  }
}

const { open, visit } = useAtlas();

const hasFocus = (place: Locator) => expect.poll(() => place.evaluate((node) => node === document.activeElement)).toBe(true);

const overflows = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('header, .tabs, #panel, .layers, dialog[open]')]
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      .map((element) => `${element.tagName} ${element.className} ${element.scrollWidth} > ${element.clientWidth}`)
      .concat(document.documentElement.scrollWidth > innerWidth ? ['the page'] : [])
      .concat(document.documentElement.scrollHeight > innerHeight ? ['the page, downwards'] : []),
  );

/** What is written in an element, but for what is marked as English. */
const textNotInEnglish = (place: Locator) =>
  place.evaluate((element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const texts: string[] = [];
    while (walker.nextNode()) {
      if (!walker.currentNode.parentElement?.closest('[lang=en]:not(html)')) texts.push(walker.currentNode.nodeValue ?? '');
    }
    return texts.join(' ');
  });

describe.each(LANGS)('in %s', (lang) => {
  it.each([
    ['desktop', DESKTOP],
    ['phone', PHONE],
  ] as const)('the words fit on a %s and none is left in English', async (_, viewport) => {
    const words = await loadDictionary(lang);
    const page = await visit(`?lang=${lang}&select=btk`, { viewport });
    await expect
      .poll(() => page.getByRole('tab').allInnerTexts())
      .toEqual([words['tab.explore'], words['panel.compare'], words['tab.story'], words['panel.shipments']]);
    await expect.poll(() => overflows(page)).toEqual([]);
    await page.getByRole('article').getByText(words['page.sectionArticle']).first().waitFor();
    if (lang === 'en') return;
    expect(await textNotInEnglish(page.getByRole('article'))).not.toMatch(/Azerbaijan\b|Georgia\b|\d,\d{3} km/);
  });
});

/** Lets the next Tab lead to what is first on the page, as on one that has just been opened. */
const startOver = (page: Page) =>
  page.evaluate(() => {
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
  });

describe('by keyboard', () => {
  it('the ring of what has the focus in a dialog is whole at 320 px, clear of its edges and of what stays there', async () => {
    const page = await visit('?select=btk', { viewport: { width: 320, height: 640 } });
    const dialog = page.getByRole('dialog');
    await page.getByRole('banner').getByRole('button', { name: 'Share' }).click();
    for (const name of ['Share: Baku–Tbilisi–Kars railway', 'Embed this map']) {
      await dialog.getByRole('heading', { name }).waitFor();
      const cut = new Set<string>();
      for (let i = 0; i < 60; i++) {
        await page.keyboard.press(i < 30 ? 'Tab' : 'Shift+Tab');
        const found = await dialog.evaluate((box) => {
          const element = document.activeElement;
          if (!element || !box.contains(element) || element.closest('header, footer, iframe')) return null;
          const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(element);
          const ring = outlineStyle === 'none' ? 0 : parseFloat(outlineWidth) + parseFloat(outlineOffset);
          const { top, bottom } = element.getBoundingClientRect();
          const edges = [...box.querySelectorAll('header, footer')].map((edge) => edge.getBoundingClientRect());
          const inner = box.getBoundingClientRect().top + box.clientTop;
          const highest = Math.max(inner, edges[0]?.bottom ?? inner);
          const lowest = Math.min(inner + box.clientHeight, edges[1]?.top ?? Infinity);
          const isTall = bottom - top + 2 * ring > lowest - highest;
          const isWhole = top - ring >= highest - 1 && bottom + ring <= lowest + 1;
          return isTall || isWhole ? null : `${element.localName} ${element.textContent.trim().slice(0, 20)}`;
        });
        if (found !== null) cut.add(found);
      }
      expect([...cut], name).toEqual([]);
      if (name.startsWith('Share')) await dialog.getByRole('button', { name: 'Embed', exact: true }).click();
    }
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  });

  it('dialogs open with the focus on what they are for: the link, the first thing to embed, else the heading', async () => {
    const page = await visit('?select=btk');
    const dialog = page.getByRole('dialog');
    await page.getByRole('banner').getByRole('button', { name: 'Share' }).click();
    await hasFocus(dialog.getByLabel('Link to this view'));
    await dialog.getByRole('button', { name: 'Embed', exact: true }).click();
    await dialog.getByRole('heading', { name: 'Embed this map' }).waitFor();
    await hasFocus(dialog.getByRole('radio', { checked: true }).first());
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Borders and names' }).click();
    await hasFocus(dialog.getByRole('heading', { name: 'How disputed borders and names are shown' }));
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  });

  it('arrow keys go from tab to tab, and the skip link leads to the list', async () => {
    const page = await visit();
    await startOver(page);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('list');
    await page.getByRole('tab', { name: 'Explore' }).focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.getByRole('tab', { selected: true }).innerText()).toBe('Compare');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('tab-compare');
  });

  it('what leads to another panel leads the focus there, not to the start of the page', async () => {
    const page = await visit();
    const isInPanel = () => page.evaluate(() => document.activeElement?.closest('#panel') !== null);
    for (const [link, panel] of [
      [/Is the article right/, 'claims'],
      [/Which route is shortest/, 'compare'],
    ] as const) {
      await visit();
      await page.getByRole('link', { name: link }).focus();
      await page.keyboard.press('Enter');
      await page.locator(`.app[data-panel="${panel}"]`).waitFor();
      await expect.poll(isInPanel, { message: panel }).toBe(true);
    }
    await visit();
    await page.keyboard.press('/');
    await page.keyboard.type('MSKU1234567');
    await page.getByRole('option', { name: /MSKU1234567/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('.app[data-panel="shipments"]').waitFor();
    await expect.poll(isInPanel).toBe(true);
  });

  it('a button that goes with what it does leaves the focus beside it, not at the start of the page', async () => {
    const page = await visit('?panel=compare&tool=find');
    const press = async (button: string | RegExp) => {
      await page.locator('#panel').getByRole('button', { name: button }).first().press('Enter');
    };
    const nameFocus = () => page.evaluate(() => document.activeElement?.closest('#panel :not(#panel)')?.textContent.trim());
    await press('Xi’an – Kapıkule');
    await expect.poll(nameFocus, { message: 'an example' }).toMatch(/distinct routes$/);
    await press(/intermediate stop/);
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Via');
    await press('Compare these routes');
    await expect.poll(nameFocus, { message: 'the other tool' }).toMatch(/^Compare/);
    await press(/^Remove .* from the comparison$/);
    await expect.poll(nameFocus, { message: 'a row' }).toBe('×');
    await press('Remove all');
    await expect.poll(nameFocus, { message: 'all rows' }).toBe('Comparison');
    await visit('?select=aktau-port');
    await press('What if it is closed?');
    await expect.poll(nameFocus, { message: 'a closure' }).toBe('Open it again');
  });

  it('the button that lowers the sheet keeps the focus when the sheet is as low as it goes', async () => {
    const page = await visit('?select=btk', { viewport: PHONE });
    const button = page.getByRole('button', { name: 'Show more of the map' });
    while ((await button.getAttribute('aria-disabled')) !== 'true') await button.press('Enter');
    expect(await button.evaluate((one) => one === document.activeElement)).toBe(true);
  });

  it('the figures of a comparison are one stop, which arrow keys lead through', async () => {
    const page = await visit('?panel=compare&tool=compare&compare=ew-btk,northern');
    const table = page.locator('#panel table').first();
    const name = () =>
      page.evaluate(() => {
        const cell = document.activeElement?.closest<HTMLTableCellElement>('th, td');
        return `${cell?.parentElement?.querySelector('th')?.innerText.replace(/\W+$/, '').replaceAll(/\s/g, ' ')} ${cell?.cellIndex}`;
      });
    const press = async (key: string, expected: string) => {
      await page.keyboard.press(key);
      await expect.poll(name, { message: key }).toBe(expected);
    };
    await table.getByRole('rowheader', { name: 'Estimated length' }).getByRole('button').focus();
    await expect.poll(() => table.locator('button').evaluateAll((all) => all.filter((one) => one.tabIndex === 0).length)).toBe(1);
    await press('ArrowRight', 'Estimated length 1');
    await press('End', 'Estimated length 2');
    await press('ArrowUp', 'From – to 2');
    await press('ArrowUp', 'From – to 2');
    await press('Home', 'From – to 1');
    await press('ArrowDown', 'Estimated length 1');
    await press('ArrowLeft', 'Estimated length 0');
    // Past the table, whose other rows are led to when they come.
    const more = page.locator('#panel').getByRole('button', { name: /more rows/ });
    await page.keyboard.press('Tab');
    await hasFocus(more);
    await page.keyboard.press('Enter');
    await expect.poll(name).toMatch(/ [01]$/);
  });

  it('the sheet of the layers, which lies over its button, has the focus when it opens', async () => {
    const page = await visit();
    await page.getByRole('button', { name: 'Layers' }).press('Enter');
    await hasFocus(page.getByRole('heading', { name: 'Layers' }));
    await page.keyboard.press('Escape');
    await hasFocus(page.getByRole('button', { name: 'Layers' }));
  });

  it('what an address has chosen is told by its name, not by its id while names come', async () => {
    const { page, close } = await open('?select=btk', {
      before: (one) =>
        one.addInitScript(() => {
          window.said = [];
          new MutationObserver(() => {
            for (const status of document.querySelectorAll('.app > [role=status]')) window.said.push(status.textContent);
          }).observe(document, { childList: true, characterData: true, subtree: true });
        }),
    });
    const said = () => page.evaluate(() => [...new Set(window.said)].filter(Boolean));
    await expect.poll(said).toEqual(['Selected: Baku–Tbilisi–Kars railway']);
    await close();
  });

  it('a place in the list is shown on the map when it has the focus', async () => {
    const page = await visit('?select=btk');
    const strip = page.getByRole('list', { name: 'Stations and distances' });
    await strip.getByRole('link', { name: 'Akhalkalaki' }).focus();
    await expect.poll(() => strip.locator('li.hovered').innerText()).toContain('Akhalkalaki');
  });
});

describe('on other screens', () => {
  it('at 200 % zoom nothing is cut off and all is within reach', async () => {
    const { page, close } = await open('?select=btk', {
      viewport: { width: 640, height: 400 },
      deviceScaleFactor: 2,
    });
    await expect.poll(() => overflows(page)).toEqual([]);
    await page.getByRole('banner').getByRole('button', { name: 'Share' }).click();
    await page.getByRole('button', { name: 'Copy citation' }).scrollIntoViewIfNeeded();
    await expect.poll(() => page.getByRole('button', { name: 'Copy citation' }).isVisible()).toBe(true);
    await close();
  });

  it('the sheet of a phone grows and shrinks by keys', async () => {
    const { page, close } = await open('', { viewport: PHONE, hasTouch: true, isMobile: true });
    const height = async () => (await page.locator('#list').boundingBox())!.height;
    const half = await height();
    await page.getByRole('button', { name: 'Show more of the details' }).press('Enter');
    await expect.poll(() => height()).toBeGreaterThan(half);
    await page.getByRole('button', { name: 'Show more of the map' }).press('Enter');
    await page.getByRole('button', { name: 'Show more of the map' }).press('Enter');
    await expect.poll(() => height()).toBeLessThan(half);
    await close();
  });

  it('nothing moves by itself where the reader asked for less motion', async () => {
    const page = await visit('', { viewport: PHONE });
    await expect.poll(() => page.locator('#list').evaluate((element) => getComputedStyle(element).transitionDuration)).toBe('0s');
  });

  it('follows the system’s theme until the reader chooses one', async () => {
    const page = await visit('', { colorScheme: 'dark' });
    const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await expect.poll(() => background()).toBe('rgb(23, 27, 32)');
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('combobox', { name: 'Theme' }).selectOption('light');
    await expect.poll(() => background()).toBe('rgb(255, 255, 255)');
    await expect.poll(() => new URL(page.url()).searchParams.get('theme')).toBe('light');
    await page.keyboard.press('Escape');
  });
});

describe('axe finds nothing', () => {
  const states: [name: string, path: string, options: Visit, act?: (page: Page) => Promise<void>][] = [
    ['on the page of a route', '?select=ew-btk', {}],
    ['on the page of a corridor', '?select=north-south', {}],
    ['on the page of the port, in Chinese', '?select=port-of-baku&lang=zh', {}],
    ['on the page of a place', '?select=alat-port', { colorScheme: 'dark' }],
    ['in the article with a selection', '?panel=article&select=btk', {}],
    ['in the article, dark, in Russian', '?panel=article&select=port-of-baku&lang=ru', { colorScheme: 'dark' }],
    ['on the time line', '?panel=events', {}],
    ['on the time line, dark', '?panel=events&lang=az', { colorScheme: 'dark' }],
    ['in the finder', '?panel=compare&from=xian&to=kars', {}],
    ['in the finder on a phone, dark', '?panel=compare&from=xian&to=kars', { viewport: PHONE, colorScheme: 'dark' }],
    ['in a comparison', '?panel=compare&tool=compare&compare=ew-btk,northern', { colorScheme: 'dark' }],
    ['in a comparison on a phone', '?panel=compare&tool=compare&compare=ew-btk,northern', { viewport: PHONE }],
    ['in a claim on a phone, dark', '?panel=claims&select=C01', { viewport: PHONE, colorScheme: 'dark' }],
    ['with shipments to come, dark', '?panel=shipments', { colorScheme: 'dark' }],
    ['with a place closed, on a phone', '?select=alat&closed=alat', { viewport: PHONE }],
    [
      'in the dialog to share, dark',
      '?select=btk',
      { colorScheme: 'dark' },
      async (page) => {
        await page.getByRole('banner').getByRole('button', { name: 'Share' }).click();
        await page.getByRole('dialog').waitFor();
      },
    ],
    [
      'with search results',
      '',
      {},
      async (page) => {
        await page.getByRole('combobox', { name: 'Search' }).fill('baku');
        await page.getByRole('combobox', { name: 'Search' }).press('ArrowDown');
        await page.locator('[role=search] [role=option][aria-selected=true]').waitFor();
      },
    ],
    [
      'in the statement on borders',
      '',
      {},
      async (page) => {
        await page.getByRole('button', { name: 'Borders and names' }).click();
        await page.getByRole('dialog').waitFor();
      },
    ],
    [
      'in the statement on data, dark',
      '',
      { colorScheme: 'dark' },
      async (page) => {
        await page.getByRole('button', { name: 'About the data' }).first().click();
        await page.getByRole('dialog').waitFor();
      },
    ],
    ['on the page of a route, in forced colours on a phone', '?select=btk', { forcedColors: 'active', viewport: PHONE }],
    ['in a comparison, in forced colours', '?panel=compare&tool=compare&compare=ew-btk,northern', { forcedColors: 'active' }],
    ['in a claim, in forced dark colours', '?panel=claims&select=C01', { forcedColors: 'active', colorScheme: 'dark' }],
    ['in the claims', '?panel=claims', {}],
    ['on the page of a station on a phone', '?select=akhalkalaki', { viewport: PHONE }],
    ['in the changes, dark', '?panel=changes', { colorScheme: 'dark' }],
    [
      'in the dialog to embed, dark',
      '?select=btk',
      { colorScheme: 'dark' },
      async (page) => {
        await page.getByRole('article').getByRole('button', { name: 'Share' }).click();
        await page.getByRole('dialog').getByRole('button', { name: 'Embed' }).click();
        await page.getByRole('dialog').getByRole('button', { name: 'Copy the code' }).waitFor();
      },
    ],
    // From here on with the live map, whose controls differ by theme, size and language: it is drawn anew for each state.
    ['in the list', '', {}, isLive],
    ['in the list, dark', '', { colorScheme: 'dark' }, isLive],
    ['in the list on a phone', '', { viewport: PHONE }, isLive],
    ['on the page of a route, dark, in Georgian', '?select=btk&lang=ka', { colorScheme: 'dark' }, isLive],
    ['in the list, in forced colours', '', { forcedColors: 'active' }, isLive],
    // Last, as what is asked about the base map stays asked.
    [
      'with the layers open',
      '?year=2014',
      { colorScheme: 'dark' },
      async (page) => {
        await isLive(page);
        await page.getByRole('button', { name: 'Layers' }).click();
        await page.getByRole('radio', { name: 'OpenStreetMap Foundation' }).check();
        await page.getByText('(tile.openstreetmap.org)').waitFor();
      },
    ],
  ];
  it.each(states)('%s', async (_, path, options, act) => {
    const page = await visit(path, options);
    await act?.(page);
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  });
});

// Last, as each step takes longer on a page with a live map.
describe('by keyboard', () => {
  it('everything is reached in order, from the skip link to the panel, and the focus is seen', async () => {
    const page = await visit();
    await hasMap(page);
    await page.getByRole('button', { name: 'Zoom in' }).waitFor();
    await startOver(page);
    const stops: string[] = [];
    for (let i = 0; i < 60; i++) {
      await page.keyboard.press('Tab');
      const stop = await page.evaluate(() => {
        const element = document.activeElement as HTMLElement | null;
        if (!element || element === document.body) return '';
        const { outlineStyle, boxShadow } = getComputedStyle(element);
        // A link that fills a card has its outline round the card.
        const ofCard = getComputedStyle(element, '::after').outlineStyle;
        const seen = outlineStyle !== 'none' || boxShadow !== 'none' || ofCard !== 'none';
        return `${element.getAttribute('aria-label') ?? element.innerText.slice(0, 40) ?? ''}${seen ? '' : ' (unseen)'}`;
      });
      stops.push(stop);
    }
    expect(stops.filter((stop) => stop.endsWith('(unseen)'))).toEqual([]);
    const order = [
      'Skip to the list',
      'Corridor Atlas',
      'Search',
      'Share',
      'Menu',
      'Zoom in',
      'Layers',
      'Legend',
      'Explore',
      'Which route is shortest?',
      'East–West corridor',
    ];
    const places = order.map((name) => stops.findIndex((stop) => stop.trim().startsWith(name)));
    expect(places, stops.join(' | ')).toEqual(places.toSorted((a, b) => a - b));
    expect(Math.min(...places), stops.join(' | ')).toBeGreaterThanOrEqual(0);
  });
});

describe('on other screens', () => {
  it('a tablet shows list and map side by side', async () => {
    const page = await visit('', { viewport: { width: 820, height: 1180 } });
    await hasMap(page);
    const list = (await page.locator('#list').boundingBox())!;
    const map = (await page.locator('.maplibregl-canvas').boundingBox())!;
    expect(map.x).toBeGreaterThanOrEqual(list.x + list.width - 1);
    await expect.poll(() => overflows(page)).toEqual([]);
  });
});
