import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StoryView } from '../../../../src/core/dataset/model.ts';
import { STORY_CHARTS } from '../../../../src/core/dataset/schema/context/stories.ts';
import { computeViewBounds } from '../../../../src/core/geo/view-bounds.ts';
import { parseStory, type StoryText } from '../../../../src/core/stories/parse-story.ts';
import { readView, writeView } from '../../../../src/core/stories/view-line.ts';
import { writeStory } from '../../../../src/core/stories/write-story.ts';

const TEXT = `---
title: Two ways
lead: What it is about.
date: 2026-11
sources: article, era-2024
---

## From Xi’an {#xian}

view: select=ew-btk camera=4/41/60

It leaves by
[the railway](btk).

Another paragraph.

## Charts

view: compare=btk,path:baku:kars:via-meghri show=bars

Bars.
`;

const listCodes = (text: string): string[] => parseStory(text).issues.map(({ line, code }) => `${line} ${code}`);

describe('a story', () => {
  it('is read with its chapters, views, mentions and sources', () => {
    const { story, issues } = parseStory(TEXT);
    expect(issues).toEqual([]);
    expect(story).toEqual({
      title: 'Two ways',
      lead: 'What it is about.',
      date: '2026-11',
      sources: ['article', 'era-2024'],
      chapters: [
        {
          id: 'xian',
          heading: 'From Xi’an',
          line: 8,
          view: { select: 'ew-btk', camera: { zoom: 4, lat: 41, lon: 60 } },
          paragraphs: [['It leaves by ', { t: 'the railway', ref: 'btk' }, '.'], ['Another paragraph.']],
        },
        {
          id: 'chapter-2',
          heading: 'Charts',
          line: 17,
          view: { compare: ['btk', 'path:baku:kars:via-meghri'], chart: 'bars' },
          paragraphs: [['Bars.']],
        },
      ],
    });
  });

  it('is the same after it was written and read again', () => {
    const { story } = parseStory(TEXT);
    const strip = ({ chapters, ...rest }: StoryText) => ({ ...rest, chapters: chapters.map(({ line: _, ...one }) => one) });
    expect(strip(parseStory(writeStory(story)).story)).toEqual(strip(story));
  });

  it('tells what cannot be used, with its line, and keeps the rest', () => {
    expect(listCodes(TEXT.replace('---\ntitle', 'title'))).toContain('1 no-front-matter');
    expect(listCodes(TEXT.replace('lead:', 'teaser:'))).toEqual(['3 unknown-field', '1 missing-field']);
    expect(listCodes(TEXT.replace('2026-11', 'November'))).toEqual(['1 bad-date']);
    expect(listCodes(TEXT.replace('{#xian}', '{#chapter-2}'))).toEqual(['17 same-chapter-id']);
    expect(listCodes(TEXT.replace('\n## From', '\nAstray.\n\n## From'))).toEqual(['8 lost-text']);
    expect(listCodes(TEXT.replace('Bars.', '**Bars**'))).toEqual(['21 other-markup']);
    expect(listCodes(TEXT.replace('\nBars.\n', ''))).toEqual(['17 no-text']);
    const wrong = parseStory(TEXT.replace('camera=4/41/60', 'camera=99/41/60 colour=red'));
    expect(wrong.issues.map(({ line, what }) => `${line} ${what}`)).toEqual(['10 camera=99/41/60', '10 colour=red']);
    expect(wrong.story.chapters[0]?.view).toEqual({ select: 'ew-btk' });
  });

  it('reads any text without throwing', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseStory(text)));
    const line = fc.oneof(fc.constantFrom('---', '## A {#a}', 'view: select=b', 'title: x', ''), fc.string());
    fc.assert(fc.property(fc.array(line), (lines) => void parseStory(lines.join('\n'))));
  });
});

describe('a view as a line', () => {
  const id = fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/).filter((one) => !STORY_CHARTS.some((chart) => chart === one));
  const view: fc.Arbitrary<StoryView> = fc.record(
    {
      select: id,
      compare: fc.uniqueArray(id, { minLength: 1, maxLength: 6 }),
      year: fc.integer({ min: 1900, max: 2100 }),
      camera: fc.record({
        zoom: fc.integer({ min: 0, max: 20 }),
        lat: fc.integer({ min: -80, max: 80 }),
        lon: fc.integer({ min: -179, max: 179 }),
      }),
      only: fc.uniqueArray(id, { minLength: 1, maxLength: 5 }),
      chart: fc.constantFrom(...STORY_CHARTS),
    },
    { requiredKeys: [] },
  );

  it('is the same after it was written and read again', () => {
    fc.assert(fc.property(view, (one) => void expect(readView(writeView(one))).toEqual({ view: { ...one }, faults: [] })));
  });

  it('leaves out each part that is wrong, alone', () => {
    expect(readView('select=btk select=x show=bars,times year=18')).toEqual({
      view: { select: 'btk' },
      faults: [
        { part: 'select=x', reason: 'twice' },
        { part: 'show=bars,times', reason: 'value' },
        { part: 'year=18', reason: 'value' },
      ],
    });
  });
});

it('the extent of a camera is as wide as its pixels, with its place in the middle', () => {
  const [west, south, east, north] = computeViewBounds({ zoom: 2, lat: 0, lon: 50 }, { width: 512, height: 512 });
  expect([west, east]).toEqual([5, 95]);
  expect(north).toBeCloseTo(-south, 10);
  expect(north).toBeCloseTo(40.98, 2);
});
