import { getLegPattern } from '../../core/compare/compared-lines.ts';
import type { Atlas } from '../../core/dataset/dataset.ts';
import { filterParallelLines } from '../../core/dataset/filter.ts';
import type { BaseMapData } from '../../core/dataset/load/load-base-map.ts';
import { EVENT_KINDS, type Lang, MODES, STATUSES } from '../../core/dataset/model.ts';
import { findOverview, findPlaces, fitCamera } from '../../core/geo/camera.ts';
import type { Size } from '../../core/geo/projection.ts';
import { findChosenNodes } from '../../core/style/chosen-nodes.ts';
import { DETAIL_ZOOM } from '../../core/style/drawing.ts';
import { EVENT_SYMBOL_PREFIX, getEventShapes } from '../../core/style/events/event-symbols.ts';
import { buildOutline } from '../../core/style/features.ts';
import { LINE_COLOURS } from '../../core/style/palette.ts';
import { BLACK_AND_WHITE, findLineColour, PAPER } from '../../core/style/paper.ts';
import { getPattern, type Pattern } from '../../core/style/patterns/pattern.ts';
import { formatLineNames } from '../../i18n/names/line-names.ts';
import type { Translator } from '../../i18n/translate.ts';
import type { listEventMarks as ListEventMarks } from '../../svg/map/event-marks.ts';
import type { drawSheet as DrawSheet, LegendRow, measureMap as MeasureMap, SheetOptions } from '../../svg/sheet.ts';
import { nameView } from './name-view.ts';
import type { AppState } from '../state/app-state.ts';
import { type Paper, SHEETS } from './paper-sizes.ts';
import { joinParts } from '../../i18n/punctuation.ts';

/** How the map is printed. */
export interface PrintOptions {
  /** Lines in black, told apart by dashes. */
  isBlack: boolean;
  /** False for a map whose names are to be written in. */
  isNamed: boolean;
}

/** A drawn sheet of paper. */
export interface PrintSheet {
  svg: string;
  zoom: number;
  /** It lies, in place of standing. */
  isWide: boolean;
}

/** What drawing takes: fetched once, so that a sheet can then be drawn at once. */
export interface SheetTools {
  /** Of the names of the base map. */
  lang: Lang;
  writePicture: typeof import('../../svg/picture.ts').writePicture;
  drawSheet: typeof DrawSheet;
  measureMap: typeof MeasureMap;
  listEventMarks: typeof ListEventMarks;
  coarse: BaseMapData;
  /** Null until a closer view has asked for it. */
  fine: BaseMapData | null;
}

/** Fetches the drawing code, the base map and what is not there of the dataset. Rejects with an `AtlasError`. */
export async function loadSheetTools({ dataset, language }: AppState, withFine = false): Promise<SheetTools> {
  const { lang } = language.tr;
  const [coarse, { writePicture }, { drawSheet, measureMap }, { listEventMarks }, fine] = await Promise.all([
    dataset.loadBaseMap(lang, false),
    import('../../svg/picture.ts'),
    import('../../svg/sheet.ts'),
    import('../../svg/map/event-marks.ts'),
    withFine ? dataset.loadBaseMap(lang, true) : null,
    dataset.load(),
  ]);
  return { lang, writePicture, drawSheet, measureMap, listEventMarks, coarse, fine };
}

/** The map of the present view as SVG: with title, legend, scale, sources and date. Rejects with an `AtlasError`. */
export async function drawMapSheet(app: AppState): Promise<string> {
  const tools = await loadSheetTools(app);
  const map = describeMap(app, tools);
  const { camera, symbols } = tools.writePicture({ ...map, baseMap: tools.coarse });
  const baseMap = camera.zoom >= DETAIL_ZOOM ? await app.dataset.loadBaseMap(tools.lang, true) : tools.coarse;
  return tools.drawSheet({ ...map, ...describeSheet(app, { symbols, heading: map.title }), baseMap, view: camera }).svg;
}

