/** Markdown files of a story, one a language, as the draft that would write them. */
import { type Lang, LANGS } from '../dataset/enums.ts';
import { type ChapterText, parseStory, type StoryIssue, type StoryText } from './parse-story.ts';
import type { ChapterWords, DraftChapter, StoryDraft } from './draft.ts';
import { writeSegments } from './segments.ts';

export interface StoryFile {
  name: string;
  text: string;
}

/** What is wrong in a file; `other-chapters` where a translation has other chapters than the story. */
export interface FileIssue {
  file: string;
  line: number;
  code: StoryIssue['code'] | 'other-chapters' | 'no-language' | 'same-language';
  what: string;
}

interface Version {
  lang: Lang;
  file: string;
  text: StoryText;
}

const NAME = /^(.*?)(?:\.([a-z]{2}))?\.(?:md|markdown|txt)$/i;

/** The name of a story and the language of a file, `ID.LANG.md`. */
export function splitFileName(name: string): { id: string; lang: Lang | null } {
  const [, id = name, code] = NAME.exec(name.split(/[/\\]/).at(-1) ?? '') ?? [];
  return { id, lang: LANGS.find((one) => one === code?.toLowerCase()) ?? null };
}

/**
 * The story that files of several languages tell together; all that can be used is kept.
 *
 * @param usual the language of a file whose name has none
 */
export function readDraft(
  files: readonly StoryFile[],
  { key, usual }: { key: string; usual: Lang },
): { draft: StoryDraft | null; issues: FileIssue[] } {
  const issues: FileIssue[] = [];
  const versions: Version[] = [];
  const langOf = ({ name }: StoryFile): Lang => splitFileName(name).lang ?? usual;
  const leading = files.some((file) => langOf(file) === 'en') ? 'en' : files[0] && langOf(files[0]);
  for (const file of files) {
    const lang = langOf(file);
    if (splitFileName(file.name).lang === null) issues.push({ file: file.name, line: 1, code: 'no-language', what: usual });
    if (versions.some((one) => one.lang === lang)) {
      issues.push({ file: file.name, line: 1, code: 'same-language', what: lang });
      continue;
    }
    const { story, issues: own } = parseStory(file.text, lang !== leading);
    issues.push(...own.map((issue) => ({ ...issue, file: file.name })));
    versions.push({ lang, file: file.name, text: story });
  }
  versions.sort((a, b) => Number(b.lang === leading) - Number(a.lang === leading));
  const [first, ...others] = versions;
  if (!first) return { draft: null, issues };
  for (const other of others) issues.push(...compareChapters(other, first));
  const { id } = splitFileName(first.file);
  return { draft: joinVersions(first, others, { key, id }), issues };
}

function joinVersions(first: Version, others: readonly Version[], names: { key: string; id: string }): StoryDraft {
  const versions = [first, ...others];
  const chapters = new Map<string, DraftChapter>();
  for (const { lang, text } of versions) {
    for (const chapter of listOnce(text.chapters)) {
      const known = chapters.get(chapter.id);
      chapters.set(chapter.id, {
        id: chapter.id,
        view: known ? known.view : (chapter.view ?? {}),
        words: { ...known?.words, [lang]: toWords(chapter) },
      });
    }
  }
  return {
    ...names,
    date: first.text.date,
    sources: first.text.sources,
    langs: [first.lang, ...others.map(({ lang }) => lang)],
    heads: Object.fromEntries(versions.map(({ lang, text: { title, lead } }) => [lang, { title, lead }])),
    chapters: [...chapters.values()],
  };
}

/** Chapters with an id of their own each: one that stands there twice would hide the other. */
function listOnce(chapters: readonly ChapterText[]): ChapterText[] {
  const taken = new Set<string>();
  return chapters.map((chapter) => {
    let { id } = chapter;
    for (let n = 2; taken.has(id); n += 1) id = `${chapter.id}-${n}`;
    taken.add(id);
    return { ...chapter, id };
  });
}

const toWords = ({ heading, paragraphs }: ChapterText): ChapterWords => ({
  heading,
  text: paragraphs.map(writeSegments).join('\n\n'),
});

function compareChapters({ file, text }: Version, first: Version): FileIssue[] {
  const known = first.text.chapters.map(({ id }) => id);
  return text.chapters
    .filter(({ id }) => !known.includes(id))
    .map(({ id, line }) => ({ file, line, code: 'other-chapters' as const, what: id }));
}
