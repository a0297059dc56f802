/** Stories in pages of others: the frame by itself, the element, and paragraphs of the host page that move it. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { axe, PHONE, useAtlas } from './atlas.ts';
import { type Host, HOSTS, serveHost } from './hosts.ts';

const base = () => inject('url');
/** Both servers of the tests. */
const FRAMED = { until: 'document', asked: HOSTS } as const;
const html = (body: string): string =>
  `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Host</title><style>body{margin:8px}iframe{width:100%;height:720px;border:0}.tall{min-height:90vh}</style><body>${body}</body></html>`;
const element = (attributes: string): string =>
  `<script type="module" src="${base()}corridor-map.js"></script><corridor-map id="map" ${attributes}><a href="${base()}">The story</a></corridor-map>`;
const part = (chapter: string): string => `<p class="tall" data-corridor-chapter="${chapter}">Our words on ${chapter}</p>`;

interface Told {
  type: string;
  detail: Record<string, unknown>;
}
type Element = HTMLElement & { setChapter(id: string): Promise<{ state: { chapter: string } }> };

describe('a story in a page of others', () => {
  const { open, share } = useAtlas();
  let host: Host;

  beforeAll(async () => {
    host = await serveHost({
      'element.html': html(`${element('story="seven-views"')}<p id="after">After</p>`),
      'persian.html': html(`${element('story="seven-views" lang="fa" chapter="alat"')}<p id="after">After</p>`),
      'unknown.html': html(element('story="no-such-story" lang="tr"')),
      'paragraphs.html': html(
        `<style>corridor-map{position:sticky;top:0}</style>${element('story="seven-views" controls="none" style="height:45vh"')}${['seven-views/to-the-caspian', 'seven-views/alat', 'other-story/xian', 'to-kars'].map(part).join('')}`,
      ),
      'sandbox.html': html(`<iframe sandbox="allow-scripts" title="Story" src="${base()}embed/story-seven-views.html"></iframe>`),
      'plain.html': html(`<iframe title="Story" src="${base()}embed/story-seven-views.html"></iframe>`),
    });
  });
  afterAll(() => host.close());

  /** Notes in every document of a page what the element tells its host. */
  const listen = (page: Page) =>
    page.addInitScript(() => {
      const told: Told[] = [];
      Object.assign(window, { told });
      for (const type of ['ready', 'chapter', 'error']) {
        document.addEventListener(`corridor-map:${type}`, (event) =>
          told.push({ type, detail: (event as CustomEvent<Told['detail']>).detail }),
        );
      }
    });
  const read = share({ before: listen, asked: HOSTS });

  const story = (page: Page) => page.frameLocator('iframe');
  const count = (page: Page) => story(page).locator('[data-count]').innerText();
  const listTold = (page: Page, type: string) =>
    page.evaluate(
      (type) => (window as unknown as { told: Told[] }).told.filter((one) => one.type === type).map(({ detail }) => detail),
      type,
    );

  it.each([
    ['desktop', { width: 720, height: 900 }],
    ['phone', PHONE],
  ])('is as high as it needs, and stays so from chapter to chapter, on a %s', async (_, viewport) => {
    const page = await read(`${host.url}element.html`, viewport);
    await expect.poll(() => count(page)).toBe('1 of 7');
    const frame = page.frames().find((one) => one !== page.mainFrame())!;
    const hidden = () => frame.evaluate(() => document.documentElement.scrollHeight - innerHeight);
    await frame.evaluate(async () => void (await document.fonts.ready));
    await expect.poll(hidden).toBe(0);
    const before = (await page.locator('#after').boundingBox())?.y;
    for (let n = 2; n <= 7; n += 1) {
      await story(page).getByRole('button', { name: 'Next', exact: true }).click();
      await expect.poll(() => count(page)).toBe(`${n} of 7`);
      expect(await story(page).locator('.chapter:visible').count()).toBe(1);
      await story(page).locator('figure.current img').waitFor();
      expect(await hidden()).toBe(0);
    }
    expect((await page.locator('#after').boundingBox())?.y).toBe(before);
  });

  it('tells its host of each chapter, and goes to the one that the host names', async () => {
    const page = await read(`${host.url}element.html`);
    await expect.poll(() => listTold(page, 'chapter')).toHaveLength(1);
    expect(await listTold(page, 'ready')).toEqual([
      expect.objectContaining({
        version: 1,
        state: expect.objectContaining({ story: 'seven-views', chapter: 'two-countries', page: null }),
      }),
    ]);
    await story(page).getByRole('button', { name: 'Next', exact: true }).click();
    await expect.poll(async () => (await listTold(page, 'chapter')).at(-1)).toMatchObject({ story: 'seven-views', index: 1 });
    const asked = await page.evaluate(async () => {
      const map = document.querySelector<Element>('corridor-map')!;
      const { state } = await map.setChapter('alat');
      const refused = await map
        .setChapter('no-such-chapter')
        .catch((error: Error & { code?: string }) => [error.code, error.cause]);
      return { chapter: state.chapter, refused };
    });
    expect(asked).toEqual({ chapter: 'alat', refused: ['unknown-id', ['no-such-chapter']] });
    expect((await listTold(page, 'chapter')).at(-1)).toEqual({
      story: 'seven-views',
      chapter: 'alat',
      index: 4,
      title: 'The port at Alat',
    });
    await page.evaluate(() => document.querySelector('corridor-map')!.setAttribute('chapter', 'to-kars'));
    await expect.poll(() => count(page)).toBe('6 of 7');
  });

  it('goes along with the paragraphs of its host, both ways, and marks the one that it shows', async () => {
    const page = await read(`${host.url}paragraphs.html`, { width: 720, height: 800 });
    const shown = () => story(page).locator('figure.current figcaption').innerText();
    const current = () => page.locator('p[aria-current=true]').evaluateAll((parts) => parts.map((one) => one.textContent));
    const scrollTo = (name: string) =>
      page.locator(`[data-corridor-chapter="${name}"]`).evaluate((one) => one.scrollIntoView({ block: 'center' }));
    await story(page).locator('figure.current img').waitFor();
    expect(await story(page).locator('.chapter:visible, .stage-bar:visible, h1:visible').count()).toBe(0);
    await scrollTo('to-kars');
    await expect.poll(current).toEqual(['Our words on to-kars']);
    expect(await shown()).toContain('Baku–Tbilisi–Kars railway');
    await scrollTo('seven-views/alat');
    await expect.poll(current).toEqual(['Our words on seven-views/alat']);
    await scrollTo('other-story/xian');
    await page.locator('[data-corridor-chapter="to-kars"]').click();
    await expect.poll(current).toEqual(['Our words on to-kars']);
  });

  it('reads in a frame without scripts, with pictures, sources, credits and the way to the whole', async () => {
    const { page, close } = await open('plain.html', { ...FRAMED, at: host.url, javaScriptEnabled: false });
    const frame = story(page);
    expect(await frame.locator('.chapter h2').count()).toBe(7);
    expect(await frame.locator('.chapter img').count()).toBe(7);
    expect(await frame.locator('.site, .stage:visible').count()).toBe(0);
    expect(await frame.locator('footer small').innerText()).toContain('OpenStreetMap');
    const whole = frame.getByRole('link', { name: 'Read the whole story' });
    expect(await whole.getAttribute('href')).toBe('../stories/seven-views.html');
    await close();
  });

  it('runs in a sandbox without an origin, its live map too', async () => {
    const { page, close } = await open('sandbox.html', { ...FRAMED, at: host.url, expected: /WebGL|GPU/ });
    await expect.poll(() => count(page)).toBe('1 of 7');
    await story(page).getByRole('button', { name: 'Interactive map' }).click();
    await story(page).locator('.pictures.live').waitFor();
    await close();
  });

  it('is told in Persian, from right to left, from the chapter that the element names', async () => {
    const page = await read(`${host.url}persian.html`);
    await story(page).locator('html[lang=fa][dir=rtl]').waitFor();
    await expect.poll(async () => (await listTold(page, 'chapter')).at(-1)).toMatchObject({ chapter: 'alat', index: 4 });
    await story(page).getByRole('button', { name: 'بعدی' }).press('ArrowLeft');
    await expect.poll(async () => (await listTold(page, 'chapter')).at(-1)).toMatchObject({ index: 5 });
  });

  it('says in the language of its reader that there is no such story, and offers the others', async () => {
    const page = await read(`${host.url}unknown.html`);
    await expect.poll(() => story(page).getByRole('status').innerText()).toContain('no-such-story');
    await expect.poll(() => story(page).locator('html').getAttribute('lang')).toBe('tr');
    expect(await story(page).locator('.stories li').count()).toBeGreaterThanOrEqual(3);
    expect(await listTold(page, 'error')).toEqual([{ code: 'unknown-id', ids: ['no-such-story'] }]);
    await story(page).locator('.stories a').first().click();
    // Without its script a story shows all of its chapters.
    await expect.poll(() => story(page).locator('.chapter:visible').count()).toBe(1);
  });

  it('says that there is no such chapter, and begins with the first', async () => {
    for (const path of ['embed/story-seven-views.html', 'stories/seven-views.html']) {
      const page = await read(`${path}#no-such-chapter`);
      await expect.poll(() => page.getByRole('status').innerText()).toContain('“no-such-chapter”');
      expect(await page.locator('[data-count]').innerText()).toBe('1 of 7');
    }
  });

  it('is led to by the page of any embed, with language, theme and chapter', async () => {
    const page = await read('embed.html?story=seven-views&lang=fa&theme=dark#alat');
    await page.waitForURL(/embed\/story-seven-views\.fa\.html\?theme=dark#alat$/);
    await page.locator('html[data-theme=dark] .chapter#alat.current').waitFor();
    expect(await axe(page)).toEqual([]);
  });

  it('is what its oEmbed answer frames', async () => {
    const page = await read('icon.svg');
    const answer = await page.request.get(`${base()}oembed/ru/story-seven-views.json`);
    expect(((await answer.json()) as { html: string }).html).toContain('embed/story-seven-views.ru.html"');
  });
});
