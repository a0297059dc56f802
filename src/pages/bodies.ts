/** What the pages of each kind have of their own. */
import { compareItems } from '../core/compare/comparison.ts';
import { isAmongTimes, listTimes } from '../core/compare/other-figures.ts';
import { computeTimeDistance } from '../core/compare/time-distance.ts';
import { findMentions, findNotes, getAuthorName } from '../core/dataset/dataset.ts';
import type { ReadyComparison } from '../core/dataset/schema/context/comparisons.ts';
import { estimateRoute, type LengthEstimate } from '../core/measure/estimate.ts';
import { explainEstimate, formatEstimate, formatInterval, formatLength } from '../i18n/lengths.ts';
import { addAside, formatPair, joinParts } from '../i18n/punctuation.ts';
import type { AreaFeature, Corridor, Published, RouteProperties } from '../core/dataset/model.ts';
import { type Markup, markup, type Part } from '../core/markup.ts';
import { writeEvidence, writeFigures, writeLink, writeSection, writeSourceNames, writeTable, writeText } from './sections.ts';
import { writeFinding } from './claim-rows.ts';
import { writeTimes } from './times.ts';
import { type Claim, describeVerdict, getComparedRows, nameComparedRow, type Source, type Subject } from './subject.ts';

interface Row {
  label: string;
  km: number;
}

/** Shares of a length. The bars are drawn, because a strict policy allows no styles in attributes. */
function writeShares({ tr }: Source, title: string, rows: readonly Row[]): Part {
  if (rows.length === 0) return null;
  const total = rows.reduce((sum, { km }) => sum + km, 0);
  return markup`<table>
<caption>${title}</caption>
<tbody>
${rows.map(
  ({ label, km }) =>
    markup`<tr><th scope="row">${label}</th><td class="bar"><svg class="share" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect width="${total > 0 ? ((100 * km) / total).toFixed(1) : 0}" height="10"/></svg></td><td class="number">${tr.km(km)}</td><td class="number">${total > 0 && tr.percent(km / total)}</td></tr>\n`,
)}</tbody>
</table>
`;
}

/** How the estimate was computed, and the published lengths that it rests on. */
function writeMethod(source: Source, estimate: LengthEstimate): Markup {
  const { tr, atlas } = source;
  const sources = [...new Set(estimate.sections.flatMap(({ sources: ids }) => ids))];
  const sentences = explainEstimate(tr, estimate, atlas.lengthModel).map(
    (sentence) => markup`<p class="small">${sentence}</p>\n`,
  );
  return markup`<details><summary>${tr.t('length.how')}</summary>
${sentences}${sources.length > 0 && writeSourceNames(source, sources)}</details>
`;
}

/** A length with its interval; the line breaks between the two only. */
const writeEstimate = (tr: Source['tr'], estimate: LengthEstimate): Markup =>
  markup`${tr.km(estimate.km)}${estimate.low < estimate.high && markup`<wbr><span class="interval">${addAside(tr, '', [formatInterval(tr, estimate)])}</span>`}`;

function writeLengths(source: Source, route: RouteProperties): Markup {
  const { tr, atlas } = source;
  const { drawnKm, published, straightKm, detour } = route;
  const estimate = estimateRoute(atlas, route);
  const one = ({ km, note, part, source: id }: Published): Markup =>
    markup`<li><strong>${tr.km(km)}</strong> ${part && markup`<span class="badge">${tr.t('page.publishedPart')}</span> `}${note && markup`${writeText(source, note)} `}${writeSourceNames(source, [id])}</li>\n`;
  const list = published.length > 0 ? markup`<ul class="published">\n${published.map(one)}</ul>` : tr.t('page.noPublished');
  return writeSection(
    tr.t('sharePage.lengths'),
    markup`<dl class="pair">
${estimate && markup`<div><dt>${tr.t('page.estimated')}</dt><dd><strong class="big">${writeEstimate(tr, estimate)}</strong></dd></div>\n`}<div><dt>${tr.t('page.drawn')}</dt><dd>${tr.km(drawnKm)}</dd></div>
<div><dt>${tr.t('page.published')}</dt><dd>${list}</dd></div>
</dl>
${estimate && writeMethod(source, estimate)}<p class="small">${tr.t('length.straight', { km: tr.km(straightKm), ratio: tr.number(detour, 2) })}</p>`,
  );
}

export function writeRouteBody(source: Source, route: RouteProperties): Markup {
  const { tr, atlas } = source;
  const corridor = [...atlas.corridors.values()].find(({ routes }) => routes.includes(route.id));
  const times = compareItems(atlas, [route.id]).rows.map((row) => computeTimeDistance(atlas, row));
  const figures = route.figures.filter((figure) => !isAmongTimes(figure, times.flatMap(listTimes)));
  const counts = [
    route.borderCrossings > 0 ? tr.t('page.crossings', { n: route.borderCrossings }) : tr.t('page.noCrossings'),
    route.gaugeBreaks > 0 ? tr.t('page.breaks', { n: route.gaugeBreaks }) : tr.t('page.noBreaks'),
    route.modeChanges > 0 ? tr.t('page.changes', { n: route.modeChanges }) : tr.t('page.noChanges'),
  ];
  const parts = [
    writeShares(
      source,
      tr.t('page.byCountry'),
      route.byCountry.map(({ code, km }) => ({ label: tr.country(code), km })),
    ),
    writeShares(
      source,
      tr.t('page.byMode'),
      route.byMode.map(({ mode, km }) => ({ label: tr.t(`mode.${mode}`), km })),
    ),
    writeShares(
      source,
      tr.t('page.byGauge'),
      route.byGauge.map(({ gaugeMm, km }) => ({ label: tr.t('gauge.mm', { gauge: tr.gauge(gaugeMm) }), km })),
    ),
    writeShares(
      source,
      tr.t('page.byStatus'),
      route.byStatus.map(({ status, km }) => ({ label: tr.t(`status.${status}`), km })),
    ),
  ];
  return markup`<p class="small">${corridor && markup`${tr.t('page.corridor', { name: '' })}${writeLink(source, corridor.id)}${tr.t('join.dot')}`}${joinParts(tr, counts, 'dot')}</p>
${writeEvidence(source, route)}${writeLengths(source, route)}${writeSection(tr.t('page.sectionParts'), markup`<div class="tables">${parts}</div>`)}${writeFigures(source, figures)}${writeTimes(source, times)}`;
}

