import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { AtlasError } from '../../../src/core/dataset/errors.ts';
import { EMBED_DEFAULTS, type EmbedConfig } from '../../../src/core/embed/embed-url.ts';
import type { Envelope, Incoming } from '../../../src/core/embed/protocol.ts';
import { EmbedPage } from '../../../src/embed/embed-page.ts';
import type {
  EmbedMap,
  EmbedPageDependencies,
  MapStartOptions,
  PageHandlers,
} from '../../../src/embed/embed-page-dependencies.ts';
import type { MapOverlay } from '../../../src/map/overlays/overlays.ts';
import { PICTURES } from '../../../src/embed/shape.ts';
import { createState } from '../../../src/embed/state.ts';

const UNSUPPORTED = new Error('no WebGL');

/** An embed whose document and map only note what is asked of them. */
function createEmbed(changes: Partial<EmbedConfig> = {}) {
  const config = { ...EMBED_DEFAULTS, ...changes };
  const container = {} as HTMLElement;
  const events: string[] = [];
  const sent: { type: string; payload: Envelope['payload'] }[] = [];
  const maps: MapStartOptions[] = [];
  const last: { handlers?: PageHandlers; answer?: (command: Incoming) => Promise<Envelope['payload']>; container: HTMLElement } =
    {
      container,
    };
  const map: EmbedMap = {
    show: ({ select }) => events.push(`show ${String(select)}`),
    fit: (target) => {
      events.push(`fit ${String(target)}`);
      return Promise.resolve();
    },
    setOverlay: (overlay) => events.push(overlay ? 'overlay' : 'no overlay'),
    getName: (id) => `Name of ${id}`,
    translator: { t: (_: string, { name }: { name: string }) => `Selected: ${name}` } as unknown as EmbedMap['translator'],
    remove: () => events.push('remove'),
  };
  const startMap = vi.fn((_state: unknown, _container: HTMLElement, options: MapStartOptions): Promise<EmbedMap> => {
    maps.push(options);
    return Promise.resolve(map);
  });
  const loadMain = vi.fn<EmbedPageDependencies['loadMain']>(() => Promise.resolve('<main id="embed"></main>'));
  const page = new EmbedPage(createState(config, null, ['a', 'b'], 'en', 'light'), {
    config,
    root: 'https://example.org/',
    written: { page: null, lang: 'en' },
    view: {
      get container() {
        return last.container;
      },
      applyTheme: (theme) => events.push(`theme ${theme}`),
      replaceMain: (_, lang) => events.push(`main ${lang}`),
      bind: (handlers) => {
        last.handlers = handlers;
      },
      setOpenHref: () => undefined,
      showShipments: (html) => events.push(`shipments ${html}`),
      announce: (text) => events.push(`announce ${text}`),
      announceProblem: (problem) => events.push(`problem ${problem}`),
      showExplore: (visible) => events.push(visible ? 'explore' : 'no explore'),
      showContainer: (visible) => events.push(visible ? 'container' : 'picture'),
      markDrawn: () => events.push('drawn'),
      findPictureCamera: () => null,
    },
    loadMain,
    startMap,
    followShipments: (_, { text }) =>
      text === 'unreachable'
        ? Promise.reject(new Error('no data'))
        : Promise.resolve({ html: text, overlay: {} as MapOverlay, bounds: [0, 0, 1, 1], report: { shipments: [text] } }),
    isUnsupported: (error) => error === UNSUPPORTED,
    connect: (answer) => {
      last.answer = answer;
      return { send: (type, payload) => sent.push({ type, payload }), receive: () => undefined };
    },
    loadNames: (ids) => Promise.resolve(ids.map((id) => (id.startsWith('no-') ? null : `Name of ${id}`))),
    onDrawn: () => events.push('mark'),
  });
  const ask = (command: Incoming): Promise<Envelope['payload']> => {
    if (!last.answer) throw new Error('The page has not connected.');
    return last.answer(command);
  };
  const see = (visibility: Parameters<PageHandlers['onVisibility']>[0]): void => last.handlers?.onVisibility(visibility);
  return { page, events, sent, maps, last, ask, see, startMap, loadMain };
}

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});

describe('the pictures of an embed', () => {
  it.each(PICTURES)('reach to the sides of a stage nearly twice as wide as it is high: $name', ({ size, bleed }) => {
    expect((size.width + 2 * bleed) / size.height).toBeGreaterThanOrEqual(1.9);
  });
});

