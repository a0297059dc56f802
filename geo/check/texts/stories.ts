import type { Atlas } from '../../../src/core/dataset/dataset.ts';
import { type Lang, LANGS } from '../../../src/core/dataset/model.ts';
import { findMissingParts, type MissingPart } from '../../../src/core/stories/check-view.ts';
import { listMentions } from '../../../src/core/stories/segments.ts';
import type { Problem } from '../../read/problem.ts';
import type { ReadStory } from '../../read/stories.ts';

export interface Known {
  /** Ids of everything that can be selected. */
  features: ReadonlySet<string>;
  /** Ids of sources. */
  sources: ReadonlySet<string>;
  /** For what is compared and drawn. */
  atlas: Atlas;
  /** The date that statuses speak of. */
  statusAsOf: string;
}

/** Everything that a story shows, mentions or cites exists, in every language; all languages have the same paragraphs and mentions. */
export function checkStories(stories: readonly ReadStory[], known: Known): Problem[] {
  return stories.flatMap((read) => {
    const file = read.files.en ?? read.story.id;
    const sources = read.story.sources
      .filter((id) => !known.sources.has(id))
      .map((id) => ({ file, feature: 'sources', problem: `"${id}" is no source`, remedy: 'correct the id, or add the source' }));
    return [...sources, ...checkViews(read, file, known), ...LANGS.flatMap((lang) => checkMentions(read, lang, known))];
  });
}

/** What is said of a chart, whose ids are right. */
const SENTENCES: Partial<Record<MissingPart['name'], (value: string) => Pick<Problem, 'problem' | 'remedy'>>> = {
  chart: () => ({ problem: 'shows a chart of nothing', remedy: 'name what it compares: compare=ID,ID' }),
  years: () => ({
    problem: 'shows the years of railways of which no opening is dated',
    remedy: 'draw those of which one is: show=years,ID',
  }),
  year: (value) => ({
    problem: `"year" is ${value}, which the chart does not reach`,
    remedy: 'take a year from the first opening in the atlas to that of its statuses, or leave it out',
  }),
};

function checkViews({ story, lines }: ReadStory, file: string, { features, atlas, statusAsOf }: Known): Problem[] {
  return story.chapters.flatMap(({ id, view }): Problem[] => {
    const feature = `line ${lines.get(id) ?? 1}, ${id}`;
    const missing = (name: string, value: string): Problem => ({
      file,
      feature,
      problem: `"${name}" has "${value}", which cannot be shown`,
      remedy: 'correct the id, or leave it out',
    });
    const known = { hasFeature: (one: string) => features.has(one), asOf: statusAsOf };
    return findMissingParts(atlas, view, known).map(({ name, value }) => {
      const sentence = SENTENCES[name]?.(value);
      return sentence ? { file, feature, ...sentence } : missing(name, value);
    });
  });
}

function checkMentions({ story, files }: ReadStory, lang: Lang, { features }: Known): Problem[] {
  const file = files[lang];
  if (file === undefined) return [];
  return story.chapters.flatMap(({ id, text }): Problem[] => {
    const own = text[lang];
    // That a chapter is missing has been said.
    if (!own) return [];
    const mentions = listMentions(own.flat());
    const unknown = mentions.filter((one) => !features.has(one));
    const missing = listMentions(text.en.flat()).filter((one) => !mentions.includes(one));
    const report = (problem: string, remedy: string): Problem => ({ file, feature: id, problem, remedy });
    return [
      ...unknown.map((one) =>
        report(`mentions "${one}", which does not exist`, 'correct the id in the brackets, or write the words without it'),
      ),
      ...missing.map((one) => report(`does not mention "${one}" as the English does`, 'link the words with it')),
      ...(own.length === text.en.length
        ? []
        : [report(`has ${own.length} paragraphs, in English ${text.en.length}`, 'tell it paragraph by paragraph')]),
    ];
  });
}

/** A table of the stories that lack a language, where the page shows English; nothing where all are told in every one. */
export function formatUntold(stories: readonly ReadStory[]): string[] {
  const rows = stories.flatMap(({ story, files }) => {
    const missing = LANGS.filter((lang) => files[lang] === undefined);
    return missing.length > 0 ? [`${story.id.padEnd(20)}${missing.join(' ')}`] : [];
  });
  return rows.length > 0 ? [['Stories not told in', ...rows].join('\n')] : [];
}
