/** The sheet of a phone: dragged, lowered by what is picked, and as it was on the way back. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { createProjection } from '../../src/core/geo/projection.ts';
import { readCamera } from '../../src/core/geo/camera-hash.ts';
import { hasMap, PHONE, useAtlas } from './atlas.ts';

const { visit } = useAtlas();

/** Height of the sheet at its lowest. */
const PEEK = 148;
const getHeight = async (page: Page): Promise<number> => Math.round((await page.locator('#list').boundingBox())!.height);
const getRoom = (page: Page): Promise<number> => page.locator('main').evaluate((main) => main.clientHeight);
const getScroll = (page: Page): Promise<number> => page.locator('#panel').evaluate((panel) => Math.round(panel.scrollTop));

/** Drags the grip by pixels, downwards positive: far enough to come to a rest at whatever speed. */
async function drag(page: Page, by: number): Promise<void> {
  const grip = (await page.locator('.grip').boundingBox())!;
  const [x, y] = [grip.x + grip.width / 2, grip.y + 10];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y + by, { steps: 8 });
  await page.mouse.up();
}

/** Brings the page that the tests share to a path, with the sheet half-way, as on one that has just been opened. */
async function see(path: string): Promise<Page> {
  const page = await visit(path, { viewport: PHONE });
  if ((await page.locator('.app').getAttribute('data-sheet')) !== '1') {
    await page.locator('.grip').click({ position: { x: 195, y: 10 } });
  }
  await page.locator('.app[data-sheet="1"]').waitFor();
  return page;
}

describe('the sheet of a phone', () => {
  it('is dragged up to full height and down to a peek, and a touch brings it half-way', async () => {
    const page = await see('');
    const room = await getRoom(page);
    await expect.poll(() => getHeight(page)).toBe(Math.round(room / 2));
    await drag(page, -room / 2.5);
    await expect.poll(() => getHeight(page)).toBe(room);
    await drag(page, 0.85 * room);
    await expect.poll(() => getHeight(page)).toBe(PEEK);
    // A touch without a move is enough for those who cannot drag.
    await page.locator('.grip').click({ position: { x: 195, y: 10 } });
    await expect.poll(() => getHeight(page)).toBe(Math.round(room / 2));
  });

  it('is as it was, and scrolled to where it was, after "back"', async () => {
    const page = await see('');
    await page.getByRole('button', { name: 'Show more of the details' }).press('Enter');
    const room = await getRoom(page);
    await expect.poll(() => getHeight(page)).toBe(room);
    await page.locator('#panel').evaluate((panel) => panel.scrollTo({ top: 260 }));
    await expect.poll(() => getScroll(page)).toBe(260);
    await page.locator('#panel').getByText('Baku–Tbilisi–Kars railway').first().click();
    await page.getByRole('heading', { level: 2, name: 'Baku–Tbilisi–Kars railway' }).waitFor();
    await expect.poll(() => getScroll(page)).toBe(0);
    await expect.poll(() => getHeight(page)).toBe(Math.round(room / 2));
    await page.goBack();
    await expect.poll(() => getHeight(page)).toBe(room);
    await expect.poll(() => getScroll(page)).toBe(260);
  });

  it('gives way to what is shown, which the map fits into the part above it', async () => {
    const page = await see('?select=northern');
    await hasMap(page);
    await page.getByRole('button', { name: 'Show more of the details' }).press('Enter');
    const room = await getRoom(page);
    await expect.poll(() => getHeight(page)).toBe(room);
    await page.getByRole('button', { name: 'Show on the map' }).click();
    await expect.poll(() => getHeight(page)).toBe(PEEK);
    await expect.poll(() => readCamera(new URL(page.url()).hash)).toBeTruthy();
    const camera = readCamera(new URL(page.url()).hash)!;
    const size = { width: PHONE.width, height: room };
    const view = createProjection(camera, size, { distance: 1.5 * room, shift: 0, foot: PEEK });
    for (const [lon, lat] of [
      [108.9, 34.3],
      [71.4, 51.1],
      [37.6, 55.8],
      [6.8, 51.4],
    ] as const) {
      const [x, y] = view.project(lon, lat);
      expect(view.isVisible(lon, lat)).toBe(true);
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(size.width);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(room - PEEK);
    }
  });
});
