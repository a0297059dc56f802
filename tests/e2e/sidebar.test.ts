import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { findMiddle, isLive, pointAt, useAtlas } from './atlas.ts';

const { open, visit } = useAtlas();
/** A page of its own for the live map, which would be drawn anew at each step of the tests that do not look at it. */
const live = useAtlas();

/** Brings the live map that some tests share to a path, with the pointer where a page that was just opened has it. */
async function see(path = ''): Promise<Page> {
  const page = await live.visit(path);
  await isLive(page);
  await page.mouse.move(0, 0);
  return page;
}

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 2, name });
/** What a dialog leaves open would lie over the page of the next test. */
async function closeDialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}
/** Lets a page write to the clipboard and read it, without asking the reader. */
const allowClipboard = (page: Page) => page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
/** Opens the dialog in which all that is taken along stands. */
const share = (page: Page) => page.getByRole('banner').getByRole('button', { name: 'Share' }).click();
const select = (page: Page) => new URL(page.url()).searchParams.get('select');

describe('the list', () => {
  it('shows the corridors with their routes, lengths and status', async () => {
    const page = await visit();
    for (const name of ['East–West corridor', 'North–South corridor', 'Baku–Tbilisi–Kars railway', 'Port of Baku']) {
      await expect.poll(() => page.getByRole('heading', { level: 3, name }).count(), { message: name }).toBe(1);
    }
    const west = page.locator('.cards > li').filter({ has: page.getByRole('heading', { name: 'North–South corridor' }) });
    await expect
      .poll(() => west.innerText())
      .toMatch(
        /St Petersburg → .+\s+7,\d{3}\skm \(\d,\d{3}–\u2060\d,\d{3}\)\s+Russia · Kazakhstan · Azerbaijan · Iran · Planned: \d{3}\skm/,
      );
  });

  it('opens the page of a route, brings it onto the map, and goes back to the list', async () => {
    const page = await see();
    await page.getByRole('link', { name: 'Baku–Tbilisi–Kars railway' }).click();
    await heading(page, 'Baku–Tbilisi–Kars railway').waitFor();
    await expect.poll(() => Number(page.url().split('#')[1]?.split('/')[0])).toBeGreaterThan(5);
    await page.getByRole('link', { name: 'Explore', exact: true }).click();
    await page.getByRole('heading', { level: 3, name: 'East–West corridor' }).waitFor();
    await expect.poll(() => select(page)).toBeNull();
  });
});

describe('search', () => {
  it.each(['Alyat', 'Ələt', 'Алят', 'alat', 'PORT OF BAKU'])('finds the port by "%s"', async (spelling) => {
    const page = await visit();
    const found = page.locator('[role=search] [role=option]');
    await page.getByRole('combobox', { name: 'Search' }).fill('');
    await found.first().waitFor({ state: 'detached' });
    await page.getByRole('combobox', { name: 'Search' }).fill(spelling);
    await expect.poll(async () => (await found.allInnerTexts()).slice(0, 4).join('\n')).toMatch(/Port of Baku/);
  });

  it('works by keys alone', async () => {
    const page = await visit();
    const field = page.getByRole('combobox', { name: 'Search' });
    await field.fill('Kars');
    await field.press('ArrowDown');
    await expect.poll(() => page.locator('[role=search] [role=option][aria-selected=true]').count()).toBe(1);
    await field.press('Enter');
    await heading(page, /Kars/).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H2');
  });

  it('keeps a step down the results that is taken before they have come', async () => {
    const { page, close } = await open('', { until: 'document' });
    const field = page.getByRole('combobox', { name: 'Search' });
    await field.fill('Kars');
    await field.press('ArrowDown');
    await expect.poll(() => page.locator('[role=search] [role=option][aria-selected=true]').count()).toBe(1);
    await close();
  });

  it('says so when nothing is called that', async () => {
    const page = await visit();
    const field = page.getByRole('combobox', { name: 'Search' });
    await field.fill('<b>qqqqzzzz</b>');
    await page.getByText('Nothing is called “<b>qqqqzzzz</b>”').waitFor();
    await field.fill('');
  });
});

