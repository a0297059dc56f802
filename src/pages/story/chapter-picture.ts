/** What stands beside a chapter: the map in its view, or a chart. */
import type { Atlas } from '../../core/dataset/dataset.ts';
import type { BaseMapData } from '../../core/dataset/load/load-base-map.ts';
import { computeComparedLines } from '../../core/compare/compared-lines.ts';
import type { ComparedRow } from '../../core/compare/comparison.ts';
import { computeTimeDistance } from '../../core/compare/time-distance.ts';
import { findFeatureName } from '../../core/dataset/feature-name.ts';
import type { Position, StoryView } from '../../core/dataset/model.ts';
import { restrictToRoutes } from '../../core/embed/shown-routes.ts';
import { findOverview, findPlaces } from '../../core/geo/camera.ts';
import { type Markup, writeElement } from '../../core/markup.ts';
import { compareOnce } from '../../core/stories/compare-once.ts';
import { findDrawnRoutes } from '../../core/stories/drawn-routes.ts';
import { PALETTES } from '../../core/style/palette.ts';
import { describeBars, describeTimes } from '../../i18n/charts.ts';
import { formatItemName } from '../../i18n/names/item-name.ts';
import { formatLineNames } from '../../i18n/names/line-names.ts';
import { listKnown } from '../../i18n/times/time-chart.ts';
import type { Translator } from '../../i18n/translate.ts';
import { writeDarkCss } from '../../svg/paint.ts';
import { writeBarsChart, writeTimesChart } from '../../svg/comparison/chart-document.ts';
import { getSeriesLabel } from '../../svg/comparison/time-chart.ts';
import { listEventMarks } from '../../svg/map/event-marks.ts';
import { type Ground, writePicture } from '../../svg/picture.ts';

/** Pixels of a chapter's picture, for columns beside the text and for phones, where names would be too small otherwise. */
export const SHAPES = {
  wide: { width: 800, height: 680, margin: 48 },
  narrow: { width: 400, height: 340, margin: 26 },
} as const;
type Shape = keyof typeof SHAPES;

export interface ChapterRequest {
  view: StoryView;
  shape: Shape;
  tr: Translator;
  /** What is seen, in a sentence. */
  title: string;
  /** For a picture that is a part of a page and has its colours, see `writePictureCss`: tells its symbols from those of the others. */
  prefix?: string;
}

interface Drawn {
  atlas: Atlas;
  baseMap: BaseMapData;
}

/** Draws the stage of a chapter as an SVG document; dark where its reader likes it dark. A chart of nothing is the map. */
export function drawChapter(built: Drawn, request: ChapterRequest): Markup {
  const { atlas } = built;
  const rows = compareOnce(atlas, request.view.compare);
  return request.view.chart && rows.length > 0 ? drawChart(atlas, request, rows) : drawMap(built, request, rows);
}

/** What the maps of an atlas are drawn on, by view and shape: the same in every language. */
const groundsOf = new WeakMap<Atlas, Map<string, Ground>>();

function drawMap({ atlas, baseMap }: Drawn, request: ChapterRequest, rows: readonly ComparedRow[]): Markup {
  const { view, shape, tr, title, prefix } = request;
  const grounds = groundsOf.get(atlas) ?? new Map<string, Ground>();
  groundsOf.set(atlas, grounds);
  const key = JSON.stringify([view, shape]);
  const { width, height, margin } = SHAPES[shape];
  const selected = view.select ?? null;
  const filters = { hiddenGroups: [], hiddenModes: [], hiddenStatuses: [], year: view.year ?? null };
  const { svg, ground } = writePicture({
    atlas: restrictToRoutes(atlas, findDrawnRoutes(atlas, view)),
    baseMap,
    view: view.camera ?? findExtent(atlas, view, rows),
    ground: grounds.get(key),
    size: { width, height },
    theme: 'light',
    lang: tr.lang,
    filters,
    selected,
    events: listEventMarks(atlas, { lang: tr.lang, filters }, selected),
    compared: computeComparedLines(rows),
    lineNames: formatLineNames(tr, atlas),
    title,
    detail: 'small',
    padding: { top: margin, right: margin, bottom: margin, left: margin },
    ...(prefix === undefined ? { drawOnTop: () => writeElement('style', {}, writeDarkCss(PALETTES.dark)) } : { prefix }),
  });
  grounds.set(key, ground);
  return svg;
}

function findExtent(atlas: Atlas, view: StoryView, rows: readonly ComparedRow[]): readonly Position[] {
  if (rows.length > 0) return rows.flatMap(({ line }) => line);
  const places = view.select ? findPlaces(atlas, view.select) : (view.only ?? []).flatMap((id) => findPlaces(atlas, id));
  return places.length > 0 ? places : findOverview(atlas);
}

function drawChart(atlas: Atlas, { view, shape, tr, title }: ChapterRequest, rows: readonly ComparedRow[]): Markup {
  const getName = (id: string): string => formatItemName(tr, id, (one) => findFeatureName(atlas, one, tr.lang) ?? one);
  const document = { theme: 'light' as const, lang: tr.lang, title, width: SHAPES[shape].width, items: rows, isFile: true };
  const { description, picture } = describeBars(rows, 'country', { tr, getName });
  if (view.chart !== 'times') return writeBarsChart({ ...document, description }, picture);
  const charts = rows.map((row) => computeTimeDistance(atlas, row));
  const known = charts.flatMap((chart) =>
    listKnown(tr, chart, getName).map((words, i) => `${getSeriesLabel(chart.row.slot, i)}  ${words}`),
  );
  const key = shape === 'wide' ? known : [];
  return writeTimesChart({ ...document, description: known.join(' ') }, { ...describeTimes(tr), charts, key });
}
