import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { passed, weigh } from '../bench/embed-weight.ts';
import { axe, DESKTOP, PHONE, useAtlas } from './atlas.ts';
import { type Host, HOSTS, serveHost } from './hosts.ts';

const PAGE = 'embed/btk.html';
const FRAME_LIVE = '.stage[data-live]';
/** Chromium on machines without a graphics card says so whenever a map starts; hosts have no icon of their own. */
const expected = /WebGL|GPU|favicon/;

const iframe = (src: string, more = ''): string => `<iframe src="${src}" title="Map" width="640" height="480" ${more}></iframe>`;
const html = (body: string): string => `<!doctype html><html lang="en"><title>Host</title><body>${body}</body></html>`;

describe('an embed page by itself', () => {
  const { open, share } = useAtlas();
  /** For a live map, which logs what is expected of it, and for what has none. */
  const visit = share({ expected });
  const visitStill = share();
  const FRAME = { width: 640, height: 520 };

  it('shows picture, names, figures and the link without JavaScript, and asks for nothing but its style', async () => {
    const { page, close } = await open(PAGE, { until: 'document', javaScriptEnabled: false });
    await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toBe('Baku–Tbilisi–Kars railway');
    await expect.poll(() => page.locator('.stage svg:visible').textContent()).toContain('Akhalkalaki');
    await expect
      .poll(() => page.locator('.figures').innerText())
      .toMatch(/Estimated\s+826\skm \(822–\u2060850\)[\s\S]*Measured\s+798\skm[\s\S]*Published\s+826\sto\s850\skm[\s\S]*Georgia/);
    await expect.poll(() => page.locator('.open').getAttribute('href')).toBe('../index.html?select=btk&lang=en');
    await expect.poll(() => page.locator('.explore').isVisible()).toBe(false);
    await close();
  });

  it('goes live on a click in the place of the picture, and tells what is picked', async () => {
    const page = await visit(inject('url') + PAGE, FRAME);
    await page.getByRole('button', { name: 'Explore the map' }).click();
    await page.locator(FRAME_LIVE).waitFor();
    const size = async (part: string) => {
      const box = (await page.locator(part).boundingBox())!;
      return [Math.round(box.width), Math.round(box.height)];
    };
    await expect.poll(() => size('.live canvas')).toEqual(await size('.stage'));
    await expect.poll(() => page.locator('.maplibregl-cooperative-gesture-screen').count()).toBe(1);
    expect(await axe(page)).toEqual([]);
    await expect.poll(() => page.locator('.picture').isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    await expect.poll(() => page.locator('.picture').isVisible()).toBe(true);
  });

  it.each(['north-south', 'east-west'])('hides nothing that %s names by its button', async (id) => {
    for (const width of [390, 680]) {
      const page = await visitStill(`${inject('url')}embed/${id}.html`, { width, height: 590 });
      const button = (await page.getByRole('button', { name: 'Explore the map' }).boundingBox())!;
      // Names and signs; the halo of names is drawn of all of them at once.
      const drawn = page.locator('.picture svg:visible').locator('text, use:not(.s-halo)');
      await expect.poll(() => drawn.count()).toBeGreaterThan(5);
      const hidden = await drawn.evaluateAll((all, { x, y, width, height }) => {
        const boxes = all.map((one) => ({ name: one.textContent, box: one.getBoundingClientRect() }));
        return boxes.flatMap(({ name, box }) =>
          box.left < x + width && box.right > x && box.top < y + height && box.bottom > y ? [name] : [],
        );
      }, button);
      expect(hidden, `${width} pixels`).toEqual([]);
    }
  });

  it('is readable in a narrow column, at twice the size, in the dark and in Georgian', async () => {
    const page = await visitStill(`${inject('url')}${PAGE}?lang=ka&theme=dark&controls=figures`, { width: 280, height: 460 });
    await page.locator('html[lang=ka]').waitFor();
    await expect.poll(() => page.locator('.stage svg:visible').textContent()).toMatch(/[ა-ჰ]{3}/);
    // The heading is there for those who listen only.
    await expect.poll(async () => (await page.locator('.title').boundingBox())?.height).toBeLessThanOrEqual(1);
    await expect.poll(() => page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(23, 27, 32)');
    const land = page.locator('.picture svg:visible .f-land').first();
    await expect.poll(() => land.evaluate((path) => getComputedStyle(path).fill)).toBe('rgb(38, 41, 45)');
    await expect
      .poll(async () => new URL((await page.locator('.open').getAttribute('href')) ?? '', page.url()).searchParams.get('lang'))
      .toBe('ka');
    expect(await axe(page)).toEqual([]);
    for (const size of ['100%', '200%']) {
      await page.evaluate((zoom) => document.documentElement.style.setProperty('font-size', zoom), size);
      await expect
        .poll(() => page.evaluate(() => document.documentElement.scrollWidth), { message: size })
        .toBeLessThanOrEqual(280);
    }
  });

  it('draws a mix that has no page, and drops what does not hold', async () => {
    const page = await visitStill(`${inject('url')}embed.html?routes=ew-poti,btk,<b>,no-such&year=2100&lang=xx`);
    await page.locator('.figures').getByText('East–West via Poti').waitFor();
    await expect.poll(() => page.locator('.figures div').count()).toBe(2);
    await expect.poll(() => page.locator('.legend li').count()).toBe(2);
  });

  it('draws a comparison as the map does: sections and ways with letters, lengths and differences', async () => {
    const page = await visit(`${inject('url')}embed.html?compare=ew-btk:alat:kars,btk,path:baku:kars:no-IR.open,no-such`, FRAME);
    const figures = page.locator('.figures div');
    await figures.getByText(/^A · East–West via Khorgos, Aktau and Kars.*Alat.*Kars/).waitFor();
    await expect.poll(() => figures.count()).toBe(3);
    await expect
      .poll(() => figures.nth(1).innerText())
      .toMatch(/B · Baku–Tbilisi–Kars railway\s+826\skm \(822–\u2060850\), \+9\s?%/);
    await expect.poll(() => page.locator('.legend li').count()).toBe(3);
    await page.getByRole('button', { name: 'Explore the map' }).click();
    await page.locator(FRAME_LIVE).waitFor();
  });

  it('keeps its picture and says so where its worker does not start', async () => {
    const { page, close } = await open(`${PAGE}?activate=load`, {
      until: 'document',
      expected: /WebGL|GPU|worker/i,
      before: async (page) => void (await page.route(/worker.*\.m?js/, (route) => route.abort())),
    });
    await page.getByRole('status').getByText('The interactive map could not be loaded.').waitFor();
    await expect.poll(() => page.locator('.picture svg:visible').count()).toBe(1);
    await expect.poll(() => page.locator('.open').isVisible()).toBe(true);
    await close();
  });

  it('keeps its budgets', async () => {
    const browser = (await visitStill(`${inject('url')}icon.svg`)).context().browser()!;
    expect(passed(await weigh(browser, inject('url'), 'embed/east-west.html'))).toEqual([]);
    expect(passed(await weigh(browser, inject('url'), 'embed.html'))).toEqual([]);
  });
});

describe('an embed in a page of another origin', () => {
  const visit = useAtlas().share({ expected, asked: HOSTS });
  let host: Host;
  let strict: Host;
  const base = () => inject('url');

  beforeAll(async () => {
    host = await serveHost({
      'sandbox.html': html(iframe(`${base()}${PAGE}`, 'sandbox="allow-scripts"')),
      'many.html': html(Array.from({ length: 40 }, () => `<p>Text</p>${iframe(`${base()}${PAGE}?activate=load`)}`).join('')),
      'hostile.html': html(
        iframe(`${base()}${PAGE}?origin=https://trusted.example`, 'id="other"') +
          iframe(`${base()}${PAGE}`, 'id="ours"') +
          '<iframe id="third" srcdoc="<p>third</p>" title="Third"></iframe>',
      ),
    });
    strict = await serveHost(
      { 'strict.html': html(iframe(`${base()}${PAGE}`)) },
      { 'Content-Security-Policy': `default-src 'none'; style-src 'unsafe-inline'; frame-src ${new URL(base()).origin}` },
    );
  });
  afterAll(() => Promise.all([host.close(), strict.close()]));

  it('works in a sandbox without an origin or storage', async () => {
    const page = await visit(`${host.url}sandbox.html`);
    const frame = page.frameLocator('iframe');
    await frame.getByRole('button', { name: 'Explore the map' }).click();
    await frame.locator(FRAME_LIVE).waitFor();
  });

  it('works where the policy of the page allows frames of our host only', async () => {
    const page = await visit(`${strict.url}strict.html`);
    await page.frameLocator('iframe').getByRole('button', { name: 'Explore the map' }).waitFor();
  });

  it('forty on one page: those in view are live, the others have given their context back', async () => {
    const page = await visit(`${host.url}many.html`, { width: 700, height: 600 });
    const live = async () => {
      const states = await Promise.all(
        page.frames().map(async (frame) => (frame === page.mainFrame() ? 0 : await frame.locator('.live canvas').count())),
      );
      return states.reduce((sum, one) => sum + one, 0);
    };
    const frame = (n: number) => page.frameLocator(`iframe >> nth=${String(n)}`);
    for (const n of [0, 20, 39]) {
      await page.locator(`iframe >> nth=${String(n)}`).scrollIntoViewIfNeeded();
      await frame(n).locator(FRAME_LIVE).waitFor();
      await expect.poll(live, { message: `at ${String(n)}` }).toBeLessThanOrEqual(2);
    }
    await frame(0).locator('.stage:not([data-live])').waitFor({ state: 'attached' });
  });

  it('ignores hostile messages, says so once, and goes on to answer honest ones', async () => {
    const page = await visit(`${host.url}hostile.html`);
    for (const id of ['other', 'ours']) {
      await page.frameLocator(`#${id}`).getByRole('button', { name: 'Explore the map' }).waitFor();
    }
    const heard = await page.evaluate(async () => {
      const window_ = (id: string) => (document.getElementById(id) as HTMLIFrameElement).contentWindow!;
      const told: { from: string; type: string; id: string; payload: Record<string, unknown> }[] = [];
      const answered = new Map<string, () => void>();
      addEventListener('message', ({ source, data }) => {
        const row = { from: source === window_('ours') ? 'ours' : 'other', ...data };
        told.push(row);
        answered.get(row.id)?.();
        if (row.type === 'error') answered.get('error')?.();
      });
      const ours = window_('ours');
      const say = (more: object) =>
        ours.postMessage({ ns: 'corridor-atlas', v: 1, id: 'x', type: 'getState', payload: {}, ...more }, '*');
      const once = (id: string) => new Promise<void>((resolve) => answered.set(id, resolve));
      // No version, more than it may hold, views that are no numbers, a thousand at once.
      const error = once('error');
      say({ v: undefined });
      say({ payload: { text: 'x'.repeat(17_000) } });
      say({ type: 'fit', payload: { bounds: [NaN, 0, 1, 1] } });
      for (let i = 0; i < 1000; i += 1) say({ type: 'select', payload: { id: '<b>' } });
      // To the one that trusts another origin, and from a window that is not its parent.
      window_('other').postMessage({ ns: 'corridor-atlas', v: 1, id: 'y', type: 'getState' }, '*');
      const third = (document.getElementById('third') as HTMLIFrameElement).contentDocument!;
      const script = third.createElement('script');
      script.textContent = `parent.document.getElementById('ours').contentWindow.postMessage({ns:'corridor-atlas',v:1,id:'z',type:'getState'},'*')`;
      third.body.append(script);
      await error;
      let honest = false;
      const answer = once('honest').then(() => (honest = true));
      // The allowance comes back with time: ask until there is an answer.
      while (!honest) {
        say({ id: 'honest' });
        await Promise.race([answer, new Promise((resolve) => setTimeout(resolve, 100))]);
      }
      return told.map(({ from, type, id, payload }) => ({ from, type, id, payload }));
    });
    expect(heard.filter(({ from }) => from === 'other')).toEqual([]);
    expect(heard.filter(({ id }) => id === 'x' || id === 'y' || id === 'z')).toEqual([]);
    const errors = heard.filter(({ type }) => type === 'error');
    expect(errors).toHaveLength(1);
    expect(errors[0]?.payload['count']).toBeGreaterThanOrEqual(1003);
    expect(heard.find(({ id }) => id === 'honest')?.payload).toMatchObject({
      ok: true,
      state: { page: 'btk', live: false },
    });
  });

  it('the element: events, methods, attributes, links of the page, its own height', async () => {
    const page = await visit(`${host.url}host.html?atlas=${encodeURIComponent(base())}&feature=btk&link=tbilisi,kars`);
    await page.locator('#log').getByText('ready', { exact: false }).first().waitFor();
    const frame = page.frameLocator('corridor-map iframe');
    await expect.poll(() => page.locator('corridor-map iframe').getAttribute('title')).toBe('Map of the corridor');
    await page.waitForFunction(
      () => (document.querySelector('corridor-map')?.shadowRoot?.querySelector('iframe')?.clientHeight ?? 0) > 400,
    );
    await page.getByRole('button', { name: 'kars' }).click();
    await frame.locator('.note').getByText('Selected: Kars').waitFor();
    await page.locator('#log').getByText('select {"id":"kars","name":"Kars"}').waitFor();
    await page.locator('button[aria-current=true]').getByText('kars').waitFor();
    const state = await page.evaluate(async () => {
      const map = document.querySelector('corridor-map')!;
      await map.fit([44, 41, 46, 42]);
      return (await map.getState()).state;
    });
    expect(state).toMatchObject({ page: 'btk', select: 'kars', lang: 'en', live: true });
    await page.evaluate(() => document.querySelector('corridor-map')!.setAttribute('lang', 'tr'));
    await frame.getByRole('link', { name: 'Haritayı aç' }).waitFor();
    await page.evaluate(() => document.querySelector('corridor-map')!.setRoutes(['ew-poti'], []));
    await frame.locator('.figures dt').first().waitFor();
    await expect.poll(() => frame.locator('.legend li, .figures div').count()).toBe(1);
  });
});

describe('an embed without WebGL', () => {
  const { open } = useAtlas(['--disable-3d-apis']);

  it('keeps picture and figures, and says why', async () => {
    const { page, close } = await open(`${PAGE}?activate=load`, { until: 'document', expected });
    await page.getByText('This browser cannot show the interactive map. The picture and the figures remain.').waitFor();
    await expect.poll(() => page.locator('.picture svg:visible').count()).toBe(1);
    await expect.poll(() => page.locator('.explore').isVisible()).toBe(false);
    await close();
  });
});

/** The dialog, as a reader comes to it: by sharing what a page is about, or all that is seen. */
async function openDialog(page: Page, shared: 'article' | 'banner'): Promise<Locator> {
  await page.getByRole(shared).getByRole('button', { name: 'Share' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Embed' }).click();
  return page.getByRole('dialog', { name: 'Embed this map' });
}

describe('the embed dialog', () => {
  const { visit } = useAtlas([], ['', { before: (page) => page.addInitScript(noteCopied) }]);

  /** Runs in the page before its scripts: writes into the document what they copy. */
  function noteCopied(): void {
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: async (text: string) => document.documentElement.setAttribute('data-copied', text) },
    });
  }

  /** The code that is offered first; the dialog keeps what is chosen, so that tests put back what they have changed. */
  const USUAL = { en: 'Frame that fits its content (HTML)', az: 'Məzmuna uyğunlaşan çərçivə (HTML)' };

  /** What a dialog leaves open would lie over the page of the next test. */
  async function closeDialog(page: Page): Promise<void> {
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  }

  it('hands out no code in the words of another language while those of the chosen one come', async () => {
    const page = await visit('?select=btk');
    const dialog = await openDialog(page, 'article');
    const copy = dialog.getByRole('button', { name: 'Copy the code' });
    await expect.poll(() => copy.isEnabled()).toBe(true);
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const words = '**/assets/kk-*.js';
    await page.route(words, async (route) => {
      await held;
      await route.continue();
    });
    await dialog.getByLabel('Language').selectOption('kk');
    await expect.poll(() => copy.isDisabled()).toBe(true);
    letGo();
    await expect.poll(() => copy.isEnabled()).toBe(true);
    expect(await dialog.getByRole('textbox', { name: 'Code' }).inputValue()).toMatch(/btk\.kk\.html" title="Карта: /);
    await page.unroute(words);
  });

  it('writes the code of what is selected, with a live preview, and copies it', async () => {
    const page = await visit('?select=btk');
    const dialog = await openDialog(page, 'article');
    const code = dialog.getByRole('textbox', { name: 'Code' });
    await expect
      .poll(() => code.inputValue())
      .toMatch(
        /^<iframe src="http:\/\/127\.0\.0\.1:\d+\/embed\/btk\.html" title="Map: Baku–Tbilisi–Kars railway" width="100%" height="590"/,
      );
    await dialog.getByLabel('Language').selectOption('ka');
    await dialog.getByLabel('Load the interactive map').selectOption('visible');
    await dialog.getByLabel('Size').selectOption('height');
    await dialog.getByLabel('Legend', { exact: true }).uncheck();
    await expect
      .poll(() => code.inputValue())
      .toContain('/embed/btk.ka.html?controls=title,figures,zoom,scale&amp;activate=visible" title');
    await dialog.frameLocator('iframe').locator('html[lang=ka]').waitFor({ state: 'attached' });
    // The page round the embed reads its title in the same language.
    await expect.poll(() => code.inputValue()).toMatch(/ title="[ა-ჰ]+: [^"]*[ა-ჰ]{5}[^"]*" width/);
    expect(await axe(page)).toEqual([]);
    await dialog.getByLabel('Element').check();
    await dialog.getByRole('button', { name: 'Copy the code' }).click();
    await dialog.getByText('Copied').waitFor();
    const copied = () => page.locator('html').getAttribute('data-copied');
    await expect.poll(copied).toBe(await code.inputValue());
    await expect
      .poll(copied)
      .toMatch(
        /^<script type="module" src="http:\/\/127[^"]+\/corridor-map\.js"><\/script><corridor-map feature="btk" controls="[^"]+" activate="visible" lang="ka"/,
      );
    await dialog.getByLabel('Link for WordPress and Ghost').check();
    await expect.poll(() => code.inputValue()).toMatch(/^http:\/\/127[^ ]+\/pages\/ka\/btk\.html$/);
    await dialog.getByLabel('Load the interactive map').selectOption('click');
    await dialog.getByLabel('Size').selectOption('content');
    await dialog.getByLabel('Legend', { exact: true }).check();
    await dialog.getByLabel(USUAL.en).check();
    await closeDialog(page);
  });

  it('hands out the card of a claim with its verdict, as high as it needs, and nothing to set of a map', async () => {
    const page = await visit('?select=C01&lang=az');
    await page.getByRole('banner').getByRole('button', { name: 'Paylaş' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Yerləşdir' }).click();
    const dialog = page.getByRole('dialog');
    const code = dialog.getByRole('textbox');
    await expect
      .poll(() => code.inputValue())
      .toMatch(/^<iframe src="http:\/\/127[^"]+\/embed\/C01\.az\.html" title="[^"]+\s– “[^"]+”" width="100%" height="[2-5]\d\d"/);
    await dialog.frameLocator('iframe').locator('.claim-card').waitFor();
    expect(await dialog.getByRole('combobox').count()).toBe(1);
    await dialog.getByLabel('WordPress və Ghost üçün keçid').check();
    await expect.poll(() => code.inputValue()).toMatch(/\/pages\/az\/C01\.html$/);
    await dialog.getByLabel(USUAL.az).check();
    await closeDialog(page);
  });

  it('embeds what the map shows: a line with a place, the year and what is filtered out', async () => {
    const page = await visit('?select=btk&hide-mode=sea&year=2020');
    const dialog = await openDialog(page, 'banner');
    const code = dialog.getByRole('textbox', { name: 'Code' });
    await expect.poll(() => dialog.getByLabel('East–West corridor').isChecked()).toBe(false);
    await expect.poll(() => dialog.getByLabel('Baku–Tbilisi–Kars railway').isChecked()).toBe(true);
    await dialog.getByLabel('Port of Baku').check();
    await expect
      .poll(() => code.inputValue())
      .toMatch(/embed\.html\?routes=btk&amp;places=[a-z-]+&amp;year=2020&amp;hide-mode=sea"/);
    const frame = dialog.frameLocator('iframe');
    await frame.getByRole('heading', { name: /Baku–Tbilisi–Kars railway · Port of Baku/ }).waitFor();
    await dialog.getByLabel(/Keep the filters/).uncheck();
    await expect.poll(() => code.inputValue()).not.toContain('year=2020');
    // All that is taken away leaves nothing to copy, and says so.
    await dialog.getByLabel('Baku–Tbilisi–Kars railway').uncheck();
    await dialog.getByLabel('Port of Baku').uncheck();
    await dialog.getByRole('status').getByText('Pick at least one').waitFor();
    await expect.poll(() => dialog.getByRole('button', { name: 'Copy the code' }).isDisabled()).toBe(true);
    await closeDialog(page);
  });

  it('embeds a story: its page in the language and theme that are chosen is what is previewed', async () => {
    const page = await visit();
    const dialog = await openDialog(page, 'banner');
    await dialog.getByRole('radio', { name: 'Story' }).check();
    await dialog.getByRole('radio', { name: 'One container through the Middle Corridor' }).check();
    const code = dialog.getByRole('textbox', { name: 'Code' });
    await expect
      .poll(() => code.inputValue())
      .toMatch(/^<iframe src="[^"]+\/embed\/story-one-container\.html" title="One container/);
    await dialog.getByLabel('Language').selectOption('fa');
    await dialog.getByLabel('Theme').selectOption('dark');
    await dialog.getByLabel('Title', { exact: true }).uncheck();
    const src = '/embed/story-one-container.fa.html?theme=dark&controls=figures,legend,zoom,scale';
    await expect.poll(() => code.inputValue()).toContain(`${src.replaceAll('&', '&amp;')}"`);
    await expect.poll(async () => (await dialog.locator('iframe').getAttribute('src'))?.endsWith(src)).toBe(true);
    const frame = dialog.frameLocator('iframe');
    // The page before it, with its title, is there until the new one is read.
    await frame.locator('html[lang=fa][data-theme=dark]:not([data-controls~=title]) .chapter.current').waitFor();
    expect(await frame.getByRole('heading', { level: 1 }).isVisible()).toBe(false);
    await dialog.getByLabel('Title', { exact: true }).check();
    await frame.getByRole('heading', { level: 1 }).waitFor();
    expect(await axe(page)).toEqual([]);
    await dialog.getByLabel('Element').check();
    await expect.poll(() => code.inputValue()).toContain('<corridor-map theme="dark" story="one-container" lang="fa"');
    await dialog.getByLabel('Theme').selectOption('auto');
    await dialog.getByLabel(USUAL.en).check();
    await closeDialog(page);
  });

  it('has the copy button in view without scrolling, and previews a column and a phone', async () => {
    for (const viewport of [DESKTOP, PHONE]) {
      const page = await visit('?select=btk', { viewport });
      const dialog = await openDialog(page, 'banner');
      const copy = dialog.getByRole('button', { name: 'Copy the code' });
      await expect
        .poll(async () => {
          const box = await copy.boundingBox();
          return box && box.y > 0 && box.y + box.height <= viewport.height;
        })
        .toBe(true);
      const frame = dialog.locator('iframe');
      await expect.poll(() => frame.evaluate((one) => one.clientWidth)).toBe(678);
      await dialog.getByText('360 px').click();
      await expect.poll(() => frame.evaluate((one) => one.clientWidth)).toBe(358);
      await expect
        .poll(() => dialog.evaluate((one) => one.scrollWidth - one.clientWidth), { message: String(viewport.width) })
        .toBeLessThanOrEqual(0);
      await dialog.getByText('680 px').click();
      await closeDialog(page);
    }
  });
});
