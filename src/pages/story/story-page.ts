/** The page that tells a story: it reads from top to bottom without scripts, each chapter with its picture. */
import { getHeadline } from '../../core/compare/comparison.ts';
import { findFeature, getText, hasPage } from '../../core/dataset/dataset.ts';
import { findFeatureName } from '../../core/dataset/feature-name.ts';
import { formatPair, joinParts } from '../../i18n/punctuation.ts';
import { type Chapter, getLanguage, type Lang, type Segment, type Story, type StoryView } from '../../core/dataset/model.ts';
import { computeViewBounds } from '../../core/geo/view-bounds.ts';
import { type Markup, markup, type Part, writeAttributes, writeDataBlock } from '../../core/markup.ts';
import { computeOpenLength } from '../../core/measure/open-by-year.ts';
import { compareOnce } from '../../core/stories/compare-once.ts';
import { findDrawnRoutes } from '../../core/stories/drawn-routes.ts';
import { computeShownYears, findDrawnLinks } from '../../core/stories/shown-years.ts';
import { FIRST_LANG, getChapterPicturePath, getPagePath, getStoryPath } from '../../core/url/paths.ts';
import { formatItemName } from '../../i18n/names/item-name.ts';
import { formatEstimate, formatLength } from '../../i18n/lengths.ts';
import { type HeadOptions, writePolicy, writeStyleLinks } from '../head.ts';
import { writePreview } from '../preview.ts';
import { writeLicences, writeSection, writeSourceRows } from '../sections.ts';
import { getMapPath, getRootFrom, listStoryPages } from '../site.ts';
import { writeSiteHeader } from '../site-header.ts';
import type { Source } from '../subject.ts';
import { writeStoryCode } from './story-code.ts';
import { buildStoryJsonLd, describeStory } from './story-preview.ts';

export interface StoryPageOptions extends HeadOptions {
  /** Path of the program that lets the map go along with the text. */
  script: string;
  /** Pixels of the pictures. */
  sizes: Readonly<Record<'wide' | 'narrow', { width: number; height: number }>>;
}

export interface Place extends Pick<StoryPageOptions, 'sizes'> {
  story: Story;
  /** From the page to the root of the site. */
  root: string;
  /** In a frame links open beside it. */
  isFramed?: boolean;
}

export function writeStoryPage(source: Source, story: Story, options: StoryPageOptions): string {
  const { tr } = source;
  const root = getRootFrom(getStoryPath(story.id, tr.lang));
  const place: Place = { sizes: options.sizes, story, root };
  return markup`<!doctype html>
<html lang="${tr.lang}" dir="${getLanguage(tr.lang).direction}">
<head>
${writeStoryHead(source, story, options)}
</head>
<body class="story">
${writeSiteHeader(source, listStoryPages(story), root, { hasIcon: false })}
<main>
<header class="opening">
<p class="badge">${tr.t('story.kind')}</p>
<h1>${getText(tr.lang, story.title)}</h1>
<p class="lead">${getText(tr.lang, story.lead)}</p>
<p class="small"><time datetime="${story.date}">${tr.date(story.date)}</time></p>
</header>
${writeChapters(source, place)}${writeStoryCode(source, story)}${writeSection(tr.t('page.sectionSources'), writeSourceRows(source, story.sources))}
</main>
<footer>${writeLicences(source)}</footer>
<script type="module" src="${root}${options.script}"></script>
</body>
</html>
`.text;
}

/** The chapters, and the stage that stands in for their pictures once the program runs. */
export const writeChapters = (source: Source, place: Place): Markup =>
  markup`<div class="chapters" data-story="${place.story.id}" data-root="${place.root}">
${writeStage(source)}${place.story.chapters.map((chapter, i) => writeChapter(source, place, chapter, i))}</div>
`;

function writeStoryHead(source: Source, story: Story, { styles, policy }: StoryPageOptions): Markup {
  const { tr, site } = source;
  const root = getRootFrom(getStoryPath(story.id, tr.lang));
  const preview = describeStory(source, story);
  return markup`${writePolicy(policy)}<title>${preview.title} – ${tr.t('app.name')}</title>
<meta name="description" content="${preview.description}">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="${root}icon.svg" type="image/svg+xml">
${writeStyleLinks(root, styles)}${listStoryPages(story).map(
    ({ lang, path }) =>
      markup`<link rel="alternate" hreflang="${lang}" href="${site}${path}" title="${getLanguage(lang).name}">\n`,
  )}<link rel="alternate" hreflang="x-default" href="${site}${getStoryPath(story.id, FIRST_LANG)}">
${writePreview(source, preview)}${writeDataBlock(buildStoryJsonLd(source, story))}`;
}

function writeChapter(source: Source, place: Place, chapter: Chapter, i: number): Markup {
  const { tr } = source;
  const { id, heading, text } = chapter;
  const translated = text[tr.lang];
  return markup`<section class="chapter" id="${id}" data-n="${i + 1}"${writeViewData(source, place, chapter)}>
<div class="words"${translated ? '' : markup` lang="en" dir="ltr"`}>
<h2 tabindex="-1">${getText(tr.lang, heading)}</h2>
${(translated ?? text.en).map((segments) => markup`<p>${segments.map((one) => writeSegment(source, place, one))}</p>\n`)}</div>
${writeFigure(source, place, chapter, i)}</section>
`;
}

