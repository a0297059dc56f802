/** Codes and the element in pages of others: room, paper, isolation, WordPress, keyboard. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type CodeKind, type EmbedCode, writeEmbedCode } from '../../src/core/embed/embed-code.ts';
import { EMBED_DEFAULTS } from '../../src/core/embed/embed-url.ts';
import type { Lang } from '../../src/core/dataset/model.ts';
import { useAtlas } from './atlas.ts';
import { type Host, HOSTS, serveHost } from './hosts.ts';

const expected = /WebGL|GPU|favicon|frame-src|Framing/;
const base = () => inject('url');

const html = (body: string, style = ''): string =>
  `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Host</title><style>body{margin:8px}${style}</style><body>${body}</body></html>`;

const writeCode = (kind: CodeKind, page: string, lang: Lang, leastHeight = 590): string => {
  const code: EmbedCode = {
    base: base(),
    page,
    lang,
    config: EMBED_DEFAULTS,
    size: 'content',
    leastHeight,
    title: 'Map',
    linkText: 'Map',
    linkTo: base(),
    sharePath: null,
    cardPath: null,
  };
  return writeEmbedCode(kind, code);
};
const element = (attributes: string, content = 'The map'): string =>
  `<script type="module" src="${base()}corridor-map.js"></script><corridor-map ${attributes}><a href="${base()}">${content}</a></corridor-map>`;
/** What a theme does to frames. */
const THEME = 'iframe{height:auto;max-width:100%}';

