/** The pages of stories with their pictures, and what other sites ask for when they show one. */
import { loadFile } from '../../../src/core/dataset/load/load.ts';
import { getText } from '../../../src/core/dataset/dataset.ts';
import { type Lang, type Story, storiesFile, story as storySchema } from '../../../src/core/dataset/model.ts';
import { getChapterPicturePath, getOembedPath, getStoryKey, getStoryPath } from '../../../src/core/url/paths.ts';
import { buildStoryOembed } from '../../../src/pages/oembed.ts';
import { drawChapter, SHAPES } from '../../../src/pages/story/chapter-picture.ts';
import { describeView, writeStoryPage } from '../../../src/pages/story/story-page.ts';
import type { HeadOptions } from '../../../src/pages/head.ts';
import type { Source } from '../../../src/pages/subject.ts';
import { type Built, FROM_DISK } from '../read-atlas.ts';
import { DATA } from '../site.ts';

/** The published stories. Throws an `AtlasError` where a file is missing or invalid. */
export async function readBuiltStories(folder = `${DATA}/`): Promise<Story[]> {
  const entries = await loadFile(`${folder}stories.json`, storiesFile, FROM_DISK);
  return Promise.all(entries.map(({ id }) => loadFile(`${folder}stories/${id}.json`, storySchema, FROM_DISK)));
}

interface WriteOptions extends HeadOptions {
  script: string;
  write(path: string, content: string): void;
}

/** Writes all pages of the stories in the language of the source. */
export function writeStories(built: Built, source: Source, stories: readonly Story[], { write, ...head }: WriteOptions): void {
  for (const story of stories) {
    writeChapterPictures(built, source, story, write);
    write(getStoryPath(story.id, source.tr.lang), writeStoryPage(source, story, { ...head, sizes: SHAPES }));
    write(getOembedPath(getStoryKey(story.id), source.tr.lang), `${JSON.stringify(buildStoryOembed(source, story))}\n`);
  }
}

function writeChapterPictures(built: Built, source: Source, story: Story, write: WriteOptions['write']): void {
  const lang: Lang = source.tr.lang;
  for (const chapter of story.chapters) {
    for (const shape of ['wide', 'narrow'] as const) {
      const title = chapter.view.chart ? getText(lang, chapter.heading) : describeView(source, chapter);
      const svg = drawChapter(built, { view: chapter.view, shape, tr: source.tr, title });
      write(getChapterPicturePath(story.id, chapter.id, shape, lang), svg.text);
    }
  }
}
