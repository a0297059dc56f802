/** The page of a story with its pictures, drawn in the browser; fetched when somebody asks for it. */
import { PALETTES, writePaletteCss } from '../../../core/style/palette.ts';
import type { Lang } from '../../../core/dataset/model.ts';
import { type StoryDraft, toStory } from '../../../core/stories/draft.ts';
import { loadEditorTranslator } from '../../../i18n/editor-words.ts';
import { drawChapter } from '../../../pages/story/chapter-picture.ts';
import { type StoryFileOptions, writeStoryFile, writeStoryFragment } from '../../../pages/story/story-file.ts';
import { describeView } from '../../../pages/story/story-page.ts';
import storyCss from '../../../pages/styles/story-file.css?inline';
import { writePictureCss } from '../../../svg/paint.ts';
import type { AppState } from '../../state/app-state.ts';

const ROOT = '.corridor-story';

/** All of the style of a story's file, below its own class. */
export const STORY_CSS = [
  writePaletteCss(ROOT),
  writePictureCss(PALETTES.light, true).replaceAll('.picture ', `${ROOT} .picture `),
  storyCss,
].join('\n');

interface FileChoice {
  lang: Lang;
  /** Absolute address of an atlas, with a slash at its end; null for none. */
  atlasAt: string | null;
  hasLiveMap: boolean;
}

interface Written {
  /** A whole page. */
  file: string;
  /** Its article, for pages of others. */
  fragment: string;
  /** A whole page without style, for a frame that brings it. */
  bare: string;
}

/** Rejects with an `AtlasError` where data of the map cannot be had. */
export async function writeStory({ dataset }: AppState, draft: StoryDraft, choice: FileChoice): Promise<Written | null> {
  const { atlas, manifest } = dataset;
  if (!manifest) return null;
  const { lang, atlasAt, hasLiveMap } = choice;
  const [tr, baseMap] = await Promise.all([
    loadEditorTranslator(lang, atlas.context?.countries),
    dataset.loadBaseMap(lang, true),
  ]);
  const source = { atlas, manifest, site: atlasAt ?? '', tr };
  const drawn = new Map<string, ReturnType<typeof drawChapter>>();
  const options: StoryFileOptions = {
    css: STORY_CSS,
    atlasAt,
    hasLiveMap,
    fallback: draft.langs[0],
    draw: (chapter, shape, prefix) => {
      const known = drawn.get(prefix);
      const title = describeView(source, chapter);
      const svg = known ?? drawChapter({ atlas, baseMap }, { view: chapter.view, shape, tr, title, prefix });
      drawn.set(prefix, svg);
      return svg;
    },
  };
  const story = toStory(draft);
  return {
    file: writeStoryFile(source, story, options),
    fragment: writeStoryFragment(source, story, options),
    bare: writeStoryFile(source, story, { ...options, css: null }),
  };
}
