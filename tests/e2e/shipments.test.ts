import type { Page, Request, Route } from 'playwright-core';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { axe, openImport, type Opened, PHONE, useAtlas, type Visit } from './atlas.ts';
import { type Host, serveHost } from './hosts.ts';

const { open, visit } = useAtlas();

const FIXTURES = 'tests/fixtures/shipments/';
const PANEL = '?panel=shipments&lang=en';
/** Chromium on machines without a graphics card says so whenever a map starts; hosts have no icon of their own. */
const expected = /WebGL|GPU|favicon/;
const FORWARDER = 'https://forwarder.example/events.json';
const EVENTS = readFileSync(`${FIXTURES}dcsa22-01-array.json`, 'utf8');

const give = (page: Page, ...names: string[]) =>
  page.locator('#panel input[type=file][multiple]').setInputFiles(names.map((name) => FIXTURES + name));
const listed = (page: Page) => page.locator('#shipment-list');

/** Takes away, as a reader does, all shipments that a test gave a page. */
async function clear(page: Page): Promise<void> {
  const files = page.locator('#panel input[type=file][multiple]');
  const one = page.locator('#panel article');
  await files.or(one).first().waitFor({ state: 'attached' });
  if ((await one.count()) > 0) await page.getByRole('button', { name: 'Shipments', exact: true }).click();
  await files.waitFor({ state: 'attached' });
  const button = page.getByRole('button', { name: 'Clear all shipments' });
  if ((await button.count()) > 0) await button.click();
  await button.waitFor({ state: 'detached' });
}

/** Brings the page that the tests share to a path, without the shipments of the test before. */
async function start(path = PANEL, options: Visit = {}): Promise<Page> {
  const page = await visit(PANEL);
  await clear(page);
  return path === PANEL && Object.keys(options).length === 0 ? page : visit(path, options);
}

/** A table of so many containers, each with one report. */
const writeTable = (count: number): string =>
  [
    'Container;Origin;Destination;Station;Operation;Date and time',
    ...Array.from(
      { length: count },
      (_, i) =>
        `CATU${String(100000 + i)};Altynkol;Alat;${i % 2 ? 'Shu' : 'Beineu'};Arrived;2026-11-01 ${String(i % 24).padStart(2, '0')}:00`,
    ),
  ].join('\n');

