/** The pages of stories with their pictures, and what other sites ask for when they show one. */
import { formatMapCredit } from '../../../src/core/dataset/load/first.ts';
import { loadFile } from '../../../src/core/dataset/load/load.ts';
import { getText } from '../../../src/core/dataset/dataset.ts';
import { type Lang, type Story, storiesFile, story as storySchema } from '../../../src/core/dataset/model.ts';
import {
  getChapterPicturePath,
  getEmbedPath,
  getOembedPath,
  getStoryKey,
  getStoryPath,
  STORIES,
} from '../../../src/core/url/paths.ts';
import { buildStoryOembed } from '../../../src/pages/oembed.ts';
import { drawChapter, SHAPES } from '../../../src/pages/story/chapter-picture.ts';
import { writeStoryEmbed, writeStoryList } from '../../../src/pages/story/story-embed.ts';
import { describeView, writeStoryPage } from '../../../src/pages/story/story-page.ts';
import type { HeadOptions } from '../../../src/pages/head.ts';
import type { Source } from '../../../src/pages/subject.ts';
import { type Built, FROM_DISK } from '../read-atlas.ts';
import { DATA } from '../site.ts';
import { addLetters } from './picture-font.ts';

/** The published stories. Throws an `AtlasError` where a file is missing or invalid. */
export async function readBuiltStories(folder = `${DATA}/`): Promise<Story[]> {
  const entries = await loadFile(`${folder}stories.json`, storiesFile, FROM_DISK);
  return Promise.all(entries.map(({ id }) => loadFile(`${folder}stories/${id}.json`, storySchema, FROM_DISK)));
}

interface WriteOptions extends HeadOptions {
  script: string;
  /** Path of the program of the pages that others frame. */
  frameScript: string;
  write(path: string, content: string): void;
}

/** Writes all pages of the stories in the language of the source. */
export async function writeStories(
  built: Built,
  source: Source,
  stories: readonly Story[],
  options: WriteOptions,
): Promise<void> {
  const { write, frameScript, ...head } = options;
  const { lang } = source.tr;
  const framed = { ...head, script: frameScript, sizes: SHAPES, credit: formatMapCredit(source.manifest.licences) };
  write(getEmbedPath(STORIES, lang), writeStoryList(source, stories, framed));
  for (const story of stories) {
    await writeChapterPictures(built, source, story, write);
    write(getStoryPath(story.id, lang), writeStoryPage(source, story, { ...head, sizes: SHAPES }));
    write(getEmbedPath(getStoryKey(story.id), lang), writeStoryEmbed(source, story, framed));
    write(getOembedPath(getStoryKey(story.id), lang), `${JSON.stringify(buildStoryOembed(source, story))}\n`);
  }
}

async function writeChapterPictures(built: Built, source: Source, story: Story, write: WriteOptions['write']): Promise<void> {
  const lang: Lang = source.tr.lang;
  const drawn = story.chapters.flatMap((chapter) =>
    (['wide', 'narrow'] as const).map((shape) => {
      const title = chapter.view.chart ? getText(lang, chapter.heading) : describeView(source, chapter);
      const svg = drawChapter(built, { view: chapter.view, shape, tr: source.tr, title });
      return { path: getChapterPicturePath(story.id, chapter.id, shape, lang), svg: svg.text };
    }),
  );
  const pictures = await addLetters(
    drawn.map(({ svg }) => svg),
    lang,
  );
  drawn.forEach(({ path, svg }, i) => write(path, pictures[i] ?? svg));
}