describe('the page of a route', () => {
  it('gives estimated, measured and published length, the spread with its sources, and how the length was computed', async () => {
    const page = await visit('?select=btk');
    const article = page.getByRole('article');
    const text = () => article.innerText();
    await expect.poll(text).toMatch(/Estimated\s+826\skm\s+822–\u2060850/);
    await expect.poll(text).toMatch(/Published\s+82[0-9] to 8\d\d\skm/);
    await article.getByText('Length: measured, published, and how it was calculated').click();
    await article.getByText('Measured', { exact: true }).waitFor();
    await article.getByText('How this length was calculated').click();
    await expect.poll(text).toMatch(/sphere \(radius 6,371\skm\)[\s\S]*between its \d{3} points/);
    await expect.poll(text).toMatch(/100% of it is based on 1 published section[\s\S]*80% of the published lengths/);
    await expect.poll(text).toMatch(/from station to station: \d+\skm/);
    await expect.poll(text).toMatch(/The measured length is \d+% of the published length \(8\d\d\skm\)/);
    for (const title of ['By country', 'By mode', 'Rail by gauge', 'By status']) {
      await article.getByText(title, { exact: true }).first().waitFor();
    }
    await expect.poll(text).toContain('Gauge 1520\u00a0mm → 1435\u00a0mm at Akhalkalaki');
    await article.getByText('Route description').click();
    await expect.poll(text).toMatch(/Km\s\d+: border between Azerbaijan and Georgia/);
  });

  it('shows on the map what the strip is pointed at, and on the strip what the map is pointed at', async () => {
    const page = await see('?select=btk#11/41.4051/43.4863');
    const strip = page.getByRole('list', { name: 'Stations and distances' });
    await strip.getByRole('link', { name: 'Marabda' }).hover();
    await expect.poll(() => strip.locator('li.hovered').innerText()).toContain('Marabda');
    await pointAt(page, await findMiddle(page), /Akhalkalaki/);
    await strip.locator('li.hovered').filter({ hasText: 'Akhalkalaki' }).waitFor();
  });

  it('names the article’s paragraphs and opens them', async () => {
    const page = await visit('?select=btk');
    await page
      .getByRole('button', { name: /^Paragraph \d+$/ })
      .first()
      .click();
    await page.getByRole('heading', { level: 2, name: 'The article, retold' }).waitFor();
    await page.locator('li.asked').waitFor();
  });

  it('says what can be done where the address names nothing that there is, and passes no such address on', async () => {
    const page = await visit('?select=aktau-harbour');
    const panel = page.locator('#panel');
    await panel.getByRole('heading', { level: 2, name: 'Not in this atlas' }).waitFor();
    await panel.getByText('This atlas has no entry with the ID “aktau-harbour”.').waitFor();
    expect(await panel.getByRole('button', { name: /Share|Compare|Show on the map/ }).count()).toBe(0);
    await expect.poll(() => page.title()).toBe('Corridor Atlas');
    await page.getByRole('banner').getByRole('button', { name: 'Share' }).click();
    const link = page.getByRole('dialog').getByLabel('Link to this view');
    await expect.poll(() => link.inputValue()).not.toBe('');
    expect(await link.inputValue()).not.toContain('aktau-harbour');
    await page.keyboard.press('Escape');
    await panel.getByRole('button', { name: 'Search' }).click();
    await expect.poll(() => page.locator(':focus').getAttribute('role')).toBe('combobox');
    await panel
      .getByRole('link', { name: /^Aktau/ })
      .first()
      .click();
    await panel.getByRole('heading', { level: 2, name: /^Aktau/ }).waitFor();
    await page.goBack();
    await panel.getByRole('link', { name: 'All routes' }).click();
    await panel.getByRole('link', { name: 'Baku–Tbilisi–Kars railway' }).waitFor();

    await visit('?panel=claims&select=C99');
    await page.getByText('This atlas has no entry with the ID “C99”.').waitFor();
    await page.locator('#claim-C01').waitFor();
  });

  it('begins with what becomes of routes where a link leads to a closed place', async () => {
    const page = await visit('?select=alat&closed=alat');
    const parts = page.getByRole('article').locator('dl, h3');
    await expect.poll(() => parts.first().textContent()).toBe('Without Alat');
  });
});

