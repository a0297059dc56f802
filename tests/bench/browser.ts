/** Our pages and those of others in one browser, over one server that packs what it sends: what a reader waits for, in ratios. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { build } from 'vite';
import { HASHED, HEADERS, OTHERS } from '../../tools/host/headers.ts';
import { type ThreadTime, traceThreads } from './thread-time.ts';

declare global {
  /** What the bench's scripts count in a page. */
  interface Window {
    drawn: boolean;
    count: { frames: number; since: number };
    tasks: { at: number; time: number }[];
  }
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.geojson': 'application/geo+json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** The rivals' libraries are a package of their own: only the bench needs them, and they weigh 40 MB. */
function installRivals(root: string): void {
  if (existsSync(join(root, 'node_modules'))) return;
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
}

/** What a server has sent. */
export interface Answer {
  /** Milliseconds, as `Date.now()` has them. */
  at: number;
  bytes: number;
  /** A service worker, or sent to one. */
  isCopy: boolean;
}

const sum = (answers: readonly Answer[]): number => answers.reduce((all, { bytes }) => all + bytes, 0);

/** The address of a server, which it begins to listen at. */
export async function startServer(server: Server): Promise<string> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return `http://127.0.0.1:${address.port}/`;
}

/** The counts of a server, by the list that it adds its answers to. */
export const countAnswers = (answers: readonly Answer[]): Pick<Sites, 'sent' | 'copied'> => ({
  sent: (from, to = Infinity) => sum(answers.filter(({ at }) => at >= from && at <= to)),
  copied: (from) => sum(answers.filter(({ at, isCopy }) => isCopy && at >= from)),
});

export interface Sites {
  url: string;
  /** Bytes of all answers that were asked for between two times, and of those that are service workers or go to them. */
  sent(from: number, to?: number): number;
  copied(from: number): number;
  close(): Promise<void>;
}

/** Builds the rivals' pages and serves them beside ours, all packed with gzip and with the same headers. */
export async function serveSites(): Promise<Sites> {
  const dir = mkdtempSync(join(tmpdir(), 'rivals-'));
  const root = resolve('tests/bench/rivals');
  installRivals(root);
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    base: './',
    build: {
      outDir: dir,
      emptyOutDir: true,
      target: 'es2022',
      rollupOptions: { input: ['maplibre', 'leaflet', 'openlayers'].map((name) => join(root, `${name}.html`)) },
    },
  });
  const packed = new Map<string, Buffer>();
  const isFile = (path: string) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
  const answers: Answer[] = [];
  const server: Server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname).slice(1) || 'index.html';
    const file = [join(dir, path), join('dist', path)].find(isFile);
    if (!file) {
      response.writeHead(404).end();
      return;
    }
    const isText = extname(file) !== '.woff2';
    if (!packed.has(file)) packed.set(file, isText ? gzipSync(readFileSync(file)) : readFileSync(file));
    const body = packed.get(file)!;
    const tag = `"${createHash('sha1').update(body).digest('hex')}"`;
    const isKnown = request.headers['if-none-match'] === tag;
    response.writeHead(isKnown ? 304 : 200, {
      ...HEADERS,
      'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
      'Cache-Control': (path.startsWith(`${HASHED.folder}/`) ? HASHED : OTHERS).cacheControl,
      ETag: tag,
      ...(isText && { 'Content-Encoding': 'gzip' }),
    });
    const isCopy = path === 'sw.js' || /\/sw\.js$/.test(request.headers.referer ?? '');
    if (!isKnown) answers.push({ at: Date.now(), bytes: body.length, isCopy });
    response.end(isKnown ? undefined : body);
  });
  return {
    url: await startServer(server),
    ...countAnswers(answers),
    close: async () => {
      const closed = new Promise((done) => server.close(done));
      // Those that the browser opened ahead of what it would ask for.
      server.closeAllConnections();
      await closed;
      rmSync(dir, { recursive: true });
    },
  };
}

export interface Subject {
  name: string;
  path: string;
  /** Selector of what comes after the picture in a page that has one from the start; the others set the mark themselves. */
  after: string | null;
  /** Null where the page waits for a touch before it goes live. */
  live: 'bench:live' | 'atlas:live' | null;
  /** False where a map that is dragged moves what it has drawn. */
  redraws: boolean;
}

export const SUBJECTS = {
  app: { name: 'our app', path: '#2.6/42/66', after: '#app', redraws: true, live: 'atlas:live' },
  still: { name: 'our embed, untouched', path: 'embed/east-west.html', after: '#embed footer', redraws: false, live: null },
  embed: {
    name: 'our embed',
    path: 'embed/east-west.html?activate=load',
    after: '#embed footer',
    redraws: true,
    live: 'atlas:live',
  },
  maplibre: { name: 'bare MapLibre', path: 'maplibre.html', after: null, redraws: true, live: 'bench:live' },
  mercator: { name: 'bare MapLibre, Mercator', path: 'maplibre.html?mercator', after: null, redraws: true, live: 'bench:live' },
  leaflet: { name: 'Leaflet', path: 'leaflet.html', after: null, redraws: false, live: 'bench:live' },
  openlayers: { name: 'OpenLayers', path: 'openlayers.html', after: null, redraws: true, live: 'bench:live' },
} as const satisfies Record<string, Subject>;
export type SubjectName = keyof typeof SUBJECTS;

