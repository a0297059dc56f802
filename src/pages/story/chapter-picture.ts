/** What stands beside a chapter: the map in its view, or a chart. */
import { type Atlas, getText } from '../../core/dataset/dataset.ts';
import type { BaseMapData } from '../../core/dataset/load/load-base-map.ts';
import { computeComparedLines } from '../../core/compare/compared-lines.ts';
import type { ComparedRow } from '../../core/compare/comparison.ts';
import { computeTimeDistance } from '../../core/compare/time-distance.ts';
import { findFeatureName } from '../../core/dataset/feature-name.ts';
import type { Position, Story, StoryView } from '../../core/dataset/model.ts';
import { restrictToRoutes } from '../../core/embed/shown-routes.ts';
import { findOverview, findPlaces } from '../../core/geo/camera.ts';
import type { Camera } from '../../core/geo/projection.ts';
import { Markup, writeElement } from '../../core/markup.ts';
import { compareOnce } from '../../core/stories/compare-once.ts';
import { findDrawnRoutes } from '../../core/stories/drawn-routes.ts';
import { computeShownYears } from '../../core/stories/shown-years.ts';
import { PALETTES } from '../../core/style/palette.ts';
import { describeBars, describeTimes } from '../../i18n/charts.ts';
import { formatItemName } from '../../i18n/names/item-name.ts';
import { formatLineNames } from '../../i18n/names/line-names.ts';
import { listKnown } from '../../i18n/times/time-chart.ts';
import { describeYears } from '../../i18n/times/year-chart.ts';
import { joinSentences } from '../../i18n/punctuation.ts';
import type { Translator } from '../../i18n/translate.ts';
import { writeDarkCss } from '../../svg/paint.ts';
import { type ChartDocument, writeBarsChart, writeTimesChart, writeYearsChart } from '../../svg/comparison/chart-document.ts';
import { getSeriesLabel } from '../../svg/comparison/time-chart.ts';
import { listEventMarks } from '../../svg/map/event-marks.ts';
import { type Ground, type Picture, writePicture } from '../../svg/picture.ts';
import { CARD_MAP } from '../card.ts';

interface Shape {
  width: number;
  height: number;
  margin: number;
  detail: 'small' | 'fine';
}

/** Pixels of a chapter's picture, for columns beside the text and for phones, where names would be too small otherwise. */
export const SHAPES = {
  wide: { width: 800, height: 680, margin: 48, detail: 'small' },
  narrow: { width: 400, height: 340, margin: 26, detail: 'small' },
} as const;
/** On a preview card; a chart is drawn in the second one, and grows to the card. */
const ON_CARD: Shape = { ...CARD_MAP, margin: 32, detail: 'fine' };
const CHART_ON_CARD: Shape = { ...ON_CARD, width: 760 };

