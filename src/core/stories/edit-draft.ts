/** Changes of a draft; each gives a new one and leaves the old one as it was, so that it can be gone back to. */
import type { Lang } from '../dataset/enums.ts';
import type { StoryView } from '../dataset/schema/context/stories.ts';
import { type ChapterWords, type DraftChapter, findChapterId, NO_HEAD, NO_WORDS, type StoryDraft } from './draft.ts';

type Head = typeof NO_HEAD;

export const setHead = (draft: StoryDraft, lang: Lang, part: Partial<Head>): StoryDraft => ({
  ...draft,
  heads: { ...draft.heads, [lang]: { ...(draft.heads[lang] ?? NO_HEAD), ...part } },
});

const setChapter = (draft: StoryDraft, id: string, change: (chapter: DraftChapter) => DraftChapter): StoryDraft => ({
  ...draft,
  chapters: draft.chapters.map((chapter) => (chapter.id === id ? change(chapter) : chapter)),
});

export const setWords = (draft: StoryDraft, id: string, lang: Lang, part: Partial<ChapterWords>): StoryDraft =>
  setChapter(draft, id, (chapter) => ({
    ...chapter,
    words: { ...chapter.words, [lang]: { ...(chapter.words[lang] ?? NO_WORDS), ...part } },
  }));

export const setView = (draft: StoryDraft, id: string, view: StoryView): StoryDraft =>
  setChapter(draft, id, (chapter) => ({ ...chapter, view }));

/** With a new chapter behind the one of an id, or at the end. */
export function addChapter(draft: StoryDraft, view: StoryView, after: string | null = null): StoryDraft {
  const chapter: DraftChapter = { id: findChapterId(draft.chapters), view, words: {} };
  return insert(draft, chapter, after);
}

export function copyChapter(draft: StoryDraft, id: string): StoryDraft {
  const chapter = draft.chapters.find((one) => one.id === id);
  return chapter ? insert(draft, { ...chapter, id: findChapterId(draft.chapters) }, id) : draft;
}

function insert(draft: StoryDraft, chapter: DraftChapter, after: string | null): StoryDraft {
  const at = draft.chapters.findIndex(({ id }) => id === after);
  const i = at === -1 ? draft.chapters.length : at + 1;
  return { ...draft, chapters: [...draft.chapters.slice(0, i), chapter, ...draft.chapters.slice(i)] };
}

export const removeChapter = (draft: StoryDraft, id: string): StoryDraft => ({
  ...draft,
  chapters: draft.chapters.filter((chapter) => chapter.id !== id),
});

/** The same draft where the chapter is at that end already. */
export function moveChapter(draft: StoryDraft, id: string, by: -1 | 1): StoryDraft {
  const i = draft.chapters.findIndex((chapter) => chapter.id === id);
  const [one, other] = [draft.chapters[i], draft.chapters[i + by]];
  if (!one || !other) return draft;
  const chapters = [...draft.chapters];
  chapters[i] = other;
  chapters[i + by] = one;
  return { ...draft, chapters };
}

/** With a chapter in the place of another one, which goes towards where it came from. */
export function placeChapter(draft: StoryDraft, id: string, at: string): StoryDraft {
  const chapter = draft.chapters.find((one) => one.id === id);
  const to = draft.chapters.findIndex((one) => one.id === at);
  if (!chapter || to === -1 || id === at) return draft;
  const rest = draft.chapters.filter((one) => one.id !== id);
  return { ...draft, chapters: [...rest.slice(0, to), chapter, ...rest.slice(to)] };
}

export const addLanguage = (draft: StoryDraft, lang: Lang): StoryDraft =>
  draft.langs.includes(lang) ? draft : { ...draft, langs: [...draft.langs, lang] };

/** Without a language and its words; the last one stays. */
export function removeLanguage(draft: StoryDraft, lang: Lang): StoryDraft {
  const [first, ...rest] = draft.langs.filter((one) => one !== lang);
  if (first === undefined) return draft;
  const omit = <T>(words: Partial<Record<Lang, T>>): Partial<Record<Lang, T>> => ({ ...words, [lang]: undefined });
  return {
    ...draft,
    langs: [first, ...rest],
    heads: omit(draft.heads),
    chapters: draft.chapters.map((chapter) => ({ ...chapter, words: omit(chapter.words) })),
  };
}