/** Of one visit; times in milliseconds from its start. */
export interface Visit {
  first: number;
  /** Bytes on the way until the first picture. */
  firstBytes: number;
  live: number;
  /** Bytes that the server sends until the map is live, to workers, too; a copy for later is not made. */
  bytes: number;
  /** CPU time until the map is live; nothing where it waits for a touch. */
  cpu: ThreadTime;
  /** Of tasks over 50 milliseconds what is over, until the map is live. */
  blocked: number;
  framesPerSecond: number;
  heapMB: number;
}

const PAN = 3000;

/** Frames that the page draws in a second while the map is dragged to and fro. */
async function pan(page: Page, redraws: boolean): Promise<number> {
  const { width = 1280, height = 800 } = page.viewportSize() ?? {};
  const [x, y] = [width * 0.65, height * 0.4];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.evaluate(() => {
    const count = { frames: 0, since: performance.now() };
    Object.assign(window, { count });
    const drawn = window;
    drawn.drawn = false;
    const next = (): void => {
      if (drawn.drawn) count.frames++;
      drawn.drawn = false;
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
  // As long for all, however slow the frames are.
  const until = Date.now() + PAN;
  for (let i = 1; Date.now() < until; i++) await page.mouse.move(x - 160 * Math.sin(i / 6), y + 60 * Math.sin(i / 9));
  const perSecond = await page.evaluate(() => {
    const { frames, since } = window.count;
    return (frames * 1000) / (performance.now() - since);
  });
  await page.mouse.up();
  if (perSecond === 0 && redraws) throw new Error(`${page.url()} was dragged and drew nothing.`);
  return perSecond;
}

async function heap(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize / 1e6;
}

/** Waits until the graphics process has come to an end with the last visit. */
export async function settle(context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  await page.evaluate(() => {
    const gl = document.createElement('canvas').getContext('webgl2')!;
    gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
    gl.getExtension('WEBGL_lose_context')?.loseContext();
  });
  await page.close();
}

/** One visit by a reader who has not been there before. */
export async function visit(browser: Browser, sites: Sites, subject: Subject): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    locale: 'en-GB',
    serviceWorkers: 'block',
  });
  await settle(context);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  // tsx names functions by a helper that the page does not have.
  await page.addInitScript({ content: 'globalThis.__name = (named) => named;' });
  await page.addInitScript(
    ([after, live]) => {
      const tasks: { at: number; time: number }[] = [];
      Object.assign(window, { tasks, drawn: false });
      const note = (list: PerformanceObserverEntryList) =>
        tasks.push(...list.getEntries().map(({ startTime, duration }) => ({ at: startTime, time: duration })));
      new PerformanceObserver(note).observe({ type: 'longtask', buffered: true });
      // What a page has told the graphics to draw is seen only when they have come to an end with it.
      const mark = performance.mark.bind(performance);
      performance.mark = (name, options) => {
        if (name === live) requestAnimationFrame(() => requestAnimationFrame(() => mark('bench:seen')));
        return mark(name, options);
      };
      // A frame counts where the map draws in it.
      const contexts: [object, string[]][] = [
        [WebGL2RenderingContext.prototype, ['drawElements', 'drawArrays']],
        [CanvasRenderingContext2D.prototype, ['stroke', 'fill', 'drawImage']],
      ];
      for (const [prototype, names] of contexts) {
        for (const name of names) {
          const methods = prototype as Record<string, (...values: unknown[]) => unknown>;
          const own = methods[name]!;
          methods[name] = function (this: unknown, ...values: unknown[]) {
            window.drawn = true;
            return own.apply(this, values);
          };
        }
      }
      if (after === null) return;
      const observer = new MutationObserver(() => {
        if (!document.querySelector(after)) return;
        observer.disconnect();
        requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('bench:shown')));
      });
      observer.observe(document, { childList: true, subtree: true });
    },
    [subject.after, subject.live] as const,
  );
  const start = Date.now();
  const stopTrace = subject.live === null ? null : await traceThreads(browser, page);
  await page.goto(sites.url + subject.path);
  const live = subject.live === null ? 'bench:shown' : 'bench:seen';
  if (subject.live !== null) {
    await page.waitForFunction((mark) => performance.getEntriesByName(mark).length > 0, live, { timeout: 90_000 });
  } else await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => performance.getEntriesByName('bench:shown').length > 0);
  const times = await page.evaluate(
    ([mark, own]) => {
      const [first, live] = ['bench:shown', mark].map((name) => performance.getEntriesByName(name)[0]!.startTime) as [
        number,
        number,
      ];
      const { tasks } = window;
      const asked = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
      return {
        first,
        live,
        // What is asked for from then on is none of the first view.
        end: performance.timeOrigin + performance.getEntriesByName(own)[0]!.startTime,
        blocked: tasks.filter(({ at }) => at < live).reduce((sum, { time }) => sum + Math.max(0, time - 50), 0),
        firstBytes: asked
          .filter(({ startTime }) => startTime < first)
          .reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).transferSize, 0),
      };
    },
    [live, subject.live ?? live] as const,
  );
  const bytes = sites.sent(start, times.end);
  const cpu = (await stopTrace?.(live)) ?? { main: 0, workers: 0 };
  // Before the reader does anything: an embed fetches more once it is moved.
  const heapMB = await heap(session);
  const framesPerSecond = subject.live === null ? 0 : await pan(page, subject.redraws);
  await context.close();
  const { end: _, ...measured } = times;
  return { ...measured, bytes, cpu, framesPerSecond, heapMB };
}