describe('the port', () => {
  it('is an area with terminals, a free zone, and figures with sources', async () => {
    const page = await visit('?select=port-of-baku');
    const article = page.getByRole('article');
    const text = () => article.innerText();
    for (const part of ['Ferry terminal', 'Container terminal', 'Dry cargo terminal', 'Ro-ro terminal'])
      await expect.poll(text).toContain(part);
    await expect.poll(text).toMatch(/14\sMay 2018/);
    await expect.poll(text).toMatch(/Schematic: the position is accurate only to about 4\skm/);
    await expect.poll(text).toMatch(/Online cargo tracking/);
    // Two figures side by side read as one.
    await expect.poll(text).toMatch(/\n12 · 7\sfor dry cargo/);
    await expect.poll(text).toMatch(/\n2027: 260,000\sTEU\sa year planned · Extension/);
    await article.getByRole('link', { name: 'Container terminal' }).click();
    await heading(page, 'Container terminal').waitFor();
  });
});

describe('taking along', () => {
  it('copies a link that opens the same picture elsewhere', async () => {
    const page = await visit('?lang=ru&theme=dark&hide-mode=sea&year=2016&select=btk#7/41/45');
    await allowClipboard(page);
    await page.getByRole('banner').getByRole('button', { name: 'Поделиться' }).click();
    await page.getByRole('button', { name: 'Скопировать ссылку на этот вид карты' }).click();
    await page.getByText('Скопировано').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    await closeDialog(page);
    const address = new URL(copied);
    const elsewhere = await open(address.search.slice(0) + address.hash);
    await expect.poll(() => new URL(elsewhere.page.url()).search).toBe(address.search);
    await expect.poll(() => elsewhere.page.url().split('#')[1]).toBe('7/41/45');
    await heading(elsewhere.page, /Баку/).waitFor();
    await elsewhere.page.locator('html[lang=ru]').waitFor();
    await expect.poll(() => elsewhere.page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
    await elsewhere.close();
  });

  it('downloads a route as GeoJSON and as CSV', async () => {
    const page = await visit('?select=btk');
    await share(page);
    const save = async (format: string): Promise<{ name: string; text: string }> => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: `Download ${format}` }).click(),
      ]);
      return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
    };
    const geojson = await save('GeoJSON');
    expect(geojson.name).toBe('btk.geojson');
    const { features } = JSON.parse(geojson.text) as { features: { geometry: { type: string }; properties: { id: string } }[] };
    expect(features.map(({ geometry, properties }) => [geometry.type, properties.id])).toEqual([['MultiLineString', 'btk']]);
    const csv = await save('CSV');
    expect(csv.name).toBe('btk.csv');
    expect(csv.text).toMatch(/^km,id,name,local_name,kind,country,lon,lat,locode,esr,uic,estimated_km\r\n0,/);
    expect(csv.text).toContain(',akhalkalaki,');
    await closeDialog(page);
  });

  it('hands out the page to share in the reader’s language, and the view of the map when asked', async () => {
    const page = await visit('?select=btk&lang=ka&year=2000#6/41.5/45');
    await allowClipboard(page);
    await page.getByRole('banner').getByRole('button', { name: 'გაზიარება' }).click();
    const copy = async (name: string) => {
      await page.evaluate(() => navigator.clipboard.writeText(''));
      await page.getByRole('button', { name, exact: true }).click();
      await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).not.toBe('');
      return page.evaluate(() => navigator.clipboard.readText());
    };
    const shared = await copy('ბმულის კოპირება');
    expect(new URL(shared).pathname).toBe('/pages/ka/btk.html');
    expect((await page.request.get(shared)).status()).toBe(200);
    const { searchParams, hash } = new URL(await copy('რუკის ამ ხედის ბმულის კოპირება'));
    expect([searchParams.get('select'), searchParams.get('year'), searchParams.get('lang')]).toEqual(['btk', '2000', 'ka']);
    expect(hash).toMatch(/^#6\//);
    await closeDialog(page);
  });

  it('gives a citation with the date of the data and the address', async () => {
    const page = await visit('?select=btk');
    await share(page);
    await expect
      .poll(() => page.locator('#citation').innerText())
      .toMatch(/“Baku–Tbilisi–Kars railway”, Corridor Atlas, data as of (\d+ )?[A-Z][a-z]+ 20\d\d, http.*\/pages\/btk\.html/);
    await closeDialog(page);
  });
});

