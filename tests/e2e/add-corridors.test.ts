import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import type { Map as MapLibreMap, StyleSpecification } from 'maplibre-gl';
import type { Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import type { addCorridors, Corridors, CorridorsError, Picked } from '../../static/add-corridors.d.ts';
import { CHROMIUM_FLAGS } from '../../tools/dev/chromium.ts';

declare global {
  /** What the page of the host puts on its window for the test. */
  interface Window {
    map: MapLibreMap;
    addCorridors: typeof addCorridors;
    isReady: boolean | null;
    handle: Corridors;
    picked: (Picked | null)[];
    errors: CorridorsError[];
  }
}

const MAPLIBRE = join(dirname(createRequire(import.meta.url).resolve('maplibre-gl/package.json')), 'dist');
const TYPES: Record<string, string> = {
  '.mjs': 'text/javascript',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.html': 'text/html',
};

/** A bare MapLibre page with a layer and names of its own, as somebody might have it. */
const hostPage = (atlas: string): string => `<!doctype html><html lang="en"><title>Host</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/maplibre-gl.css"><div id="map" style="width:900px;height:600px"></div>
<script type="module">
import * as maplibregl from '/maplibre-gl.mjs';
import { addCorridors } from '${atlas}add-corridors.js';
maplibregl.setWorkerUrl('/maplibre-gl-worker.mjs');
const point = { type: 'Feature', geometry: { type: 'Point', coordinates: [44, 46] }, properties: {} };
window.addCorridors = addCorridors;
window.picked = [];
window.errors = [];
window.map = new maplibregl.Map({ container: 'map', center: [46.5, 41], zoom: 5, style: { version: 8,
  sources: { nodes: { type: 'geojson', data: point } },
  layers: [{ id: 'ground', type: 'background', paint: { 'background-color': '#eee' } },
    { id: 'nodes', type: 'symbol', source: 'nodes', layout: { 'text-field': 'Host', 'text-font': ['sans-serif'] } }] } });
</script>`;

let server: Server;
let page: Page;
let stop: () => Promise<void>;
const problems: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    const name = (request.url ?? '/').slice(1).split('?')[0] ?? '';
    try {
      const body = name === '' ? hostPage(inject('url')) : readFileSync(join(MAPLIBRE, name));
      response
        .writeHead(200, { 'Content-Type': TYPES[name === '' ? '.html' : extname(name)] ?? 'application/octet-stream' })
        .end(body);
    } catch {
      // No such file of MapLibre: the browser is told, and the test fails by the error that it logs.
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The host has no port.');
  const browser = await chromium.launch({ executablePath: inject('browser'), args: CHROMIUM_FLAGS });
  page = await browser.newPage({ viewport: { width: 960, height: 660 } });
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(String(error)));
  await page.goto(`http://127.0.0.1:${address.port}/`);
  await page.waitForFunction(() => window.map?.getStyle() !== undefined);
  stop = async () => {
    await browser.close();
    server.close();
  };
});
afterAll(() => stop());

const style = (): Promise<string> => page.evaluate(() => JSON.stringify(window.map.getStyle()));
const ids = (): Promise<string[]> => page.evaluate(() => window.map.getLayersOrder());
/** Adds the network, and waits in the page: a promise that the browser's protocol awaits may be collected before it is settled. */
async function add(): Promise<boolean> {
  await page.evaluate(() => {
    const host = window;
    host.isReady = null;
    host.handle = host.addCorridors(host.map, {
      lang: 'tr',
      before: 'nodes',
      corridors: ['east-west', 'no-such'],
      onSelect: (picked) => host.picked.push(picked),
      onError: (error) => host.errors.push(error),
    });
    void host.handle.ready.then((isReady) => {
      host.isReady = isReady;
    });
  });
  await page.waitForFunction(() => window.isReady !== null);
  return page.evaluate(() => window.isReady === true);
}

it('adds the network to a map on another origin, selects by click, survives a new style, and leaves no trace', async () => {
  const before = await style();

  // A layer that is not there: told of, and nothing is left half-added.
  const refused = await page.evaluate(async () => {
    const { addCorridors, map } = window;
    const errors: CorridorsError[] = [];
    const ready = await addCorridors(map, { before: 'nowhere', onError: (error) => errors.push(error) }).ready;
    return { ready, codes: errors.map(({ code, params }) => `${code} ${params['option']}`) };
  });
  expect(refused).toEqual({ ready: false, codes: ['bad-option before'] });
  await expect.poll(() => style()).toBe(before);

  // Added under the host's names; an unknown id is told of and dropped alone.
  expect(await add()).toBe(true);
  expect(await page.evaluate(() => window.errors.map(({ code, params }) => `${code} ${params['id']}`))).toEqual([
    'unknown-id no-such',
  ]);
  const added = await ids();
  expect(added[0]).toBe('ground');
  expect(added.at(-1)).toBe('nodes');
  expect(added.slice(1, -1).every((id) => id.startsWith('corridor-atlas-'))).toBe(true);
  expect(added.length).toBeGreaterThan(15);

  // A click on a place selects it, by its name in the language that was asked for.
  const at = await page.evaluate(async () => {
    const { map, handle } = window;
    handle.fit('btk', 60);
    await map.once('idle');
    const { x, y } = map.project([44.7999, 41.7]);
    const seen = map
      .queryRenderedFeatures({ layers: ['corridor-atlas-nodes'] })
      .find(({ properties }) => properties['rank'] === 1);
    const place = seen?.geometry.type === 'Point' ? map.project(seen.geometry.coordinates as [number, number]) : { x, y };
    const box = map.getCanvas().getBoundingClientRect();
    return {
      x: box.left + place.x,
      y: box.top + place.y,
      id: String(seen?.properties['id']),
      name: String(seen?.properties['name']),
    };
  });
  await page.mouse.click(at.x, at.y);
  await expect.poll(() => page.evaluate(() => window.picked)).toEqual([{ id: at.id, kind: 'node', name: at.name }]);

  // Another style of the host takes everything away; it comes back, selected as before.
  const again = await page.evaluate(async () => {
    const { map, handle } = window;
    const back = map.once('idle');
    map.setStyle({ ...map.getStyle(), sources: {}, layers: [{ id: 'other', type: 'background' }] }, { diff: false });
    await back;
    return { layers: map.getLayersOrder(), selected: handle.selected?.id };
  });
  expect(again.layers[0]).toBe('other');
  expect(again.layers.length).toBe(added.length - 1);
  expect(again.selected).toBe(at.id);

  // Gone without a trace, and once more.
  await page.evaluate((text) => {
    const { map, handle } = window;
    handle.remove();
    map.setStyle(JSON.parse(text) as StyleSpecification, { diff: false });
    return map.once('idle').then(() => undefined);
  }, before);
  await expect.poll(() => style()).toBe(before);
  expect(await add()).toBe(true);
  expect((await ids()).length).toBe(added.length);
  const left = await page.evaluate(() => {
    const { map, handle } = window;
    handle.select('btk');
    handle.update({ lang: 'zh', theme: 'dark', routes: ['btk'] });
    handle.remove();
    return { images: map.listImages(), cursor: map.getCanvas().style.cursor };
  });
  expect(left).toEqual({ images: [], cursor: '' });
  await expect.poll(() => style()).toBe(before);
  expect(problems).toEqual([]);
});
