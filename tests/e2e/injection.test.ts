/** Scripts in whatever strangers write: files, addresses, the dataset, storage, messages, attributes. None may run, none become markup. */
import type { Frame, Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { hasData, holdMap, type Opened, openImport, useAtlas } from './atlas.ts';
import { serveHost } from './hosts.ts';

/** Ways to make a script of text; each would set a flag, and none is made to get past the guards of other programs. */
const CORPUS = [
  '<img src=x onerror="window.flag=1">',
  '<script>window.flag=1</script>',
  '"><svg/onload=window.flag=1>',
  "'-alert(1)-'",
  '</title></style></textarea></script><iframe srcdoc="<script>parent.flag=1</script>">',
  'javascript:window.flag=1//',
  '{{window.flag=1}}',
  '${window.flag=1}',
  '<a href="javascript:window.flag=1">x</a>',
  '&lt;script&gt;window.flag=1&lt;/script&gt;',
  '<style><img src=x onerror=window.flag=1></style>',
  '\u2028<b onmouseover=window.flag=1>',
];
const ALL = CORPUS.join(' ');
const encoded = encodeURIComponent(ALL);

/** What became of the text: the flag, and elements that only it could have made. */
const harm = (page: Page | Frame) =>
  page.evaluate(() => ({
    flag: (window as { flag?: number }).flag ?? 0,
    made: document.querySelectorAll(
      'img[src="x"], a[href^="javascript:"], [onerror], [onload], [onmouseover], main script, main iframe',
    ).length,
  }));
const NONE = { flag: 0, made: 0 };

/** Opens each panel and waits for what it shows. */
async function seeAllPanels(page: Page): Promise<void> {
  for (const name of ['Story', 'Compare', 'Explore']) {
    await page.getByRole('tab', { name }).click();
    await page.getByRole('tab', { name, selected: true }).waitFor();
    await page.locator('#panel .loading').waitFor({ state: 'detached' });
  }
  for (const panel of ['claims', 'events']) {
    await page.getByRole('tab', { name: 'Story' }).click();
    await page.locator(`#panel nav a[href*="panel=${panel}"]`).click();
    await page.locator(`.app[data-panel=${panel}]`).waitFor();
    await page.locator('#panel .loading').waitFor({ state: 'detached' });
  }
}

describe('scripts in what strangers write', () => {
  const { open } = useAtlas();

  it('in the address, before and behind the hash, stay text', async () => {
    const doors = ['select', 'import', 'compare', 'lang', 'panel', 'theme', 'year', 'hide', 'story'];
    const { page, close } = await open(`?${doors.map((name) => `${name}=${encoded}`).join('&')}#${ALL}`);
    await page.getByText('The routes in this link cannot be read').waitFor();
    await page.keyboard.press('Escape');
    await seeAllPanels(page);
    expect(await harm(page)).toEqual(NONE);
    await close();
  });

  it.each([
    ['texts', /"(name|t|en|title|publisher|credit)":"[^"]*"/g, ALL, CORPUS[0]!],
    // A part with such a link is refused whole, and told of.
    ['links', /"(url)":"[^"]*"/g, 'javascript:window.flag=1', 'Baku–Tbilisi–Kars railway'],
  ])('in the %s of the dataset are not heeded', async (_, keys, evil, heading) => {
    const { page, close } = await open('?select=btk', {
      until: 'document',
      before: async (page) => {
        await holdMap(page);
        for (const name of [
          'routes-index.json',
          'corridors.json',
          'texts/en/events.json',
          'texts/en/context.json',
          'manifest.json',
        ]) {
          await page.route(`**/data/${name}`, async (route) => {
            const text = await (await route.fetch()).text();
            await route.fulfill({ body: text.replaceAll(keys, (_match, key: string) => `"${key}":${JSON.stringify(evil)}`) });
          });
        }
      },
    });
    await page.getByRole('heading', { level: 2, name: heading }).waitFor();
    await seeAllPanels(page);
    await page.getByRole('button', { name: 'About the data' }).last().click();
    await page.getByRole('dialog').waitFor();
    expect(await harm(page)).toEqual(NONE);
    await close();
  });

  it('in pasted text and in routes that the browser keeps stay text', async () => {
    const { page, close } = await open();
    const features = CORPUS.map((text) => ({
      type: 'Feature',
      id: text,
      properties: { name: text, [text]: text, description: text, link: text, stroke: text },
      geometry: {
        type: 'LineString',
        coordinates: [
          [49, 40],
          [45, 41],
        ],
      },
    }));
    await openImport(page);
    const dialog = page.getByRole('dialog');
    const paste = async (text: string, says: string | RegExp) => {
      await dialog.getByLabel('Paste text in one of these formats').fill(text);
      await dialog.getByRole('button', { name: 'Add the text' }).click();
      await dialog.getByText(says).first().waitFor();
    };
    await paste(JSON.stringify({ type: 'FeatureCollection', features }), `${CORPUS.length} routes added`);
    // What is refused is named in the message.
    await paste(
      JSON.stringify({ type: 'Feature', id: ALL, properties: { name: ALL }, geometry: { type: ALL } }),
      /nothing was added/,
    );
    expect(await harm(page)).toEqual(NONE);
    await page.reload();
    await hasData(page);
    await page.getByRole('link', { name: CORPUS[1]!, exact: false }).first().click();
    await page.getByRole('article').getByRole('heading', { name: CORPUS[1]! }).waitFor();
    expect(await harm(page)).toEqual(NONE);
    await close();
  });

  it('in the address of an embed, in messages and in attributes of the element stay text', async () => {
    const attributes = ['route', 'select', 'compare', 'lang', 'theme', 'year', 'title', 'controls', 'activate', 'ratio'];
    const attribute = ALL.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    const host = await serveHost({
      'index.html': `<!doctype html><html lang="en"><title>Host</title><body>
        <iframe title="Map" width="640" height="480" src="${inject('url')}embed.html?routes=${encoded}&corridors=${encoded}&compare=${encoded}&select=${encoded}&lang=${encoded}&title=${encoded}&controls=${encoded}#${encoded}"></iframe>
        <script type="module" src="${inject('url')}corridor-map.js"></script>
        <corridor-map ${attributes.map((name) => `${name}="${attribute}"`).join(' ')}></corridor-map></body></html>`,
    });
    let opened: Opened | undefined;
    try {
      opened = await open('index.html', {
        at: host.url,
        until: 'document',
        expected: /favicon|404/,
        asked: new RegExp(`^${inject('url')}`),
      });
      const { page } = opened;
      const embeds = () => page.frames().filter((frame) => frame !== page.mainFrame() && frame.url().startsWith(inject('url')));
      await page.frameLocator('iframe').first().locator('.figures dt').first().waitFor();
      await page.evaluate((text) => {
        const { contentWindow } = document.querySelector('iframe')!;
        const asks: [string, unknown][] = [
          ['select', { select: text }],
          ['fit', { fit: text }],
          ['setRoutes', { routes: [text], corridors: [text] }],
          ['setLang', { lang: text }],
          ['setYear', { year: text }],
          ['getState', { text }],
          [text, { text }],
        ];
        asks.forEach(([type, payload], i) => {
          const message = { ns: 'corridor-atlas', v: 1, id: `m${i}`, type, payload };
          contentWindow!.postMessage(message, '*');
          contentWindow!.postMessage(JSON.stringify(message), '*');
        });
        // The last one is answered when all before it have been heard.
        return new Promise<void>((resolve) => {
          addEventListener('message', ({ data }) => (data as { id?: string }).id === 'last' && resolve());
          contentWindow!.postMessage({ ns: 'corridor-atlas', v: 1, id: 'last', type: 'getState', payload: {} }, '*');
        });
      }, ALL);
      expect(embeds().length).toBeGreaterThanOrEqual(1);
      for (const one of embeds()) expect(await harm(one)).toEqual(NONE);
      expect((await harm(page)).flag).toBe(0);
      await opened.close();
    } finally {
      await host.close();
    }
  });
});