describe('shipments of a file', () => {
  it('are listed with search, filter and order, each with a page of its own', async () => {
    const page = await start();
    await give(page, 'disl-01-three-containers.cp1251.csv', 'dcsa22-01-array.json');
    await expect.poll(() => listed(page).innerText()).toBe('4 shipments of 4');
    expect(await axe(page)).toEqual([]);
    await page.getByLabel('Number or place').fill('catu0003010 актау');
    await expect.poll(() => listed(page).innerText()).toBe('1 shipment of 4');
    await page.getByRole('button', { name: 'CATU0003010' }).click();
    await page.getByRole('heading', { level: 2, name: 'CATU0003010' }).waitFor();
    const article = page.locator('article');
    await expect.poll(() => article.innerText()).toMatch(/Distance covered\s+6,\d{3}\skm[\s\S]*Distance to go\s+1,\d{3}\skm/);
    await expect.poll(() => article.locator('ol > li.done').count()).toBe(2);
    await expect.poll(() => article.locator('ol > li.ahead').count()).toBe(2);
    await expect.poll(() => article.locator('svg[role=img] title').textContent()).toBe('Time and distance');
    await expect.poll(() => article.innerText()).toMatch(/Route description[\s\S]*Kazakhstan/);
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Shipments', exact: true }).click();
    await listed(page).waitFor();
  });

  it.each(['ru', 'ka'])('keep what is chosen in one column within a screen of 320 px in %s', async (lang) => {
    const page = await start(`?panel=shipments&lang=${lang}`, { viewport: { width: 320, height: 640 } });
    await give(page, 'disl-06-unknown-stations.cp1251.csv');
    const choices = page.locator('section[aria-labelledby=shipment-list] select');
    await choices.nth(1).waitFor();
    expect(new Set(await choices.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().left))).size).toBe(1);
    const right = await choices.evaluateAll((all) => Math.max(...all.map((one) => one.getBoundingClientRect().right)));
    expect(right).toBeLessThanOrEqual(320 - 16);
  });

  it('are told of with row and remedy where something is wrong, and the good rows are used', async () => {
    const page = await start();
    await give(page, 'disl-08-bad-dates.utf8.csv', 'other-01-login-page.json');
    const reports = page.locator('.reports');
    await expect.poll(() => reports.innerText()).toMatch(/row 5[\s\S]*is not a valid date/);
    await expect.poll(() => reports.innerText()).toMatch(/no shipment could be read[\s\S]*(?:web page|formats)/);
    await listed(page).waitFor();
  });

  it('leave the page free while thousands are read, and are listed a portion at a time', async () => {
    const page = await start();
    const file = { name: 'many.csv', mimeType: 'text/csv', buffer: Buffer.from(writeTable(5000)) };
    await page.locator('#panel input[type=file]').setInputFiles(file);
    // The page answers while the file is being read.
    await page.locator('#shipment-progress').waitFor();
    await page.locator('#tab-explore').click();
    await expect.poll(() => page.locator('#panel').innerText()).toContain('East–West');
    await page.locator('#tab-shipments').click();
    await expect.poll(() => listed(page).innerText(), { timeout: 60_000 }).toBe('5,000 shipments of 5,000');
    const rows = page.locator('section[aria-labelledby=shipment-list] > ul > li');
    await expect.poll(() => rows.count()).toBe(50);
    await page.getByRole('button', { name: 'Show 50 more' }).click();
    await expect.poll(() => rows.count()).toBe(100);
    await page.getByLabel('Number or place').fill('catu100777');
    await expect.poll(() => rows.count()).toBe(1);
  });

  it('can be stopped while they are read; what was read before stays', async () => {
    const page = await start();
    await give(page, 'dcsa22-01-array.json');
    await listed(page).waitFor();
    const file = { name: 'many.csv', mimeType: 'text/csv', buffer: Buffer.from(writeTable(20_000)) };
    await page.locator('#panel input[type=file]').setInputFiles(file);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.locator('#shipment-progress').waitFor({ state: 'detached' });
    await expect.poll(() => listed(page).innerText()).toBe('1 shipment of 1');
  });

  it('go back in time by keys, and tell the time', async () => {
    const page = await start();
    await give(page, 'disl-02-history-disordered.utf8bom.csv');
    await page.getByRole('button', { name: 'Replay over time' }).click();
    const slider = page.getByRole('slider');
    const newest = await slider.getAttribute('aria-valuetext');
    await slider.press('Home');
    await expect.poll(() => slider.getAttribute('aria-valuetext')).not.toBe(newest);
    await slider.press('End');
    await expect.poll(() => slider.getAttribute('aria-valuetext')).toBe(newest);
  });

  it('are taken along as table, lines, picture and calendar', async () => {
    const page = await start();
    await give(page, 'dcsa22-01-array.json');
    await page.getByRole('button', { name: 'CATU0003010' }).click();
    const save = async (button: string): Promise<string> => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: button, exact: true }).click(),
      ]);
      return readFileSync(await download.path(), 'utf8');
    };
    expect(await save('CSV')).toContain('CATU0003010');
    expect(await save('GeoJSON')).toContain('"role":"ahead"');
    expect(await save('SVG')).toMatch(/^<svg[\s\S]*Stations and times/);
    expect(await save('Calendar file (.ics)')).toMatch(/BEGIN:VEVENT[\s\S]*CATU0003010: Poti port/);
    expect((await save('PNG, double resolution')).slice(1, 4)).toBe('PNG');
  });

  it('get the place of an open name once for all rows, which is remembered only where the reader asks', async () => {
    const page = await start();
    await give(page, 'disl-06-unknown-stations.cp1251.csv');
    const field = page.getByRole('combobox', { name: 'Place for “Рзд 999 км”' });
    const stored = () => page.evaluate(() => JSON.stringify({ ...localStorage }));
    await field.fill('Shu');
    await page.getByRole('option', { name: 'Shu', exact: true }).click();
    await page.getByText('“Рзд 999 км” is Shu').waitFor();
    expect(await stored()).toBe('{}');
    await page.getByLabel('Remember my choices in this browser').check();
    await expect.poll(stored).toContain('999');
    await page.getByRole('button', { name: 'Clear all shipments' }).click();
    await expect.poll(stored).toBe('{}');
  });

  it('take over a saved list of places: bad rows are named, and nothing is stored or asked for', async () => {
    const page = await start();
    await give(page, 'disl-06-unknown-stations.cp1251.csv');
    const list = 'text,node\r\nРзд 999 км,Shu\r\n,shu\r\nСары,no-such-place\r\n';
    await page.getByText('Places to check').waitFor();
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByText('Use a saved list of places').click()]);
    await chooser.setFiles({ name: 'places.csv', mimeType: 'text/csv', buffer: Buffer.from(list) });
    await page.getByText('places.csv: 1 place imported.').waitFor();
    await page.getByText('row 3: The name that the files use is missing').waitFor();
    await page.getByText('row 4: “no-such-place” is not a place in this atlas').waitFor();
    await page.getByText('“Рзд 999 км” is Shu').waitFor();
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).toBe('{}');
    expect(await axe(page)).toEqual([]);
  });

  it('are found by their number in the search of the page, or the file that has it is asked for', async () => {
    const page = await start('?lang=en');
    const search = page.getByRole('combobox', { name: 'Search' });
    await search.fill('catu 000301-0');
    await page.getByRole('option', { name: 'Follow a shipment: CATU0003010' }).click();
    await page.getByText('CATU0003010 is in none of the files given so far').waitFor();
    await give(page, 'dcsa22-01-array.json');
    await page.getByRole('heading', { level: 2, name: 'CATU0003010' }).waitFor();
    await page.locator('#tab-explore').click();
    await search.fill('CATU0003');
    await page.getByRole('option', { name: 'CATU0003010' }).waitFor();
    await search.press('Enter');
    await page.getByRole('heading', { level: 2, name: 'CATU0003010' }).waitFor();
    expect(page.url()).not.toContain('CATU');
  });

  it('are explained in the legend while the map shows them', async () => {
    const page = await start();
    const key = page.getByRole('group', { name: 'Shipments' });
    await give(page, 'dcsa22-01-array.json');
    await key.getByText('Shipments at one place').waitFor();
    await page.getByRole('button', { name: 'CATU0003010' }).click();
    // In short words, as the key has one line; the whole ones are told to who points at them.
    await key.getByTitle('Distance covered', { exact: true }).getByText('Covered', { exact: true }).waitFor();
    await expect.poll(() => key.innerText()).toMatch(/Covered\s+To go\s+Last report/);
    expect(await key.locator('li').evaluateAll((rows) => rows.map((row) => row.getAttribute('title')))).toEqual([
      'Distance covered',
      'Distance to go',
      'Last report',
    ]);
    await expect.poll(async () => (await page.locator('.map > .key').boundingBox())!.height).toBeLessThan(40);
    await page.locator('#tab-explore').click();
    await key.waitFor({ state: 'detached' });
  });

  it('have room on a phone, in Russian and in the dark', async () => {
    const page = await start('?panel=shipments&lang=ru', { viewport: PHONE, colorScheme: 'dark' });
    await give(page, 'disl-02-history-disordered.utf8bom.csv');
    await listed(page).waitFor();
    await page.locator('section[aria-labelledby=shipment-list] li button').first().click();
    await page.getByRole('heading', { name: 'Станции и время' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
    expect(await axe(page)).toEqual([]);
  });
});

