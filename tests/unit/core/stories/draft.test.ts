import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGS } from '../../../../src/core/dataset/model.ts';
import { STORY_CHARTS } from '../../../../src/core/dataset/schema/context/stories.ts';
import {
  countMissing,
  findChapterId,
  getLeadingLang,
  getStoryFile,
  NO_HEAD,
  NO_WORDS,
  splitParagraphs,
  type StoryDraft,
  writeDraft,
} from '../../../../src/core/stories/draft.ts';
import { readDraft } from '../../../../src/core/stories/read-draft.ts';
import { writeView } from '../../../../src/core/stories/view-line.ts';
import { toOneLine } from '../../../../src/core/stories/write-story.ts';

const id = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,12}$/);
/** What people may type, and what looks like the signs of the file. */
const words = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.constantFrom('## ', 'view: ', '\\', '---', '\n', '\n\n', '{#', '}', '[a](b)', '\u00a0', '\u2028', '<b>', 'x'), {
      maxLength: 8,
    })
    .map((parts) => parts.join('')),
);
const view = fc.record(
  {
    select: id,
    year: fc.integer({ min: 1800, max: 2100 }),
    camera: fc.record({
      zoom: fc.integer({ min: 0, max: 1500 }).map((n) => n / 100),
      lat: fc.integer({ min: -8000, max: 8000 }).map((n) => n / 100),
      lon: fc.integer({ min: -17_900, max: 17_900 }).map((n) => n / 100),
    }),
    only: fc.uniqueArray(
      id.filter((one) => !STORY_CHARTS.some((chart) => chart === one)),
      { minLength: 1, maxLength: 3 },
    ),
    chart: fc.constantFrom(...STORY_CHARTS),
  },
  { requiredKeys: [] },
);
const draft: fc.Arbitrary<StoryDraft> = fc
  .record({
    id,
    langs: fc.uniqueArray(fc.constantFrom(...LANGS), { minLength: 1, maxLength: 3 }),
    date: fc.constantFrom('2026', '2026-11', '2026-11-29'),
    sources: fc.uniqueArray(id, { maxLength: 3 }),
    chapters: fc.uniqueArray(fc.record({ id, view, texts: fc.array(fc.tuple(words, words), { minLength: 3, maxLength: 3 }) }), {
      selector: (one) => one.id,
      minLength: 1,
      maxLength: 4,
    }),
    heads: fc.array(fc.tuple(words, words), { minLength: 3, maxLength: 3 }),
  })
  .map(({ langs, chapters, heads, ...rest }) => ({
    key: 'k',
    ...rest,
    langs: langs as unknown as StoryDraft['langs'],
    heads: Object.fromEntries(langs.map((lang, i) => [lang, { title: heads[i]![0], lead: heads[i]![1] }])),
    chapters: chapters.map(({ texts, ...one }) => ({
      ...one,
      words: Object.fromEntries(langs.map((lang, i) => [lang, { heading: texts[i]![0], text: texts[i]![1] }])),
    })),
  }));

const write = (story: StoryDraft) =>
  story.langs.map((lang) => ({ name: getStoryFile(story, lang), text: writeDraft(story, lang) }));
const clean = (text: string) => toOneLine(text).replace(/^\uFEFF/, '');

describe('a draft', () => {
  it('is the same after its files were written and read again, whatever was typed', () => {
    fc.assert(
      fc.property(draft, (story) => {
        const { draft: read } = readDraft(write(story), { key: 'k', usual: 'en' });
        const leading = getLeadingLang(story);
        expect(read?.langs).toEqual([leading, ...story.langs.filter((lang) => lang !== leading)]);
        expect(read?.date).toBe(story.date);
        expect(read?.sources).toEqual(story.sources);
        // A camera is written as closely as its zoom can tell apart.
        const listViews = (all: StoryDraft['chapters'] = []) => all.map((one) => `${one.id} ${writeView(one.view)}`);
        expect(listViews(read?.chapters)).toEqual(listViews(story.chapters));
        for (const lang of story.langs) {
          expect(Object.values(read?.heads[lang] ?? {})).toEqual(Object.values(story.heads[lang]!).map(clean));
          for (const [i, { words: typed }] of story.chapters.entries()) {
            const { heading, text } = read?.chapters[i]?.words[lang] ?? NO_WORDS;
            expect(heading).toBe(clean(typed[lang]!.heading));
            expect(splitParagraphs(text)).toEqual(splitParagraphs(typed[lang]!.text));
          }
        }
        expect(write({ ...read!, langs: story.langs })).toEqual(write(story));
      }),
      { numRuns: 150 },
    );
  });

  it('is read from anything at all without throwing', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ name: fc.string(), text: words }), { maxLength: 3 }), (files) => {
        const { draft: read } = readDraft(files, { key: 'k', usual: 'fa' });
        expect(read === null).toBe(files.length === 0);
        const ids = read?.chapters.map((one) => one.id) ?? [];
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });

  it('keeps chapters that only a translation has, and tells of them', () => {
    const en = '---\ntitle: A\nlead: B\ndate: 2026\n---\n\n## One {#one}\n\nText.\n';
    const fa = '---\ntitle: C\nlead: D\n---\n\n## Two {#two}\n\nText.\n';
    const { draft: read, issues } = readDraft(
      [
        { name: 'x.fa.md', text: fa },
        { name: 'x.en.md', text: en },
      ],
      { key: 'k', usual: 'en' },
    );
    expect(read?.chapters.map((one) => one.id)).toEqual(['one', 'two']);
    expect(issues).toEqual([{ file: 'x.fa.md', line: 6, code: 'other-chapters', what: 'two' }]);
  });

  it('is called by the Latin letters of its title, where it is not called otherwise', () => {
    const named = (title: string, name = '') =>
      getStoryFile(
        { key: 'k', id: name, date: '', sources: [], langs: ['en'], heads: { en: { ...NO_HEAD, title } }, chapters: [] },
        'en',
      );
    expect(named('Xi’an to Türkiye: how far?')).toBe('xian-to-turkiye-how-far.en.md');
    expect(named('قطار')).toBe('story.en.md');
    expect(named('Title', 'mine')).toBe('mine.en.md');
  });

  it('counts what a translation lacks', () => {
    const story: StoryDraft = {
      key: 'k',
      id: '',
      date: '',
      sources: [],
      langs: ['en', 'fa'],
      heads: { en: { title: 'A', lead: '' } },
      chapters: [{ id: 'chapter-1', view: {}, words: { en: { heading: 'H', text: 'T' }, fa: { heading: 'ه', text: ' ' } } }],
    };
    expect(countMissing(story, 'fa')).toBe(2);
    expect(findChapterId(story.chapters)).toBe('chapter-2');
  });
});
