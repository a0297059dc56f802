/** What others frame of a story: one chapter after the other with scripts, all of them without; and the page that leads to any story. */
import { getText } from '../../core/dataset/dataset.ts';
import { getLanguage, type Story } from '../../core/dataset/model.ts';
import { type Markup, markup } from '../../core/markup.ts';
import { getEmbedPath, getStoryKey, getStoryPath, STORIES } from '../../core/url/paths.ts';
import { type HeadOptions, writePolicy, writeStyleLinks } from '../head.ts';
import { writeShortPreview } from '../preview.ts';
import { writeSourceRows } from '../sections.ts';
import { getRootFrom } from '../site.ts';
import type { Source } from '../subject.ts';
import { describeStory } from './story-preview.ts';
import { type StoryPageOptions, writeChapters } from './story-page.ts';

export interface StoryEmbedOptions extends StoryPageOptions {
  /** Whose data the maps show. */
  credit: string;
}

export function writeStoryEmbed(source: Source, story: Story, options: StoryEmbedOptions): string {
  const { tr } = source;
  const root = getRootFrom(getEmbedPath(getStoryKey(story.id), tr.lang));
  const title = getText(tr.lang, story.title);
  const { id, ...preview } = describeStory(source, story);
  const body = markup`<header class="opening"><h1>${title}</h1><p class="small">${getText(tr.lang, story.lead)}</p></header>
${writeChapters(source, { story, root, sizes: options.sizes, isFramed: true })}<footer>
<p><a class="open" href="${root}${getStoryPath(story.id, tr.lang)}" target="_blank" rel="noopener">${tr.t('story.whole')}</a>${tr.t('join.dot')}<time datetime="${story.date}">${tr.date(story.date)}</time></p>
<details><summary>${tr.t('page.sectionSources')}</summary>${writeSourceRows(source, story.sources)}</details>
<small lang="en" dir="ltr">${options.credit}</small>
</footer>`;
  return writeFramed(source, { ...options, root, title, body, preview: writeShortPreview(source, { id, ...preview }) });
}

/** Leads to the story that the address names, and says so where there is none of that name. */
export function writeStoryList(source: Source, stories: readonly Story[], options: HeadOptions & { script: string }): string {
  const { tr } = source;
  const root = getRootFrom(getEmbedPath(STORIES, tr.lang));
  const rows = stories.map(({ id, title, lead }) => {
    const href = root + getEmbedPath(getStoryKey(id), tr.lang);
    return markup`<li data-story="${id}"><a href="${href}">${getText(tr.lang, title)}</a><p class="small">${getText(tr.lang, lead)}</p></li>\n`;
  });
  const title = tr.t('story.list');
  const body = markup`<h1>${title}</h1>
<p class="note" role="status" data-note="${tr.t('story.noStory', { id: '{id}' })}"></p>
<ul class="stories">
${rows}</ul>`;
  return writeFramed(source, { ...options, root, title, body, preview: markup`<meta name="robots" content="noindex">` });
}

interface Framed extends HeadOptions {
  script: string;
  root: string;
  title: string;
  body: Markup;
  preview: Markup;
}

function writeFramed({ tr }: Source, { root, title, body, preview, styles, policy, script }: Framed): string {
  return markup`<!doctype html>
<html lang="${tr.lang}" dir="${getLanguage(tr.lang).direction}">
<head>
${writePolicy(policy)}<title>${title} – ${tr.t('app.name')}</title>
<meta name="color-scheme" content="light dark">
<link rel="icon" href="${root}icon.svg" type="image/svg+xml">
${writeStyleLinks(root, styles)}${preview}
<script type="module" src="${root}${script}"></script>
</head>
<body class="story framed">
<main id="embed">
${body}
</main>
</body>
</html>
`.text;
}
