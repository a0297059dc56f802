/** From – To: search, map, conditions, closed sections, reasons, the way into the comparison. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { loadDictionary } from '../../src/i18n/index.ts';
import { axe, findMiddle, isLive, PHONE, pointAt, useAtlas } from './atlas.ts';

const START = '?panel=compare&from=xian&to=duisburg';

const { open, visit } = useAtlas();
/** A page of its own for the live map, opened by an address that asks for a route, and noting what the map is given to write. */
const live = useAtlas([], [START, { before: (page) => page.addInitScript(noteNames) }]);

/** Runs in the page before its scripts. What MapLibre is given to write comes by its worker, which cannot be asked. */
function noteNames(): void {
  const post = Worker.prototype.postMessage as (message: unknown, transfer?: unknown) => void;
  Worker.prototype.postMessage = function (this: Worker, message: unknown, transfer?: unknown) {
    const text = JSON.stringify(message) ?? '';
    if (text.includes('"source":"labels"') && text.includes('"features":')) Object.assign(window, { named: text });
    post.call(this, message, transfer);
  };
}

const field = (page: Page, name: 'From' | 'To') => page.getByRole('combobox', { name, exact: true });
const cards = (page: Page) => page.locator('#panel ol > li').filter({ has: page.getByRole('heading', { name: /^Option \d/ }) });
const choice = (page: Page, n: number) => cards(page).getByRole('button', { name: new RegExp(`^Option ${n}\\b`) });
const outcomes = (page: Page) =>
  page.locator('#panel ol > li').filter({ has: page.getByRole('button', { name: /^Show the diversion/ }) });
const SEARCHER = '**/assets/path-worker-*.js';
const kmOf = (text: string): number => Number(/([\d,]+(?:\.\d+)?)\skm/.exec(text)?.[1]?.replaceAll(',', ''));

async function choose(page: Page, name: 'From' | 'To', typed: string): Promise<void> {
  await field(page, name).fill(typed);
  await field(page, name).press('Enter');
}

/** Keeps the program of the worker that searches from a page until it is let go. */
async function holdSearches(page: Page): Promise<() => void> {
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(SEARCHER, async (route) => {
    await held;
    await route.continue();
  });
  return letGo;
}

it('names both ends on the map where an address asks for a route, however soon the route is found', async () => {
  const page = await live.visit(START);
  await isLive(page);
  const listNamed = () => page.evaluate(() => (window as Window & { named?: string }).named ?? '');
  await expect.poll(listNamed).toContain('"id":"xian"');
  await expect.poll(listNamed).toContain('"id":"duisburg"');
});

describe('what is searched beside the page', () => {
  it('is waited for where a place is closed, and is not shown once that is open again', async () => {
    let letGo = (): void => undefined;
    const { page, close } = await open('?select=alat', { before: async (one) => void (letGo = await holdSearches(one)) });
    const waiting = page.getByRole('status').filter({ hasText: 'Searching for routes' });
    await page.getByRole('button', { name: 'What if it is closed?' }).click();
    await waiting.waitFor();
    await expect.poll(() => new URL(page.url()).searchParams.get('closed')).toBe('alat');
    expect(await outcomes(page).count()).toBe(0);
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Open it again' }).click();
    await expect.poll(() => waiting.count()).toBe(0);
    await page.getByRole('button', { name: 'What if it is closed?' }).click();
    await waiting.waitFor();
    letGo();
    await outcomes(page).nth(1).waitFor();
    await page.getByRole('status').filter({ hasText: 'routes pass here' }).waitFor();
    expect(await waiting.count()).toBe(0);
    await close();
  });

  it('is waited for in a comparison, which keeps what it has', async () => {
    let letGo = (): void => undefined;
    const { page, close } = await open('?panel=compare&tool=compare&compare=btk,path:baku:kars:via-meghri', {
      before: async (one) => void (letGo = await holdSearches(one)),
    });
    const waiting = page.getByRole('status').filter({ hasText: 'Searching for routes' });
    await waiting.waitFor();
    expect(await page.getByText('Nothing to compare yet').count()).toBe(0);
    expect(await page.locator('#panel table').count()).toBe(0);
    expect(await axe(page)).toEqual([]);
    letGo();
    await expect.poll(() => page.locator('#panel .items li').count()).toBe(2);
    expect(await waiting.count()).toBe(0);
    await expect.poll(() => new URL(page.url()).searchParams.get('compare')).toBe('btk,path:baku:kars:via-meghri');
    await close();
  });

  it('is searched on the page where the worker does not start', async () => {
    const { page, close } = await open('?select=alat&closed=alat', {
      expected: /worker/i,
      before: (one) => one.route(SEARCHER, (route) => route.abort()),
    });
    await outcomes(page).nth(1).waitFor();
    await outcomes(page).first().getByRole('button', { name: 'Compare on the map' }).click();
    await expect.poll(() => page.locator('#panel .items li').count()).toBe(2);
    await close();
  });
});

