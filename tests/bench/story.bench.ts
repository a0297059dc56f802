import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { preview } from 'vite';
import { findChromium } from '../../tools/dev/chromium.ts';
import { type Measured, quantile, type Row } from './bench.ts';
import { launch, sent } from './embed-weight.ts';

export const name = 'Stories: bytes and requests of the first view, and frames while scrolling';
export const about = [
  'First view: until the picture of the first chapter is there; pictures of later chapters that the browser fetches ahead, as it does',
  'on any page, stand apart. Frames: forty chapters, made of those of our stories, are scrolled through by 25 pixels a frame; the plain',
  'page has the same texts and pictures without the program. Medians of five rounds, one page after the other, on software painting.',
].join('\n');

/** Bytes after gzip; a kilobyte is 1,000 bytes. */
const BUDGET = { bytes: 70_000, requests: 6 };
const ROUNDS = 5;
const CHAPTERS = 40;
const PIXELS = 25;
const FRAMES = 240;
const STORIES = ['seven-views', 'how-far', 'one-container'];

interface FirstView {
  bytes: number;
  requests: number;
  ahead: number;
}

async function weighFirstView(browser: Browser, base: string, path: string): Promise<FirstView> {
  const context = await browser.newContext({ viewport: { width: 720, height: 800 } });
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => void asked.push(new URL(request.url()).pathname.slice(1)));
  await page.goto(base + path);
  const shown = page.locator('.pictures figure.current img');
  const first = await shown.evaluate(async (image: HTMLImageElement) => {
    await image.decode();
    return new URL(image.currentSrc).pathname.slice(1);
  });
  await page.waitForLoadState('networkidle');
  await context.close();
  const isAhead = (path: string): boolean => path.endsWith('.svg') && path !== first;
  const sum = (paths: readonly string[]): number => paths.reduce((total, path) => total + sent(path), 0);
  const needed = asked.filter((path) => !isAhead(path));
  return { bytes: sum(needed), requests: needed.length, ahead: sum(asked.filter(isAhead)) };
}

/** A page of forty chapters, from the built pages. */
function writeLongStory(): string {
  const pages = STORIES.map((id) => readFileSync(`dist/stories/${id}.html`, 'utf8'));
  const ours = pages.flatMap((page) => page.match(/<section class="chapter"[\s\S]*?<\/section>/g) ?? []);
  const chapters = Array.from({ length: CHAPTERS }, (_, i) =>
    (ours[i % ours.length] ?? '')
      .replace(/id="[^"]*"/, `id="chapter-${i}"`)
      // As many pictures as chapters: none is painted twice.
      .replaceAll(/\.svg"/g, `.svg?${i}"`)
      .replace(i === 0 ? '' : ' fetchpriority="high"', i === 0 ? '' : ' loading="lazy"'),
  );
  let isWritten = false;
  return (pages[0] ?? '').replaceAll(/<section class="chapter"[\s\S]*?<\/section>/g, () => {
    if (isWritten) return '';
    isWritten = true;
    return chapters.join('\n');
  });
}

interface Scrolled {
  perSecond: number;
  /** Milliseconds that 95 of 100 frames stay below. */
  slow: number;
}

async function scroll(browser: Browser, base: string, body: string): Promise<Scrolled> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page: Page = await context.newPage();
  const path = 'stories/forty-chapters.html';
  await page.route(`${base}${path}`, (route) => route.fulfill({ body, contentType: 'text/html' }));
  await page.goto(base + path);
  await page.waitForLoadState('networkidle');
  const times = await page.evaluate(
    async ([frames, pixels]) => {
      const times: number[] = [];
      let last = await new Promise<number>(requestAnimationFrame);
      while (times.length < frames) {
        scrollBy({ top: pixels, behavior: 'instant' });
        const now = await new Promise<number>(requestAnimationFrame);
        times.push(now - last);
        last = now;
      }
      return times;
    },
    [FRAMES, PIXELS] as const,
  );
  await context.close();
  return { perSecond: (1000 * times.length) / times.reduce((sum, time) => sum + time, 0), slow: quantile(times, 0.95) };
}

export async function run(): Promise<Measured> {
  const server = await preview({ preview: { port: 0, host: '127.0.0.1', open: false } });
  const base = server.resolvedUrls?.local[0] ?? '';
  const browser = await launch(findChromium());
  try {
    const views: (FirstView & { path: string })[] = [];
    for (const path of STORIES.flatMap((id) => [`stories/${id}.html`, `embed/story-${id}.html`])) {
      views.push({ path, ...(await weighFirstView(browser, base, path)) });
    }
    const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
    const weights: Row[] = views.map(({ path, bytes, requests, ahead }) => ({
      page: path,
      'first view': kB(bytes),
      requests,
      'pictures ahead': kB(ahead),
    }));
    weights.push({ page: 'at most', 'first view': kB(BUDGET.bytes), requests: BUDGET.requests, 'pictures ahead': '–' });
    const ours = writeLongStory();
    const pages = { 'our story': ours, 'plain page': ours.replace(/<script type="module"[^>]*><\/script>/, '') };
    const rounds = Object.entries(pages).map(([name, body]) => ({ name, body, scrolled: [] as Scrolled[] }));
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const { body, scrolled } of rounds) scrolled.push(await scroll(browser, base, body));
    }
    const frames = rounds.map(({ name, scrolled }): Row => ({
      [`${CHAPTERS} chapters`]: name,
      'frames/s': quantile(
        scrolled.map(({ perSecond }) => perSecond),
        0.5,
      ).toFixed(1),
      'ms of all but the slowest 5 %': quantile(
        scrolled.map(({ slow }) => slow),
        0.5,
      ).toFixed(1),
    }));
    const issues = views
      .filter(({ bytes, requests }) => bytes > BUDGET.bytes || requests > BUDGET.requests)
      .map(({ path, bytes, requests }) => `${path}: ${bytes} bytes in ${requests} requests`);
    return { tables: [weights, frames], issues };
  } finally {
    await browser.close();
    await server.close();
  }
}
