import { describe, expect, it } from 'vitest';
import { LANGS } from '../../../src/core/dataset/enums.ts';
import { ALL, getEmbedPath } from '../../../src/core/url/paths.ts';
import { writeFrameAddress } from '../../../src/element/frame-address.ts';
import { readLeastHeight } from '../../../src/element/frame-heights.ts';
import { readLightness } from '../../../src/element/host-theme.ts';

const write = (attributes: Record<string, string>, origin = 'https://news.example') =>
  writeFrameAddress((name) => attributes[name] ?? null, { folder: new URL('https://atlas.example/map/'), origin }).href.replace(
    'https://atlas.example/map/',
    '',
  );

describe('the address in the frame of the element', () => {
  it('names page, configuration and view, and the only origin that may talk with it', () => {
    expect(write({ feature: 'btk', theme: 'dark', view: '5/40/45' })).toBe(
      'embed/btk.html?theme=dark&origin=https%3A%2F%2Fnews.example#5/40/45',
    );
    expect(write({ routes: 'a,b' }, 'null')).toBe('embed.html?routes=a%2Cb');
    expect(write({ feature: '../x?y' }, 'null')).toBe('embed.html');
    expect(write({ story: 'a', chapter: 'b', view: '5/40/45' }, 'null')).toBe('embed/_stories.html?story=a#b');
    expect(write({ story: 'a', lang: 'fa' }, 'null')).toBe('embed/_stories.fa.html?story=a');
  });

  it('is the page of the language itself, as the build names it', () => {
    for (const lang of LANGS) {
      const query = lang === 'en' ? '?lang=en' : '';
      expect(write({ feature: 'btk', lang }, 'null')).toBe(getEmbedPath('btk', lang) + query);
      expect(write({ lang }, 'null')).toBe(getEmbedPath(null, lang) + query);
    }
    expect(write({ lang: 'az' }, 'null')).toContain(ALL);
    expect(write({ lang: 'xx' }, 'null')).toBe('embed.html?lang=xx');
    expect(write({ lang: 'toString' }, 'null')).toBe('embed.html?lang=toString');
  });
});

describe('the height that a frame grows to', () => {
  const message = (payload: unknown, more = {}) => ({ ns: 'corridor-atlas', v: 1, id: 'e1', type: 'height', payload, ...more });

  it('is the least that the page needs', () => {
    expect(readLeastHeight(message({ height: 700, least: 480.2 }))).toBe(481);
    expect(readLeastHeight(message({ height: 700 }))).toBe(700);
    expect(readLeastHeight(message({ height: 1e9 }))).toBe(4000);
  });

  it('is none for what is no such message', () => {
    const others = [null, 'x', {}, message(null), message({ height: '700' }), message({ height: -1 }), message({ height: NaN })];
    for (const data of [...others, message({ height: 1 }, { ns: 'other' }), message({ height: 1 }, { type: 'view' })]) {
      expect(readLeastHeight(data)).toBeNull();
    }
  });
});

describe('the ground of the page around', () => {
  it.each([
    ['rgb(20, 23, 26)', 0.09],
    ['rgba(255, 255, 255, 0.9)', 1],
    ['rgba(0, 0, 0, 0)', null],
    ['oklch(0.21 0.006 285)', 0.21],
    ['lab(96.5 0 0 / 0.2)', null],
    ['lab(96.5 0 0)', 0.965],
    ['color(display-p3 0 0 0)', null],
    ['', null],
  ])('%s is as light as %s', (colour, lightness) => {
    const read = readLightness(colour);
    if (lightness === null) expect(read).toBeNull();
    else expect(read).toBeCloseTo(lightness, 2);
  });
});
