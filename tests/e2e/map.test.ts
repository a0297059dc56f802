import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { axe, DESKTOP, hasMap, type Opened, useAtlas } from './atlas.ts';

const { open } = useAtlas();

/** The middle of the map on the desktop, where the camera of the address looks. */
async function middle({ page }: Opened): Promise<{ x: number; y: number }> {
  const box = (await page.locator('.maplibregl-canvas').boundingBox())!;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

const LIVE = { until: 'live' } as const;

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
const colours = async ({ page }: Opened): Promise<Map<string, number>> =>
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

const LIGHT = { teal: '0,117,122', orange: '196,79,0', violet: '122,47,168', land: '246,243,236', sea: '207,223,232' };
const DARK = { teal: '53,201,196', orange: '255,148,71', violet: '207,148,245', land: '38,41,45', sea: '20,33,44' };

describe('the map', () => {
  it.each([
    ['light', LIGHT],
    ['dark', DARK],
  ] as const)('shows corridors and railway over land and sea in the %s theme', async (colorScheme, palette) => {
    const opened = await open('', { until: 'live', colorScheme });
    const seen = await colours(opened);
    for (const [name, colour] of Object.entries(palette)) {
      expect(seen.get(colour) ?? 0, name).toBeGreaterThan(name === 'land' || name === 'sea' ? 20_000 : 60);
    }
    await opened.close();
  });

  it.each(['', 'embed/east-west.html?activate=load'])(
    'takes the place of the picture with its first frame, all drawn: /%s',
    async (path) => {
      const { page, close } = await open(path, { ...LIVE, before: async (page) => void (await page.addInitScript(watchPlace)) });
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
    const opened = await open('#10/40.68/46.36', LIVE);
    const seen = await colours(opened);
    expect(seen.get(LIGHT.violet) ?? 0).toBeGreaterThan(400);
    expect(seen.get(LIGHT.teal) ?? 0).toBeGreaterThan(400);
    await opened.close();
  });

  it('shows the bay before a port, which is land on the coarser coast, once it is seen from near', async () => {
    const opened = await open('#12.5/39.99/53.03', LIVE);
    const { x, y } = await middle(opened);
    const png = await opened.page.screenshot({ clip: { x: x - 20, y: y - 20, width: 40, height: 40 } });
    const seen = await countColours(opened.page, png.toString('base64'));
    expect(seen.get(LIGHT.sea) ?? 0).toBeGreaterThan(1500);
    await opened.close();
  });

  it('names what the pointer is on, picks it with a click, and lets it go with a click on open land', async () => {
    const opened = await open(PORT, LIVE);
    const { page } = opened;
    const { x, y } = await middle(opened);
    await page.mouse.move(x, y);
    await page.locator('.tip').getByText('Port of Baku').waitFor();
    await page.mouse.click(x, y);
    await page.getByRole('heading', { level: 2, name: /Port of Baku/ }).waitFor();
    await expect.poll(() => new URL(page.url()).searchParams.get('select')).toBe('alat-port');
    await opened.close();

    const away = await open(`?select=alat-port${LAND}`, LIVE);
    const at = await middle(away);
    await away.page.mouse.click(at.x, at.y);
    await away.page.getByRole('heading', { level: 3, name: 'East–West corridor' }).waitFor();
    await expect.poll(() => new URL(away.page.url()).searchParams.get('select')).toBeNull();
    await away.close();
  });

  it('picks the route whose line is clicked between two stations', async () => {
    const opened = await open(TRACK, LIVE);
    const { x, y } = await middle(opened);
    await opened.page.mouse.click(x, y);
    await opened.page
      .getByRole('heading', { level: 2 })
      .filter({ hasText: /East–West|Baku–Tbilisi–Kars/ })
      .first()
      .waitFor();
    await expect.poll(() => new URL(opened.page.url()).searchParams.get('select')).toMatch(/^(ew-|btk)/);
    await opened.close();
  });

  it('zooms by its buttons and by keys, and writes the camera into the address', async () => {
    const opened = await open(PORT);
    const { page } = opened;
    await hasMap(page);
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await page.waitForFunction(() => location.hash.startsWith('#12/'));
    await page.locator('.maplibregl-canvas').press('-');
    await page.waitForFunction(() => location.hash.startsWith('#11/'));
    for (const name of ['Zoom out', 'Reset to north', 'Full screen']) {
      await expect.poll(() => page.getByRole('button', { name }).count(), { message: name }).toBe(1);
    }
    await expect.poll(() => page.locator('.maplibregl-ctrl-scale').innerText()).toMatch(/\d+\skm/);
    await expect.poll(() => page.locator('.maplibregl-ctrl-attrib').innerText()).toContain('Natural Earth');
    await opened.close();
  });

  it('tells where a key has moved it, and lists what is in view, to be walked with arrows and opened', async () => {
    const { page, close } = await open('#7/41.5/43.5', LIVE);
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
    await close();
  });

  it('is a globe from far out', async () => {
    const opened = await open('#1/40/60', LIVE);
    const seen = await colours(opened);
    expect(seen.get('238,242,245') ?? 0, 'space round the globe').toBeGreaterThan(30_000);
    await opened.close();
  });

  it('draws all names with fonts of its own', async () => {
    const opened = await open('?lang=zh#6/34.3/108.9', LIVE);
    const loaded = () =>
      opened.page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => name.includes('chinese')).length);
    await expect.poll(loaded).toBeGreaterThan(0);
    const families = await opened.page.evaluate(() =>
      [...document.fonts].filter(({ status }) => status === 'error').map(({ family }) => family),
    );
    expect(families).toEqual([]);
    await opened.close();
  });
});