describe('the article', () => {
  it('has 21 paragraphs whose mentions show and select their features', async () => {
    const page = await visit('?panel=article');
    await expect.poll(() => page.locator('#panel ol > li').count()).toBe(21);
    const mention = page.getByRole('button', { name: 'Baku–Tbilisi–Kars' }).first();
    await mention.click();
    await expect.poll(() => select(page)).toBe('btk');
    await page.getByText(/mentions? in the article/).waitFor();
  });

  it('marks and scrolls to the mentions of what is picked on the map', async () => {
    const page = await see('?panel=article#11/39.9751/49.4476');
    const { x, y } = await findMiddle(page);
    await pointAt(page, { x, y }, /Port of Baku/);
    await page.mouse.click(x, y);
    await page.locator('.mention.marked').first().waitFor();
    await page.waitForFunction(() => {
      const mark = document.querySelector('.mention.marked')?.getBoundingClientRect();
      return mark !== undefined && mark.top > 0 && mark.bottom < innerHeight;
    });
  });

  it('ties Belt and Road to its initiative and every mention to a feature that exists', async () => {
    const page = await visit('?panel=article');
    await page
      .getByRole('button', { name: /Belt and Road/ })
      .first()
      .click();
    await page.getByRole('button', { name: /^Open the page of/ }).click();
    await heading(page, /Belt and Road/).waitFor();
  });
});

describe('the time line', () => {
  it('lists dated events in order, can be cut down to those of the article, and shows one on the map', async () => {
    const page = await visit('?panel=events');
    const items = page.locator('#panel li:has(> .year)');
    await items.first().waitFor();
    const years = (await page.locator('.year').allInnerTexts()).filter(Boolean).map(Number);
    expect(years).toEqual(years.toSorted((a, b) => a - b));
    // A year with the word for it has no room in the margin.
    await visit('?panel=events&lang=zh');
    expect((await page.locator('.year').allInnerTexts()).filter(Boolean).every((year) => /^\d{4}$/.test(year))).toBe(true);
    await visit('?panel=events&lang=en');
    const all = await items.count();
    await page.getByRole('button', { name: 'In the article only' }).click();
    await expect.poll(() => items.count()).toBeLessThan(all);
    expect(await items.count()).toBeGreaterThan(5);
    await items.first().locator('.link').first().click();
    await page.waitForFunction(() => location.search.includes('select='));
  });
});

describe('the browser’s history', () => {
  it('undoes and repeats selections and panels step by step', async () => {
    const page = await visit();
    await page.getByRole('link', { name: 'East–West corridor' }).click();
    await heading(page, 'East–West corridor').waitFor();
    await page.getByRole('tab', { name: 'Story' }).click();
    await page.goBack();
    await heading(page, 'East–West corridor').waitFor();
    await expect.poll(() => new URL(page.url()).searchParams.get('panel')).toBeNull();
    await page.goBack();
    await page.getByRole('heading', { level: 3, name: 'North–South corridor' }).waitFor();
    await page.goForward();
    await heading(page, 'East–West corridor').waitFor();
    await page.goForward();
    await heading(page, 'The article, retold').waitFor();
  });
});
