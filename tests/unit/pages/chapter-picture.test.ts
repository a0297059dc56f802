import { beforeAll, describe, expect, it } from 'vitest';
import type { Atlas } from '../../../src/core/dataset/dataset.ts';
import type { BaseMapData } from '../../../src/core/dataset/load/load-base-map.ts';
import type { Chapter, StoryView } from '../../../src/core/dataset/model.ts';
import { EMPTY } from '../../../src/core/geo/feature-collection.ts';
import { en } from '../../../src/i18n/dictionaries/en.ts';
import { translator } from '../../../src/i18n/translate.ts';
import { CARD_MAP } from '../../../src/pages/card.ts';
import { drawChapter, drawFirstView, SHAPES } from '../../../src/pages/story/chapter-picture.ts';
import { miniAtlas } from '../../fixtures/mini.ts';

const baseMap: BaseMapData = { scale50m: {}, waters: { lakes: EMPTY, rivers: EMPTY }, places: null };
const tr = translator('en', en);
const title = 'Then and now';
let atlas: Atlas;
beforeAll(async () => {
  atlas = await miniAtlas();
});

describe('the chart of years of a chapter', () => {
  const draw = (view: StoryView): string => drawChapter({ atlas, baseMap }, { view, shape: 'wide', tr, title }).text;

  it('marks the year of the chapter, or the last one', () => {
    const svg = draw({ chart: 'years', year: 1901 });
    expect(svg).toContain(en['year.chart']);
    expect(svg).toMatch(/>1901: [\d,]+\skm</);
    const last = atlas.context!.statusAsOf.slice(0, 4);
    expect(draw({ chart: 'years' })).toMatch(new RegExp(`>${last}: [\\d,]+\\skm<`));
  });

  it('is of the lines that the chapter draws', () => {
    const readKm = (svg: string): number => Number(/>1901: ([\d,]+)/.exec(svg)?.[1]?.replace(',', ''));
    const only = ['western-railway'];
    expect(readKm(draw({ chart: 'years', year: 1901, only }))).toBeLessThan(readKm(draw({ chart: 'years', year: 1901 })));
  });

  it('has each figure of its axis on a ground as wide as the figure, where no hatching crosses it', () => {
    const svg = draw({ chart: 'years', year: 1901 });
    const grounds = [...svg.matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"/g)].map((match) =>
      match.slice(1).map(Number),
    );
    const figures = [...svg.matchAll(/<text[^>]* x="([\d.]+)" y="([\d.]+)"[^>]*>\d[\d,]*</g)].filter(
      ([text]) => !text.includes('anchor'),
    );
    expect(figures.length).toBeGreaterThan(1);
    for (const [, x, y] of figures) {
      const under = grounds.filter(
        ([left = 0, top = 0, width = 0, height = 0]) =>
          left <= Number(x) && Number(x) < left + width && top < Number(y) && Number(y) <= top + height && width < 100,
      );
      expect(under.length, `a ground at ${x} ${y}`).toBeGreaterThan(0);
    }
  });

  it('gives way to the map where no opening is dated', () => {
    const undated = { ...atlas, context: null };
    const view: StoryView = { chart: 'years' };
    expect(drawChapter({ atlas: undated, baseMap }, { view, shape: 'wide', tr, title }).text).toContain('data-camera');
  });
});

describe('the map of a chapter', () => {
  it('shows the same area on a narrow screen as on a wide one', () => {
    const view: StoryView = { camera: { zoom: 6, lat: 1, lon: 4 } };
    const seen = (['wide', 'narrow'] as const).map((shape) => {
      const svg = drawChapter({ atlas, baseMap }, { view, shape, tr, title }).text;
      const [zoom = 0, lat = 0, lon = 0] = /data-camera="([^"]+)"/.exec(svg)![1]!.split('/').map(Number);
      expect([lat, lon]).toEqual([1, 4]);
      const { width, height } = SHAPES[shape];
      return [width / 2 ** zoom, height / 2 ** zoom];
    });
    expect(seen[1]).toEqual(seen[0]);
  });
});

describe('the picture on the preview card of a story', () => {
  const draw = (view: StoryView) => {
    const chapter: Chapter = { id: 'one', view, heading: { en: title }, text: { en: [] } };
    const story = { id: 's', title: { en: title }, lead: { en: title }, date: '2026', sources: [], chapters: [chapter] };
    return drawFirstView({ atlas, baseMap }, story, { tr, title });
  };
  const size = `width="${CARD_MAP.width}" height="${CARD_MAP.height}"`;

  it('is the map as its first chapter shows it', () => {
    const { svg: picture, ground } = draw({ camera: { zoom: 6, lat: 1, lon: 4 }, only: ['western-railway'] });
    const svg = picture.text;
    expect(svg).toContain(ground?.drawn.text);
    expect(svg).toContain('data-camera="6/1/4"');
    expect(svg).toContain(size);
  });

  it('is the chart of its first chapter, grown to the card', () => {
    const { svg: picture, ground } = draw({ chart: 'years' });
    const svg = picture.text;
    expect(ground).toBeNull();
    expect(svg).toContain(en['year.chart']);
    expect(/<svg[^>]*>/.exec(svg)?.[0]).toContain(size);
    expect(/<svg[^>]*>/.exec(svg)?.[0]).not.toContain(`viewBox="0 0 ${CARD_MAP.width} `);
  });
});
