import { describe, expect, it } from 'vitest';
import { type StoryDraft, toStory } from '../../../../src/core/stories/draft.ts';
import {
  addChapter,
  addLanguage,
  copyChapter,
  moveChapter,
  placeChapter,
  removeChapter,
  removeLanguage,
  setHead,
  setView,
  setWords,
} from '../../../../src/core/stories/edit-draft.ts';

const empty: StoryDraft = { key: 'k', id: '', date: '', sources: [], langs: ['fa'], heads: {}, chapters: [] };
const three = [1, 2, 3].reduce((draft, year) => addChapter(draft, { year: 2000 + year }), empty);
const order = ({ chapters }: StoryDraft) => chapters.map(({ view }) => view.year);

describe('the chapters of a draft', () => {
  it('are moved one place, and stay where they are at an end', () => {
    expect(order(moveChapter(three, 'chapter-1', 1))).toEqual([2002, 2001, 2003]);
    expect(moveChapter(three, 'chapter-1', -1)).toBe(three);
    expect(moveChapter(three, 'chapter-3', 1)).toBe(three);
  });

  it('are put in the place of others', () => {
    expect(order(placeChapter(three, 'chapter-1', 'chapter-3'))).toEqual([2002, 2003, 2001]);
    expect(order(placeChapter(three, 'chapter-3', 'chapter-1'))).toEqual([2003, 2001, 2002]);
    expect(placeChapter(three, 'chapter-1', 'chapter-1')).toBe(three);
    expect(placeChapter(three, 'nothing', 'chapter-1')).toBe(three);
  });

  it('are copied behind themselves under an id of their own, removed, and given another view', () => {
    const copied = copyChapter(three, 'chapter-1');
    expect(order(copied)).toEqual([2001, 2001, 2002, 2003]);
    expect(new Set(copied.chapters.map(({ id }) => id)).size).toBe(4);
    expect(order(removeChapter(three, 'chapter-2'))).toEqual([2001, 2003]);
    expect(order(setView(three, 'chapter-2', { year: 1990 }))).toEqual([2001, 1990, 2003]);
    expect(order(three)).toEqual([2001, 2002, 2003]);
  });
});

it('a draft keeps the words of each language, and falls back to those of the first one', () => {
  const written = setWords(setHead(addLanguage(three, 'en'), 'fa', { title: 'عنوان' }), 'chapter-1', 'fa', { text: 'یک\n\nدو' });
  const story = toStory(setWords(written, 'chapter-1', 'en', { heading: 'One' }));
  expect(story.title).toEqual({ en: 'عنوان', fa: 'عنوان' });
  expect(story.chapters[0]?.heading).toEqual({ en: 'One' });
  expect(story.chapters[0]?.text).toEqual({ en: [['یک'], ['دو']], fa: [['یک'], ['دو']] });
  expect(removeLanguage(written, 'fa').heads.fa).toBeUndefined();
  expect(removeLanguage(empty, 'fa')).toBe(empty);
});
