import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGS, MODES, STATUSES } from '../../../../src/core/dataset/model.ts';
import { CRITERIA } from '../../../../src/core/url/compare-items.ts';
import { MOST_VIA, NO_SEARCH } from '../../../../src/core/url/finder-view.ts';
import { readView, writeView } from '../../../../src/core/url/url.ts';
import { EMBED_DEFAULTS, readEmbed, writeEmbed } from '../../../../src/core/embed/embed-url.ts';
import { PANELS, THEME_CHOICES, TOOLS, type ViewState } from '../../../../src/core/url/view.ts';
import { FIRST_VIEW } from '../../../fixtures/first-view.ts';

const defaults = { lang: 'en', theme: 'auto', panel: 'routes' } as const;
const id = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9-]{0,30}$/);
const view: fc.Arbitrary<ViewState> = fc.record({
  select: fc.option(id),
  panel: fc.constantFrom(...PANELS),
  filters: fc.record({
    hiddenGroups: fc.option(fc.uniqueArray(id, { maxLength: 4 })),
    hiddenModes: fc.subarray([...MODES]),
    hiddenStatuses: fc.subarray([...STATUSES]),
    year: fc.option(fc.integer({ min: 1800, max: 2100 })),
  }),
  lang: fc.constantFrom(...LANGS),
  theme: fc.constantFrom(...THEME_CHOICES),
  camera: fc.option(
    fc.record({
      zoom: fc.integer({ min: 0, max: 18 }),
      lon: fc.integer({ min: -179, max: 179 }),
      lat: fc.integer({ min: -85, max: 85 }),
    }),
  ),
  tool: fc.constantFrom(...TOOLS),
  find: fc.constant(NO_SEARCH),
  compare: fc.uniqueArray(fc.oneof(id, fc.constantFrom('a:12.5:b', 'path:a:b:n2.no-RU', 'import:x', '<bad>')), { maxLength: 6 }),
});

const finder = fc.record({
  from: fc.option(id),
  to: fc.option(id),
  via: fc.uniqueArray(id, { maxLength: MOST_VIA }),
  by: fc.constantFrom(...CRITERIA),
  avoidCountries: fc.uniqueArray(fc.constantFrom('RU', 'IR', 'CN'), { maxLength: 3 }),
  avoidModes: fc.subarray([...MODES]),
  avoidDisrupted: fc.boolean(),
  openOnly: fc.boolean(),
  year: fc.option(fc.integer({ min: 1800, max: 2100 })),
  closed: fc.uniqueArray(id, { maxLength: 4 }),
  way: fc.integer({ min: 1, max: 9 }),
});

describe('a view as an address', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(view, (state) => {
        const { search, hash } = writeView(state, defaults);
        expect({ ...FIRST_VIEW, ...readView(search, hash) }).toEqual(state);
      }),
    );
  });

  it('carries what the path finder is asked, and opens it where no panel is named', () => {
    fc.assert(
      fc.property(view, finder, (state, find) => {
        const { search, hash } = writeView({ ...state, find }, defaults);
        expect({ ...FIRST_VIEW, ...readView(search, hash) }).toEqual({ ...state, find });
      }),
    );
    expect(readView('?from=a&to=b&via=c&avoid=RU,sea,disrupted&closed=d&way=2', '')).toMatchObject({
      panel: 'compare',
      tool: 'find',
      find: {
        from: 'a',
        to: 'b',
        via: ['c'],
        avoidCountries: ['RU'],
        avoidModes: ['sea'],
        avoidDisrupted: true,
        closed: ['d'],
        way: 2,
      },
    });
  });

  it('opens the comparison from the addresses of before, and drops a bad value of the finder alone', () => {
    expect(readView('?panel=compare&compare=a,b', '')).toMatchObject({ tool: 'compare', compare: ['a', 'b'], find: NO_SEARCH });
    expect(readView('?panel=compare', '').tool).toBe('find');
    const { find } = readView('?from=<b>&to=b&via=c,%20,d&avoid=ru,RU,air&closed=..,e&way=99&by=price&as-of=1&open=maybe', '');
    expect(find).toEqual({ ...NO_SEARCH, to: 'b', via: ['c', 'd'], avoidCountries: ['RU'], closed: ['e'] });
  });

  it('has no two hyphens in a row, which programs that set text turn into a dash, and reads them all the same', () => {
    const ours = { ...FIRST_VIEW, select: 'baku--bilajari', compare: ['path:baku:kars:cut-baku--bilajari', 'baku--bilajari'] };
    const { search } = writeView(ours, defaults);
    expect(search).not.toContain('--');
    expect(readView(search, '')).toMatchObject({ select: ours.select, compare: ours.compare });
    expect(readView('?select=baku--bilajari', '').select).toBe('baku--bilajari');
    const embed = writeEmbed({ ...EMBED_DEFAULTS, select: 'baku--bilajari', origin: 'https://a--b.example' });
    expect(embed.search).toContain('select=baku_bilajari');
    expect(readEmbed(embed.search, '')).toMatchObject({ select: 'baku--bilajari', origin: 'https://a--b.example' });
  });

  it('leaves out what is as by default', () => {
    expect(writeView(FIRST_VIEW, defaults)).toEqual({ search: '', hash: '' });
  });

  it('never throws on what people paste, and gives only values that are possible', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        fc.constantFrom('select', 'hide', 'year', 'lang', 'hide-mode'),
        (query, hash, name) => {
          const read = readView(`?${name}=${encodeURIComponent(query)}&${query}`, `#${hash}`);
          if (read.lang !== undefined) expect(LANGS).toContain(read.lang);
          if (read.camera) expect(Object.values(read.camera).every(Number.isFinite)).toBe(true);
          if (read.select) expect(read.select).toMatch(/^[A-Za-z0-9-]+$/);
        },
      ),
    );
  });

  it('drops a bad value alone', () => {
    const read = readView('?select=<script>&lang=xx&year=99999&hide-mode=rail,flying&theme=dark', '#99/0/0');
    expect(read).toMatchObject({ select: null, theme: 'dark', filters: { hiddenModes: ['rail'], year: null } });
    expect(read.lang).toBeUndefined();
    expect(read.camera).toBeUndefined();
  });

  it('writes as many decimals as a pixel is wide', () => {
    const { hash } = writeView({ ...FIRST_VIEW, camera: { zoom: 10.123456, lon: 49.464512345, lat: 39.9757123 } }, defaults);
    expect(hash).toBe('#10.12/39.9757/49.4645');
  });
});
