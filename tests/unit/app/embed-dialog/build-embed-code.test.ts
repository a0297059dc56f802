import { describe, expect, it } from 'vitest';
import { buildEmbedCode, buildStoryCode, type EmbedChoice } from '../../../../src/app/embed-dialog/build-embed-code.ts';
import { buildFrameUrl, writeEmbedCode } from '../../../../src/core/embed/embed-code.ts';
import { writeEmbed } from '../../../../src/core/embed/embed-url.ts';
import { NO_SEARCH } from '../../../../src/core/url/finder-view.ts';
import type { ViewState } from '../../../../src/core/url/view.ts';

const VIEW: ViewState = {
  select: 'main-line',
  panel: 'compare',
  filters: { hiddenGroups: null, hiddenModes: ['sea'], hiddenStatuses: ['planned'], year: 1990 },
  lang: 'en',
  theme: 'auto',
  camera: { zoom: 5, lon: 50, lat: 40 },
  compare: ['main-line', 'other-line'],
  tool: 'compare',
  find: NO_SEARCH,
};
const NOTHING = { page: null, routes: [], corridors: [], places: [] };
const CHOICE: EmbedChoice = {
  content: 'picks',
  picked: { ...NOTHING, page: 'main-line' },
  hiddenGroups: null,
  keepsCamera: false,
  keepsFilters: false,
  lang: 'en',
  theme: 'dark',
  activate: 'click',
  controls: [],
  size: { heightPx: 480 },
  leastHeight: 590,
  title: 'Main line',
};
const linkTo = ({ select, compare, filters }: ViewState) =>
  `https://atlas.example/map/?select=${select ?? ''}&compare=${compare.join()}&hide=${filters.hiddenGroups?.join() ?? ''}&year=${String(filters.year)}`;

describe('the code of an embed', () => {
  it('of a feature leaves comparison, part of the map and filters out unless they are kept', () => {
    const { config, page, base, linkTo: link } = buildEmbedCode(CHOICE, VIEW, linkTo);
    expect([base, page]).toEqual(['https://atlas.example/map/', 'main-line']);
    expect(config).toMatchObject({ compare: [], year: null, hiddenModes: [], hiddenStatuses: [], camera: null, theme: 'dark' });
    expect(link).toBe('https://atlas.example/map/?select=main-line&compare=&hide=&year=null');
  });

  it('carries the part of the map and the filters that are kept, in its address and in the link below it', () => {
    const code = buildEmbedCode({ ...CHOICE, keepsCamera: true, keepsFilters: true }, VIEW, linkTo);
    expect(writeEmbed(code.config)).toEqual({
      search: '?theme=dark&controls=none&year=1990&hide-mode=sea&hide-status=planned',
      hash: '#5/40/50',
    });
    expect(code.linkTo).toContain('year=1990');
    expect(code.sharePath).toBeNull();
  });

  it('names each line and place of a mix, and hides the other lines in the link below it', () => {
    const picked = { page: null, routes: ['main-line'], corridors: [], places: ['port'] };
    const code = buildEmbedCode({ ...CHOICE, picked, hiddenGroups: ['other'] }, VIEW, linkTo);
    expect(writeEmbed(code.config).search).toBe('?routes=main-line&places=port&theme=dark&controls=none');
    expect(code.linkTo).toContain('select=port&compare=&hide=other');
    expect([code.sharePath, code.cardPath]).toEqual([null, null]);
  });

  it('of a comparison has what is compared, and no lines of its own', () => {
    const code = buildEmbedCode({ ...CHOICE, content: 'comparison', picked: NOTHING }, VIEW, linkTo);
    expect(code.config).toMatchObject({ compare: VIEW.compare, routes: [], places: [] });
    expect([code.sharePath, code.cardPath]).toEqual([null, null]);
  });

  it('names a page to share and a picture where there are ones of just that, in the language of the embed', () => {
    const paths = (page: string | null, lang: EmbedChoice['lang']) => {
      const { sharePath, cardPath } = buildEmbedCode({ ...CHOICE, picked: { ...NOTHING, page }, lang }, VIEW, linkTo);
      return [sharePath, cardPath];
    };
    expect(paths('main-line', 'en')).toEqual(['pages/main-line.html', 'pages/cards/main-line.png']);
    expect(paths('main-line', 'az')).toEqual(['pages/az/main-line.html', 'pages/cards/az/main-line.png']);
    expect(paths(null, 'en')).toEqual(['', 'pages/cards/_all.png']);
    expect(paths(null, 'az')).toEqual(['embed/_all.az.html', 'pages/cards/az/_all.png']);
  });

  it('is previewed from where the page came', () => {
    const code = buildEmbedCode(CHOICE, VIEW, linkTo);
    expect(buildFrameUrl(code).href).toMatch(/^https:\/\/atlas\.example\/map\/embed\/main-line\.html/);
  });

  it('of a story frames its own page in the language of the embed, and leads to where it is told', () => {
    const { lang: _, ...look } = CHOICE;
    const code = buildStoryCode('far', { ...look, lang: 'az', controls: ['title'] }, 'http://atlas.example/map/?select=a');
    expect(buildFrameUrl(code).href).toBe('http://atlas.example/map/embed/story-far.az.html?theme=dark&controls=title');
    expect(writeEmbedCode('iframe', code)).toContain(
      'src="https://atlas.example/map/embed/story-far.az.html?theme=dark&amp;controls=title"',
    );
    expect(writeEmbedCode('link', code)).toBe('https://atlas.example/map/stories/far.az.html');
    const element = writeEmbedCode('element', code);
    expect(element).toContain('<corridor-map theme="dark" controls="title" story="far" lang="az"');
    expect(element).toContain('href="https://atlas.example/map/stories/far.az.html"');
    expect(code.cardPath).toBe('pages/cards/az/story-far.png');
  });
});
