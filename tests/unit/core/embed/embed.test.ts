import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { writeEmbedAddress, type EmbedCode, writeEmbedCode } from '../../../../src/core/embed/embed-code.ts';
import type { Atlas } from '../../../../src/core/dataset/dataset.ts';
import { computeFrameHeight } from '../../../../src/core/embed/frame-height.ts';
import { escapeText } from '../../../../src/core/markup.ts';
import { createLimit, isFrom, isSmall, NAMESPACE, readMessage } from '../../../../src/core/embed/protocol.ts';
import {
  ACTIVATIONS,
  CONTROLS,
  EMBED_DEFAULTS,
  type EmbedConfig,
  NO_ORIGIN,
  readEmbed,
  readOrigin,
  writeEmbed,
} from '../../../../src/core/embed/embed-url.ts';
import { LANGS, MODES, STATUSES } from '../../../../src/core/dataset/model.ts';
import { THEME_CHOICES } from '../../../../src/core/url/view.ts';

const id = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9-]{0,30}$/);
const config: fc.Arbitrary<EmbedConfig> = fc.record({
  routes: fc.uniqueArray(id, { maxLength: 5 }),
  corridors: fc.uniqueArray(id, { maxLength: 3 }),
  select: fc.option(id),
  places: fc.uniqueArray(id, { maxLength: 3 }),
  compare: fc.uniqueArray(fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9.:-]{0,40}$/), { maxLength: 6 }),
  lang: fc.option(fc.constantFrom(...LANGS)),
  theme: fc.constantFrom(...THEME_CHOICES),
  controls: fc.subarray([...CONTROLS]),
  story: fc.option(id),
  year: fc.option(fc.integer({ min: 1800, max: 2100 })),
  hiddenModes: fc.subarray([...MODES]),
  hiddenStatuses: fc.subarray([...STATUSES]),
  activate: fc.constantFrom(...ACTIVATIONS),
  origin: fc.option(fc.constantFrom('https://news.example', 'http://localhost:8080', 'https://xn--80ak6aa92e.com')),
  camera: fc.option(
    fc.record({
      zoom: fc.integer({ min: 0, max: 18 }),
      lon: fc.integer({ min: -179, max: 179 }),
      lat: fc.integer({ min: -85, max: 85 }),
    }),
  ),
});