export interface ChapterRequest {
  view: StoryView;
  shape: keyof typeof SHAPES;
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

type Request = Omit<ChapterRequest, 'shape'> & { shape: Shape };

/** Draws the stage of a chapter as an SVG document; dark where its reader likes it dark. A chart of nothing is the map. */
export const drawChapter = (built: Drawn, { shape, ...request }: ChapterRequest): Markup =>
  drawChart(built.atlas, { ...request, shape: SHAPES[shape] }) ?? drawMap(built, { ...request, shape: SHAPES[shape] }).svg;

/** What a story shows first, for its preview card; a chart has no ground. */
export function drawFirstView(
  built: Drawn,
  { chapters }: Story,
  request: Pick<Request, 'tr' | 'title'>,
): { svg: Markup; ground: Ground | null } {
  const [{ view, heading } = { view: {}, heading: null }] = chapters;
  const title = heading ? getText(request.tr.lang, heading) : request.title;
  const chart = drawChart(built.atlas, { ...request, title, view, shape: CHART_ON_CARD });
  return chart
    ? { svg: scaleTo(CARD_MAP, chart), ground: null }
    : drawMap(built, { ...request, view, shape: ON_CARD, prefix: 'm-' });
}

/** A document in another size, by its `viewBox`. */
const scaleTo = ({ width, height }: { width: number; height: number }, { text }: Markup): Markup =>
  new Markup(text.replace(/ width="[^"]*" height="[^"]*"/, ` width="${width}" height="${height}"`));

/** Of the maps of an atlas, by view and shape, what is the same in every language: what is drawn, and on what. */
const groundsOf = new WeakMap<Atlas, Map<string, { atlas: Atlas; ground: Ground }>>();

function drawMap({ atlas, baseMap }: Drawn, request: Request): Picture {
  const { view, shape, tr, title, prefix } = request;
  const rows = compareOnce(atlas, view.compare);
  const grounds = groundsOf.get(atlas) ?? new Map<string, { atlas: Atlas; ground: Ground }>();
  groundsOf.set(atlas, grounds);
  const key = JSON.stringify([view, shape]);
  const known = grounds.get(key);
  const drawn = known?.atlas ?? restrictToRoutes(atlas, findDrawnRoutes(atlas, view));
  const { width, height, margin, detail } = shape;
  const selected = view.select ?? null;
  const filters = { hiddenGroups: [], hiddenModes: [], hiddenStatuses: [], year: view.year ?? null };
  const picture = writePicture({
    atlas: drawn,
    baseMap,
    view: view.camera ? fitToShape(view.camera, shape) : findExtent(atlas, view, rows),
    ground: known?.ground,
    size: { width, height },
    theme: 'light',
    lang: tr.lang,
    filters,
    selected,
    events: listEventMarks(atlas, { lang: tr.lang, filters }, selected),
    compared: computeComparedLines(rows),
    lineNames: formatLineNames(tr, atlas),
    title,
    detail,
    padding: { top: margin, right: margin, bottom: margin, left: margin },
    ...(prefix === undefined ? { drawOnTop: () => writeElement('style', {}, writeDarkCss(PALETTES.dark)) } : { prefix }),
  });
  grounds.set(key, { atlas: drawn, ground: picture.ground });
  return picture;
}

/** A camera is chosen for a wide picture: a narrower one shows the same area from farther out. */
const fitToShape = (camera: Camera, { width }: Shape): Camera => ({
  ...camera,
  zoom: camera.zoom + Math.min(0, Math.log2(width / SHAPES.wide.width)),
});

function findExtent(atlas: Atlas, view: StoryView, rows: readonly ComparedRow[]): readonly Position[] {
  if (rows.length > 0) return rows.flatMap(({ line }) => line);
  const places = view.select ? findPlaces(atlas, view.select) : (view.only ?? []).flatMap((id) => findPlaces(atlas, id));
  return places.length > 0 ? places : findOverview(atlas);
}

/** Null where the view has no chart, or there is nothing in it. */
function drawChart(atlas: Atlas, { view, shape, tr, title, prefix }: Request): Markup | null {
  const hasPageColours = prefix !== undefined;
  const document = { theme: 'light' as const, lang: tr.lang, title, width: shape.width, isFile: true, hasPageColours };
  const rows = compareOnce(atlas, view.compare);
  if (view.chart === 'years') return drawYears(atlas, view, { tr, document });
  if (!view.chart || rows.length === 0) return null;
  const getName = (id: string): string => formatItemName(tr, id, (one) => findFeatureName(atlas, one, tr.lang) ?? one);
  const { description, picture } = describeBars(rows, 'country', { tr, getName });
  if (view.chart !== 'times') return writeBarsChart({ ...document, description, items: rows }, picture);
  const charts = rows.map((row) => computeTimeDistance(atlas, row));
  const known = charts.flatMap((chart) =>
    listKnown(tr, chart, getName).map((words, i) => `${getSeriesLabel(chart.row.slot, i)}  ${words}`),
  );
  const key = shape.width > SHAPES.narrow.width ? known : [];
  return writeTimesChart(
    { ...document, description: joinSentences(tr, known), items: rows },
    { ...describeTimes(tr), charts, key },
  );
}

interface YearsRequest {
  tr: Translator;
  document: Omit<ChartDocument, 'items' | 'description'>;
}

function drawYears(atlas: Atlas, view: StoryView, { tr, document }: YearsRequest): Markup | null {
  const open = computeShownYears(atlas, view);
  if (!open) return null;
  const says = open.years.flatMap(({ km }, i) => {
    const year = tr.date(String(open.first + i));
    return km === open.years[i - 1]?.km ? [] : [tr.t('year.total', { km: tr.km(km), year })];
  });
  const picture = { ...describeYears(tr), open, year: view.year ?? open.last };
  return writeYearsChart(
    {
      ...document,
      description: joinSentences(
        tr,
        says.map((text) => tr.t('join.sentence', { text })),
      ),
      items: [],
    },
    picture,
  );
}
