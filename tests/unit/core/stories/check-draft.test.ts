import { expect, it } from 'vitest';
import { findDraftIssues } from '../../../../src/core/stories/check-draft.ts';
import type { StoryDraft } from '../../../../src/core/stories/draft.ts';
import { miniAtlas } from '../../../fixtures/mini.ts';

const story: StoryDraft = {
  key: 'k',
  id: 'my story',
  date: '2026-11-29',
  sources: ['nobody'],
  langs: ['en', 'fa'],
  heads: { en: { title: 'A', lead: 'B' }, fa: { title: 'ا', lead: '' } },
  chapters: [
    { id: 'one', view: { select: 'atlantis', chart: 'bars' }, words: { en: { heading: 'One', text: 'To [there](atlantis).' } } },
  ],
};

it('tells of what the build would refuse, with file, line and chapter', async () => {
  const issues = findDraftIssues(story, { atlas: await miniAtlas(), sources: new Set() });
  expect(issues.map(({ file, line, chapter, code, what }) => `${file}:${line} ${chapter} ${code} ${what}`)).toEqual([
    'a.en.md:1 null bad-story-id my story',
    'a.en.md:5 null unknown-source nobody',
    'a.en.md:8 one unknown-mention atlantis',
    'a.en.md:10 one unknown-select atlantis',
    'a.en.md:10 one unknown-chart bars',
    'a.fa.md:1 null missing-field lead',
    'a.fa.md:5 one no-heading ',
    'a.fa.md:5 one no-text ',
  ]);
});

it('tells that the build needs English', async () => {
  const issues = findDraftIssues({ ...story, langs: ['fa'] }, { atlas: await miniAtlas(), sources: new Set() });
  expect(issues.filter(({ code }) => code === 'no-english')).toMatchObject([{ file: 'story.en.md', lang: 'fa', line: 1 }]);
});
