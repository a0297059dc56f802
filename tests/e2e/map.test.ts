import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axe, DESKTOP, findMiddle, hasMap, isLive, type Opened, pointAt, useAtlas, type Visit } from './atlas.ts';

const { open, visit } = useAtlas();

/** Brings the live map that the tests share to a path. What it shows there may still be drawn: tests ask until they see it. */
async function see(path = '', options: Visit = {}): Promise<Page> {
  const page = await visit(path, options);
  await isLive(page);
  return page;
}

/** A camera on the port's node, on a link without a place near by, and on open land. */
const PORT = '#11/39.9751/49.4476';
const TRACK = '#11/40.5898/47.2902';
const LAND = '#9/39/46.4';

/** Colours of a PNG in base 64, as "r,g,b" with how many pixels there are of each. */
async function countColours(page: Page, png: string): Promise<Map<string, number>> {
  const rows = await page.evaluate(async (data) => {
    const image = await createImageBitmap(new Blob([Uint8Array.from(atob(data), (c) => c.charCodeAt(0))]));
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
    context.drawImage(image, 0, 0);
    const { data: rgba } = context.getImageData(0, 0, image.width, image.height);
    const counts = new Map<string, number>();
    for (let i = 0; i < rgba.length; i += 4) {
      const key = `${rgba[i]},${rgba[i + 1]},${rgba[i + 2]}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return [...counts];
  }, png);
  return new Map(rows);
}

/** Colours of what stands in the map's place. */
const colours = async (page: Page): Promise<Map<string, number>> =>
  countColours(page, (await page.locator('.maplibregl-canvas').screenshot()).toString('base64'));

declare global {
  interface Window {
    watched: {
      /** The map as it was in the first frame in which it was seen, as a data address. */
      first: string | null;
      /** Frames in which neither it nor, as before, the picture was seen. */
      gaps: number;
      /** Frames that were drawn while the map was not seen. */
      unseen: number;
    };
  }
}

/** Runs in the page before its scripts: looks from frame to frame at what stands in the map's place. */
function watchPlace(): void {
  const watched: Window['watched'] = { first: null, gaps: 0, unseen: 0 };
  Object.assign(window, { watched });
  const isSeen = (canvas: Element): boolean => getComputedStyle(canvas).opacity === '1';
  // What was drawn can be read after its frame.
  const getContext = HTMLCanvasElement.prototype.getContext as (type: string, options?: object) => unknown;
  Object.assign(HTMLCanvasElement.prototype, {
    getContext(this: HTMLCanvasElement, type: string, options?: object) {
      return getContext.call(this, type, { ...options, preserveDrawingBuffer: true });
    },
  });
  // MapLibre cannot be told to wait with its frames: a version that no longer heeds how the page holds them is noticed here.
  let drawn = false;
  const draw = WebGL2RenderingContext.prototype.drawElements;
  WebGL2RenderingContext.prototype.drawElements = function (...values) {
    drawn ||= !isSeen(this.canvas as HTMLCanvasElement);
    draw.apply(this, values);
  };
  let pictured = false;
  const look = (): void => {
    if (drawn) watched.unseen += 1;
    drawn = false;
    const canvas = document.querySelector<HTMLCanvasElement>('canvas.maplibregl-canvas');
    const isPicture = [...document.querySelectorAll('.picture svg')].some((svg) => svg.checkVisibility());
    const isMap = canvas !== null && isSeen(canvas);
    if (pictured && !isPicture && !isMap) watched.gaps += 1;
    pictured ||= isPicture;
    if (isMap) watched.first = canvas.toDataURL();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** How many pixels in the map's place have a colour. */
const countOf = async (page: Page, colour: string): Promise<number> => (await colours(page)).get(colour) ?? 0;

/** A look at the colours takes a screenshot, which costs more than the default pause between two of them. */
const LOOK = { interval: 300 };

const LIGHT = { teal: '0,117,122', orange: '196,79,0', violet: '122,47,168', land: '246,243,236', sea: '207,223,232' };
const DARK = { teal: '53,201,196', orange: '255,148,71', violet: '207,148,245', land: '38,41,45', sea: '20,33,44' };

// What does not look at the map comes before there is one: each further view of it is drawn in software.
describe('the layers', () => {
  it('shows the other ways only when they are asked for', async () => {
    const page = await visit();
    await page.getByRole('button', { name: 'Layers' }).click();
    await page.getByText('For comparison').locator('visible=true').first().click();
    const northern = page.getByRole('checkbox', { name: /Northern|Trans-Siberian/ }).first();
    await expect.poll(() => northern.isChecked()).toBe(false);
    await northern.check();
    await expect.poll(() => new URL(page.url()).searchParams.has('hide')).toBe(true);
    await page.keyboard.press('Escape');
  });

  it('says so when the filters hide every line', async () => {
    const page = await visit('?hide-mode=rail,sea,road');
    await page.getByText('The filters hide every line.').waitFor();
  });

  it('opens the statement on borders and names', async () => {
    const page = await visit();
    await page.getByRole('button', { name: 'Layers' }).click();
    await page.getByRole('button', { name: 'Disputed or undetermined border' }).click();
    const dialog = page.getByRole('dialog', { name: 'How disputed borders and names are shown' });
    await dialog
      .getByText(/Crimea/)
      .first()
      .waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await page.keyboard.press('Escape');
  });
});

describe('the map', () => {
  it.each([
    ['light', LIGHT],
    ['dark', DARK],
  ] as const)('shows corridors and railway over land and sea in the %s theme', async (colorScheme, palette) => {
    const page = await see('', { colorScheme });
    for (const [name, colour] of Object.entries(palette)) {
      const least = name === 'land' || name === 'sea' ? 20_000 : 60;
      await expect.poll(() => countOf(page, colour), { ...LOOK, message: name }).toBeGreaterThan(least);
    }
  });

  it.each(['', 'embed/east-west.html?activate=load'])(
    'takes the place of the picture with its first frame, all drawn: /%s',
    async (path) => {
      const { page, close } = await open(path, {
        until: 'live',
        before: async (page) => void (await page.addInitScript(watchPlace)),
      });
      const first = () => page.evaluate(() => window.watched.first);
      await expect.poll(first).toMatch(/^data:image\/png/);
      const seen = await countColours(page, (await first())!.split(',')[1]!);
      expect(seen.get(LIGHT.teal) ?? 0, 'a corridor in the first frame').toBeGreaterThan(60);
      expect(seen.get(LIGHT.land) ?? 0, 'land in the first frame').toBeGreaterThan(20_000);
      const { gaps, unseen } = await page.evaluate(() => window.watched);
      expect(gaps, 'frames with neither picture nor map').toBe(0);
      expect(unseen, 'frames that were drawn for nobody').toBeLessThanOrEqual(1);
      await close();
    },
  );

  it('keeps the railway readable beside the corridor that shares its track', async () => {
    const page = await see('#10/40.68/46.36');
    await expect.poll(() => countOf(page, LIGHT.violet), LOOK).toBeGreaterThan(400);
    await expect.poll(() => countOf(page, LIGHT.teal), LOOK).toBeGreaterThan(400);
  });

  it('shows the bay before a port, which is land on the coarser coast, once it is seen from near', async () => {
    const page = await see('#12.5/39.99/53.03');
    const { x, y } = await findMiddle(page);
    const seaNear = async (): Promise<number> => {
      const png = await page.screenshot({ clip: { x: x - 20, y: y - 20, width: 40, height: 40 } });
      return (await countColours(page, png.toString('base64'))).get(LIGHT.sea) ?? 0;
    };
    await expect.poll(seaNear, LOOK).toBeGreaterThan(1500);
  });

  it('names what the pointer is on, picks it with a click, and lets it go with a click on open land', async () => {
    const page = await see(PORT);
    const port = await findMiddle(page);
    await pointAt(page, port, /Port of Baku/);
    await page.mouse.click(port.x, port.y);
    await page.getByRole('heading', { level: 2, name: /Port of Baku/ }).waitFor();
    await expect.poll(() => new URL(page.url()).searchParams.get('select')).toBe('alat-port');

    await see(`?select=alat-port${LAND}`);
    await page.mouse.click(port.x, port.y);
    await page.getByRole('heading', { level: 3, name: 'East–West corridor' }).waitFor();
    await expect.poll(() => new URL(page.url()).searchParams.get('select')).toBeNull();
  });

  it('picks the route whose line is clicked between two stations', async () => {
    const page = await see(TRACK);
    const { x, y } = await findMiddle(page);
    await pointAt(page, { x, y }, /East–West|Baku–Tbilisi–Kars/);
    await page.mouse.click(x, y);
    await page
      .getByRole('heading', { level: 2 })
      .filter({ hasText: /East–West|Baku–Tbilisi–Kars/ })
      .first()
      .waitFor();
    await expect.poll(() => new URL(page.url()).searchParams.get('select')).toMatch(/^(ew-|btk)/);
  });

  it('zooms by its buttons and by keys, and writes the camera into the address', async () => {
    const page = await see(PORT);
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await page.waitForFunction(() => location.hash.startsWith('#12/'));
    await page.locator('.maplibregl-canvas').press('-');
    await page.waitForFunction(() => location.hash.startsWith('#11/'));
    for (const name of ['Zoom out', 'Reset to north', 'Full screen']) {
      await expect.poll(() => page.getByRole('button', { name }).count(), { message: name }).toBe(1);
    }
    await expect.poll(() => page.locator('.maplibregl-ctrl-scale').innerText()).toMatch(/\d+\skm/);
    await expect.poll(() => page.locator('.maplibregl-ctrl-attrib').innerText()).toContain('Natural Earth');
  });

  it('tells where a key has moved it, and lists what is in view, to be walked with arrows and opened', async () => {
    const page = await see('#7/41.5/43.5');
    await page.locator('.maplibregl-canvas').focus();
    await page.keyboard.press('ArrowRight');
    const told = page.getByRole('status').filter({ hasText: /^The map shows .*Georgia.*; zoom 7$/ });
    await told.waitFor({ state: 'attached' });
    const list = page.getByRole('listbox', { name: 'Places and lines in view' });
    await list.focus();
    const chosen = list.getByRole('option', { selected: true });
    const first = await chosen.innerText();
    const ring = page.locator('.ring');
    const before = (await ring.boundingBox())!;
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => chosen.innerText()).not.toBe(first);
    expect(await ring.boundingBox()).not.toEqual(before);
    expect(await axe(page)).toEqual([]);
    const name = (await chosen.innerText()).split('\n')[0]!;
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('h2:focus').innerText()).toBe(name);
  });

  it('is a globe from far out', async () => {
    const page = await see('#1/40/60');
    await expect.poll(() => countOf(page, '238,242,245'), { ...LOOK, message: 'space round the globe' }).toBeGreaterThan(30_000);
  });

  it('draws all names with fonts of its own', async () => {
    const page = await see('#6/34.3/108.9');
    // A page notes so many of them only.
    await page.evaluate(() => performance.clearResourceTimings());
    await see('?lang=zh#6/34.3/108.9');
    const loaded = () =>
      page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => name.includes('chinese')).length);
    await expect.poll(loaded).toBeGreaterThan(0);
    const families = await page.evaluate(() =>
      [...document.fonts].filter(({ status }) => status === 'error').map(({ family }) => family),
    );
    expect(families).toEqual([]);
  });
});

describe('what lies on the map', () => {
  /** The colour of events, which disrupted lines share. */
  const MARK = '255,233,166';
  const TIMELINE = '#6.2/41.2/45.5';

  it('has events only where they are asked for: by a switch, which the address keeps, or on the time line', async () => {
    const page = await see(`?show=events${TIMELINE}`);
    await expect.poll(() => countOf(page, MARK), LOOK).toBeGreaterThan(200);
    const marked = await countOf(page, MARK);
    await see(TIMELINE);
    await expect.poll(() => countOf(page, MARK), LOOK).toBeLessThan(marked - 200);
    await page.getByRole('button', { name: 'Layers' }).click();
    await page.getByRole('checkbox', { name: 'Events on the map' }).check();
    await expect.poll(() => new URL(page.url()).searchParams.get('show')).toBe('events');
    await page.keyboard.press('Escape');
  });

  it('says that it is schematic from where what is drawn is coarser than what is seen', async () => {
    const page = await see('#10.4/40/49.4');
    const note = page.getByText('Schematic from here on');
    await note.waitFor();
    await page.getByRole('button', { name: 'Zoom out' }).click();
    await note.waitFor({ state: 'hidden' });
  });

  it('leaves the lines of the first view free: the key is one line at the foot, the layers open beside it and close by Escape', async () => {
    const page = await see();
    const map = (await page.locator('.maplibregl-canvas').boundingBox())!;
    const key = (await page.getByRole('group', { name: 'Legend' }).boundingBox())!;
    expect(key.height).toBeLessThan(36);
    expect(map.y + map.height - key.y).toBeLessThan(36);
    const opener = page.getByRole('button', { name: 'Layers' });
    await opener.click();
    await page.getByRole('region', { name: 'Layers' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('region', { name: 'Layers' }).waitFor({ state: 'detached' });
    await expect.poll(() => opener.evaluate((element) => element === document.activeElement)).toBe(true);
  });
});

describe('the layers', () => {
  const LINE = '#5/38.2/49.6';

  it('takes a corridor off the map, says so in the address, and brings it back', async () => {
    const page = await see(LINE);
    await expect.poll(() => countOf(page, LIGHT.orange), LOOK).toBeGreaterThan(500);
    await page.getByRole('button', { name: 'Layers' }).click();
    await page.getByRole('checkbox', { name: 'North–South corridor' }).uncheck();
    await expect.poll(() => new URL(page.url()).searchParams.get('hide')?.split(',')).toContain('north-south');
    await expect.poll(() => countOf(page, LIGHT.orange), LOOK).toBeLessThan(200);
    await see(new URL(page.url()).search + LINE);
    expect(await page.getByRole('checkbox', { name: 'North–South corridor' }).isChecked()).toBe(false);
    await page.getByRole('button', { name: 'Show all again' }).click();
    await expect.poll(() => page.getByRole('checkbox', { name: 'North–South corridor' }).isChecked()).toBe(true);
    await expect.poll(() => new URL(page.url()).searchParams.has('hide')).toBe(false);
    await expect.poll(() => countOf(page, LIGHT.orange), LOOK).toBeGreaterThan(500);
    await page.keyboard.press('Escape');
  });

  it('goes back to a year in which the railway to Kars was not there', async () => {
    const page = await see('#10/40.9/43.25');
    await expect.poll(() => countOf(page, LIGHT.violet), LOOK).toBeGreaterThan(400);
    const now = await countOf(page, LIGHT.violet);
    await see('?year=2010#10/40.9/43.25');
    // What is left is the sample in the key.
    await expect.poll(() => countOf(page, LIGHT.violet), LOOK).toBeLessThan(now / 2);
  });
});

describe('the mountains', () => {
  it('are shaded once the map is live, until the reader hides them', async () => {
    const page = await see('#4/40/48');
    const land = () => countOf(page, LIGHT.land);
    await page.getByRole('button', { name: 'Layers' }).click();
    const choice = page.getByRole('checkbox', { name: 'Mountains' });
    await choice.uncheck();
    await expect.poll(land, LOOK).toBeGreaterThan(20_000);
    const plain = await land();
    await choice.check();
    await expect.poll(land, LOOK).toBeLessThan(0.95 * plain);
    await choice.uncheck();
    await expect.poll(land, LOOK).toBeGreaterThan(0.99 * plain);
    await page.keyboard.press('Escape');
  });
});

describe('the detailed base map', () => {
  const HOST = 'tile.openstreetmap.org';

  let opened: Opened;
  beforeAll(async () => {
    opened = await open('#6/41/45', {
      expected: new RegExp(HOST.replaceAll('.', '\\.')),
      before: async (page) => void (await page.route(`https://${HOST}/**`, (route) => route.abort())),
    });
  });
  afterAll(() => opened.close());

  async function ask({ page, foreign }: Opened): Promise<void> {
    await page.getByRole('button', { name: 'Layers' }).click();
    await page.getByRole('radio', { name: 'OpenStreetMap Foundation' }).check();
    await page.getByText(`(${HOST})`).waitFor();
    expect(foreign).toEqual([]);
  }

  it('names its provider before it is contacted, and stays plain where the reader refuses', async () => {
    const { page, foreign } = opened;
    await ask(opened);
    await page.getByRole('button', { name: 'Keep the simple map' }).click();
    await expect.poll(() => page.getByRole('radio', { name: 'Simple (hosted here)' }).isChecked()).toBe(true);
    expect(foreign).toEqual([]);
    await page.keyboard.press('Escape');
  });

  it('falls back with a message where the provider cannot be reached', async () => {
    const { page, foreign } = opened;
    await hasMap(page);
    await ask(opened);
    await page.getByRole('button', { name: `Load from ${HOST}` }).click();
    await page.getByText(`The base map from ${HOST} could not be loaded.`).waitFor();
    expect(foreign.every((url) => url.startsWith(`https://${HOST}/`))).toBe(true);
    foreign.length = 0;
  });
});

it('takes the whole product for its size on a large screen', async () => {
  const page = await see('', { viewport: { ...DESKTOP, width: 1920 } });
  await expect.poll(async () => (await page.locator('.maplibregl-canvas').boundingBox())!.width).toBeGreaterThan(1400);
});
