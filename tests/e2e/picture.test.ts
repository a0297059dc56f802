/** The drawn pictures against the live map, and the page without script or WebGL. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { FLAT_ZOOM, GLOBE_ZOOM, createProjection } from '../../src/core/geo/projection.ts';
import { hasMap, isLive, PHONE, useAtlas } from './atlas.ts';
import { readCamera } from '../../src/core/geo/camera-hash.ts';

const atlas = useAtlas();

/** On the globe, on the way to the flat map, and there. `reach`: degrees from the middle to the places that are looked for. */
const CAMERAS = [
  { zoom: 2.6, lon: 62, lat: 41, reach: 26 },
  { zoom: 4.3, lon: 50, lat: 41, reach: 8 },
  { zoom: 5.6, lon: 48, lat: 41, reach: 3 },
];
/** Ten places round the middle, of which no two are near each other. */
const placesRound = ({ lon, lat, reach }: (typeof CAMERAS)[number]): [number, number][] =>
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((i) => {
    const far = reach * (0.35 + 0.065 * i);
    return [lon + 1.3 * far * Math.cos(i * 2.4), lat + far * Math.sin(i * 2.4) * 0.8];
  });
const SIZE = { width: 900, height: 640 };

/** A page with MapLibre alone and a dot at each place; answers where the middle of each dot is drawn, from the pixels. */
async function probe(page: Page): Promise<void> {
  const file = (name: string) => readFileSync(`node_modules/maplibre-gl/dist/${name}`);
  const script = (body: string | Buffer) => ({ contentType: 'text/javascript', body });
  await page.route('**/probe/*', (route) => {
    const name = new URL(route.request().url()).pathname.split('/').at(-1)!;
    if (name.endsWith('.mjs') && name !== 'probe.mjs') return route.fulfill(script(file(name)));
    if (name === 'probe.mjs') {
      return route.fulfill(
        script(`
          import { Map, setWorkerUrl } from './maplibre-gl.mjs';
          setWorkerUrl(new URL('./maplibre-gl-worker.mjs', import.meta.url).href);
          let map;
          globalThis.locate = (camera, places) => new Promise((done) => {
            const dots = { type: 'FeatureCollection', features: places.map((coordinates) => ({ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates } })) };
            const view = { center: [camera.lon, camera.lat], zoom: camera.zoom };
            map?.getSource('dots').setData(dots);
            map?.jumpTo(view);
            map ??= new Map({
              ...view, container: 'map', attributionControl: false, fadeDuration: 0,
              canvasContextAttributes: { preserveDrawingBuffer: true, antialias: false }, pixelRatio: 1,
              style: { version: 8, projection: { type: ['interpolate', ['linear'], ['zoom'], ${GLOBE_ZOOM}, 'vertical-perspective', ${FLAT_ZOOM}, 'mercator'] },
                sources: { dots: { type: 'geojson', data: dots } },
                layers: [{ id: 'back', type: 'background', paint: { 'background-color': '#000' } },
                  { id: 'dots', type: 'circle', source: 'dots', paint: { 'circle-radius': 5, 'circle-color': '#f0f' } }] },
            });
            map.once('idle', () => {
              const canvas = map.getCanvas();
              const copy = Object.assign(document.createElement('canvas'), { width: canvas.width, height: canvas.height });
              const context = copy.getContext('2d');
              context.drawImage(canvas, 0, 0);
              const { data } = context.getImageData(0, 0, copy.width, copy.height);
              const found = [];
              for (let i = 0; i < data.length; i += 4) if (data[i] > 128 && data[i + 2] > 128) found.push([(i / 4) % copy.width + 0.5, Math.floor(i / 4 / copy.width) + 0.5]);
              done(found);
            });
          });
          globalThis.ready = true;`),
      );
    }
    return route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><body><div id="map"></div><script type="module" src="probe.mjs"></script>`,
    });
  });
}

describe('a picture', () => {
  it('puts places where MapLibre draws them, within 2 px: on the globe, on the way to the flat map, and there', async () => {
    const { page, close } = await atlas.open('probe/index.html', { until: 'document', before: probe });
    await page.waitForFunction('globalThis.ready === true');
    await page.evaluate(({ width, height }) => {
      const { style } = document.getElementById('map')!;
      [style.width, style.height] = [`${width}px`, `${height}px`];
    }, SIZE);
    for (const camera of CAMERAS) {
      const places = placesRound(camera);
      const pixels = await page.evaluate<[number, number][]>(
        `globalThis.locate(${JSON.stringify(camera)}, ${JSON.stringify(places)})`,
      );
      const view = createProjection(camera, SIZE);
      for (const [lon, lat] of places) {
        const [x, y] = view.project(lon, lat);
        const near = pixels.filter(([px, py]) => Math.hypot(px - x, py - y) < 12);
        const middle = [0, 1].map((axis) => near.reduce((sum, point) => sum + point[axis as 0], 0) / near.length) as [
          number,
          number,
        ];
        expect(Math.hypot(middle[0] - x, middle[1] - y), `${lon} ${lat} at zoom ${camera.zoom}`).toBeLessThan(2);
      }
    }
    await close();
  });

  it('is there before any script and without one, in the colours of the system, with the routes and their lengths', async () => {
    const { page, problems, close } = await atlas.open('', { until: 'document', javaScriptEnabled: false, colorScheme: 'dark' });
    const picture = page.locator('#picture .wide svg');
    await expect.poll(() => picture.isVisible()).toBe(true);
    // What the live map reads to take its place.
    await expect.poll(() => picture.getAttribute('data-camera')).toMatch(/^[\d.]+\/[\d.]+\/[\d.]+$/);
    await expect.poll(() => picture.locator('text').count()).toBeGreaterThan(20);
    await expect.poll(() => page.locator('#picture .narrow').isVisible()).toBe(false);
    await expect.poll(() => page.locator('.list li').count()).toBeGreaterThan(5);
    await expect.poll(() => page.locator('.list').innerText()).toMatch(/\d\skm/);
    const sea = picture.locator('.f-sea').first();
    await expect
      .poll(() => sea.evaluate((node) => getComputedStyle(node).fill))
      .not.toBe(await sea.evaluate((node) => node.getAttribute('fill')));
    expect(problems).toEqual([]);
    await close();
  });

  it('is of what the address asks for until the map is live, by the camera of the map, else of the whole, set back', async () => {
    const { page, close } = await atlas.open('?select=btk&lang=ru', { viewport: PHONE, colorScheme: 'dark' });
    const own = page.locator('.map > .picture:not(#picture) > svg[lang=ru]');
    const awaited = page.locator('.map > .map-note[aria-hidden]');
    await expect.poll(() => own.textContent()).toMatch(/Тбилиси.*Баку|Баку.*Тбилиси/s);
    await expect.poll(() => own.evaluate((svg) => svg.parentElement!.contains(document.elementFromPoint(200, 200)))).toBe(true);
    await expect.poll(() => awaited.count()).toBe(0);
    const [zoom, lat, lon] = (await own.getAttribute('data-camera'))!.split('/').map(Number);
    await hasMap(page);
    await isLive(page);
    await expect.poll(() => page.locator('.map > .picture').count()).toBe(0);
    // No address has a camera before the reader has moved the map, be it there and back.
    expect(new URL(page.url()).hash).toBe('');
    const getDistance = () => {
      const camera = readCamera(new URL(page.url()).hash);
      return camera ? Math.abs(camera.zoom - zoom!) + Math.abs(camera.lat - lat!) + Math.abs(camera.lon - lon!) : NaN;
    };
    const canvas = page.locator('.maplibregl-canvas');
    await canvas.press('ArrowRight');
    await expect.poll(getDistance).toBeGreaterThan(0.1);
    await canvas.press('ArrowLeft');
    // The map is a pixel lower than the picture.
    await expect.poll(getDistance).toBeLessThan(0.1);
    await close();

    const [ready] = JSON.parse(readFileSync('geo/context/comparisons.json', 'utf8')) as [{ compare: string[] }];
    const other = await atlas.open('?select=aktau-port');
    await expect.poll(() => other.page.locator('.map > #picture.elsewhere svg').first().isVisible()).toBe(true);
    await expect.poll(() => other.page.locator('.map > .map-note[aria-hidden]').innerText()).toBe('Loading…');
    await other.page.goto(`${new URL(other.page.url()).origin}/?panel=compare&compare=${ready.compare.join(',')}`);
    await expect.poll(() => other.page.locator('.map > .picture:not(#picture) > svg').count()).toBe(1);
    await other.close();
  });

  it('keeps the first page under 60 kB with its picture, style and script left out', () => {
    const html = readFileSync('dist/index.html');
    const css = /href="\.\/(assets\/index-[^"]+\.css)"/.exec(html.toString())![1]!;
    expect(gzipSync(html).length + gzipSync(readFileSync(`dist/${css}`)).length).toBeLessThan(60_000);
  });

  it('takes the place of the map where there is no WebGL, and goes where the reader goes', async () => {
    const { page, close } = await atlas.open('', {
      until: 'document',
      viewport: PHONE,
      before: async (opened) => {
        await opened.addInitScript(() => {
          HTMLCanvasElement.prototype.getContext = () => null;
        });
      },
      expected: /WebGL/,
    });
    const shown = page.locator('.map > .picture:not([hidden]) > svg');
    await shown.waitFor();
    const before = await shown.getAttribute('data-camera');
    await page.locator('#list .cards a').first().click();
    await page.waitForFunction(
      (old) => document.querySelector('.map > .picture:not([hidden]) > svg')?.getAttribute('data-camera') !== old,
      before,
    );
    await close();
  });
});

describe('the map taken along', () => {
  it('is saved as SVG, PNG, GPX and KML and printed, once the live map has taken the picture’s place', async () => {
    const { page, close } = await atlas.open('', { until: 'live', viewport: { width: 800, height: 600 } });
    await expect.poll(() => page.locator('#picture').isVisible()).toBe(false);

    await page.locator('#list .cards a').first().click();
    await page.getByRole('banner').getByRole('button', { name: 'Share' }).click();
    const save = async (label: string | RegExp) => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('dialog').getByRole('button', { name: label, exact: true }).click(),
      ]);
      return { name: download.suggestedFilename(), content: readFileSync(await download.path()) };
    };
    const svg = await save('SVG');
    expect(svg.name).toMatch(/\.svg$/);
    expect(svg.content.toString()).toMatch(/^<svg .*<\/svg>$/s);
    expect(svg.content.toString()).not.toMatch(/(href|src|url\()=?["']?https?:|style=|<script/);
    const png = await save('PNG');
    expect(png.content.subarray(1, 4).toString()).toBe('PNG');
    expect(png.content.length).toBeGreaterThan(20_000);
    expect((await save('GPX')).content.toString()).toMatch(/<gpx .*<trkpt /s);
    expect((await save('KML')).content.toString()).toMatch(/<kml.*<coordinates>/s);

    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', 'true');
    });
    await page.getByRole('dialog').getByRole('button', { name: 'Print on A4' }).click();
    await page.locator('body[data-printed] .print-sheet > svg').waitFor({ state: 'attached' });
    await page.emulateMedia({ media: 'print' });
    await expect.poll(() => page.locator('.print-sheet').isVisible()).toBe(true);
    await expect.poll(() => page.locator('.app').isVisible()).toBe(false);
    await close();
  });
});
