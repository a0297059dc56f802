import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Atlas } from '../../../src/core/dataset/dataset.ts';
import { EMBED_DEFAULTS } from '../../../src/core/embed/embed-url.ts';
import { isEmbedKey } from '../../../src/core/embed/embed-messages.ts';
import { type Envelope, NAMESPACE } from '../../../src/core/embed/protocol.ts';
import { restrictToRoutes, findShownRoutes } from '../../../src/core/embed/shown-routes.ts';
import { buildContent, buildMix, writeMain } from '../../../src/embed/content.ts';
import { isMixedPage, createState } from '../../../src/embed/state.ts';
import { buildMarks } from '../../../src/core/style/features.ts';
import { buildNodeFeatures } from '../../../src/core/style/node-features.ts';
import { openBridge } from '../../../src/embed/host/bridge.ts';
import { en } from '../../../src/i18n/dictionaries/en.ts';
import { formatLength } from '../../../src/i18n/lengths.ts';
import { translator } from '../../../src/i18n/translate.ts';
import { miniAtlas } from '../../fixtures/mini.ts';

const NO_FILTERS = { hiddenGroups: [], hiddenModes: [], hiddenStatuses: [], year: null };

let atlas: Atlas;
beforeAll(async () => {
  atlas = await miniAtlas();
});

describe('what an embed shows', () => {
  const none = { page: null, routes: [], corridors: [], compare: [] };

  it('is the feature of its page, what is asked for, or all but the alternative routes', () => {
    const [corridor] = atlas.corridors.values();
    const [route] = atlas.routes.keys();
    expect(findShownRoutes(atlas, { ...none, page: route! })).toEqual([route]);
    expect(findShownRoutes(atlas, { ...none, page: corridor!.id })).toEqual(corridor!.routes);
    expect(findShownRoutes(atlas, { ...none, corridors: [corridor!.id], routes: ['no-such'] })).toEqual(corridor!.routes);
    expect(findShownRoutes(atlas, { ...none, compare: [`${route!}:a:b`] })).toEqual([route]);
    const all = findShownRoutes(atlas, none);
    expect(all.length).toBeGreaterThan(0);
    expect(all.every((id) => atlas.routes.get(id)!.kind !== 'alternative')).toBe(true);
  });

  it('draws the parallel lines of its routes only', () => {
    const [route] = atlas.routes.keys();
    const { parallelLines, events } = restrictToRoutes(atlas, [route!]);
    expect(parallelLines.length).toBeGreaterThan(0);
    expect(parallelLines.every(({ routes }) => routes.length === 1 && routes[0] === route)).toBe(true);
    expect(events.size).toBe(0);
  });

  it('starts with the page of a single feature, and knows a mix', () => {
    const start = (more: object, own: string | null = null) =>
      createState({ ...EMBED_DEFAULTS, ...more }, own, ['a', 'b'], 'en', 'light');
    expect(start({ routes: ['a'] })).toMatchObject({ page: 'a', routes: [] });
    expect(start({ select: 'b' })).toMatchObject({ page: 'b', select: null });
    expect(start({ select: 'place' })).toMatchObject({ page: null, select: 'place' });
    expect(isMixedPage(start({ routes: ['a'] }))).toBe(false);
    expect(isMixedPage(start({ routes: ['a', 'b'] }))).toBe(true);
    expect(isMixedPage(start({ year: 1990 }, 'a'))).toBe(true);
    expect(isMixedPage(start({ hiddenModes: ['sea'] }, 'a'))).toBe(true);
    expect(start({ routes: ['a'], places: ['port'] })).toMatchObject({ page: null, routes: ['a'], places: ['port'] });
    expect(start({ places: ['b'] })).toMatchObject({ page: 'b', places: [] });
  });

  it('is named by the few things that were asked for, with a row for each place', () => {
    const tr = translator('en', en);
    const state = createState(
      { ...EMBED_DEFAULTS, routes: ['western-railway'], places: ['quay-port', 'no-such'] },
      null,
      [],
      'en',
      'light',
    );
    const { title, figures } = buildMix(atlas, tr, state, ['western-railway']);
    const port = atlas.areas.get('quay-port')!.properties;
    expect(title).toBe(`${atlas.routes.get('western-railway')!.name} · ${port.name}`);
    expect(figures.at(-1)).toEqual({ label: port.name, value: tr.country(port.country) });
  });

  it('points places out by a ring, an area by its edge as well, and names them', () => {
    const [node = ''] = atlas.nodes.keys();
    const types = buildMarks(atlas, [node, 'quay-port', 'no-such'], 'light').features.map(({ geometry }) => geometry.type);
    expect(types).toEqual(['Point', 'Polygon', 'Point']);
    const named = buildNodeFeatures(atlas, { lang: 'en', theme: 'light', filters: NO_FILTERS }, { marked: [node] }).features;
    expect(named.find(({ properties }) => properties.id === node)?.properties).toMatchObject({ from: 0, dimmed: false });
  });

  it('writes text from the data as text', () => {
    const tr = translator('en', en);
    const evil = '"><img src=x onerror=alert(1)>';
    const content = { title: evil, kind: evil, figures: [{ label: evil, value: evil }], legend: [{ name: evil, colour: evil }] };
    const html = writeMain(tr, { ...content, picture: '', openHref: evil, credit: evil }).text;
    expect(html).not.toContain('<img');
    const [route] = atlas.routes.values();
    const [estimated, measured] = buildContent(atlas, tr, route!.id, [route!.id]).figures;
    expect(estimated).toEqual({ label: 'Estimated', value: formatLength(tr, route!) });
    expect(measured?.value).toBe(tr.km(route!.drawnKm));
  });
});

