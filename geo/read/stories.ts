import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import * as v from 'valibot';
import { type Lang, LANGS, type Story, story as storySchema } from '../../src/core/dataset/model.ts';
import {
  type ChapterText,
  parseStory,
  STORY_FIELDS,
  type StoryIssue,
  type StoryText,
} from '../../src/core/stories/parse-story.ts';
import { writeView, VIEW_NAMES } from '../../src/core/stories/view-line.ts';
import type { Problem } from './problem.ts';

/** A story with the files that it is from, by language. */
export interface ReadStory {
  story: Story;
  files: Partial<Record<Lang, string>>;
  /** Line of each chapter's heading in the English file, by the chapter's id. */
  lines: ReadonlyMap<string, number>;
}

const NAME = /^([A-Za-z0-9][A-Za-z0-9-]*)\.([a-z]{2})\.md$/;

/**
 * Reads the stories of an atlas, `stories/ID.LANG.md`; none where there is no such folder. English says what chapters there are and
 * what they show; another language has their words, and falls back to the English ones.
 *
 * @param dir the folder `geo` or one like it
 * @param problems what does not hold is added here
 */
export function readStories(dir: string, problems: Problem[]): ReadStory[] {
  const folder = relative('.', join(dir, 'stories'));
  if (!existsSync(folder)) return [];
  const texts = new Map<string, Map<Lang, { file: string; text: StoryText }>>();
  for (const name of readdirSync(folder).sort()) {
    const file = join(folder, name);
    const [, id = '', code] = NAME.exec(name) ?? [];
    const lang = LANGS.find((one) => one === code);
    if (!lang) {
      problems.push({
        file,
        feature: 'the name',
        problem: 'is no ID.LANG.md',
        remedy: `call it ID.LANG.md, LANG one of ${LANGS.join(', ')}`,
      });
      continue;
    }
    const { story, issues } = parseStory(readFileSync(file, 'utf8'), lang !== 'en');
    problems.push(...issues.map((issue) => describeIssue(file, issue)));
    const versions = texts.get(id) ?? new Map<Lang, { file: string; text: StoryText }>();
    texts.set(id, versions.set(lang, { file, text: story }));
  }
  return [...texts].flatMap(([id, versions]) => joinLanguages(id, versions, folder, problems));
}

function joinLanguages(
  id: string,
  versions: ReadonlyMap<Lang, { file: string; text: StoryText }>,
  folder: string,
  problems: Problem[],
): ReadStory[] {
  const english = versions.get('en')?.text;
  if (!english) {
    const file = join(folder, `${id}.en.md`);
    problems.push({ file, feature: 'the file', problem: 'does not exist', remedy: 'write the story in English, too' });
    return [];
  }
  for (const [lang, { file, text }] of versions) if (lang !== 'en') problems.push(...compareChapters(file, text, english));
  const pick = <T>(read: (text: StoryText) => T | undefined): { en: T } & Partial<Record<Lang, T>> => {
    const rows = [...versions].flatMap(([lang, { text }]): [Lang, T][] => {
      const value = read(text);
      return value === undefined ? [] : [[lang, value]];
    });
    return Object.fromEntries(rows) as { en: T } & Partial<Record<Lang, T>>;
  };
  const find = ({ chapters }: StoryText, chapter: string): ChapterText | undefined => chapters.find((one) => one.id === chapter);
  const story = v.safeParse(storySchema, {
    id,
    title: pick(({ title }) => title || undefined),
    lead: pick(({ lead }) => lead || undefined),
    date: english.date,
    sources: english.sources,
    chapters: english.chapters.map((chapter) => ({
      id: chapter.id,
      view: chapter.view ?? {},
      heading: pick((text) => find(text, chapter.id)?.heading),
      text: pick((text) => find(text, chapter.id)?.paragraphs),
    })),
  });
  // What the schema would say has been said of the text already.
  if (!story.success) return [];
  return [
    {
      story: story.output,
      files: Object.fromEntries([...versions].map(([lang, { file }]) => [lang, file])),
      lines: new Map(english.chapters.map((chapter) => [chapter.id, chapter.line])),
    },
  ];
}

/** A translation has the chapters of the English text, in their order, and no view of its own. */
function compareChapters(file: string, text: StoryText, english: StoryText): Problem[] {
  const own = text.chapters.map(({ id }) => id).join(', ');
  const theirs = english.chapters.map(({ id }) => id).join(', ');
  const order: Problem[] =
    own === theirs
      ? []
      : [
          {
            file,
            feature: 'the chapters',
            problem: `are ${own}, in English ${theirs}`,
            remedy: 'give each heading the {#id} of the English one, in the same order',
          },
        ];
  const views = text.chapters.flatMap(({ id, line, view }): Problem[] => {
    const same = english.chapters.find((chapter) => chapter.id === id)?.view ?? {};
    if (!view || writeView(view) === writeView(same)) return [];
    const problem = `the view differs from the English one, "${writeView(same)}"`;
    return [{ file, feature: `line ${line}, ${id}`, problem, remedy: 'leave the line out: English says what is shown' }];
  });
  return [...order, ...views];
}

const SENTENCES: Readonly<Record<StoryIssue['code'], (what: string) => Pick<Problem, 'problem' | 'remedy'>>> = {
  'no-front-matter': () => ({
    problem: 'does not begin with front matter',
    remedy: `begin with "---", lines of ${STORY_FIELDS.map((name) => `"${name}: …"`).join(', ')}, and "---"`,
  }),
  'unknown-field': (what) => ({ problem: `"${what}" is no field`, remedy: `use ${STORY_FIELDS.join(', ')}` }),
  'missing-field': (what) => ({ problem: `has no "${what}"`, remedy: `add a line "${what}: …" between the "---"` }),
  'bad-date': (what) => ({ problem: `"${what}" is no date`, remedy: 'write it as YYYY, YYYY-MM or YYYY-MM-DD' }),
  'no-chapters': () => ({ problem: 'has no chapter', remedy: 'begin each with a line "## Heading {#id}"' }),
  'lost-text': (what) => ({ problem: `"${what}" belongs to no chapter`, remedy: 'move it below a heading' }),
  'no-heading': () => ({ problem: 'a chapter has no heading', remedy: 'write it behind the "##"' }),
  'bad-chapter-id': (what) => ({ problem: `"${what}" is no id`, remedy: 'use letters, digits and hyphens' }),
  'same-chapter-id': (what) => ({ problem: `the id "${what}" is there twice`, remedy: 'give each chapter an id of its own' }),
  'no-text': (what) => ({ problem: `the chapter "${what}" has no text`, remedy: 'write a paragraph' }),
  'other-markup': (what) => ({
    problem: `the chapter "${what}" has markup other than [words](feature-id)`,
    remedy: 'write plain words and mentions only',
  }),
  'second-view': () => ({ problem: 'the chapter has a second view', remedy: 'leave one line "view: …"' }),
  'bad-view': (what) => ({
    problem: `"${what}" is no part of a view`,
    remedy: `use ${VIEW_NAMES.join(', ')}, such as "select=ID camera=ZOOM/LAT/LON"`,
  }),
};

function describeIssue(file: string, { line, code, what }: StoryIssue): Problem {
  return { file, feature: `line ${line}`, ...SENTENCES[code](what) };
}
