import type { Browser } from 'playwright-core';
import { readAtlas } from '../../../tools/build/read-atlas.ts';
import { findLongestWait, watchWaits } from '../waits.ts';
import { serveWith } from './serve-with.ts';

interface Closing {
  routes: number;
  /** Seconds from the click until it is said what becomes of each route, the network handed over to the worker included. */
  seconds: number;
  /** Milliseconds of the longest turn of the page meanwhile. */
  longest: number;
}

/** Closes the place where the first corridor first changes trains or ships, on the page of that place. */
export async function closePlace(browser: Browser, data: string): Promise<Closing> {
  const { corridors, routes } = await readAtlas(`${data}/`);
  const [main] = [...corridors.values()].flatMap((corridor) => routes.get(corridor.main) ?? []);
  const place = main?.changes[0]?.node;
  if (place === undefined) throw new Error('The first corridor changes nowhere.');
  const site = await serveWith(data);
  // To pack the largest files takes the server longer than a page waits for its first byte.
  for (const file of ['links.geojson', 'nodes.geojson']) await (await fetch(`${site.url}data/${file}`)).arrayBuffer();
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB', serviceWorkers: 'block' });
  const page = await context.newPage();
  page.setDefaultTimeout(300_000);
  await page.addInitScript({ content: 'globalThis.__name = (named) => named;' });
  // Without a map, whose frames in software would be the longest turns.
  await page.route(/\/assets\/maplibre-[^/]*\.js$/, () => undefined);
  await page.goto(`${site.url}?select=${place}`);
  const button = page.getByRole('button', { name: 'What if it is closed?' });
  await button.waitFor();
  await watchWaits(page);
  const start = performance.now();
  await button.click();
  const outcomes = page.getByRole('button', { name: /^Show the diversion/ });
  await outcomes.first().waitFor();
  const seconds = (performance.now() - start) / 1000;
  const closing = { routes: await outcomes.count(), seconds, longest: await findLongestWait(page) };
  await context.close();
  await site.close();
  return closing;
}
