import { preview } from 'vite';
import { findChromium } from '../../tools/dev/chromium.ts';
import type { Measured } from './bench.ts';
import { BUDGET, launch, passed, weigh } from './embed-weight.ts';

export const name = 'Embed: bytes and requests until it can be read, and with the live map';

/** The heaviest pages and a light one. */
export async function run(): Promise<Measured> {
  const server = await preview({ preview: { port: 0, host: '127.0.0.1', open: false } });
  const base = server.resolvedUrls?.local[0] ?? '';
  const browser = await launch(findChromium());
  try {
    const weights = [];
    for (const page of ['embed.html', 'embed/east-west.html', 'embed/btk.html']) weights.push(await weigh(browser, base, page));
    const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
    const rows = weights.map(({ page, picture, requests, live, own }) => ({
      page,
      'picture and figures': kB(picture),
      requests,
      'with live map': kB(live),
      'own program': kB(own),
    }));
    rows.push({
      page: 'at most',
      'picture and figures': kB(BUDGET.picture),
      requests: BUDGET.requests,
      'with live map': kB(BUDGET.live),
      'own program': kB(BUDGET.own),
    });
    return { tables: [rows], issues: weights.flatMap(passed) };
  } finally {
    await browser.close();
    await server.close();
  }
}