describe('a page of others', () => {
  const { share } = useAtlas();
  const goTo = share({ expected, asked: HOSTS });
  let host: Host;
  let isolated: Host;
  let strict: Host;

  beforeAll(async () => {
    // As the dialog writes it: bare elements have no height until their script has come.
    const many = Array.from({ length: 40 }, () => `<p>Text</p>${writeCode('element', 'btk', 'en')}`);
    host = await serveHost({
      'iframe.html': html(writeCode('iframe', 'east-west', 'az'), THEME),
      'frame.html': html(writeCode('frame', 'btk', 'en'), THEME),
      'short.html': html(writeCode('iframe', 'comparison', 'ru', 240)),
      'element.html': html(
        element('feature="btk" id="map"') + '<p id="after">After</p><span data-corridor-feature="tbilisi">Tbilisi</span>',
      ),
      'sized.html': html(element('feature="btk"') + '<p id="after">After</p>', 'corridor-map{height:400px}'),
      'shaped.html': html(element('feature="btk"') + '<p id="after">After</p>', 'corridor-map{aspect-ratio:2/1}'),
      'dark.html': html(
        `<style>.day{background:#fff}</style>${element('feature="btk"')}<p id="after">After</p>`,
        'body{background:#14171a}',
      ),
      'many.html': html(many.join('')),
      'wordpress.html': html(
        `<p><a href="#">Article</a></p><iframe sandbox="allow-scripts" width="640" height="590" title="Map" src="${base()}embed/btk.html#?secret=aB3"></iframe>`,
      ),
      'claim.html': html(`<iframe width="320" height="300" title="Claim" src="${base()}embed/C01.az.html#?secret=aB3"></iframe>`),
    });
    isolated = await serveHost(
      { 'frame.html': html(writeCode('frame', 'btk', 'en')), 'element.html': html(element('feature="btk"')) },
      { 'Cross-Origin-Embedder-Policy': 'require-corp', 'Cross-Origin-Opener-Policy': 'same-origin' },
    );
    const { origin } = new URL(base());
    strict = await serveHost(
      { 'element.html': html(element('feature="btk"')) },
      { 'Content-Security-Policy': `default-src 'none'; style-src 'unsafe-inline'; script-src ${origin}; frame-src 'none'` },
    );
  });
  afterAll(() => Promise.all([host.close(), isolated.close(), strict.close()]));

  const visit = (url: string, viewport = { width: 375, height: 700 }): Promise<Page> => goTo(url, viewport);
  const frameOf = async (page: Page) => {
    await page.frameLocator('iframe').locator('.open').waitFor();
    return page.frames().find((frame) => frame !== page.mainFrame())!;
  };
  /** Pixels by which the page in the frame is higher than the frame, and those by which its credit line lies below it. */
  const measureHidden = async (page: Page): Promise<number> => {
    const frame = await frameOf(page);
    return frame.evaluate(() => {
      const credit = document.querySelector('footer small')!.getBoundingClientRect().bottom;
      return Math.max(document.documentElement.scrollHeight - innerHeight, Math.ceil(credit) - innerHeight, 0);
    });
  };

  it.each(['iframe.html', 'frame.html', 'short.html'])('on a phone shows all of %s without a scroll inside', async (file) => {
    const page = await visit(host.url + file);
    await expect.poll(() => measureHidden(page)).toBe(0);
    const stage = (await frameOf(page)).locator('.stage');
    expect((await stage.boundingBox())?.height).toBeGreaterThanOrEqual(170);
  });

  it('prints the link and the credit of a frame', async () => {
    const page = await visit(`${host.url}frame.html`, { width: 720, height: 700 });
    await frameOf(page);
    await page.evaluate(() => document.querySelector('iframe')!.setAttribute('style', 'width:100%;height:480px'));
    await page.emulateMedia({ media: 'print' });
    await expect.poll(() => measureHidden(page)).toBe(0);
  });

  it('gives the element a height or a shape by its style sheet', async () => {
    for (const [file, height] of [
      ['sized.html', 400],
      ['shaped.html', 352],
    ] as const) {
      const page = await visit(host.url + file, { width: 720, height: 900 });
      await frameOf(page);
      const box = async (selector: string) => (await page.locator(selector).boundingBox())!;
      await expect.poll(async () => Math.round((await box('corridor-map')).height)).toBe(height);
      await expect.poll(async () => Math.round((await box('corridor-map iframe')).height)).toBe(height);
      expect((await box('#after')).y).toBeGreaterThanOrEqual(8 + height);
    }
  });

  it('keeps the fallback of the element where its frame may not be shown', async () => {
    const page = await visit(`${strict.url}element.html`);
    await page.locator('corridor-map iframe').waitFor({ state: 'attached' });
    await page.getByRole('link', { name: 'The map' }).waitFor();
    await expect.poll(() => page.locator('corridor-map iframe').isVisible()).toBe(false);
  });

  it('scrolls through forty elements without a jump', async () => {
    const page = await visit(`${host.url}many.html`, { width: 720, height: 900 });
    const shift = await page.evaluate(async () => {
      let sum = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
      }).observe({ type: 'layout-shift', buffered: true });
      for (const map of document.querySelectorAll('corridor-map')) {
        map.scrollIntoView();
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      }
      const last = [...document.querySelectorAll('corridor-map')].at(-1)!;
      await (last as HTMLElement & { getState(): Promise<unknown> }).getState();
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      return sum;
    });
    expect(shift).toBeLessThan(0.1);
  });

  it.each(['frame.html', 'element.html'])('isolates itself from others and shows %s all the same', async (file) => {
    const page = await visit(isolated.url + file);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    await page.frameLocator('iframe').getByRole('button', { name: 'Explore the map' }).click();
    await page.frameLocator('iframe').locator('.stage[data-live]').waitFor();
  });

  it('is an article of WordPress: hears the height, and where a link of the sandboxed frame leads', async () => {
    const page = await visit(`${host.url}wordpress.html`);
    const link = page.frameLocator('iframe').getByRole('link', { name: 'Open the map' });
    await link.waitFor();
    await page.frameLocator('iframe').getByRole('button', { name: 'Explore the map' }).waitFor();
    const heard = page.evaluate(
      () =>
        new Promise<unknown[]>((resolve) => {
          const said: { message?: string }[] = [];
          const frame = document.querySelector('iframe')!.contentWindow!;
          addEventListener('message', ({ data, source }) => {
            if (source !== frame || data?.secret !== 'aB3') return;
            said.push(data);
            if (data.message === 'link') resolve(said);
          });
          // As the script of WordPress does when it has come later than the frame.
          frame.postMessage({ message: 'ready', secret: 'aB3' }, '*');
        }),
    );
    await link.click();
    const said = await heard;
    const height = { message: 'height', value: expect.any(Number), secret: 'aB3' };
    expect(said[0]).toEqual(height);
    expect(said.at(-1)).toEqual({ message: 'link', value: expect.stringContaining('select=btk'), secret: 'aB3' });
  });

  it('frames a claim as a small card in its language, with its verdict, which says how high it is', async () => {
    const page = await visit(`${host.url}claim.html`);
    const frame = page.frameLocator('iframe');
    await frame.locator('html[lang=az]').waitFor();
    await frame.locator('.facts strong').waitFor();
    await expect.poll(() => frame.locator('.open').getAttribute('href')).toBe('../pages/az/C01.html');
    const height = await (await frameOf(page)).evaluate(() => document.body.getBoundingClientRect().height);
    expect(height).toBeLessThan(400);
  });

  it('reaches what is linked with the map by keyboard, and gets an error for an id that there is not', async () => {
    const page = await visit(`${host.url}element.html`, { width: 720, height: 900 });
    await frameOf(page);
    const linked = page.getByRole('button', { name: 'Tbilisi' });
    await linked.focus();
    const selected = page.evaluate(
      () =>
        new Promise((resolve) =>
          document.addEventListener('corridor-map:select', (event) => resolve((event as CustomEvent).detail), { once: true }),
        ),
    );
    await linked.press('Enter');
    expect(await selected).toEqual({ id: 'tbilisi', name: 'Tbilisi' });
    await page.locator('[data-corridor-feature=tbilisi][aria-current=true]').waitFor();
    const refused = await page.evaluate(async () => {
      const map = document.querySelector('corridor-map') as HTMLElement & { select(id: string): Promise<unknown> };
      return map.select('no-such-place').then(
        () => 'taken',
        (error: Error & { code?: string }) => ({ code: error.code, cause: error.cause, message: error.message }),
      );
    });
    expect(refused).toEqual({ code: 'unknown-id', cause: ['no-such-place'], message: expect.stringContaining('no-such-place') });
  });

  it('is dark on a dark page, light once that is, and as its theme says in any case', async () => {
    const page = await visit(`${host.url}dark.html`, { width: 720, height: 900 });
    const source = () => page.locator('corridor-map iframe').getAttribute('src');
    await expect.poll(source).toContain('theme=dark');
    await page.frameLocator('corridor-map iframe').locator('html[data-theme=dark]').waitFor({ state: 'attached' });
    await page.evaluate(() => (document.body.className = 'day'));
    await expect.poll(source).not.toContain('theme=');
    await page.evaluate(() => document.querySelector('corridor-map')!.setAttribute('theme', 'light'));
    await expect.poll(source).toContain('theme=light');
    await page.evaluate(() => (document.body.className = ''));
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    expect(await source()).toContain('theme=light');
  });

  it('keeps its frame where it is moved by moveBefore', async () => {
    const page = await visit(`${host.url}element.html`, { width: 720, height: 900 });
    await page.evaluate(() => {
      document.body.dataset['ready'] = '0';
      document.addEventListener('corridor-map:ready', () => {
        document.body.dataset['ready'] = String(Number(document.body.dataset['ready']) + 1);
      });
    });
    await (await frameOf(page)).locator('.open').waitFor();
    const moved = await page.evaluate(async () => {
      const map = document.querySelector('corridor-map') as HTMLElement & {
        select(id: string): Promise<unknown>;
        getState(): Promise<{ state: object }>;
      };
      await map.select('tbilisi');
      const before = document.body.dataset['ready'];
      const frame = map.shadowRoot!.querySelector('iframe')!.contentWindow;
      (document.body as HTMLElement & { moveBefore(node: Node, before: Node | null): void }).moveBefore(map, null);
      const { state } = await map.getState();
      const isSame = frame === map.shadowRoot!.querySelector('iframe')!.contentWindow;
      return { state, isSame, again: document.body.dataset['ready'] !== before, isLast: document.body.lastElementChild === map };
    });
    expect(moved).toMatchObject({ state: { select: 'tbilisi' }, isSame: true, again: false, isLast: true });
  });

  it('keeps what methods have set when an attribute makes a new frame', async () => {
    const page = await visit(`${host.url}element.html`, { width: 720, height: 900 });
    await frameOf(page);
    const state = await page.evaluate(async () => {
      const map = document.querySelector('corridor-map') as HTMLElement & {
        setLang(lang: string): Promise<unknown>;
        select(id: string): Promise<unknown>;
        getState(): Promise<{ state: object }>;
      };
      await map.setLang('tr');
      await map.select('tbilisi');
      map.setAttribute('theme', 'dark');
      await Promise.resolve();
      return (await map.getState()).state;
    });
    expect(state).toMatchObject({ lang: 'tr', select: 'tbilisi', theme: 'dark', page: 'btk' });
    await expect.poll(() => page.locator('corridor-map iframe').getAttribute('title')).toContain('Bakü');
  });
});