/** The same on a sheet of paper, which lies as the route does, fetched or at hand. */
export async function drawPrintSheet(app: AppState, print: PrintOptions): Promise<PrintSheet> {
  const tools = await loadSheetTools(app);
  const drawn = drawPaper(app, tools, print);
  return drawn.zoom < DETAIL_ZOOM ? drawn : drawPaper(app, await loadSheetTools(app, true), print);
}

/** Draws a sheet of paper with what is at hand. */
export function drawPaper(app: AppState, tools: SheetTools, { isBlack, isNamed }: PrintOptions): PrintSheet {
  const map = {
    ...describeMap(app, tools),
    view: findPaperView(app),
    theme: 'light' as const,
    palette: isBlack ? BLACK_AND_WHITE : PAPER,
    isDashed: isBlack,
    isNamed,
    lineNames: isNamed ? formatLineNames(app.language.tr, app.dataset.atlas) : {},
  };
  const sheets = SHEETS[app.appearance.paper];
  const paper = sheets[findOrientation(map.view, map.size, sheets)];
  const look = (view: SheetOptions['view']) => tools.writePicture({ ...map, baseMap: tools.coarse, size: paper, view });
  const { symbols } = look('zoom' in map.view ? widenCamera(map.view, map.size, paper) : map.view);
  const words = describeSheet(app, { symbols, heading: map.title });
  const room = tools.measureMap({ ...map, ...words, baseMap: tools.coarse, paper });
  const view = 'zoom' in map.view ? widenCamera(map.view, map.size, room) : map.view;
  const { camera } = look(view);
  const baseMap = (camera.zoom >= DETAIL_ZOOM ? tools.fine : null) ?? tools.coarse;
  const sheet = { ...map, ...words, baseMap, paper, view };
  return { svg: tools.drawSheet(sheet).svg, zoom: camera.zoom, isWide: paper.width > paper.height };
}

/** Paper has another shape than the window: it is filled anew where neither the reader nor an address has chosen what is seen. */
function findPaperView({ dataset: { atlas }, navigation, requests, comparison }: AppState): SheetOptions['view'] {
  const { select, camera } = navigation.view;
  if (requests.isMoved && camera) return camera;
  const isComparing = comparison.drawnRows.length > 0;
  const places = isComparing ? comparison.findPlaces() : select === null ? [] : findPlaces(atlas, select);
  return places.length > 0 ? places : (camera ?? findOverview(atlas));
}

/** The way that shows places larger, or that of the window where the reader has moved the map. */
function findOrientation(view: SheetOptions['view'], size: Size, sheets: (typeof SHEETS)[Paper]): keyof typeof sheets {
  if ('zoom' in view) return size.width >= size.height ? 'landscape' : 'portrait';
  const [portrait, landscape] = [fitCamera(view, sheets.portrait), fitCamera(view, sheets.landscape)];
  return portrait.zoom > landscape.zoom ? 'portrait' : 'landscape';
}

/** A camera that shows on paper at least what the window shows. */
function widenCamera<C extends { zoom: number }>(camera: C, from: Size, to: Size): C {
  return { ...camera, zoom: camera.zoom + Math.log2(Math.min(to.width / from.width, to.height / from.height)) };
}

function describeMap(app: AppState, { listEventMarks }: Pick<SheetTools, 'listEventMarks'>) {
  const { dataset, navigation, language, appearance, requests, comparison, selection } = app;
  const { atlas } = dataset;
  const { select, camera } = navigation.view;
  const places = select === null ? [] : findPlaces(atlas, select);
  const filters = requests.wantsEvents ? { ...navigation.filters, events: true } : navigation.filters;
  return {
    atlas,
    filters,
    events: listEventMarks(atlas, { lang: language.tr.lang, filters }, selection.event),
    marked: selection.event === null ? [] : [selection.event],
    theme: appearance.theme,
    size: requests.size,
    lang: language.tr.lang,
    selected: select,
    compared: comparison.drawnLines,
    lineNames: formatLineNames(language.tr, atlas),
    title: nameView(app, selection.id),
    view: camera ?? (places.length > 0 ? places : findOverview(atlas)),
  };
}

