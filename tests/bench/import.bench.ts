/**
 * A reader's file of a million vertices: in each format how long the worker needs, beside what only parsing its JSON takes; and
 * in a browser how long the page has to wait for its turn meanwhile.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { preview } from 'vite';
import { findChromium } from '../../tools/dev/chromium.ts';
import { convert } from '../../src/core/import/convert.ts';
import { LIMITS } from '../../src/core/import/checks/limits.ts';
import { type Measured, quantile, type Row } from './bench.ts';
import { launch } from './embed-weight.ts';
import { findLongestWait, watchWaits } from './waits.ts';

export const name = 'Imports: one line of a million vertices, read, checked and measured';
export const about = [
  'Bounds: GeoJSON within 12 × JSON.parse; in the page no wait longer than twice that with a line of three vertices, which has to wait',
  'for the frames of software WebGL. A wait is the time between two turns of a timer that asks for one every 10 ms; the page is live,',
  'the file is chosen in the dialog, and the route is measured, saved and drawn. Medians of three rounds.',
].join('\n');

/** A line that wriggles, so that no thinning is easy. */
const LINE = Array.from({ length: LIMITS.vertices }, (_, i) => [
  Number((40 + 10 * Math.sin(i / 5e5) + 0.01 * Math.sin(i / 7)).toFixed(6)),
  Number((40 + i * 5e-6 + 0.01 * Math.cos(i / 11)).toFixed(6)),
]);

const FILES: Record<string, () => string> = {
  'line.geojson': () => JSON.stringify({ type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: LINE } }),
  'line.csv': () => `lon,lat\n${LINE.map((position) => position.join(',')).join('\n')}`,
  'line.gpx': () =>
    `<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1"><trk><trkseg>${LINE.map(
      ([lon, lat]) => `<trkpt lat="${lat}" lon="${lon}"/>`,
    ).join('\n')}</trkseg></trk></gpx>`,
  'line.wkt': () => `LINESTRING(${LINE.map((position) => position.join(' ')).join(',')})`,
};

/** Milliseconds of this process, whatever else the machine has to do. */
async function measureCpu(run: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

async function inWorker(): Promise<Row[]> {
  const json = FILES['line.geojson']!();
  const parse = await measureCpu(() => JSON.parse(json) as unknown);
  const rows: Row[] = [];
  for (const [file, write] of Object.entries(FILES)) {
    const bytes = new TextEncoder().encode(write());
    let vertices = 0;
    const time = await measureCpu(async () => {
      const { routes } = await convert({ name: file, bytes }, { loadLookup: () => Promise.resolve(() => 'XX') });
      vertices = routes[0]?.vertices ?? 0;
    });
    const size = Number((bytes.length / 1e6).toFixed(1));
    rows.push({
      file,
      MB: size,
      vertices,
      'CPU seconds': Number((time / 1000).toFixed(1)),
      'as a multiple of JSON.parse': Number((time / parse).toFixed(1)),
    });
  }
  return rows;
}

async function inPage(): Promise<Row[]> {
  const server = await preview({ preview: { port: 0, host: '127.0.0.1', open: false }, logLevel: 'silent' });
  const browser = await launch(findChromium());
  // The browser opens files itself; what a test hands to the page goes through the page.
  const dir = mkdtempSync(join(tmpdir(), 'import-'));
  try {
    const files = [['three.wkt', () => 'LINESTRING(40 40, 45 41, 49.9 44.9)'] as const, ...Object.entries(FILES)];
    const visits = files.map(([file, write]) => {
      const path = join(dir, file);
      writeFileSync(path, write());
      return { file, path, listed: [] as number[], longest: [] as number[] };
    });
    for (let round = 0; round < 3; round++) {
      for (const { path, listed, longest } of visits) {
        const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en-GB', reducedMotion: 'reduce' });
        await page.goto(server.resolvedUrls!.local[0]!);
        await page.waitForFunction(() => performance.getEntriesByName('atlas:live').length > 0, undefined, { timeout: 90_000 });
        await page.getByRole('button', { name: 'Add your own routes' }).click();
        await watchWaits(page);
        const start = Date.now();
        await page.getByLabel('Choose files').setInputFiles(path);
        await page.getByText('1 route added').waitFor({ timeout: 120_000 });
        listed.push(Date.now() - start);
        // Drawn as well: the page has been at rest for so many turns, two seconds at least.
        await page.waitForFunction(() => {
          const { waits } = window;
          return waits.length > 200 && waits.slice(-200).every((wait) => wait < 50);
        });
        longest.push(await findLongestWait(page));
        await page.close();
      }
    }
    const least = quantile(visits[0]!.longest, 0.5);
    const rows = visits.map(({ file, listed, longest }): Row => ({
      'file, in the page': file,
      'seconds until listed': (quantile(listed, 0.5) / 1000).toFixed(1),
      'longest wait ms': quantile(longest, 0.5).toFixed(0),
      'as a multiple of the first': (quantile(longest, 0.5) / least).toFixed(2),
    }));
    return rows;
  } finally {
    await browser.close();
    await server.close();
    rmSync(dir, { recursive: true });
  }
}

export async function run(): Promise<Measured> {
  return { tables: [await inWorker(), await inPage()], issues: [] };
}
