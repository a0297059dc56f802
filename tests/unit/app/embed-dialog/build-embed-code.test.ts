import { describe, expect, it } from 'vitest';
import { buildEmbedCode, type EmbedChoice, getPreviewAddress } from '../../../../src/app/embed-dialog/build-embed-code.ts';
import { NO_SEARCH } from '../../../../src/core/url/finder-view.ts';
import type { ViewState } from '../../../../src/core/url/view.ts';

const VIEW: ViewState = {
  select: 'main-line',
  panel: 'compare',
  filters: { hiddenGroups: null, hiddenModes: [], hiddenStatuses: [], year: 1990 },
  lang: 'en',
  theme: 'auto',
  camera: { zoom: 5, lon: 50, lat: 40 },
  compare: ['main-line', 'other-line'],
  tool: 'compare',
  find: NO_SEARCH,
};
const CHOICE: EmbedChoice = {
  content: 'feature',
  page: 'main-line',
  lang: 'en',
  theme: 'dark',
  activate: 'click',
  controls: [],
  size: { heightPx: 480 },
  leastHeight: 590,
  title: 'Main line',
};
const linkTo = (view: ViewState) => `https://atlas.example/map/?select=${view.select ?? ''}&compare=${view.compare.join()}`;

describe('the code of an embed', () => {
  it('of a feature leaves camera, year and comparison of the page out', () => {
    const { config, base, linkTo: link } = buildEmbedCode(CHOICE, VIEW, linkTo);
    expect(base).toBe('https://atlas.example/map/');
    expect(config).toMatchObject({ select: null, compare: [], year: null, camera: null, lang: null, theme: 'dark' });
    expect(link).toBe('https://atlas.example/map/?select=main-line&compare=');
  });

  it('of the view carries camera, year and comparison', () => {
    const { config } = buildEmbedCode({ ...CHOICE, content: 'view', page: null }, VIEW, linkTo);
    expect(config).toMatchObject({ select: 'main-line', compare: VIEW.compare, year: 1990, camera: VIEW.camera });
  });

  it('of the whole atlas selects nothing', () => {
    const { config, linkTo: link } = buildEmbedCode({ ...CHOICE, content: 'all', page: null }, VIEW, linkTo);
    expect(config.select).toBeNull();
    expect(link).toBe('https://atlas.example/map/?select=&compare=');
  });

  it('names a page to share and a picture where there are ones of just that, in the language of the embed', () => {
    const paths = (content: EmbedChoice['content'], page: string | null, lang: EmbedChoice['lang']) => {
      const { sharePath, cardPath } = buildEmbedCode({ ...CHOICE, content, page, lang }, VIEW, linkTo);
      return [sharePath, cardPath];
    };
    expect(paths('feature', 'main-line', 'en')).toEqual(['pages/main-line.html', 'pages/cards/main-line.png']);
    expect(paths('feature', 'main-line', 'az')).toEqual(['pages/az/main-line.html', 'pages/cards/main-line.png']);
    expect(paths('all', null, 'en')).toEqual(['', 'pages/cards/_all.png']);
    expect(paths('all', null, 'az')).toEqual(['embed/_all.az.html', 'pages/cards/_all.png']);
    expect(paths('view', 'main-line', 'en')).toEqual([null, null]);
  });

  it('is previewed from where the page came', () => {
    const code = buildEmbedCode(CHOICE, VIEW, linkTo);
    expect(getPreviewAddress(code)).toMatch(/^https:\/\/atlas\.example\/map\/embed\/main-line\.html/);
  });
});