describe('an embed', () => {
  it('is a picture until the reader asks for the map, which takes its place', async () => {
    const { page, see, last, events, maps } = createEmbed();
    await page.start();
    see('half');
    expect(page.activity).toBe('idle');
    expect(events).toContain('explore');
    last.handlers?.onExplore();
    expect(page.activity).toBe('loading');
    await vi.waitUntil(() => page.activity === 'live');
    maps[0]?.onLive();
    expect(events.slice(-2)).toEqual(['drawn', 'mark']);
  });

  it('starts by itself where the address says so, once it is in view', async () => {
    const { page, see, startMap } = createEmbed({ activate: 'visible' });
    await page.start();
    see('some');
    expect(page.activity).toBe('idle');
    see('half');
    see('half');
    await vi.waitUntil(() => page.activity === 'live');
    expect(startMap).toHaveBeenCalledOnce();
  });

  it('gives the map back when it goes out of view, and takes it again', async () => {
    const { page, see, events } = createEmbed({ activate: 'load' });
    await page.start();
    see('some');
    await vi.waitUntil(() => page.activity === 'live');
    see('none');
    expect(page.activity).toBe('idle');
    expect(events.slice(-2)).toEqual(['remove', 'picture']);
    see('some');
    await vi.waitUntil(() => page.activity === 'live');
  });

  it('keeps no map that comes when the embed is out of view, or written again', async () => {
    const { page, see, last, startMap } = createEmbed({ activate: 'load' });
    await page.start();
    see('some');
    see('none');
    await vi.waitUntil(() => page.activity !== 'loading');
    expect(page.activity).toBe('idle');
    see('some');
    last.container = {} as HTMLElement;
    await vi.waitUntil(() => page.activity !== 'loading');
    expect(startMap).toHaveBeenCalledTimes(2);
    expect(page.activity).toBe('idle');
  });

  it('is lost for good without WebGL, and can be tried again where a file did not come or the graphics broke', async () => {
    const { page, see, last, events, sent, maps, startMap } = createEmbed({ activate: 'load' });
    startMap.mockRejectedValueOnce(new Error('unreachable'));
    await page.start();
    see('some');
    await vi.waitUntil(() => page.activity === 'lost');
    expect(events.slice(-3)).toEqual(['picture', 'problem noMap', 'explore']);
    expect(sent.at(-1)).toEqual({ type: 'error', payload: { code: 'no-map' } });
    last.handlers?.onExplore();
    await vi.waitUntil(() => page.activity === 'live');
    maps.at(-1)?.onLost(new Error('graphics-lost') as AtlasError);
    expect(page.activity).toBe('lost');
    startMap.mockRejectedValueOnce(UNSUPPORTED);
    last.handlers?.onExplore();
    await vi.waitUntil(() => page.activity === 'lost');
    expect(events.slice(-3)).toEqual(['picture', 'problem noWebgl', 'no explore']);
    const calls = startMap.mock.calls.length;
    last.handlers?.onExplore();
    expect(startMap.mock.calls).toHaveLength(calls);
  });

  it('tells its host of itself, its height once, and what is selected', async () => {
    const { page, see, last, sent, maps } = createEmbed({ activate: 'load', compare: ['a', 'b'] });
    await page.start();
    expect(sent.map(({ type }) => type)).toEqual(['ready', 'compare']);
    for (const height of [0, 300, 300, 310]) last.handlers?.onHeight(height, height - 100);
    expect(sent.filter(({ type }) => type === 'height').map(({ payload }) => payload)).toEqual([
      { height: 300, least: 200 },
      { height: 310, least: 210 },
    ]);
    see('some');
    await vi.waitUntil(() => page.activity === 'live');
    maps[0]?.onSelect('a');
    expect(sent.at(-1)).toEqual({ type: 'select', payload: { id: 'a', name: 'Name of a' } });
  });

  it('answers an id that there is not with an error, and stays as it is', async () => {
    const { page, see, ask, sent, events } = createEmbed();
    await page.start();
    see('some');
    const told = sent.length;
    const error = { code: 'unknown-id', ids: ['no-such'] };
    expect(await ask({ id: '1', type: 'select', select: 'no-such' })).toEqual({ ok: false, error });
    expect(await ask({ id: '2', type: 'fit', fit: 'no-such' })).toEqual({ ok: false, error });
    expect(await ask({ id: '3', type: 'setRoutes', routes: ['a', 'no-such'], corridors: [] })).toEqual({ ok: false, error });
    expect(sent.slice(told)).toEqual([]);
    expect(events.filter((event) => event.startsWith('announce'))).toEqual([]);
    expect(await ask({ id: '4', type: 'getState' })).toMatchObject({ ok: true, state: { select: null, routes: [] } });
  });

  it('names what is selected before there is a map', async () => {
    const { page, ask, sent } = createEmbed();
    await page.start();
    await ask({ id: '1', type: 'select', select: 'a' });
    expect(sent.at(-1)).toEqual({ type: 'select', payload: { id: 'a', name: 'Name of a' } });
  });

  it('does what its host asks for and answers with its state', async () => {
    const { page, see, ask, events, loadMain } = createEmbed();
    await page.start();
    see('some');
    expect(await ask({ id: '1', type: 'select', select: 'a' })).toMatchObject({ ok: true, state: { select: 'a', live: true } });
    expect(events).toContain('fit a');
    expect(await ask({ id: '2', type: 'setLang', lang: 'ka' })).toMatchObject({ state: { lang: 'ka', live: true } });
    expect(events).toContain('main ka');
    loadMain.mockRejectedValueOnce(new Error('unreachable'));
    expect(await ask({ id: '3', type: 'setYear', year: 1990 })).toMatchObject({ state: { year: 1990, live: true } });
    expect(page.activity).toBe('live');
  });

  it('shows what the host page hands over of shipments, again after it was written anew, and takes it away', async () => {
    const { page, ask, see, events, sent } = createEmbed();
    await page.start();
    see('half');
    await ask({ id: '1', type: 'setShipment', shipment: { text: 'one', name: 'a.json' } });
    expect(events.slice(-3)).toEqual(['shipments one', 'overlay', 'fit 0,0,1,1']);
    expect(sent.at(-1)).toEqual({ type: 'shipment', payload: { shipments: ['one'] } });
    events.length = 0;
    await ask({ id: '2', type: 'setLang', lang: 'ru' });
    expect(events).toContain('shipments one');
    await ask({ id: '3', type: 'setShipment', shipment: null });
    expect(events.slice(-2)).toEqual(['shipments ', 'no overlay']);
  });

  it('tells the host page where the data for its shipments could not be had, and stays as it is', async () => {
    const { page, ask, sent } = createEmbed();
    await page.start();
    const answer = await ask({ id: '1', type: 'setShipment', shipment: { text: 'unreachable', name: 'a.json' } });
    expect(answer).toMatchObject({ ok: true });
    expect(sent.at(-1)).toEqual({ type: 'shipment', payload: { code: 'no-data' } });
  });
});
