import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkStories, formatUntold } from '../../../../geo/check/texts/stories.ts';
import type { Problem } from '../../../../geo/read/problem.ts';
import { readStories } from '../../../../geo/read/stories.ts';
import { LANGS, type LinkProperties } from '../../../../src/core/dataset/model.ts';
import { miniAtlas } from '../../../fixtures/mini.ts';

const atlas = await miniAtlas();
const [route] = [...atlas.routes.keys()];
let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'stories-'));
  mkdirSync(join(dir, 'stories'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const write = (name: string, ...lines: string[]): void =>
  writeFileSync(join(dir, 'stories', name), ['---', 'title: T', 'lead: L', 'date: 2026', '---', ...lines].join('\n'));

/** File, place and problem of all that does not hold. */
function tell(of = atlas): string[] {
  const problems: Problem[] = [];
  const stories = readStories(dir, problems);
  const features = new Set([...atlas.routes.keys(), ...atlas.nodes.keys()]);
  problems.push(...checkStories(stories, { features, sources: new Set(), atlas: of, statusAsOf: '2026-11' }));
  return problems.map(({ file, feature, problem }) => `${file.split('/').at(-1)}: ${feature}: ${problem}`);
}

describe('a story', () => {
  it('is taken where all that it shows exists', () => {
    write('one.en.md', '## A {#a}', `view: select=${route} compare=${route} show=bars`, '', `Of [it](${route}).`);
    write('one.ka.md', '## ა {#a}', `[ტექსტი](${route}).`);
    expect(tell()).toEqual([]);
    const [{ story } = { story: null }] = readStories(dir, []);
    expect(story?.chapters[0]?.heading).toEqual({ en: 'A', ka: 'ა' });
  });

  it('is refused with file, line and place where an id is unknown', () => {
    write('one.en.md', 'sources: none', '## A {#a}', `view: select=gone compare=lost show=nowhere`, '', 'Of [it](nobody).');
    expect(tell()).toEqual([
      'one.en.md: line 6: "sources: none" belongs to no chapter',
      'one.en.md: line 7, a: "select" has "gone", which cannot be shown',
      'one.en.md: line 7, a: "show" has "nowhere", which cannot be shown',
      'one.en.md: line 7, a: "compare" has "lost", which cannot be shown',
      'one.en.md: a: mentions "nobody", which does not exist',
    ]);
  });

  it('is refused where a translation lacks a paragraph or a mention of the English text', () => {
    write('one.en.md', '## A {#a}', `Of [it](${route}).`, '', 'More.');
    write('one.ru.md', '## А {#a}', 'О нём.');
    expect(tell()).toEqual([
      `one.ru.md: a: does not mention "${route}" as the English does`,
      'one.ru.md: a: has 1 paragraphs, in English 2',
    ]);
  });

  it('is listed with the languages that it has not been told in', () => {
    for (const lang of LANGS) if (lang !== 'zh') write(`one.${lang}.md`, '## A {#a}', 'Text.');
    expect(formatUntold(readStories(dir, []))).toEqual(['Stories not told in\none                 zh']);
    write('one.zh.md', '## A {#a}', '文。');
    expect(formatUntold(readStories(dir, []))).toEqual([]);
  });

  it('is refused where a chart has nothing to compare, a translation has other chapters, or the name says no language', () => {
    write('one.en.md', '## A {#a}', 'view: show=times', '', 'Text.');
    write('one.az.md', '## B {#b}', 'Mətn.');
    write('two.xx.md', '## A {#a}', 'Text.');
    expect(tell()).toEqual([
      'two.xx.md: the name: is no ID.LANG.md',
      'one.az.md: the chapters: are b, in English a',
      'one.en.md: line 6, a: shows a chart of nothing',
    ]);
  });

  it('takes a chart of years alone, and is refused where that has no dated railway or does not reach the year', () => {
    write('one.en.md', '## A {#a}', `view: show=years,${route} year=1901`, '', 'Text.');
    expect(tell()).toEqual([]);
    write('one.en.md', '## A {#a}', 'view: show=years year=1800', '', 'Text.');
    expect(tell()).toEqual(['one.en.md: line 6, a: "year" is 1800, which the chart does not reach']);
    const strip = ({ opened: _, ...properties }: LinkProperties): LinkProperties => properties;
    const links = [...atlas.links].map(([id, link]) => [id, { ...link, properties: strip(link.properties) }] as const);
    expect(tell({ ...atlas, links: new Map(links) })).toEqual([
      'one.en.md: line 6, a: shows the years of railways of which no opening is dated',
    ]);
  });
});