describe('privacy of shipments', () => {
  it('sends, stores and links nothing of a shipment, and one button clears all of it', async () => {
    const requests: Request[] = [];
    const { page, close } = await open(PANEL, {
      before: (page) => {
        page.on('request', (request) => requests.push(request));
        return Promise.resolve();
      },
    });
    await give(page, 'dcsa22-01-array.json', 'disl-06-unknown-stations.cp1251.csv');
    await listed(page).waitFor();
    await page.getByRole('button', { name: 'CATU0003010' }).click();
    await page.getByRole('heading', { name: 'CATU0003010' }).waitFor();
    await page.getByRole('button', { name: 'SVG', exact: true }).click();
    await page.getByRole('button', { name: 'Shipments', exact: true }).click();
    await page.getByLabel('Number or place').fill('CATU0000515');
    await expect.poll(() => listed(page).innerText()).toBe('1 shipment of 4');

    const url = inject('url');
    const texts = requests.map((request) => `${request.method()} ${request.url()} ${request.postData() ?? ''}`);
    // Files of the product and of its data, and nothing else: no request has a query, a body or a word of a shipment.
    const foreign = texts.filter((text) => !text.startsWith(`GET ${url}`) && !/^GET (?:data|blob):/.test(text));
    expect(foreign).toEqual([]);
    const told = texts.filter((text) => !text.startsWith('GET data:')).map((text) => text.replace(url + PANEL, url));
    expect(told.filter((text) => /CATU|\?|%D0/i.test(text.replace('GET blob:', '')))).toEqual([]);
    expect(page.url()).toBe(url + PANEL);
    const kept = await page.evaluate(async () => ({
      local: JSON.stringify({ ...localStorage }),
      session: JSON.stringify({ ...sessionStorage }),
      cookie: document.cookie,
      databases: (await indexedDB.databases()).map(({ name }) => name).filter((name) => name !== 'corridor-atlas'),
      caches: await caches.keys(),
    }));
    expect(kept).toEqual({ local: '{}', session: '{}', cookie: '', databases: [], caches: [] });

    await page.getByRole('button', { name: 'Clear all shipments' }).click();
    await page.getByText('All shipments have been cleared').waitFor();
    await expect.poll(() => page.locator('#panel').innerText()).not.toMatch(/CATU/);
    await close();
  });
});

