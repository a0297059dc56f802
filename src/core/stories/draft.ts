/** A story while it is written: its words as they are typed, in one or more languages, and the view of each chapter once. */
import { ID } from '../dataset/ids.ts';
import type { Lang } from '../dataset/enums.ts';
import type { Story, StoryView } from '../dataset/schema/context/stories.ts';
import { parseSegments } from './segments.ts';
import type { StoryText } from './parse-story.ts';
import { toOneLine, writeStory } from './write-story.ts';

export interface ChapterWords {
  heading: string;
  /** Paragraphs with an empty line between them, and mentions as `[words](id)`. */
  text: string;
}

export interface DraftChapter {
  /** Part of its address; each has one of its own. */
  id: string;
  view: StoryView;
  words: Partial<Record<Lang, ChapterWords>>;
}

export interface StoryDraft {
  /** By which it is kept. */
  key: string;
  /** Name of its files and pages; empty: made from the title. */
  id: string;
  /** ISO 8601. */
  date: string;
  sources: readonly string[];
  /** The one that it was begun in stands first. */
  langs: readonly [Lang, ...Lang[]];
  heads: Partial<Record<Lang, { title: string; lead: string }>>;
  chapters: readonly DraftChapter[];
}

export const NO_WORDS: ChapterWords = { heading: '', text: '' };
export const NO_HEAD = { title: '', lead: '' };

const PARAGRAPHS = /(?:\r\n?|\n)(?:[^\S\r\n]*(?:\r\n?|\n))+/;

/** The paragraphs of a text as it is typed. */
export const splitParagraphs = (text: string): string[] => text.split(PARAGRAPHS).map(toOneLine).filter(Boolean);

/** The language whose file says what is shown, when and by which sources: English where there is any, as the build has it. */
export const getLeadingLang = ({ langs }: Pick<StoryDraft, 'langs'>): Lang => (langs.includes('en') ? 'en' : langs[0]);

/** Name of the files of a story: the one that was given, else one of the Latin letters of its title. */
export function getStoryName(draft: Pick<StoryDraft, 'id' | 'langs' | 'heads'>): string {
  if (ID.test(draft.id)) return draft.id;
  const title = draft.heads[getLeadingLang(draft)]?.title ?? '';
  const letters = title.normalize('NFKD').replace(/[\p{M}’']/gu, '');
  const words = letters
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  return words.slice(0, 6).join('-').slice(0, 60) || 'story';
}

export const getStoryFile = (draft: StoryDraft, lang: Lang): string => `${getStoryName(draft)}.${lang}.md`;

/** What `writeStory` writes for a language; the leading one has date, sources and views, too. */
function toStoryText(draft: StoryDraft, lang: Lang): StoryText {
  const isLeading = lang === getLeadingLang(draft);
  const { title, lead } = draft.heads[lang] ?? NO_HEAD;
  return {
    title,
    lead,
    date: isLeading ? draft.date : '',
    sources: isLeading ? [...draft.sources] : [],
    chapters: draft.chapters.map(({ id, view, words }) => {
      const { heading, text } = words[lang] ?? NO_WORDS;
      const paragraphs = splitParagraphs(text).map(parseSegments);
      return { id, heading, view: isLeading ? view : null, paragraphs, line: 0 };
    }),
  };
}

/** The file of a language, as the build reads it. */
export const writeDraft = (draft: StoryDraft, lang: Lang): string => writeStory(toStoryText(draft, lang));

/** The story as pages are written of it. What English does not say is said in the first language. */
export function toStory(draft: StoryDraft): Story {
  const texts = draft.langs.map((lang): [Lang, StoryText] => [lang, toStoryText(draft, lang)]);
  const [[, first]] = texts as [[Lang, StoryText]];
  const pick = <T>(read: (text: StoryText) => T, isThere: (value: T) => boolean): { en: T } & Partial<Record<Lang, T>> => ({
    en: read(first),
    ...Object.fromEntries(texts.map(([lang, text]) => [lang, read(text)] as const).filter(([, value]) => isThere(value))),
  });
  return {
    id: getStoryName(draft),
    title: pick(({ title }) => title, Boolean),
    lead: pick(({ lead }) => lead, Boolean),
    date: draft.date,
    sources: [...draft.sources],
    chapters: draft.chapters.map(({ id, view }, i) => ({
      id,
      view,
      heading: pick(({ chapters }) => chapters[i]?.heading ?? '', Boolean),
      text: pick(
        ({ chapters }) => chapters[i]?.paragraphs ?? [],
        (paragraphs) => paragraphs.length > 0,
      ),
    })),
  };
}

/** An id for one chapter more. */
export function findChapterId(chapters: readonly DraftChapter[]): string {
  const taken = new Set(chapters.map(({ id }) => id));
  let n = chapters.length + 1;
  while (taken.has(`chapter-${n}`)) n += 1;
  return `chapter-${n}`;
}

/** How many of the texts that the first language has are missing in another one. */
export function countMissing({ langs: [first], heads, chapters }: StoryDraft, lang: Lang): number {
  const pairs = [
    ...(['title', 'lead'] as const).map((name) => [heads[first]?.[name], heads[lang]?.[name]]),
    ...chapters.flatMap(({ words }) => (['heading', 'text'] as const).map((name) => [words[first]?.[name], words[lang]?.[name]])),
  ];
  return pairs.filter(([theirs, own]) => theirs?.trim() && !own?.trim()).length;
}
