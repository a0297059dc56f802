/** What is known over time: published times, dates of statuses, disruptions, changes of the data, a closed place. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { axe, PHONE, useAtlas } from './atlas.ts';

const { open, visit } = useAtlas();
const compared = (page: Page) => new URL(page.url()).searchParams.get('compare');

describe('times', () => {
  it('stand on the page of a route as a chart and a table, with kind, year and source, and are not repeated among its figures', async () => {
    const page = await visit('?select=btk');
    const article = page.getByRole('article');
    await article.getByRole('img', { name: /^Time and distance\. A1: agreed by the carriers, 2025: up to 2\sdays/ }).waitFor();
    await expect.poll(() => article.innerText()).toMatch(/best achieved, 2017: 1\.7\sdays for the whole route/);
    const row = article.getByRole('row').filter({ hasText: 'Alat – Boyuk Kesik' });
    await expect.poll(() => row.innerText()).toMatch(/By train[\s\S]*up to 24\sh[\s\S]*agreed by the carriers, 2025/);
    await expect.poll(() => row.getByRole('link').getAttribute('href')).toMatch(/^https:\/\//);
    await expect.poll(() => article.getByText('Gardabani–Akhalkalaki').count()).toBe(0);
  });

  it('of a ready-made comparison stand in a chart beside bars and strips, and are taken along as CSV', async () => {
    const page = await visit('?panel=compare&tool=compare');
    await page.getByRole('button', { name: /Xi.an – Duisburg/ }).click();
    await page.getByRole('heading', { name: 'Time and distance' }).waitFor();
    await expect
      .poll(() => page.locator('.chart svg text').allTextContents())
      .toEqual(expect.arrayContaining(['A1', 'B1', 'C1'].map((one): unknown => expect.stringMatching(`^${one} `))));
    await expect.poll(() => page.locator('#panel').innerText()).toContain('No part of it has a published time of its own.');
    const wait = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download Times CSV' }).click();
    expect(await readFile(await (await wait).path(), 'utf8')).toMatch(
      /from_estimated_km,to_estimated_km,low,high,unit,basis,when[\s\S]*12,14,d,actual,2022/,
    );
    expect(await axe(page)).toEqual([]);
  });
});

describe('statuses and disruptions', () => {
  it('have their dates and sources on the pages of routes, sections and places, and in the list', async () => {
    const page = await visit('?select=ns-west');
    const text = () => page.getByRole('article').innerText();
    await page.locator('article summary').filter({ hasText: 'Where “Status” comes from' }).click();
    await expect.poll(text).toMatch(/Statuses as of 2025 to July 2026/);
    await expect.poll(text).toMatch(/Restricted since 28\sFebruary 2026 \(as of July 2026\)\s+War in Iran[\s\S]*AzerNews/);
    await expect
      .poll(() => page.getByRole('article').textContent())
      .toMatch(/Rail, Rasht\s– Bandar Abbas port: [\s\S]*Restricted since 28\sFebruary 2026: War in Iran/);
    await visit('?select=bandar-abbas--nhava-sheva-sea');
    await expect.poll(text).toMatch(/Sea\s+Status\s+Open\s+status as of July 2026[\s\S]*Restricted since/);
    await visit('?select=bandar-abbas');
    await expect.poll(text).toMatch(/Open, as of July 2026 disrupted/);
    await visit();
    const west = page.locator('.cards > li').filter({ has: page.getByRole('heading', { name: 'North–South corridor' }) });
    await expect.poll(() => west.innerText()).toMatch(/disrupted: 3,\d{3}\skm/);
    await expect.poll(() => page.locator('.foot').innerText()).toContain('as of July 2026');
  });

  it('are avoided by the finder when asked, which says what allowing them would give in the lengths that it shows', async () => {
    const page = await visit('?panel=compare');
    for (const [end, place] of [
      ['From', 'Tehran'],
      ['To', 'Bandar Abbas'],
    ] as const) {
      const field = page.getByRole('combobox', { name: end, exact: true });
      await field.fill(place);
      await field.press('Enter');
    }
    const first = page.locator('#panel ol > li').filter({ has: page.getByRole('heading', { name: /^Option 1/ }) });
    await expect.poll(() => first.innerText()).toMatch(/Disrupted: 1,\d{3}\skm/);
    const km = /[\d,]+\skm/.exec(await first.innerText())![0];
    await page.locator('#panel summary', { hasText: 'Conditions' }).click();
    await page.getByRole('checkbox', { name: 'Exclude disrupted lines' }).check();
    await page.getByText('No route from Tehran to Bandar Abbas').waitFor();
    await expect.poll(() => page.getByRole('button', { name: `Also use disrupted lines: ${km}` }).count()).toBe(1);
  });
});

describe('changes of the data', () => {
  it('are listed with kind, reason and features, and linked as a feed and as data that are valid', async () => {
    const page = await visit('?panel=changes');
    const changes = page.locator('#panel ol > li');
    await changes.first().waitFor();
    await expect.poll(() => changes.first().innerText()).toMatch(/\d{4}\s+(Added|Corrected|Updated|Removed)/);
    const feed = new URL((await page.getByRole('link', { name: 'As a feed (Atom)' }).getAttribute('href'))!, page.url()).href;
    const json = new URL((await page.getByRole('link', { name: 'As data (JSON)' }).getAttribute('href'))!, page.url()).href;
    await expect
      .poll(() =>
        page.locator('head link[type="application/atom+xml"][href*=changes]').evaluate((link: HTMLLinkElement) => link.href),
      )
      .toBe(feed);
    expect(((await (await fetch(json)).json()) as unknown[]).length).toBe(await changes.count());
    const found = await page.evaluate(async (url) => {
      const xml = new DOMParser().parseFromString(await (await fetch(url)).text(), 'application/xml');
      const entries = [...xml.getElementsByTagName('entry')];
      const needed = ['id', 'title', 'updated', 'content'];
      return {
        root: `${xml.documentElement.namespaceURI} ${xml.documentElement.localName}`,
        entries: entries.length,
        incomplete: entries.filter((entry) => needed.some((name) => !entry.getElementsByTagName(name)[0]?.textContent)).length,
        pages: entries.map((entry) => new URL(entry.getElementsByTagName('link')[0]!.getAttribute('href')!, url).href),
      };
    }, feed);
    expect(found).toMatchObject({ root: 'http://www.w3.org/2005/Atom feed', entries: await changes.count(), incomplete: 0 });
    const here = new URL('index.html?panel=changes', inject('url')).href;
    expect(found.pages.filter((address) => !address.startsWith(here))).toEqual([]);
  });
});

describe('a closed place', () => {
  it('gives one line for each route that it breaks, to be compared, linked and embedded', async () => {
    const page = await visit('?select=beineu');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'What if it is closed?' }).click();
    const line = page
      .locator('#panel li')
      .filter({ has: page.getByRole('button', { name: /East–West via Khorgos, Aktau and Kars/ }) });
    await expect
      .poll(() => line.innerText())
      .toMatch(
        /[+−][\d,]+\skm \([^)]*\), (?:border crossings [+−]\d+|the same number of border crossings), (?:breaks of gauge [+−]\d+|the same number of breaks of gauge), transit time not known: .*\s– /,
      );
    await line.getByRole('button', { name: 'Copy link' }).click();
    await page.getByText('Copied').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(new URL(copied).searchParams.get('compare')).toMatch(/^ew-btk,path:.*cut-beineu$/);
    await line.getByRole('button', { name: 'Embed' }).click();
    const code = page.getByRole('dialog').getByRole('textbox', { name: 'Code' });
    await expect.poll(() => code.inputValue()).toMatch(/embed\.html\?compare=ew-btk(,|%2C)path.*cut-beineu/);
    await expect.poll(() => compared(page)).toMatch(/cut-beineu/);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    const embed = await open(`embed.html?compare=${compared(page)!}`, { until: 'document' });
    const figure = embed.page.locator('.figures div').nth(1);
    await expect.poll(() => figure.innerText()).toMatch(/; [+−][\d,]+\skm, border crossings .*, transit time not known: .*\s– /);
    await embed.close();
  });
});

it('readers are told what was left out', async () => {
  const page = await visit('?lang=ru', { viewport: PHONE });
  await page.getByRole('button', { name: 'О данных' }).first().click();
  await page
    .getByRole('dialog')
    .getByText(/144 кода UN\/LOCODE/)
    .waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
});

it('a page to share has statuses with dates, disruptions and times in its own words and without JavaScript', async () => {
  const html = await (await fetch(`${inject('url')}pages/ns-west.html`)).text();
  expect(html).toMatch(/Statuses as of 2025 to July 2026/);
  expect(html).toMatch(/class="disruption"[^§]*Restricted since 28\sFebruary 2026/);
  expect(html).toMatch(/aria-label="Times"><table[^§]*15 to 24\sdays[^§]*estimated, 2022/);
});