function describeSheet(
  app: AppState,
  { symbols, heading }: { symbols: readonly string[]; heading: string },
): Pick<SheetOptions, 'heading' | 'legend' | 'small' | 'kilometres'> {
  const { tr } = app.language;
  return {
    heading,
    legend: [...listLines(app), ...listSymbols(tr, symbols)],
    small: buildSmallPrint(app),
    kilometres: tr.km,
  };
}

/** What the patterns of lines mean; a plain line needs no words of its own. */
const explainPatterns = (tr: Translator, patterns: ReadonlySet<Pattern>): LegendRow[] => [
  ...MODES.filter((mode) => mode !== 'rail' && patterns.has(mode)).map((mode) => ({
    label: tr.t(`mode.${mode}`),
    pattern: mode,
  })),
  ...STATUSES.flatMap((status) =>
    status !== 'open' && patterns.has(status) ? { label: tr.t(`status.${status}`), pattern: status } : [],
  ),
];

/** The lines that stand out: what is compared or selected, else all groups; then what their patterns mean. */
function listLines({ dataset, navigation, comparison, language, getName }: AppState): LegendRow[] {
  const { atlas } = dataset;
  const { tr } = language;
  const { select } = navigation.view;
  const compared = comparison.drawnLines;
  if (compared.length > 0) {
    const patterns = new Set(compared.flatMap(({ legs }) => legs.map(getLegPattern)));
    const rows = compared.map(({ text, look }) => ({
      label: joinParts(tr, [look.letter, getName(text)], 'dot'),
      colour: look.colour,
    }));
    return [...rows.map((row) => ({ ...row, pattern: 'rail' as const })), ...explainPatterns(tr, patterns)];
  }
  if (select !== null && findChosenNodes(atlas, { selected: select })) return listSelected(atlas, select, getName(select), tr);
  const parallelLines = filterParallelLines(atlas, navigation.filters);
  const groups = new Map(parallelLines.map(({ group, colour }) => [group, colour]));
  const links = parallelLines.flatMap(({ link }) => atlas.links.get(link)?.properties ?? []);
  return [
    ...[...groups].map(([group, colour]) => ({ label: getName(group), colour, pattern: 'rail' as const })),
    ...explainPatterns(tr, new Set(links.map(({ mode, status }) => getPattern(mode, status)))),
  ];
}

/** The one line that is selected; all others step back. */
function listSelected(atlas: Atlas, id: string, label: string, tr: Translator): LegendRow[] {
  const { features } = buildOutline(atlas, id, 'light');
  const patterns = new Set(features.map(({ properties }) => properties?.['pattern'] as Pattern));
  const colour = findLineColour(String(features[0]?.properties?.['colour'])) ?? LINE_COLOURS[0];
  return [{ label, colour, pattern: 'rail' }, ...explainPatterns(tr, patterns)];
}

const SYMBOL_WORDS = {
  station: 'node.station',
  port: 'node.port',
  border: 'node.border',
  gauge: 'node.gauge-change',
  disrupted: 'legend.disrupted',
} as const;

const listSymbols = (tr: Translator, symbols: readonly string[]): LegendRow[] => [
  ...Object.entries(SYMBOL_WORDS).flatMap(([symbol, word]) => (symbols.includes(symbol) ? { label: tr.t(word), symbol } : [])),
  ...EVENT_KINDS.flatMap((kind) => {
    const symbol = EVENT_SYMBOL_PREFIX + kind;
    return symbols.includes(symbol) ? { label: tr.t(`event.${kind}`), symbol, shapes: getEventShapes(kind) } : [];
  }),
];

function buildSmallPrint({ dataset, language }: AppState): string[] {
  const { tr } = language;
  const { context } = dataset.atlas;
  const credits = (dataset.manifest?.licences ?? []).map(({ credit }) => credit);
  return [
    ...(context ? [tr.t('export.asOf', { date: tr.date(context.statusAsOf) })] : []),
    tr.t('export.sources', { sources: joinParts(tr, [...new Set(credits)], 'dot') }),
    tr.t('app.name'),
  ];
}
