/** What the build would say of a story, found while it is written: with the file and line that it will have, and its chapter. */
import type { Atlas } from '../dataset/dataset.ts';
import { findFeature } from '../dataset/dataset.ts';
import { ID } from '../dataset/ids.ts';
import type { Lang } from '../dataset/enums.ts';
import { findMissingParts, type MissingPart } from './check-view.ts';
import { getLeadingLang, getStoryFile, type StoryDraft, writeDraft } from './draft.ts';
import { parseStory, type StoryIssue } from './parse-story.ts';
import { listMentions } from './segments.ts';

export interface DraftIssue {
  file: string;
  lang: Lang;
  line: number;
  /** Id of the chapter that it is in; null for the rest. */
  chapter: string | null;
  code:
    StoryIssue['code'] | 'bad-story-id' | 'unknown-source' | 'unknown-mention' | 'no-english' | `unknown-${MissingPart['name']}`;
  what: string;
}

interface Known {
  atlas: Atlas;
  /** Ids of sources. */
  sources: ReadonlySet<string>;
}

/** In the order of the files and their lines. */
export function findDraftIssues(draft: StoryDraft, known: Known): DraftIssue[] {
  const found = draft.langs.flatMap((lang) => findIssuesIn(draft, lang, known));
  if (!draft.langs.includes('en')) {
    const [lang] = draft.langs;
    found.push({ file: getStoryFile(draft, 'en'), lang, line: 1, chapter: null, code: 'no-english', what: '' });
  }
  return found.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
}

function findIssuesIn(draft: StoryDraft, lang: Lang, { atlas, sources }: Known): DraftIssue[] {
  const file = getStoryFile(draft, lang);
  const isLeading = lang === getLeadingLang(draft);
  const text = writeDraft(draft, lang);
  const { story, issues } = parseStory(text, !isLeading);
  const hasFeature = (id: string): boolean => findFeature(atlas, id) !== null;
  const findChapter = (line: number): string | null => story.chapters.findLast((one) => one.line <= line)?.id ?? null;
  const tell = (line: number, code: DraftIssue['code'], what: string, chapter = findChapter(line)): DraftIssue => ({
    file,
    lang,
    line,
    chapter,
    code,
    what,
  });
  const found = issues.map(({ line, code, what }) => tell(line, code, what));
  for (const { id, line, paragraphs } of story.chapters) {
    for (const mention of listMentions(paragraphs.flat())) {
      if (!hasFeature(mention)) found.push(tell(line, 'unknown-mention', mention, id));
    }
  }
  if (!isLeading) return found;
  if (draft.id !== '' && !ID.test(draft.id)) found.push(tell(1, 'bad-story-id', draft.id, null));
  const sourcesLine = text.split('\n').findIndex((line) => line.startsWith('sources:')) + 1;
  for (const id of draft.sources) if (!sources.has(id)) found.push(tell(sourcesLine, 'unknown-source', id, null));
  for (const { id, line, view } of story.chapters) {
    const parts = view ? findMissingParts(atlas, view, { hasFeature, asOf: atlas.context?.statusAsOf }) : [];
    found.push(...parts.map(({ name, value }) => tell(line + 2, `unknown-${name}`, value, id)));
  }
  return found;
}