/** What the live map needs of a view; a chart or a comparison stays the picture that it is. */
function writeViewData({ atlas }: Source, { sizes }: Place, { view }: Chapter): Markup {
  if (view.chart || view.compare) return writeAttributes({ 'data-still': true });
  return writeAttributes({
    'data-select': view.select,
    'data-routes': view.only && findDrawnRoutes(atlas, view).join(','),
    'data-year': view.year,
    'data-bounds':
      view.camera &&
      computeViewBounds(view.camera, sizes.wide)
        .map((degrees) => degrees.toFixed(3))
        .join(','),
  });
}

const writeTarget = ({ isFramed }: Place): Part => isFramed && markup` target="_blank" rel="noopener"`;

function writeSegment({ atlas, tr }: Source, place: Place, segment: Segment): Part {
  if (typeof segment === 'string') return segment;
  const { t, ref } = segment;
  const path = hasPage(atlas, ref) ? getPagePath(ref, tr.lang) : getMapPath(ref, tr.lang);
  return markup`<a href="${place.root}${path}"${writeTarget(place)}>${t}</a>`;
}

function writeFigure(source: Source, place: Place, chapter: Chapter, i: number): Markup {
  const { tr } = source;
  const { root, story, sizes } = place;
  const at = (shape: 'wide' | 'narrow'): string => root + getChapterPicturePath(story.id, chapter.id, shape, tr.lang);
  const { width, height } = sizes.wide;
  const loading = i === 0 ? markup` fetchpriority="high"` : markup` loading="lazy"`;
  const href = `${root}${getOpenPath(chapter, tr.lang)}`;
  return markup`<figure class="view">
<a href="${href}"${writeTarget(place)}><picture><source media="(max-width: 40rem)" srcset="${at('narrow')}"><img src="${at('wide')}" alt="${describeView(source, chapter)}" width="${width}" height="${height}"${loading}></picture></a>
<figcaption>${describeView(source, chapter)}</figcaption>
</figure>
`;
}

/** The open map with the view of a chapter. */
function getOpenPath({ view: { select, compare, year, camera, chart } }: Chapter, lang: Lang): string {
  const query = new URLSearchParams({
    ...(chart === 'years' ? { panel: 'events' } : compare && { panel: 'compare', compare: compare.join(',') }),
    ...(select !== undefined && { select }),
    ...(year !== undefined && { year: String(year) }),
    ...(lang !== FIRST_LANG && { lang }),
  });
  return `index.html?${query}${camera ? `#${camera.zoom}/${camera.lat}/${camera.lon}` : ''}`;
}

/** What is seen, with the lengths that the data of the same build give: a text need not name them. */
export function describeView({ atlas, tr }: Pick<Source, 'atlas' | 'tr'>, { view, heading }: Chapter): string {
  const getName = (id: string): string => findFeatureName(atlas, id, tr.lang) ?? id;
  const rows = view.chart === 'years' ? [] : compareOnce(atlas, view.compare);
  const route = view.select === undefined ? null : findFeature(atlas, view.select);
  const named =
    rows.length > 0
      ? rows.map((row) => formatPair(tr, formatItemName(tr, row.text, getName), formatEstimate(tr, getHeadline(row))))
      : route?.kind === 'route'
        ? [formatPair(tr, getName(route.value.id), formatLength(tr, route.value))]
        : view.select !== undefined
          ? [getName(view.select)]
          : view.only
            ? [tr.list(view.only.map(getName))]
            : [getText(tr.lang, heading)];
  return joinParts(tr, [...named, ...describeYears({ atlas, tr }, view)], 'dot');
}

/** Kilometres of railway that were open in the year of a chapter, of those that it draws; a chart says how it begins and ends, too. */
function describeYears({ atlas, tr }: Pick<Source, 'atlas' | 'tr'>, view: StoryView): string[] {
  const chart = view.chart === 'years' ? computeShownYears(atlas, view) : null;
  const links = findDrawnLinks(atlas, view);
  const say = (year: number): string =>
    tr.t('year.total', { km: tr.km(computeOpenLength(links, year).km), year: tr.date(String(year)) });
  const said = [...new Set([chart?.first, view.year])].flatMap((year) => (year === undefined ? [] : [say(year)]));
  return chart ? [...said, tr.t('year.totalNow', { km: tr.km(computeOpenLength(links, null).km) })] : said;
}

/** Holds the pictures while the text goes by; the program shows it. */
function writeStage({ tr }: Source): Markup {
  return markup`<div class="stage" role="region" aria-label="${tr.t('story.stage')}" hidden>
<div class="pictures"></div>
<div class="stage-bar">
<button type="button" data-step="-1">${tr.t('story.previous')}</button>
<p aria-live="polite" data-count="${tr.t('story.count', { n: '{n}', of: '{of}' })}"></p>
<button type="button" data-step="1">${tr.t('story.next')}</button>
<button type="button" data-live aria-pressed="false">${tr.t('story.live')}</button>
</div>
<p class="note" role="status" data-note="${tr.t('story.noChapter', { id: '{id}' })}"></p>
</div>
`;
}
