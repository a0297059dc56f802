/** A railway's table of 50,000 rows: how long reading and following it takes off the page, and how long the page waits for its turn meanwhile. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { preview } from 'vite';
import { findChromium } from '../../tools/dev/chromium.ts';
import { loadShipmentNetwork } from '../../src/core/shipments/load-network.ts';
import { ShipmentDesk } from '../../src/core/shipments/view/desk.ts';
import { type Measured, quantile, type Row } from './bench.ts';
import { launch } from './embed-weight.ts';
import { findLongestWait, watchWaits } from './waits.ts';

export const name = 'Shipments: a table of 50,000 rows, read, placed and followed';
export const about = [
  'Bounds: within 5 s of CPU off the page. A wait is the time between two turns of a timer of the page that asks for one every 10 ms,',
  'from the choice of the file until its list stands there; the first row has a file of one row, which has to wait for the frames of',
  'software WebGL. Medians of three rounds.',
].join('\n');

const ROWS = 50_000;
const HEADER =
  'Номер контейнера;Станция отправления;Станция назначения;Станция операции;Операция;Дата и время операции;Номер накладной';
const WAY = ['Алтынколь', 'Алматы', 'Шу', 'Мойынты', 'Жезказган', 'Шалкар', 'Бейнеу', 'Мангистау', 'Актау-Порт (эксп.)', 'Алят'];

/** Rows of containers in turn, each going along the way once. */
function writeTable(containers: number, reports: number): string {
  const rows = [HEADER];
  for (let k = 0; k < reports; k++) {
    for (let c = 0; c < containers; c++) {
      const time = new Date(Date.UTC(2026, 9, 1, 0, k * 60 + (c % 60))).toISOString().slice(0, 16).replace('T', ' ');
      const station = WAY[Math.floor((k * WAY.length) / reports)];
      rows.push(
        `CATU${String(100_000 + c)};Сиань;Беюк-Кясик (эксп.);${station};Прибытие на станцию;${time};${String(3_090_000 + c)}`,
      );
    }
  }
  return rows.join('\r\n');
}

const FILES = {
  'one row': () => writeTable(1, 1),
  '50 containers, 1,000 reports each': () => writeTable(50, ROWS / 50),
  '50,000 containers, one report each': () => writeTable(ROWS, 1),
};

async function offPage(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [file, write] of Object.entries(FILES)) {
    const bytes = new TextEncoder().encode(write());
    const { network, times } = await loadShipmentNetwork('static/data/', {
      fetch: (path) => Promise.resolve({ ok: true, status: 200, text: () => Promise.resolve(readFileSync(path, 'utf8')) }),
    });
    const before = process.cpuUsage();
    const steps = new ShipmentDesk(network, times).add({ n: 1, name: 'bench.csv', bytes });
    let step = steps.next();
    while (!step.done) step = steps.next();
    const shipments = step.value.rows.length;
    const { user, system } = process.cpuUsage(before);
    rows.push({ file, MB: (bytes.length / 1e6).toFixed(1), shipments, 'CPU seconds': ((user + system) / 1e6).toFixed(1) });
  }
  return rows;
}

async function inPage(): Promise<Row[]> {
  const server = await preview({ preview: { port: 0, host: '127.0.0.1', open: false }, logLevel: 'silent' });
  const browser = await launch(findChromium());
  // The browser opens files itself; what a test hands to the page goes through the page.
  const dir = mkdtempSync(join(tmpdir(), 'shipments-'));
  try {
    const rows: Row[] = [];
    for (const [i, [file, write]] of Object.entries(FILES).entries()) {
      const path = join(dir, `${String(i)}.csv`);
      writeFileSync(path, write());
      const listed: number[] = [];
      const longest: number[] = [];
      for (let round = 0; round < 3; round++) {
        const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en-GB', reducedMotion: 'reduce' });
        await page.goto(`${server.resolvedUrls!.local[0]!}?panel=shipments`);
        await page.waitForFunction(() => performance.getEntriesByName('atlas:live').length > 0, undefined, { timeout: 90_000 });
        await watchWaits(page);
        const start = Date.now();
        await page.locator('#panel input[type=file]').setInputFiles(path);
        await page.locator('#shipment-list').waitFor({ timeout: 120_000 });
        await page.locator('#shipment-progress').waitFor({ state: 'detached' });
        listed.push(Date.now() - start);
        longest.push(await findLongestWait(page));
        await page.close();
      }
      rows.push({
        'file, in the page': file,
        'seconds until listed': (quantile(listed, 0.5) / 1000).toFixed(1),
        'longest wait ms': quantile(longest, 0.5).toFixed(0),
      });
    }
    return rows;
  } finally {
    await browser.close();
    await server.close();
    rmSync(dir, { recursive: true });
  }
}

export async function run(): Promise<Measured> {
  return { tables: [await offPage(), await inPage()], issues: [] };
}