describe('the configuration of an embed', () => {
  it('comes back from its address as it was', () => {
    fc.assert(
      fc.property(config, (one) => {
        const { search, hash } = writeEmbed(one);
        expect(readEmbed(search, hash)).toEqual(one);
      }),
    );
  });

  it('never throws and never leaves its lists and ranges, whatever the address is', () => {
    const names = [
      'routes',
      'corridors',
      'select',
      'compare',
      'lang',
      'theme',
      'controls',
      'story',
      'year',
      'activate',
      'origin',
    ];
    const query = fc.array(fc.tuple(fc.constantFrom(...names), fc.string({ unit: 'binary', maxLength: 60 })));
    fc.assert(
      fc.property(query, fc.string({ unit: 'binary' }), (rows, hash) => {
        const read = readEmbed(`?${rows.map(([name, value]) => `${name}=${value}`).join('&')}`, hash);
        expect(THEME_CHOICES).toContain(read.theme);
        expect(ACTIVATIONS).toContain(read.activate);
        expect(read.year === null || (read.year >= 1800 && read.year <= 2100)).toBe(true);
        for (const one of [...read.routes, ...read.corridors, read.select ?? 'x', read.story ?? 'x']) {
          expect(one).toMatch(/^[A-Za-z0-9-]+$/);
        }
        expect(read.camera === null || Object.values(read.camera).every(Number.isFinite)).toBe(true);
        expect(writeEmbed(read).search).not.toMatch(/[<>"'\s]/);
      }),
    );
  });

  it('drops a bad value alone', () => {
    const read = readEmbed(
      '?routes=ok,<script>,also-ok&lang=xx&theme=dark&controls=zoom,bogus&year=99999&activate=now&origin=https://a.example/',
      '#99/0/0',
    );
    expect(read).toEqual({ ...EMBED_DEFAULTS, routes: ['ok', 'also-ok'], theme: 'dark', controls: ['zoom'], origin: NO_ORIGIN });
  });

  it.each(['', '*', 'null', '%00', 'javascript:', 'https://a.example/', 'none'])(
    'talks with nobody where the origin is "%s"',
    (origin) => {
      expect(readEmbed(`?origin=${origin}`, '').origin).toBe(NO_ORIGIN);
      expect(readEmbed(writeEmbed(readEmbed(`?origin=${origin}`, '')).search, '').origin).toBe(NO_ORIGIN);
    },
  );

  it.each([
    ['https://npr.example', true],
    ['https://npr.example:8443', true],
    ['https://npr.example/', false],
    ['https://NPR.example', false],
    ['https://npr.example:443', false],
    ['https://u:p@npr.example', false],
    ['https://npr.example\\@evil.example', false],
    ['//npr.example', false],
    ['*', false],
    ['null', false],
    ['javascript:alert(1)', false],
  ])('takes the origin %s: %s', (origin, taken) => {
    expect(readOrigin(origin)).toBe(taken ? origin : null);
  });
});

describe('a message', () => {
  const message = (type: string, payload?: unknown, more = {}) => ({ ns: NAMESPACE, v: 1, id: 'a-1', type, payload, ...more });

  it.each([
    [message('select', { id: 'btk' }), { type: 'select', select: 'btk', id: 'a-1' }],
    [message('select', { id: null }), { type: 'select', select: null, id: 'a-1' }],
    [message('fit', { bounds: [40, 38, 50, 42] }), { type: 'fit', fit: [40, 38, 50, 42], id: 'a-1' }],
    [message('fit', { id: 'btk' }), { type: 'fit', fit: 'btk', id: 'a-1' }],
    [message('fit'), { type: 'fit', fit: null, id: 'a-1' }],
    [message('setRoutes', { routes: ['a', 'a', 'b'] }), { type: 'setRoutes', routes: ['a', 'b'], corridors: [], id: 'a-1' }],
    [message('setLang', { lang: 'ka' }), { type: 'setLang', lang: 'ka', id: 'a-1' }],
    [message('setYear', { year: 1995 }), { type: 'setYear', year: 1995, id: 'a-1' }],
    [
      message('setShipment', { text: 'x'.repeat(100_000), name: 'a.csv' }),
      { type: 'setShipment', shipment: { text: 'x'.repeat(100_000), name: 'a.csv' }, id: 'a-1' },
    ],
    [message('setShipment', { text: null }), { type: 'setShipment', shipment: null, id: 'a-1' }],
    [message('setYear', { year: null }), { type: 'setYear', year: null, id: 'a-1' }],
    [message('getState'), { type: 'getState', id: 'a-1' }],
  ])('that holds is read: %j', (data, read) => {
    expect(readMessage(data)).toEqual(read);
  });

  it.each([
    ['no version', message('getState', {}, { v: undefined })],
    ['a later version', message('getState', {}, { v: 2 })],
    ['a version as text', message('getState', {}, { v: '1' })],
    ['no id', message('getState', {}, { id: undefined })],
    ['an id with markup', message('getState', {}, { id: '<b>' })],
    ['an unknown type', message('eval', { code: '1' })],
    ['a type of the other direction', message('ready')],
    ['a prototype in place of a type', message('__proto__')],
    ['more than it may hold', message('select', { id: 'x'.repeat(17_000) })],
    ['more members than it may have', message('getState', { list: new Array(17_000).fill(0) })],
    ['deep nesting', message('getState', JSON.parse('{"a":'.repeat(7) + '1' + '}'.repeat(7)))],
    ['a feature that is no id', message('select', { id: '../elsewhere' })],
    ['nothing to select', message('select', {})],
    ['bounds that are not numbers', message('fit', { bounds: [NaN, 38, 50, 42] })],
    ['bounds beyond the world', message('fit', { bounds: [40, 38, 500, 42] })],
    ['bounds the wrong way round', message('fit', { bounds: [50, 38, 40, 42] })],
    ['shipments that are no text', message('setShipment', { text: [{ eventType: 'TRANSPORT' }] })],
    ['more of shipments than is read', message('setShipment', { text: 'x'.repeat(1_000_001) })],
    ['as much text in another message', message('select', { id: 'a', more: 'x'.repeat(100_000) })],
    ['an infinite year', message('setYear', { year: Infinity })],
    ['a year as text', message('setYear', { year: '1995' })],
    ['a language that we do not speak', message('setLang', { lang: 'xx' })],
    ['too many routes', message('setRoutes', { routes: Array.from({ length: 25 }, (_, i) => `r${String(i)}`) })],
    ['a date among its values', message('getState', { when: new Date() })],
    ['a map among its values', message('getState', { map: new Map() })],
  ])('with %s is bad', (_, data) => {
    expect(readMessage(data)).toBe('bad');
  });

  it('of another library is none of ours', () => {
    for (const data of [null, 'resize', 42, [], {}, { ns: 'other', v: 1 }, new Map(), 'x'.repeat(17_000)]) {
      expect(readMessage(data)).toBe('foreign');
    }
  });

  it('never throws, whatever it is', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withDate: true, withMap: true }), fc.anything(), (payload, type) => {
        readMessage(payload);
        readMessage({ ns: NAMESPACE, v: 1, id: 'x', type, payload });
        isSmall(payload);
      }),
    );
  });

  it('counts only from the other window, and from exactly the origin that was agreed on', () => {
    const source = {};
    const expected = { source, origin: 'https://npr.example' };
    expect(isFrom({ source, origin: 'https://npr.example' }, expected)).toBe(true);
    expect(isFrom({ source: {}, origin: 'https://npr.example' }, expected)).toBe(false);
    for (const origin of ['https://evilnpr.example', 'https://npr.example.evil.example', 'http://npr.example', 'null', '']) {
      expect(isFrom({ source, origin }, expected), origin).toBe(false);
    }
    expect(isFrom({ source, origin: 'null' }, { source, origin: null })).toBe(true);
  });

  it('passes a limit a second, and again after a while', () => {
    const pass = createLimit(30, 20);
    const count = (from: number) => Array.from({ length: 1000 }, (_, i) => pass(from + i)).filter(Boolean).length;
    const first = count(0);
    expect(first).toBeGreaterThanOrEqual(30);
    expect(first).toBeLessThanOrEqual(51);
    expect(pass(10_000)).toBe(true);
  });
});