describe('what lies on the map', () => {
  /** The colour of events, which disrupted lines share. */
  const MARK = '255,233,166';
  const TIMELINE = '#6.2/41.2/45.5';

  it('has events only where they are asked for: by a switch, which the address keeps, or on the time line', async () => {
    const plain = (await openAt(TIMELINE)).get(MARK) ?? 0;
    expect((await openAt(`?show=events${TIMELINE}`)).get(MARK) ?? 0).toBeGreaterThan(plain + 200);
    const { page, close } = await open();
    await page.getByRole('button', { name: 'Layers' }).click();
    await page.getByRole('checkbox', { name: 'Events on the map' }).check();
    await expect.poll(() => new URL(page.url()).searchParams.get('show')).toBe('events');
    await close();
  });

  async function openAt(path: string): Promise<Map<string, number>> {
    const opened = await open(path, LIVE);
    const seen = await colours(opened);
    await opened.close();
    return seen;
  }

  it('says that it is schematic from where what is drawn is coarser than what is seen', async () => {
    const { page, close } = await open('#10.4/40/49.4', LIVE);
    const note = page.getByText('Schematic from here on');
    await note.waitFor();
    await page.getByRole('button', { name: 'Zoom out' }).click();
    await note.waitFor({ state: 'hidden' });
    await close();
  });

  it('leaves the lines of the first view free: the key is one line at the foot, the layers open beside it and close by Escape', async () => {
    const opened = await open('', LIVE);
    const { page } = opened;
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
    await opened.close();
  });
});

