/** Parts that the pages of several kinds share. */
import { findDisruptions, findFeature, getName, getText, hasPage } from '../core/dataset/dataset.ts';
import { joinEnds } from '../core/dataset/feature-name.ts';
import { computeEvidenceSpan } from '../core/dataset/evidence-dates.ts';
import { computeItinerary } from '../core/measure/itinerary.ts';
import type { Figure, RouteProperties, Text } from '../core/dataset/model.ts';
import { formatEvidenceSpan, formatFigure } from '../i18n/figures.ts';
import { dropStop } from '../i18n/punctuation.ts';
import { citeSource, explainBrackets, type Source as CitedSource } from '../i18n/sources.ts';
import { formatStep } from '../i18n/steps.ts';
import type { Translator } from '../i18n/translate.ts';
import { type Markup, markup, type Part, writeAttributes } from '../core/markup.ts';
import { getPagePath } from '../core/url/paths.ts';
import { getMapPath, getRootFrom } from './site.ts';
import { getHeading, type Source, listSources, type Subject, listSubjects } from './subject.ts';

export const writeSection = (title: string, content: Part): Markup =>
  markup`<section>\n<h2>${title}</h2>\n${content}\n</section>\n`;

/** The name of anything in the atlas by its id. */
export function getNameFrom({ atlas, tr }: Source, id: string): string {
  const found = findFeature(atlas, id);
  if (!found) return id;
  if (found.kind === 'event') return getText(tr.lang, found.value.title);
  if (found.kind === 'claim') return getText(tr.lang, found.value.text);
  if (found.kind === 'link') {
    const { from, to } = found.value.properties;
    const name = (node: string) => {
      const end = atlas.nodes.get(node);
      return end ? getName(tr.lang, end.properties) : node;
    };
    return joinEnds(tr.lang, name(from), name(to));
  }
  return getName(tr.lang, 'properties' in found.value ? found.value.properties : found.value);
}

/** A text of the data; marked as English where there is no translation. */
export function writeText({ tr }: Pick<Source, 'tr'>, text: Text): Markup {
  const translated = text[tr.lang];
  return translated !== undefined
    ? markup`${translated}`
    : markup`<span lang="en" dir="ltr">${text.en}</span> <small>(${tr.t('text.inEnglish')})</small>`;
}

/** A link to the page of a feature, or to the map where it has no page. */
export function writeLink(source: Source, id: string): Markup {
  const { tr, atlas } = source;
  const root = getRootFrom(getPagePath(id, tr.lang));
  const href = root + (hasPage(atlas, id) ? getPagePath(id, tr.lang) : getMapPath(id, tr.lang));
  return markup`<a href="${href}">${getNameFrom(source, id)}</a>`;
}

/** Publishers and titles are not translated. */
function writeSource(tr: Translator, source: CitedSource): Markup {
  const { before, title, lang, after } = citeSource(tr, source);
  const linked = source.url ? markup`<a href="${source.url}" rel="external noopener">${title}</a>` : title;
  const named =
    lang === undefined || lang === tr.lang
      ? markup`${before}${linked}`
      : markup`<span lang="${lang}" dir="ltr">${before}${linked}</span>`;
  return markup`${named}${after}`;
}

/** Sources by name, as they stand after a figure. */
export function writeSourceNames({ manifest, tr }: Source, ids: readonly string[]): Markup {
  const named = ids.map((id, i) => {
    const found = manifest.sources.find((one) => one.id === id);
    return markup`${i > 0 && tr.t('join.semicolon')}${found ? writeSource(tr, found) : id}`;
  });
  return markup`<span class="sources">${named}</span>`;
}

export function writeFigures(source: Source, rows: readonly Figure[]): Part {
  const { tr } = source;
  if (rows.length === 0) return null;
  const row = (figure: Figure): Markup => {
    const { when, state, text, note, sources } = figure;
    const value = formatFigure(tr, figure);
    const parts: Part[] = [
      when && markup`<span class="when">${tr.date(when.slice(0, 10).split('/')[0] ?? '')}</span> `,
      value && markup`<strong>${value}</strong> `,
      state && state !== 'actual' && markup`<span class="badge">${tr.t(`state.${state}`)}</span> `,
      text && markup`${writeText(source, text)} `,
      note && markup`<span class="small">${writeText(source, note)}</span> `,
    ];
    return markup`<dd>${parts}${writeSourceNames(source, sources)}</dd>\n`;
  };
  const kinds = [...new Set(rows.map(({ kind }) => kind))];
  const groups = kinds.map(
    (kind) => markup`<dt>${tr.t(`figure.${kind}`)}</dt>\n${rows.filter((one) => one.kind === kind).map(row)}`,
  );
  return writeSection(tr.t('page.sectionFigures'), markup`<dl class="figures">\n${groups}</dl>`);
}

/** How new the statuses of a route are, and what keeps traffic off it for a time. */
export function writeEvidence(source: Source, route: RouteProperties): Part {
  const { atlas, tr } = source;
  const ids = route.links.map(({ id }) => id);
  const span = computeEvidenceSpan(ids.map((id) => atlas.links.get(id)));
  const disruptions = findDisruptions(atlas, ids).map(
    ({ effect, since, asOf, note, sources }) =>
      markup`<div class="disruption"><p><strong>${tr.t(`disruption.${effect}`, { date: tr.date(since) })}</strong> <span class="small">(${tr.t('disruption.asOf', { date: tr.date(asOf) })})</span></p><p>${writeText(source, note)} ${writeSourceNames(source, sources)}</p></div>\n`,
  );
  const dated = span && formatEvidenceSpan(tr, span);
  return markup`${dated && markup`<p class="small">${dated}</p>\n`}${disruptions}`;
}