describe('the embed code', () => {
  const code: EmbedCode = {
    base: 'http://maps.example/atlas/',
    page: 'some-route',
    lang: 'ka',
    config: { ...EMBED_DEFAULTS, theme: 'dark', camera: { zoom: 4, lon: 50, lat: 40 } },
    size: 'content',
    leastHeight: 590,
    title: 'A "map" of <b>Baku & Kars</b>',
    linkText: "O'Neill's map",
    linkTo: 'http://maps.example/atlas/?select=some-route&lang=ka',
    sharePath: 'pages/ka/some-route.html',
    cardPath: 'pages/cards/some-route.png',
  };
  const script = '<script type="module" src="https://maps.example/atlas/corridor-map.js"></script>';

  it('is an iframe with an absolute https address, a title, lazy, full screen allowed, and a plain link below', () => {
    const html = writeEmbedCode('iframe', code);
    expect(html).toContain('src="https://maps.example/atlas/embed/some-route.ka.html?theme=dark#4/40/50"');
    expect(html).toContain('title="A &quot;map&quot; of &lt;b&gt;Baku &amp; Kars&lt;/b&gt;"');
    expect(html).toContain(' loading="lazy" allowfullscreen="allowfullscreen"');
    expect(html).toContain(
      '<p><a href="https://maps.example/atlas/?select=some-route&amp;lang=ka">O&#39;Neill&#39;s map</a></p>',
    );
    expect(html).not.toContain('\n');
  });

  it('keeps its height where styles are stripped, where a theme sets it to auto, and grows where scripts run', () => {
    const html = writeEmbedCode('iframe', code);
    expect(html).toContain('width="100%" height="590"');
    expect(html).toContain('style="border:0;width:100%;height:auto;aspect-ratio:16/10;min-height:590px"');
    expect(html).toContain('data-corridor-frame="grow"');
    expect(html.endsWith(script)).toBe(true);
    const plain = writeEmbedCode('frame', code);
    expect(plain).toContain('min-height:590px');
    expect(plain).not.toMatch(/script|data-corridor/);
    expect(writeEmbedCode('iframe', { ...code, size: { heightPx: 300 } })).toMatch(
      /height="300".*height:300px"><\/iframe><p>.*<\/p>$/,
    );
  });

  it.each(['iframe', 'frame', 'element', 'picture'] as const)('as %s is well-formed XML', (kind) => {
    const parser = new SaxesParser();
    parser.on('error', (error) => {
      throw error;
    });
    parser.write(`<div>${writeEmbedCode(kind, code)}</div>`).close();
  });

  it('is an element with attributes of the same names, room for its content and the link as what shows without script', () => {
    const html = writeEmbedCode('element', code);
    expect(html.startsWith(`${script}<corridor-map `)).toBe(true);
    expect(html).toContain(' feature="some-route" theme="dark" lang="ka" view="4/40/50" ');
    expect(html).toContain(' style="display:block;min-height:590px"');
    expect(html).toMatch(/>O&#39;Neill&#39;s map<\/a><\/corridor-map>$/);
  });

  it('is JSX with a style that is an object, and texts that are expressions', () => {
    const jsx = writeEmbedCode('jsx', code);
    expect(jsx).toContain('style={{"border":0,"width":"100%","height":"auto","aspectRatio":"16/10","minHeight":"590px"}}');
    expect(jsx).toContain('title={"A \\"map\\" of <b>Baku & Kars</b>"}');
    expect(jsx).not.toMatch(/style="|allowfullscreen|<script/);
  });

  it('is a picture with a link in Markdown and HTML, a plain link where there is no such picture', () => {
    expect(writeEmbedCode('markdown', { ...code, linkText: 'A [map] *of* it' })).toBe(
      '[![A \\[map\\] \\*of\\* it](https://maps.example/atlas/pages/cards/some-route.png)](https://maps.example/atlas/pages/ka/some-route.html)\n\n' +
        '[A \\[map\\] \\*of\\* it](https://maps.example/atlas/pages/ka/some-route.html)',
    );
    expect(writeEmbedCode('picture', code)).toMatch(
      /^<p><a href="[^"]+\/pages\/ka\/some-route\.html"><img src="[^"]+\.png" alt="O&#39;Neill&#39;s map" width="1200" height="630" style="[^"]+" \/><\/a><\/p><p><a /,
    );
    const view = { ...code, sharePath: null, cardPath: null };
    expect(writeEmbedCode('picture', view)).toMatch(
      /^<p><a href="https:\/\/maps\.example\/atlas\/\?select=some-route&amp;lang=ka">/,
    );
    expect(writeEmbedCode('markdown', view)).not.toContain('![');
  });

  it('is an outside link in wikitext, whose signs a name does not use', () => {
    expect(writeEmbedCode('wikitext', { ...code, linkText: "A [map] ''of'' {{it}}" })).toBe(
      'https://maps.example/atlas/pages/cards/some-route.png\n\n' +
        '[https://maps.example/atlas/pages/ka/some-route.html A &#91;map&#93; &#39;&#39;of&#39;&#39; &#123;&#123;it&#125;&#125;]',
    );
    expect(writeEmbedCode('wikitext', { ...code, sharePath: null, cardPath: null })).toMatch(
      /^\[https:\S+ O&#39;Neill&#39;s map\]$/,
    );
  });

  it('is the address that other sites turn into a map, or that of the frame', () => {
    expect(writeEmbedCode('link', code)).toBe('https://maps.example/atlas/pages/ka/some-route.html');
    expect(writeEmbedCode('link', { ...code, sharePath: '' })).toBe('https://maps.example/atlas/');
    expect(writeEmbedCode('link', { ...code, sharePath: null })).toBe('https://maps.example/atlas/?select=some-route&lang=ka');
    expect(writeEmbedCode('address', code)).toBe('https://maps.example/atlas/embed/some-route.ka.html?theme=dark#4/40/50');
  });

  it('names a mix in the query, and this machine by http', () => {
    const config = { ...EMBED_DEFAULTS, routes: ['a', 'b'] };
    expect(writeEmbedAddress({ base: 'http://localhost:4173/', page: null, lang: 'en', config })).toBe(
      'http://localhost:4173/embed.html?routes=a,b',
    );
    expect(writeEmbedAddress({ base: 'http://localhost:4173/', page: null, lang: 'az', config })).toBe(
      'http://localhost:4173/embed/_all.az.html?routes=a,b',
    );
  });

  it('lets no text out of its attribute or element', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(escapeText(text)).not.toMatch(/[<>"']/);
        const html = writeEmbedCode('frame', { ...code, title: text, linkText: text });
        expect(html.match(/</g)).toHaveLength(6);
        expect(html.match(/>/g)).toHaveLength(6);
        // JSX takes the expression for what it is: a text of JavaScript.
        const [, title = ''] = /title=\{("(?:[^"\\]|\\.)*")\}/.exec(writeEmbedCode('jsx', { ...code, title: text })) ?? [];
        expect(JSON.parse(title)).toBe(text);
      }),
    );
  });
});

it('a frame is higher where more is named in it', () => {
  const corridors = new Map([
    ['one', { kind: 'corridor', routes: ['a', 'b'] }],
    ['all', { kind: 'comparison', routes: ['a', 'b'] }],
  ]) as unknown as Atlas['corridors'];
  const height = (page: string | null, compared?: number) => computeFrameHeight({ corridors }, page, { compared: compared ?? 0 });
  expect(height('one')).toBe(height(null));
  expect(height('all')).toBeGreaterThan(height('one'));
  expect(height(null, 3)).toBeGreaterThan(height(null, 2));
  expect(computeFrameHeight({ corridors }, null, { mixed: 2 })).toBe(height(null));
  expect(computeFrameHeight({ corridors }, null, { mixed: 3 })).toBeGreaterThan(height(null));
});