interface TableRow extends Pick<RouteProperties, 'borderCrossings' | 'gaugeBreaks' | 'modeChanges'> {
  name: Markup;
  length: string;
}

function writeRoutesTable({ tr }: Source, rows: readonly TableRow[]): Markup {
  const heads = [tr.t('page.estimated'), tr.t('sharePage.crossings'), tr.t('sharePage.breaks'), tr.t('sharePage.changes')];
  const table = writeTable(
    tr.t('page.sectionRoutes'),
    [tr.t('kind.route'), ...heads],
    rows.map(({ name, length, borderCrossings, gaugeBreaks, modeChanges }) => [
      { content: name, isHead: true },
      { content: length, isNumber: true },
      ...[borderCrossings, gaugeBreaks, modeChanges].map((n) => ({ content: tr.number(n), isNumber: true })),
    ]),
  );
  return writeSection(tr.t('page.sectionRoutes'), table);
}

export function writeCorridorBody(source: Source, corridor: Corridor): Markup {
  const { tr, atlas } = source;
  const rows = corridor.routes.flatMap((id): TableRow[] => {
    const route = atlas.routes.get(id);
    if (!route) return [];
    const main = id === corridor.main && corridor.kind === 'corridor';
    const name = markup`${writeLink(source, id)}${main && markup` <span class="badge">${tr.t('list.main')}</span>`}`;
    return [{ ...route, name, length: formatLength(tr, route) }];
  });
  return markup`${writeRoutesTable(source, rows)}${writeFigures(source, corridor.figures)}`;
}

export function writeComparisonBody(source: Source, comparison: ReadyComparison): Markup {
  const rows = getComparedRows(source.atlas, comparison).map((row): TableRow => {
    const { estimate, drawnKm, unbuiltKm, borderCrossings, gaugeBreaks, modeChanges } = row;
    const { tr } = source;
    const unbuilt = unbuiltKm !== null && unbuiltKm > 0 && formatPair(tr, tr.t('compare.m.unbuilt'), tr.km(unbuiltKm));
    return {
      name: markup`${nameComparedRow(source, row)}${unbuilt && markup` <span class="badge">${unbuilt}</span>`}`,
      length: estimate ? formatEstimate(tr, estimate) : tr.km(drawnKm),
      // Only a reader's own route has none of these.
      borderCrossings: borderCrossings ?? 0,
      gaugeBreaks: gaugeBreaks ?? 0,
      modeChanges: modeChanges ?? 0,
    };
  });
  return writeRoutesTable(source, rows);
}

export function writeAreaBody(source: Source, area: AreaFeature['properties']): Markup {
  const { tr } = source;
  return markup`${area.parent && markup`<p class="small">${tr.t('page.areaOf', { name: '' })}${writeLink(source, area.parent)}</p>\n`}${area.accuracyKm && markup`<p class="small">${tr.t('page.schematic', { km: tr.km(area.accuracyKm) })}</p>\n`}${writeFigures(source, area.figures)}`;
}

export function writeClaimBody(source: Source, claim: Claim): Markup {
  const { tr } = source;
  const found = writeFinding(source, describeVerdict(source, claim).finding);
  const test = writeSection(tr.t('sharePage.test'), markup`<p>${writeText(source, claim.test)}</p>\n${writeAttribution(source)}`);
  return markup`${found && writeSection(tr.t('sharePage.verdict'), found)}${test}`;
}

function writeAttribution({ atlas, tr }: Source): Part {
  const article = atlas.context?.article;
  if (!article) return null;
  const params = { author: getAuthorName(tr.lang, article), date: tr.date(article.published.slice(0, 10)) };
  return markup`<p class="small">${tr.t('page.attribution', params)}</p>`;
}

/** What the article says of the subject, with the numbers of the paragraphs. */
export function writeNotes(source: Source, subject: Subject): Part {
  const { atlas, tr } = source;
  if (subject.kind === 'claim' || subject.kind === 'comparison') return null;
  const paragraph = (n: number): Markup => markup` <span class="small">${tr.t('page.paragraph', { n })}</span>`;
  const notes = findNotes(atlas, subject.id);
  const noted = new Set(notes.flatMap(({ paragraphs }) => paragraphs));
  const mentioned = atlas.context ? (findMentions(atlas.context, tr.lang).get(subject.id) ?? []) : [];
  const more = mentioned.filter((n) => !noted.has(n));
  const said = notes.map(({ text, paragraphs }) => markup`<p>${writeText(source, text)}${paragraphs.map(paragraph)}</p>\n`);
  const content =
    notes.length + more.length === 0
      ? markup`<p>${tr.t('page.notInArticle')}</p>`
      : markup`${said}${more.length > 0 && markup`<p>${more.map(paragraph)}</p>\n`}${writeAttribution(source)}`;
  return writeSection(tr.t('page.sectionArticle'), content);
}
