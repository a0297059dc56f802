import type { Atlas } from '../../../src/core/dataset/dataset.ts';
import { type Lang, LANGS } from '../../../src/core/dataset/model.ts';
import { findMissingParts } from '../../../src/core/stories/check-view.ts';
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
}

/** Everything that a story shows, mentions or cites exists, in every language. */
export function checkStories(stories: readonly ReadStory[], known: Known): Problem[] {
  return stories.flatMap((read) => {
    const file = read.files.en ?? read.story.id;
    const sources = read.story.sources
      .filter((id) => !known.sources.has(id))
      .map((id) => ({ file, feature: 'sources', problem: `"${id}" is no source`, remedy: 'correct the id, or add the source' }));
    return [...sources, ...checkViews(read, file, known), ...LANGS.flatMap((lang) => checkMentions(read, lang, known))];
  });
}

function checkViews({ story, lines }: ReadStory, file: string, { features, atlas }: Known): Problem[] {
  return story.chapters.flatMap(({ id, view }): Problem[] => {
    const feature = `line ${lines.get(id) ?? 1}, ${id}`;
    const missing = (name: string, value: string): Problem => ({
      file,
      feature,
      problem: `"${name}" has "${value}", which cannot be shown`,
      remedy: 'correct the id, or leave it out',
    });
    return findMissingParts(atlas, view, (one) => features.has(one)).map(({ name, value }) =>
      name === 'chart'
        ? { file, feature, problem: 'shows a chart of nothing', remedy: 'name what it compares: compare=ID,ID' }
        : missing(name, value),
    );
  });
}

function checkMentions({ story, files }: ReadStory, lang: Lang, { features }: Known): Problem[] {
  const file = files[lang];
  if (file === undefined) return [];
  return story.chapters.flatMap(({ id, text }) =>
    listMentions((text[lang] ?? []).flat())
      .filter((one) => !features.has(one))
      .map((one) => ({
        file,
        feature: id,
        problem: `mentions "${one}", which does not exist`,
        remedy: 'correct the id in the brackets, or write the words without it',
      })),
  );
}