export function writeItinerary(source: Source, route: RouteProperties): Markup {
  const steps = computeItinerary(source.atlas, route).map(
    (step) => markup`<li>${formatStep(source.tr, step, (id) => getNameFrom(source, id))}</li>\n`,
  );
  return writeSection(source.tr.t('page.sectionItinerary'), markup`<ol class="steps">\n${steps}</ol>`);
}

/** Pages beside this one: what it is part of, what is part of it, and what is claimed of it. */
export function writeNeighbours(source: Source, subject: Subject): Part {
  const { atlas, tr } = source;
  const subjects = listSubjects(atlas).filter(({ id }) => id !== subject.id);
  const near = subjects.filter((other) => isNear(subject, other));
  if (near.length === 0) return null;
  const root = getRootFrom(getPagePath(subject.id, tr.lang));
  const rows = near.map(
    (other) => markup`<li><a href="${root}${getPagePath(other.id, tr.lang)}">${getHeading(source, other)}</a></li>\n`,
  );
  return writeSection(tr.t('sharePage.neighbours'), markup`<ul class="neighbours">\n${rows}</ul>`);
}

function isNear(subject: Subject, other: Subject): boolean {
  const holds = (a: Subject, b: Subject): boolean => {
    if (a.kind === 'corridor') return b.kind === 'corridor' || (b.kind === 'route' && a.value.routes.includes(b.id));
    if (a.kind === 'claim') return b.kind === 'claim' ? false : a.value.features.includes(b.id);
    if (a.kind === 'area') return b.kind === 'area' && b.value.parent === a.id;
    if (a.kind === 'comparison') return b.kind === 'route' && a.value.compare.some((text) => text.split(':', 1)[0] === b.id);
    return b.kind === 'route' && a.value.kind === 'railway' && sharesTrack(a.value, b.value);
  };
  return holds(subject, other) || holds(other, subject);
}

const sharesTrack = (railway: RouteProperties, route: RouteProperties): boolean =>
  railway.links.every(({ id }) => route.links.some((link) => link.id === id));

/** All sources of the page, with their addresses. */
export const writeSourceList = (source: Source, subject: Subject): Markup =>
  writeSection(source.tr.t('page.sectionSources'), writeSourceRows(source, listSources(source.atlas, subject)));

/** Sources as a list. */
export function writeSourceRows({ manifest, tr }: Source, ids: readonly string[]): Markup {
  const found = ids.flatMap((id) => manifest.sources.find((one) => one.id === id) ?? []);
  const rows = found.map((one) => markup`<li>${writeSource(tr, one)}</li>\n`);
  const note = explainBrackets(tr, found);
  return markup`<ul class="sources">\n${rows}</ul>${note !== '' && markup`\n<p class="small">${note}</p>`}`;
}

export function writeCitation(source: Source, subject: Subject): Markup {
  const { atlas, manifest, site, tr } = source;
  const date = tr.date(atlas.context?.statusAsOf ?? manifest.built.slice(0, 10));
  const url = site + getPagePath(subject.id, tr.lang);
  const cited = tr.t('share.citation', { name: dropStop(getHeading(source, subject)), app: tr.t('app.name'), date, url });
  return writeSection(tr.t('sharePage.cite'), markup`<p class="quote">${cited}</p>`);
}

export function writeLicences({ manifest, tr }: Source): Markup {
  const rows = manifest.licences.map(({ what, licence, url, credit }) => {
    const named = url ? markup`<a href="${url}" rel="license noopener">${licence}</a>` : licence;
    return markup`<li>${writeText({ tr }, what)}: ${named}${tr.t('join.comma')}<span lang="en" dir="ltr">${credit}</span></li>\n`;
  });
  return markup`<h2>${tr.t('about.licences')}</h2>\n<ul>\n${rows}</ul>\n<p>${tr.t('about.built', { date: tr.date(manifest.built.slice(0, 10)) })}</p>`;
}

export interface TableCell {
  content: Part;
  isNumber?: boolean;
  /** What the row is about. */
  isHead?: boolean;
}

/**
 * A table whose rows are stacks of labelled values on a narrow screen. The roles say what the elements are by themselves until a style
 * sheet lays them out otherwise.
 *
 * @param heads of the columns
 */
export function writeTable(label: string, heads: readonly string[], rows: readonly (readonly TableCell[])[]): Markup {
  const column = (i: number) => rows[0]?.[i]?.isNumber && 'number';
  const writeCell = ({ content, isNumber, isHead }: TableCell, i: number): Markup =>
    isHead
      ? markup`<th scope="row" role="rowheader">${content}</th>`
      : markup`<td role="cell"${writeAttributes({ class: isNumber ? 'number' : undefined, 'data-head': heads[i] })}>${content}</td>`;
  return markup`<div class="scroll" tabindex="0" role="region" aria-label="${label}"><table class="stack" role="table">
<thead role="rowgroup"><tr role="row">${heads.map((head, i) => markup`<th scope="col" role="columnheader"${writeAttributes({ class: column(i) || undefined })}>${head}</th>`)}</tr></thead>
<tbody role="rowgroup">
${rows.map((cells) => markup`<tr role="row">${cells.map(writeCell)}</tr>\n`)}</tbody>
</table></div>
`;
}