describe('the conversation with the page round an embed', () => {
  function begin(origin: string | null = null) {
    const sent: { message: Envelope; to: unknown }[] = [];
    const peer = { postMessage: (message: unknown, to: unknown) => void sent.push({ message: message as Envelope, to }) };
    let time = 0;
    let then = (): void => undefined;
    const { receive } = openBridge({
      peer,
      origin,
      now: () => time,
      schedule: (callback) => (then = callback),
      answer: async ({ type }) => ({ ok: true, type }),
    });
    const say = (more: object = {}, from: unknown = peer, fromOrigin = 'https://host.example') =>
      receive({
        data: { ns: NAMESPACE, v: 1, id: 'q', type: 'getState', payload: {}, ...more },
        source: from,
        origin: fromOrigin,
      });
    return { sent, say, receive, peer, pass: (ms: number) => (time += ms), report: () => then() };
  }
  const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

  it('answers with the id of the question, to the agreed origin', async () => {
    const { sent, say } = begin('https://host.example');
    say();
    await settled();
    expect(sent).toEqual([
      {
        message: { ns: NAMESPACE, v: 1, id: 'q', type: 'getState', payload: { ok: true, type: 'getState' } },
        to: 'https://host.example',
      },
    ]);
  });

  it('ignores other origins, look-alikes, other windows, bad messages and a flood, and says so once', async () => {
    const { sent, say, pass, report, peer } = begin('https://host.example');
    say({}, peer, 'https://evilhost.example');
    say({}, peer, 'https://host.example.evil.example');
    say({}, {});
    say({ v: undefined });
    say({ type: 'fit', payload: { bounds: [NaN, 0, 0, 0] } });
    say({ payload: { text: 'x'.repeat(17_000) } });
    for (let i = 0; i < 1000; i += 1) say({ type: 'nonsense' });
    await settled();
    expect(sent).toEqual([]);
    report();
    expect(sent.map(({ message }) => [message.type, message.payload])).toEqual([['error', { code: 'ignored', count: 1006 }]]);
    pass(5000);
    say();
    await settled();
    expect(sent).toHaveLength(2);
    expect(sent[1]?.message.id).toBe('q');
  });

  it('leaves the messages of other libraries alone', async () => {
    const { sent, receive, peer, report } = begin();
    for (const data of ['[iFrameSizer]', { type: 'resize' }, null]) receive({ data, source: peer, origin: 'https://x.example' });
    report();
    await settled();
    expect(sent).toEqual([]);
  });
});

it('has every word that an embed shows among those that embeds fetch', () => {
  const files = readdirSync('src/embed', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const code = [...files.map((name) => `src/embed/${name}`), 'src/i18n/map-locale.ts', 'src/i18n/without.ts']
    .map((file) => readFileSync(file, 'utf8'))
    // What fetches a whole dictionary has all words.
    .filter((text) => !text.includes('loadDictionary('))
    .join('\n');
  const keys = [...code.matchAll(/\bt\(\s*(?:[^'"`()]*\? )?['`]([a-zA-Z.-]+)/g)].map(([, key]) => key!);
  expect(keys.length).toBeGreaterThan(20);
  expect(keys.filter((key) => !isEmbedKey(key))).toEqual([]);
});