describe('an address of shipments', () => {
  const cors = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'ETag' };
  const follow = async (page: Page) => {
    const field = page.getByLabel('Address of a file (https)');
    // The panel keeps its folds as they were.
    if (!(await field.isVisible())) await page.getByText('Follow an address').click();
    await field.fill(FORWARDER);
    await page.getByRole('button', { name: 'Start checking' }).click();
  };

  let opened: Opened;
  let respond: (route: Route) => Promise<void>;
  beforeAll(async () => {
    opened = await open(PANEL, {
      asked: /^https:\/\/forwarder\.example\//,
      before: (page) => page.route('https://forwarder.example/**', (route) => respond(route)),
    });
  });
  afterAll(() => opened.close());

  it('is asked only once the reader gives it, then for what has changed, and says so where nothing has', async () => {
    const versions: (string | undefined)[] = [];
    respond = (route) => {
      const version = route.request().headers()['if-none-match'];
      versions.push(version);
      return version === '"1"'
        ? route.fulfill({ status: 304, headers: { ...cors, ETag: '"1"' } })
        : route.fulfill({ status: 200, headers: { ...cors, ETag: '"1"' }, contentType: 'application/json', body: EVENTS });
    };
    const { page } = opened;
    await clear(page);
    expect(versions).toEqual([]);
    await follow(page);
    await expect.poll(() => listed(page).innerText()).toBe('1 shipment of 1');
    await page.getByText(/Updated at .* Next check at/).waitFor();
    await page.getByRole('button', { name: 'Check now' }).click();
    await page.getByText('Nothing new at').waitFor();
    expect(versions).toEqual([undefined, '"1"']);
    await page.getByRole('button', { name: 'Stop checking' }).click();
    await page.getByText('You stopped checking').waitFor();
  });

  it('says why it fails and when it asks again, and keeps what it had read', async () => {
    let answers = 0;
    respond = (route) => {
      answers += 1;
      if (answers === 1) return route.fulfill({ status: 200, headers: cors, contentType: 'application/json', body: EVENTS });
      return answers === 2 ? route.fulfill({ status: 503, headers: cors }) : route.abort();
    };
    const { page, problems } = opened;
    await clear(page);
    await follow(page);
    await listed(page).waitFor();
    await page.getByRole('button', { name: 'Check now' }).click();
    await page.getByText(/forwarder\.example returned the error 503.*Failed attempts in a row: 1/).waitFor();
    await page.getByRole('button', { name: 'Check now' }).click();
    await page.getByText(/does not allow other sites to fetch it \(CORS\).*Failed attempts in a row: 2/).waitFor();
    await expect.poll(() => listed(page).innerText()).toBe('1 shipment of 1');
    // The browser tells of both, and of nothing else.
    expect(problems.filter((text) => !/forwarder\.example|ERR_FAILED|503/.test(text))).toEqual([]);
    problems.length = 0;
  });

  it('is given up, with the reason, where the policy of the site forbids it, and so is that of a route', async () => {
    const { page, close } = await open(PANEL, {
      expected: /Content Security Policy|forwarder\.example|Refused to connect/,
      asked: /^https:\/\/forwarder\.example\//,
      before: async (page) =>
        void (await page.route(/\?panel=shipments/, async (route) => {
          const answer = await route.fetch();
          const policy = answer.headers()['content-security-policy']!.replace("connect-src 'self' https:", "connect-src 'self'");
          await route.fulfill({ response: answer, headers: { ...answer.headers(), 'content-security-policy': policy } });
        })),
    });
    await follow(page);
    await page.getByText('Stopped: This site does not allow the page to fetch files from forwarder.example.').waitFor();
    await page.locator('#tab-explore').click();
    await openImport(page);
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Address of a file (https)').fill('https://forwarder.example/line.gpx');
    await dialog.getByRole('button', { name: 'Fetch' }).click();
    await dialog.getByText('This site does not allow the page to fetch files from forwarder.example.').waitFor();
    await close();
  });
});