describe('a place that is closed', () => {
  it('costs each route through it something, is drawn, compared and handed on', async () => {
    const page = await visit('?select=alat');
    await page.getByRole('button', { name: 'What if it is closed?' }).click();
    const list = outcomes(page);
    await list.nth(1).waitFor();
    await expect.poll(() => new URL(page.url()).searchParams.get('closed')).toBe('alat');
    await expect
      .poll(() => list.first().innerText())
      .toMatch(
        /[+−][\d,.]+\skm \([+−].* to [+−].*\), (?:border crossings [+−]\d+|the same number of border crossings), (?:breaks of gauge [+−]\d+|the same number of breaks of gauge), .*(?:days|time)/,
      );
    expect(await axe(page)).toEqual([]);
    await list
      .nth(1)
      .getByRole('button', { name: /^Show the diversion/ })
      .click();
    await expect.poll(() => new URL(page.url()).searchParams.get('way')).toBe('2');
    await page.goBack();
    await expect
      .poll(() =>
        list
          .first()
          .getByRole('button', { name: /^Show the diversion/ })
          .getAttribute('aria-pressed'),
      )
      .toBe('true');
    await list.first().getByRole('button', { name: 'Compare on the map' }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get('compare')).toMatch(/cut-alat/);
    await page.goBack();
    await page.getByRole('button', { name: 'Open it again' }).click();
    await expect.poll(() => list.count()).toBe(0);
  });
});

