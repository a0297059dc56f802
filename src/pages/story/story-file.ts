/**
 * A story as one file that needs nothing else: its pictures and its style inside, no script. It can be opened from a disk, and its article
 * can be put into a page of others: all rules are those of its own class.
 */
import { getText, hasPage } from '../../core/dataset/dataset.ts';
import { type Chapter, getLanguage, type Lang, type Segment, type Story } from '../../core/dataset/model.ts';
import { Markup, markup, type Part } from '../../core/markup.ts';
import { findDrawnRoutes } from '../../core/stories/drawn-routes.ts';
import { FIRST_LANG, getPagePath } from '../../core/url/paths.ts';
import { writeSourceRows } from '../sections.ts';
import { getMapPath } from '../site.ts';
import type { Source } from '../subject.ts';
import { describeView } from './story-page.ts';

type Shape = 'wide' | 'narrow';

export interface StoryFileOptions {
  /** Null where the page that shows it brings its own. */
  css: string | null;
  /** Absolute address of an atlas, with a slash at its end; null for a story without links to one. */
  atlasAt: string | null;
  /** With an interactive map of that atlas that opens in each chapter. */
  hasLiveMap: boolean;
  /** The language of what is not told in that of the source. */
  fallback: Lang;
  /** Draws the picture of a chapter; its symbols begin with the prefix. */
  draw(chapter: Chapter, shape: Shape, prefix: string): Markup;
}

/** A whole page. */
export function writeStoryFile(source: Source, story: Story, options: StoryFileOptions): string {
  const { tr } = source;
  const { css, atlasAt, hasLiveMap } = options;
  const frames = atlasAt !== null && hasLiveMap ? `; frame-src ${new URL(atlasAt).origin}` : '';
  const policy = `default-src 'none'; style-src 'unsafe-inline'${frames}; base-uri 'none'; form-action 'none'`;
  return markup`<!doctype html>
<html lang="${tr.lang}" dir="${getLanguage(tr.lang).direction}">
<head>
<meta charset="utf-8">
${css !== null && markup`<meta http-equiv="Content-Security-Policy" content="${policy}">\n`}<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${getText(tr.lang, story.title)}</title>
<meta name="description" content="${getText(tr.lang, story.lead)}">
<meta name="color-scheme" content="light dark">
${css !== null && markup`<style>${new Markup(`body{margin:0}.corridor-story{min-height:100vh}${css}`)}</style>\n`}</head>
<body>
${writeArticle(source, story, options)}
</body>
</html>
`.text;
}

/** The article alone, with its style, for pages of others. */
export const writeStoryFragment = (source: Source, story: Story, options: StoryFileOptions): string =>
  writeArticle(source, story, options, options.css).text;

function writeArticle(source: Source, story: Story, options: StoryFileOptions, css: string | null = null): Markup {
  const { tr } = source;
  const direction = getLanguage(tr.lang).direction;
  const sources = source.manifest.sources.filter(({ id }) => story.sources.includes(id)).map(({ id }) => id);
  return markup`<article class="corridor-story" lang="${tr.lang}" dir="${direction}">
${css !== null && markup`<style>${new Markup(css)}</style>\n`}<div class="cs-inner">
<header>
<h1>${getText(tr.lang, story.title)}</h1>
<p class="cs-lead">${getText(tr.lang, story.lead)}</p>
${story.date !== '' && markup`<p class="cs-small"><time datetime="${story.date}">${tr.date(story.date)}</time></p>\n`}</header>
${story.chapters.map((chapter, i) => writeChapter(source, options, chapter, i))}${sources.length > 0 && markup`<footer class="cs-small">\n<h2>${tr.t('page.sectionSources')}</h2>\n${writeSourceRows(source, sources)}\n</footer>\n`}</div>
</article>`;
}

function writeChapter(source: Source, options: StoryFileOptions, chapter: Chapter, i: number): Markup {
  const { tr } = source;
  const told = chapter.text[tr.lang];
  const lang = told ? tr.lang : options.fallback;
  const words = told ?? chapter.text.en;
  const said = describeView(source, chapter);
  const picture = (shape: Shape): Markup =>
    markup`<div class="picture ${chapter.view.chart ? 'chart ' : ''}cs-${shape}">${options.draw(chapter, shape, `c${i + 1}${shape[0] ?? ''}-`)}</div>\n`;
  return markup`<section class="cs-chapter">
<div class="cs-words" lang="${lang}" dir="${getLanguage(lang).direction}">
<h2>${getText(tr.lang, chapter.heading)}</h2>
${words.map((segments) => markup`<p>${segments.map((one) => writeSegment(source, options, one))}</p>\n`)}</div>
<figure>
${picture('wide')}${picture('narrow')}<figcaption>${said}</figcaption>
${writeLiveMap(source, options, chapter, said)}</figure>
</section>
`;
}

function writeSegment({ atlas, tr }: Source, { atlasAt }: StoryFileOptions, segment: Segment): Part {
  if (typeof segment === 'string') return segment;
  const { t, ref } = segment;
  if (atlasAt === null) return t;
  const path = hasPage(atlas, ref) ? getPagePath(ref, tr.lang) : getMapPath(ref, tr.lang);
  return markup`<a href="${atlasAt}${path}">${t}</a>`;
}

/** Fetched when a reader opens it: a frame in what is folded up waits, by itself. */
function writeLiveMap({ atlas, tr }: Source, { atlasAt, hasLiveMap }: StoryFileOptions, { view }: Chapter, title: string): Part {
  if (atlasAt === null || !hasLiveMap || view.chart) return null;
  const { select, compare, year, camera } = view;
  const query = new URLSearchParams({
    ...(view.only && { routes: findDrawnRoutes(atlas, view).join(',') }),
    ...(select !== undefined && { select }),
    ...(year !== undefined && { year: String(year) }),
    ...(tr.lang !== FIRST_LANG && { lang: tr.lang }),
    activate: 'load',
  });
  const compared = compare ? `&compare=${compare.join(',')}` : '';
  const at = camera ? `#${camera.zoom}/${camera.lat}/${camera.lon}` : '';
  return markup`<details class="cs-live"><summary>${tr.t('story.live')}</summary>
<iframe src="${atlasAt}embed.html?${query.toString()}${compared}${at}" title="${title}" loading="lazy" sandbox="allow-scripts allow-popups" allow="fullscreen"></iframe></details>
`;
}