describe('the layers', () => {
  const LINE = '#5/38.2/49.6';

  it('takes a corridor off the map, says so in the address, and brings it back', async () => {
    const opened = await open(LINE, LIVE);
    const { page } = opened;
    expect((await colours(opened)).get(LIGHT.orange) ?? 0).toBeGreaterThan(500);
    await page.getByRole('button', { name: 'Layers' }).click();
    await page.getByRole('checkbox', { name: 'North–South corridor' }).uncheck();
    await expect.poll(() => new URL(page.url()).searchParams.get('hide')?.split(',')).toContain('north-south');
    const without = await open(new URL(page.url()).search + LINE, LIVE);
    expect((await colours(without)).get(LIGHT.orange) ?? 0).toBeLessThan(200);
    await without.close();
    await page.getByRole('button', { name: 'Show all again' }).click();
    await expect.poll(() => page.getByRole('checkbox', { name: 'North–South corridor' }).isChecked()).toBe(true);
    await expect.poll(() => new URL(page.url()).searchParams.has('hide')).toBe(false);
    await opened.close();
  });

  it('shows the other ways only when they are asked for', async () => {
    const opened = await open();
    const { page } = opened;
    await page.getByRole('button', { name: 'Layers' }).click();
    await page.getByText('For comparison').locator('visible=true').first().click();
    const northern = page.getByRole('checkbox', { name: /Northern|Trans-Siberian/ }).first();
    await expect.poll(() => northern.isChecked()).toBe(false);
    await northern.check();
    await expect.poll(() => new URL(page.url()).searchParams.has('hide')).toBe(true);
    await opened.close();
  });

  it('goes back to a year in which the railway to Kars was not there', async () => {
    const now = await open('#10/40.9/43.25', LIVE);
    const then = await open('?year=2010#10/40.9/43.25', LIVE);
    const [violetNow, violetThen] = [await colours(now), await colours(then)].map((seen) => seen.get(LIGHT.violet) ?? 0);
    // What is left is the sample in the key.
    expect(violetThen).toBeLessThan((violetNow ?? 0) / 2);
    await now.close();
    await then.close();
  });

  it('says so when the filters hide every line', async () => {
    const opened = await open('?hide-mode=rail,sea,road');
    await opened.page.getByText('The filters hide every line.').waitFor();
    await opened.close();
  });

  it('opens the statement on borders and names', async () => {
    const opened = await open();
    const { page } = opened;
    await page.getByRole('button', { name: 'Layers' }).click();
    await page.getByRole('button', { name: 'Disputed or undetermined border' }).click();
    const dialog = page.getByRole('dialog', { name: 'How disputed borders and names are shown' });
    await dialog
      .getByText(/Crimea/)
      .first()
      .waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await opened.close();
  });
});

describe('the mountains', () => {
  it('are shaded once the map is live, until the reader hides them', async () => {
    const opened = await open('', LIVE);
    const land = async () => (await colours(opened)).get(LIGHT.land) ?? 0;
    await opened.page.getByRole('button', { name: 'Layers' }).click();
    const choice = opened.page.getByRole('checkbox', { name: 'Mountains' });
    await choice.uncheck();
    await expect.poll(land).toBeGreaterThan(20_000);
    const plain = await land();
    await choice.check();
    await expect.poll(land).toBeLessThan(0.95 * plain);
    await choice.uncheck();
    await expect.poll(land).toBeGreaterThan(0.99 * plain);
    await opened.close();
  });
});

describe('the detailed base map', () => {
  const HOST = 'tile.openstreetmap.org';

  async function ask(opened: Opened): Promise<void> {
    await opened.page.getByRole('button', { name: 'Layers' }).click();
    await opened.page.getByRole('radio', { name: 'OpenStreetMap Foundation' }).check();
    await opened.page.getByText(`(${HOST})`).waitFor();
    expect(opened.foreign).toEqual([]);
  }

  it('names its provider before it is contacted, and stays plain where the reader refuses', async () => {
    const opened = await open('#6/41/45');
    await ask(opened);
    await opened.page.getByRole('button', { name: 'Keep the simple map' }).click();
    await expect.poll(() => opened.page.getByRole('radio', { name: 'Simple (hosted here)' }).isChecked()).toBe(true);
    await opened.close();
  });

  it('falls back with a message where the provider cannot be reached', async () => {
    const opened = await open('#6/41/45', {
      expected: new RegExp(HOST.replaceAll('.', '\\.')),
      before: async (page) => void (await page.route(`https://${HOST}/**`, (route) => route.abort())),
    });
    await hasMap(opened.page);
    await ask(opened);
    await opened.page.getByRole('button', { name: `Load from ${HOST}` }).click();
    await opened.page.getByText(`The base map from ${HOST} could not be loaded.`).waitFor();
    expect(opened.foreign.every((url) => url.startsWith(`https://${HOST}/`))).toBe(true);
    opened.foreign.length = 0;
    await opened.close();
  });
});

it('takes the whole product for its size on a large screen', async () => {
  const opened = await open('', { viewport: { ...DESKTOP, width: 1920 } });
  await hasMap(opened.page);
  const box = (await opened.page.locator('.maplibregl-canvas').boundingBox())!;
  expect(box.width).toBeGreaterThan(1400);
  await opened.close();
});