describe('from one place to another', () => {
  it('finds ways, under conditions, with a stretch closed, and says why there is none', async () => {
    const { page, close } = await open('?panel=compare');
    await choose(page, 'From', 'Алят');
    await expect.poll(() => field(page, 'From').inputValue()).toBe('Alat');
    // The search goes on beside the page, which says so and does what it is asked meanwhile.
    const letGo = await holdSearches(page);
    await choose(page, 'To', 'Tbilisi');
    await page.getByRole('status').filter({ hasText: 'Searching for routes' }).waitFor();
    await page.getByRole('button', { name: 'Swap start and destination' }).click();
    await expect.poll(() => field(page, 'From').inputValue()).toBe('Tbilisi');
    await page.getByRole('button', { name: 'Swap start and destination' }).click();
    expect(await cards(page).count()).toBe(0);
    letGo();
    await cards(page).first().waitFor();
    const best = async () => kmOf(await cards(page).first().innerText());
    const direct = await best();
    expect(direct).toBeGreaterThan(400);
    expect(direct).toBeLessThan(550);
    await expect
      .poll(() => cards(page).first().innerText())
      .toMatch(/Azerbaijan and Georgia[\s\S]*1 border crossing · no breaks of gauge · no changes of mode/);

    await page.getByRole('button', { name: 'Swap start and destination' }).click();
    await expect.poll(() => field(page, 'From').inputValue()).toBe('Tbilisi');
    await expect.poll(() => field(page, 'To').inputValue()).toBe('Alat');
    await expect.poll(best).toBe(direct);

    // A section that the best way needs: the way round is longer, and the page says by how much.
    await cards(page).first().getByLabel('Close a section and see the alternatives').selectOption({ index: 1 });
    const closed = page.getByText(/The best route is now .* longer than with everything open/);
    await closed.or(page.getByText('With everything open the best route would be')).waitFor();
    await page.getByRole('button', { name: /^Open .* again$/ }).click();
    await expect.poll(best).toBe(direct);

    await page.locator('#panel summary', { hasText: 'Conditions' }).click();
    await page.getByRole('checkbox', { name: 'Georgia', exact: true }).check();
    await page.getByText('Tbilisi lies in a country you have excluded: Georgia.').waitFor();
    await expect.poll(() => cards(page).count()).toBe(0);
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: /^Allow Georgia: \d+\skm$/ }).click();
    await cards(page).first().waitFor();

    await choose(page, 'To', 'Xi');
    await expect.poll(() => field(page, 'To').inputValue()).toMatch(/^Xi.an$/);
    await expect.poll(best).toBeGreaterThan(direct);
    const over = await cards(page).first().innerText();
    await page.getByRole('checkbox', { name: 'Sea', exact: true }).check();
    await expect.poll(() => cards(page).first().innerText()).not.toBe(over);
    await expect.poll(() => cards(page).first().innerText()).not.toContain('international waters');

    await page.getByRole('checkbox', { name: 'Rail', exact: true }).check();
    await page.getByText(/No route from Tbilisi to Xi.an meets these conditions/).waitFor();
    await page.getByRole('button', { name: /^Allow Rail: / }).click();
    await cards(page).first().waitFor();
    await choose(page, 'To', 'Tbilisi');
    await page.getByText('Start and destination are the same place: Tbilisi.').waitFor();
    await close();
  });

  it('says beside the places which of them it does not know', async () => {
    const page = await visit('?panel=compare&from=xian&to=nowhere');
    await page.locator('.ends + *').getByText('There is no place “nowhere” in this atlas.').waitFor();
  });

  it('is opened, undone and handed on by its address, places on the way and closures included', async () => {
    const page = await visit('?panel=compare&from=xian&to=duisburg&via=alat&avoid=RU&closed=nowhere,%3Cb%3E&way=2');
    const query = () => new URL(page.url()).searchParams;
    await expect.poll(() => field(page, 'From').inputValue()).toMatch(/^Xi.an$/);
    await expect.poll(() => page.getByRole('combobox', { name: 'Via', exact: true }).inputValue()).toBe('Alat');
    await expect.poll(() => choice(page, 2).getAttribute('aria-pressed')).toBe('true');
    await choice(page, 1).click();
    await expect.poll(() => query().get('way')).toBeNull();
    await page.goBack();
    await expect.poll(() => choice(page, 2).getAttribute('aria-pressed')).toBe('true');

    await page.getByRole('button', { name: 'Do not go via Alat' }).click();
    await expect.poll(() => query().get('via')).toBeNull();
    await page.getByRole('button', { name: '+ Add an intermediate stop' }).click();
    await page.getByRole('combobox', { name: 'Via', exact: true }).fill('Tbilisi');
    await page.getByRole('combobox', { name: 'Via', exact: true }).press('Enter');
    await expect.poll(() => query().get('via')).toBe('tbilisi');
    expect(await axe(page)).toEqual([]);

    // The other side of the panel keeps out of the way.
    await page.getByRole('button', { name: 'Compare', exact: true }).click();
    await page.getByText('Nothing to compare yet.').waitFor();
    await expect.poll(() => cards(page).count()).toBe(0);
    await expect.poll(() => query().get('tool')).toBe('compare');
    await page.getByRole('button', { name: 'Find a route', exact: true }).click();
    await cards(page).first().waitFor();
  });

  it('says where the lines end where there is no way, and offers places to begin with', async () => {
    const page = await visit('?panel=compare');
    await page.getByText(/^Name two places/).waitFor();
    await page.getByRole('button', { name: /^Xi.an – / }).click();
    await cards(page).first().waitFor();
    await visit('?panel=compare&from=xian&to=kars&avoid=sea,RU,IR,TM');
    await page.getByText(/^From Xi.an the remaining lines lead only as far as .+\.$/).waitFor();
  });

  it('takes places from the map, shows ways there, and puts one into the comparison and the address', async () => {
    const page = await live.visit('?panel=compare#9/40.7143/46.3671');
    await isLive(page);
    await page.getByRole('button', { name: 'Pick the start on the map' }).click();
    await page.getByText('Click a place on the map.').waitFor();
    const { x, y } = await findMiddle(page);
    // The map that has been live before may still show where it was.
    await pointAt(page, { x, y }, /Ganja/);
    await page.mouse.click(x, y);
    await expect.poll(() => field(page, 'From').inputValue()).toBe('Ganja');
    await expect.poll(() => new URL(page.url()).searchParams.get('select')).toBeNull();
    await page.getByRole('button', { name: 'Pick the destination on the map' }).click();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByText('Click a place on the map.').count()).toBe(0);

    await choose(page, 'To', 'Moscow');
    await cards(page).nth(1).waitFor();
    // The map follows by itself.
    await expect.poll(() => new URL(page.url()).hash).not.toMatch(/^#9\//);
    const before = new URL(page.url()).hash;
    await choice(page, 2).click();
    await expect.poll(() => new URL(page.url()).hash).not.toBe(before);
    await expect.poll(() => choice(page, 2).getAttribute('aria-pressed')).toBe('true');
    await expect.poll(() => new URL(page.url()).searchParams.get('way')).toBe('2');

    await cards(page).nth(1).getByRole('button', { name: 'Add to the comparison' }).click();
    await cards(page).nth(1).getByText('In the comparison').waitFor();
    await expect.poll(() => new URL(page.url()).searchParams.get('compare')).toMatch(/^path:ganja:moscow:(n\d\.)?open$/);
    const item = new URL(page.url()).searchParams.get('compare');
    // The address says all of it on another page, too, which needs no map.
    const { search, hash } = new URL(page.url());
    const other = await visit(search + hash);
    await cards(other).nth(1).getByText('In the comparison').waitFor();
    await expect.poll(() => choice(other, 2).getAttribute('aria-pressed')).toBe('true');
    await expect.poll(() => new URL(other.url()).searchParams.get('compare')).toBe(item);
  });

  it('works by keys alone, and on a phone in another language', async () => {
    const words = await loadDictionary('ka');
    const page = await visit('?panel=compare&lang=ka', { viewport: PHONE, colorScheme: 'dark' });
    const from = page.getByRole('combobox', { name: words['find.from'], exact: true });
    await from.focus();
    await page.keyboard.type('თბილისი');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    // Past the button that picks on the map, to the second field.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Kars');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: words['find.nth'].replace('{n}', '1') }).waitFor();
    // The answer is below the form: it has come into sight, and the focus with it.
    const sum = page.locator('#panel .sum');
    await expect.poll(() => sum.evaluate((one) => one === document.activeElement)).toBe(true);
    await expect
      .poll(async () => (await sum.boundingBox())!.y - (await page.locator('#panel').boundingBox())!.y)
      .toBeLessThan(40);
    await expect.poll(() => page.locator('#panel').evaluate((panel) => panel.scrollWidth <= panel.clientWidth + 1)).toBe(true);
    expect(await axe(page)).toEqual([]);
  });
});
