import { filterParallelLines } from '../../core/dataset/filter.ts';
import { MODES, STATUSES } from '../../core/dataset/model.ts';
import { findOverview, findPlaces } from '../../core/geo/camera.ts';
import { DETAIL_ZOOM } from '../../core/style/drawing.ts';
import { formatLineNames } from '../../i18n/line-names.ts';
import { getPattern } from '../../core/style/pattern.ts';
import type { LegendRow } from '../../svg/sheet.ts';
import type { AppState } from '../state/app-state.ts';

/**
 * Draws the map of the present view as SVG: with title, legend, scale, sources and date.
 * Loads the drawing code and the base map at its first use. Rejects with an `AtlasError`.
 */
export async function drawMapSheet(app: AppState): Promise<string> {
  const { dataset, navigation, language, appearance, requests, comparison } = app;
  const { atlas } = dataset;
  const { tr } = language;
  const { select, camera: chosen } = navigation.view;
  const heading = getHeading(app);
  const map = {
    atlas,
    filters: navigation.filters,
    theme: appearance.theme,
    size: requests.size,
    lang: tr.lang,
    selected: select,
    compared: comparison.drawnLines,
    lineNames: formatLineNames(tr, atlas),
    title: heading,
  };
  const places = select === null ? [] : findPlaces(atlas, select);
  const view = chosen ?? (places.length > 0 ? places : findOverview(atlas));
  const [baseMap, { writePicture }, { drawSheet }] = await Promise.all([
    dataset.loadBaseMap(tr.lang, false),
    import('../../svg/picture.ts'),
    import('../../svg/sheet.ts'),
  ]);
  const { camera } = writePicture({ ...map, baseMap, view });
  return drawSheet({
    ...map,
    baseMap: camera.zoom >= DETAIL_ZOOM ? await dataset.loadBaseMap(tr.lang, true) : baseMap,
    view: camera,
    heading,
    legend: buildLegend(app),
    small: buildSmallPrint(app),
    kilometres: tr.km,
  }).svg;
}

function getHeading({ language, selection, getName }: AppState): string {
  return selection.id === null ? language.tr.t('app.name') : getName(selection.id);
}

/** What is on the map, in the order of the page's legend: groups by colour, then patterns. */
function buildLegend({ dataset, navigation, language, getName }: AppState): LegendRow[] {
  const { tr } = language;
  const parallelLines = filterParallelLines(dataset.atlas, navigation.filters);
  const groups = new Map(parallelLines.map(({ group, colour }) => [group, colour]));
  const links = parallelLines.flatMap(({ link }) => dataset.atlas.links.get(link)?.properties ?? []);
  const patterns = new Set(links.map(({ mode, status }) => getPattern(mode, status)));
  return [
    ...[...groups].map(([group, colour]) => ({ label: getName(group), colour, pattern: 'rail' as const })),
    ...MODES.filter((mode) => patterns.has(mode)).map((mode) => ({ label: tr.t(`mode.${mode}`), pattern: mode })),
    ...STATUSES.flatMap((status) =>
      status !== 'open' && patterns.has(status) ? { label: tr.t(`status.${status}`), pattern: status } : [],
    ),
  ];
}

function buildSmallPrint({ dataset, language }: AppState): string[] {
  const { tr } = language;
  const { context } = dataset.atlas;
  const credits = (dataset.manifest?.licences ?? []).map(({ credit }) => credit);
  return [
    ...(context ? [tr.t('export.asOf', { date: tr.date(context.statusAsOf) })] : []),
    tr.t('export.sources', { sources: [...new Set(credits)].join(' · ') }),
    tr.t('app.name'),
  ];
}
