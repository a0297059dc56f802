import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Atlas } from '../../../src/core/dataset/dataset.ts';
import type { Manifest } from '../../../src/core/dataset/model.ts';
import { writeElement } from '../../../src/core/markup.ts';
import { type StoryDraft, toStory } from '../../../src/core/stories/draft.ts';
import { en } from '../../../src/i18n/dictionaries/en.ts';
import { translator } from '../../../src/i18n/translate.ts';
import { type StoryFileOptions, writeStoryFile, writeStoryFragment } from '../../../src/pages/story/story-file.ts';
import { miniAtlas } from '../../fixtures/mini.ts';

const site = 'https://example.org/atlas/';
const manifest: Manifest = { version: 1, built: '2026-11-25T00:00:00.000Z', files: {}, sources: [], licences: [] };
const options: StoryFileOptions = {
  css: '.corridor-story{color:red}',
  atlasAt: site,
  hasLiveMap: true,
  fallback: 'en',
  draw: ({ id }, shape, prefix) => writeElement('svg', { xmlns: 'http://www.w3.org/2000/svg', id: `${prefix}${shape}` }, id),
};
let atlas: Atlas;
beforeAll(async () => {
  atlas = await miniAtlas();
});

function write(words: (n: number) => string, change: Partial<StoryFileOptions> = {}) {
  const [route = ''] = atlas.routes.keys();
  const draft: StoryDraft = {
    key: 'k',
    id: '',
    date: '2026-11-29',
    sources: [],
    langs: ['en'],
    heads: { en: { title: words(0), lead: words(1) } },
    chapters: [
      { id: 'chapter-1', view: { select: route }, words: { en: { heading: words(2), text: `A ${words(3)} [b](${route})` } } },
    ],
  };
  const source = { atlas, manifest, site, tr: translator('en', en) };
  const all = { ...options, ...change };
  return { file: writeStoryFile(source, toStory(draft), all), fragment: writeStoryFragment(source, toStory(draft), all) };
}

/** Elements with their attributes, and all text, as a strict parser finds them. */
function read(fragment: string): { tags: string[]; text: string } {
  const tags: string[] = [];
  let text = '';
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => tags.push(`${name} ${Object.keys(attributes).join(' ')}`));
  parser.on('text', (part) => {
    text += part;
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(fragment.replace(/(<svg[^>]*) id=/g, '$1 data-id=')).close();
  return { tags, text };
}

describe('a story in one file', () => {
  it('has no element and no attribute that people’s words have made, whatever they write', () => {
    const usual = read(write(() => 'word').fragment).tags;
    const hostile = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc
        .array(
          fc.constantFrom(
            '<script>',
            '</style>',
            '"',
            "'",
            '>',
            '<img src=x onerror=',
            '&lt;',
            ']]>',
            '-->',
            'javascript:',
            '\u0000',
          ),
        )
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 4, maxLength: 4 }), (words) => {
        const typed = words.map((one) => `${one.replace(/[[\]]/g, '')}w`);
        const { file, fragment } = write((n) => typed[n]!);
        expect(read(fragment).tags).toEqual(usual);
        expect(file.match(/<(?:script|img|link|base|meta http-equiv="refresh")/gi)).toBeNull();
      }),
      { numRuns: 150 },
    );
    expect(read(write(() => '<b>&amp;</b>').fragment).text).toContain('<b>&amp;</b>');
  });

  it('runs nothing and asks nobody but the atlas that it was given', () => {
    const { file } = write(() => 'word');
    expect(file).toContain(
      `content="default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;; frame-src https://example.org; base-uri &#39;none&#39;; form-action &#39;none&#39;"`,
    );
    expect([...new Set([...file.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, url]) => new URL(url!).origin))]).toEqual([
      'https://example.org',
    ]);
    const alone = write(() => 'word', { atlasAt: null });
    expect(alone.file).not.toMatch(/(?:src|href)="|frame-src/);
  });

  it('brings its style along in one piece, for pages of others too', () => {
    expect(write(() => 'word').fragment).toMatch(
      /^<article class="corridor-story"[^>]*>\n<style>\.corridor-story\{color:red\}<\/style>/,
    );
    expect(write(() => 'word', { css: null }).file).not.toContain('<style');
  });
});
