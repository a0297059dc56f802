/**
 * A story in one language as people write it, Markdown with front matter:
 *
 * ```
 * ---
 * title: Two ways to Istanbul
 * lead: One sentence on what it is about.
 * date: 2026-11-29
 * sources: article, era-2024
 * ---
 *
 * ## From Xi’an {#xian}
 *
 * view: select=ew-btk camera=4/41/60
 *
 * Paragraphs in plain words, with mentions of [features](btk).
 * ```
 *
 * A backslash keeps a line of text that begins with `##` or `view:` from being taken for a heading or a view. A chapter without an id is
 * called `chapter-N`. Nothing throws: what cannot be used is an issue with its line, and the rest is kept.
 */
import { readId } from '../dataset/read-values.ts';
import type { StoryView } from '../dataset/schema/context/stories.ts';
import type { Segment } from '../dataset/model.ts';
import { hasOtherMarkup, parseSegments } from './segments.ts';
import { readView } from './view-line.ts';

export const STORY_FIELDS = ['title', 'lead', 'date', 'sources'] as const;
type Field = (typeof STORY_FIELDS)[number];

export interface ChapterText {
  id: string;
  heading: string;
  /** Null where the chapter names none. */
  view: StoryView | null;
  paragraphs: Segment[][];
  /** Line of its heading, from 1. */
  line: number;
}

export interface StoryText {
  title: string;
  lead: string;
  date: string;
  sources: string[];
  chapters: ChapterText[];
}

/** What is wrong in a text, at which line; a dictionary turns the code into a sentence. */
export interface StoryIssue {
  line: number;
  code:
    | 'no-front-matter'
    | 'unknown-field'
    | 'missing-field'
    | 'bad-date'
    | 'no-chapters'
    | 'lost-text'
    | 'no-heading'
    | 'bad-chapter-id'
    | 'same-chapter-id'
    | 'no-text'
    | 'other-markup'
    | 'second-view'
    | 'bad-view';
  /** The words that it is about. */
  what: string;
}

const FENCE = /^---\s*$/;
const FIELD = /^([A-Za-z]+):\s*(.*)$/;
const HEADING = /^##\s+(.*?)(?:\s*\{#([^{}]*)\})?\s*$/;
const VIEW = /^view:\s*(.*)$/;
const DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/;
/** Before a line of text that would be taken for a heading or a view; see `write-story.ts`. */
const ESCAPE = /^\\(?=\\*(?:##|view:))/;

/** @param isTranslation date and sources are those of the first language */
export function parseStory(markdown: string, isTranslation = false): { story: StoryText; issues: StoryIssue[] } {
  const lines = markdown.replace(/^\uFEFF/, '').split(/\r\n?|\n/);
  const issues: StoryIssue[] = [];
  const report = (line: number, code: StoryIssue['code'], what = ''): void => void issues.push({ line: line + 1, code, what });
  const start = FENCE.test(lines[0] ?? '') ? lines.findIndex((line, i) => i > 0 && FENCE.test(line)) : -1;
  if (start === -1) report(0, 'no-front-matter');
  const fields = readFields(lines.slice(1, Math.max(1, start)), report);
  const required: Field[] = isTranslation ? ['title', 'lead'] : ['title', 'lead', 'date'];
  for (const name of required) if (!fields.get(name)) report(0, 'missing-field', name);
  const date = fields.get('date') ?? '';
  if (date && !DATE.test(date)) report(0, 'bad-date', date);
  const chapters = readChapters(lines, start + 1, report);
  if (chapters.length === 0) report(lines.length - 1, 'no-chapters');
  const sources = (fields.get('sources') ?? '').split(/[,\s]+/).filter(Boolean);
  return { story: { title: fields.get('title') ?? '', lead: fields.get('lead') ?? '', date, sources, chapters }, issues };
}

type Report = (line: number, code: StoryIssue['code'], what?: string) => void;

function readFields(lines: readonly string[], report: Report): Map<Field, string> {
  const fields = new Map<Field, string>();
  lines.forEach((line, i) => {
    if (!line.trim()) return;
    const [, word, value = ''] = FIELD.exec(line) ?? [];
    const name = STORY_FIELDS.find((one) => one === word);
    if (name) fields.set(name, value.trim());
    else report(i + 1, 'unknown-field', word ?? line.trim());
  });
  return fields;
}

function readChapters(lines: readonly string[], from: number, report: Report): ChapterText[] {
  const chapters: ChapterText[] = [];
  let paragraph: { line: number; words: string[] } = { line: from, words: [] };
  const endParagraph = (): void => {
    const chapter = chapters.at(-1);
    const text = paragraph.words.join(' ');
    const { line } = paragraph;
    paragraph = { line, words: [] };
    if (!text) return;
    if (!chapter) return report(line, 'lost-text', text.slice(0, 40));
    const segments = parseSegments(text);
    if (hasOtherMarkup(segments)) report(line, 'other-markup', chapter.heading);
    chapter.paragraphs.push(segments);
  };
  for (let i = from; i < lines.length; i += 1) {
    const line = (lines[i] ?? '').trim();
    const heading = HEADING.exec(line);
    const view = VIEW.exec(line);
    if (heading || view || !line) endParagraph();
    if (heading) chapters.push(beginChapter(heading, i, chapters, report));
    else if (view) addView(chapters.at(-1), view[1] ?? '', i, report);
    else if (line)
      paragraph = {
        line: paragraph.words.length > 0 ? paragraph.line : i,
        words: [...paragraph.words, line.replace(ESCAPE, '')],
      };
  }
  endParagraph();
  for (const { heading, line, paragraphs } of chapters) if (paragraphs.length === 0) report(line - 1, 'no-text', heading);
  return chapters;
}

function beginChapter(found: RegExpExecArray, line: number, before: readonly ChapterText[], report: Report): ChapterText {
  const [, heading = '', named] = found;
  const usual = `chapter-${before.length + 1}`;
  const id = named === undefined ? usual : (readId(named) ?? usual);
  if (!heading) report(line, 'no-heading');
  if (named !== undefined && readId(named) === null) report(line, 'bad-chapter-id', named);
  if (before.some((chapter) => chapter.id === id)) report(line, 'same-chapter-id', id);
  return { id, heading, view: null, paragraphs: [], line: line + 1 };
}

function addView(chapter: ChapterText | undefined, text: string, line: number, report: Report): void {
  if (!chapter) return report(line, 'lost-text', `view: ${text}`.slice(0, 40));
  if (chapter.view) return report(line, 'second-view', text);
  const { view, faults } = readView(text);
  chapter.view = view;
  for (const { part } of faults) report(line, 'bad-view', part);
}