describe('a shipment in an embed', () => {
  let host: Host;
  beforeAll(async () => {
    host = await serveHost({});
  });
  afterAll(() => host.close());

  it('is shown from a page of another origin by the ten lines of the example, and told of to that page', async () => {
    expect(readFileSync('static/examples/shipment.js', 'utf8').trim().split('\n').length).toBeLessThanOrEqual(12);
    const requests: string[] = [];
    const { page, close } = await open(`shipment.html?atlas=${encodeURIComponent(inject('url'))}`, {
      at: host.url,
      asked: new RegExp(`^${inject('url')}`),
      until: 'document',
      expected,
      before: (page) => {
        page.on('request', (request) => requests.push(request.url() + (request.postData() ?? '')));
        return Promise.resolve();
      },
    });
    await expect.poll(() => page.locator('#answer').innerText(), { timeout: 60_000 }).toBe('CATU0003010 under-way');
    const frame = page.frameLocator('corridor-map iframe');
    await expect.poll(() => frame.locator('.shipments').innerText()).toMatch(/CATU0003010[\s\S]*Distance covered: 6,\d{3}\skm/);
    const key = frame.getByRole('list', { name: 'Shipments' });
    await expect.poll(() => key.innerText()).toMatch(/^Distance covered\s+Distance to go\s+Last report$/);
    expect(requests.filter((request) => request.includes('CATU'))).toEqual([]);
    const setShipment = (data: unknown) =>
      page.evaluate(
        (given) =>
          (document.getElementById('map') as HTMLElement & { setShipment(data: unknown): Promise<unknown> }).setShipment(given),
        data,
      );
    const [event] = JSON.parse(readFileSync('tests/fixtures/shipments/dcsa22-01-array.json', 'utf8')) as object[];
    const many = Array.from({ length: 20 }, (_, i) =>
      JSON.stringify(event).replaceAll(/CATU\d{7}/g, `CATU${String(1_000_000 + i)}`),
    );
    await setShipment(`[${many.join()}]`);
    // A frame on a phone would be many screens high.
    await expect.poll(() => frame.locator('.shipments > dl > div').count()).toBe(5);
    const getHeight = () => page.locator('corridor-map').evaluate((element) => element.getBoundingClientRect().height);
    const folded = await getHeight();
    await frame.getByText('15 more').click();
    await expect.poll(getHeight).toBeGreaterThan(folded + 100);
    await setShipment(null);
    await expect.poll(() => frame.locator('.shipments').count()).toBe(0);
    await close();
  });
});
