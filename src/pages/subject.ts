/** What a page is about, and the words that stand for it in titles and previews. */
import { type ComparedRow, compareItems } from '../core/compare/comparison.ts';
import { getRowStyle } from '../core/compare/comparison-style.ts';
import { type Atlas, getName, getText } from '../core/dataset/dataset.ts';
import { getClaimEvaluator } from '../core/claims/evaluate.ts';
import type { AreaFeature, Context, Corridor, Lang, Manifest, RouteProperties } from '../core/dataset/model.ts';
import { findFeatureName } from '../core/dataset/feature-name.ts';
import type { ReadyComparison } from '../core/dataset/schema/context/comparisons.ts';
import { getComparisonPage } from '../core/url/paths.ts';
import { formatItemName } from '../i18n/names/item-name.ts';
import { formatLength } from '../i18n/lengths.ts';
import { dropStop, formatPair, joinParts, joinSentences } from '../i18n/punctuation.ts';
import type { Translator } from '../i18n/translate.ts';
import { writeVerdict } from '../i18n/verdict.ts';
import { closeOpen } from '../svg/text.ts';
import { getComparisonPath, getMapPath } from './site.ts';

export type Claim = Context['claims'][number];

export type Subject =
  | { kind: 'corridor'; id: string; value: Corridor }
  | { kind: 'route'; id: string; value: RouteProperties }
  | { kind: 'area'; id: string; value: AreaFeature['properties'] }
  | { kind: 'claim'; id: string; value: Claim }
  | { kind: 'comparison'; id: string; value: ReadyComparison };

/** What every page is made from. */
export interface Source {
  atlas: Atlas;
  manifest: Manifest;
  /** Absolute address of the site, with a slash at its end. */
  site: string;
  tr: Translator;
}

/** Everything that has a page, in the order of the dataset. */
export function listSubjects({ corridors, routes, areas, context, comparisons }: Atlas): Subject[] {
  return [
    ...[...corridors.values()].map((value): Subject => ({ kind: 'corridor', id: value.id, value })),
    ...[...routes.values()].map((value): Subject => ({ kind: 'route', id: value.id, value })),
    ...[...areas.values()].map(({ properties: value }): Subject => ({ kind: 'area', id: value.id, value })),
    ...(context?.claims ?? []).map((value): Subject => ({ kind: 'claim', id: value.id, value })),
    ...comparisons.map((value): Subject => ({ kind: 'comparison', id: getComparisonPage(value.id), value })),
  ];
}

/** The heading: a name, or what is claimed. */
export function getHeading({ tr }: Pick<Source, 'tr'>, { kind, value }: Subject): string {
  if (kind === 'comparison') return getText(tr.lang, value.title);
  return kind === 'claim' ? getText(tr.lang, value.text) : getName(tr.lang, value);
}

const compared = new WeakMap<ReadyComparison, readonly ComparedRow[]>();

/** What a ready-made comparison sets side by side. */
export function getComparedRows(atlas: Atlas, comparison: ReadyComparison): readonly ComparedRow[] {
  const rows = compared.get(comparison) ?? compareItems(atlas, comparison.compare).rows;
  compared.set(comparison, rows);
  return rows;
}

/** The letter and the name of a compared row, as its legend has it. */
export function nameComparedRow({ atlas, tr }: Pick<Source, 'atlas' | 'tr'>, row: ComparedRow): string {
  const name = formatItemName(tr, row.text, (id) => findFeatureName(atlas, id, tr.lang) ?? id);
  return `${getRowStyle(row).letter}. ${name}`;
}

/** What the data say of a claim, in the words of the reader's language. */
export function describeVerdict({ atlas, tr }: Pick<Source, 'atlas' | 'tr'>, claim: Claim) {
  const finding = getClaimEvaluator(atlas)(claim);
  const { verdict } = finding;
  const limits = claim.outcomes?.[verdict];
  const sentence = writeVerdict(tr, finding, (id) => findFeatureName(atlas, id, tr.lang) ?? id);
  return { finding, verdict, words: tr.t(`verdict.${verdict}`), sentence, limits: limits ? getText(tr.lang, limits) : '' };
}

/** The heading as it is shared: a claim goes nowhere without its verdict. */
export function getTitle(source: Pick<Source, 'atlas' | 'tr'>, subject: Subject): string {
  const heading = getHeading(source, subject);
  if (subject.kind !== 'claim') return heading;
  return source.tr.t('sharePage.claimTitle', { verdict: describeVerdict(source, subject.value).words, claim: dropStop(heading) });
}

/** The interactive map with the subject on the screen, from the root of the site. */
export function getOpenPath(subject: Subject, lang: Lang): string {
  if (subject.kind === 'comparison') return getComparisonPath(subject.value.compare, lang);
  return getMapPath(subject.id, lang, subject.kind === 'claim' ? 'claims' : undefined);
}

/** The kind of thing, as the badge above a heading has it. */
export function getKind({ tr }: Pick<Source, 'tr'>, { kind, value }: Subject): string {
  switch (kind) {
    case 'corridor':
      return tr.t(value.kind === 'comparison' ? 'kind.comparison' : 'kind.corridor');
    case 'route':
      return tr.t(`kind.${value.kind}`);
    case 'area':
      return tr.t(`area.${value.kind}`);
    case 'claim':
      return tr.t('sharePage.claim', { n: value.paragraph });
    case 'comparison':
      return tr.t('compare.heading');
  }
}

/** The main figures in one sentence; of a claim, its verdict. */
export function getFacts({ atlas, tr }: Source, { kind, value }: Subject): string {
  switch (kind) {
    case 'corridor': {
      const routes = value.routes.flatMap((id) => atlas.routes.get(id) ?? []);
      return formatSpread(
        tr,
        routes.map(({ estimatedKm, drawnKm }) => estimatedKm ?? drawnKm),
      );
    }
    case 'route': {
      const sea = value.byMode.find(({ mode }) => mode === 'sea')?.km ?? 0;
      // A voyage is not described by the countries whose waters it crosses.
      if (sea > value.drawnKm / 2) {
        return joinParts(
          tr,
          value.byMode.map(({ mode, km }) => tr.t('list.parts', { status: tr.t(`mode.${mode}`), km: tr.km(km) })),
          'dot',
        );
      }
      const countries = value.byCountry.filter(({ code }) => code !== 'XZ').map(({ code }) => tr.country(code));
      return tr.t('sharePage.routeFacts', { km: formatLength(tr, value), countries: tr.list(countries) });
    }
    case 'area':
      return joinParts(tr, [tr.country(value.country), tr.t('page.areaSize', { ha: tr.number(value.areaHa, 0) })], 'dot');
    case 'claim':
      return formatPair(tr, tr.t('sharePage.verdict'), describeVerdict({ atlas, tr }, value).words);
    case 'comparison':
      return formatSpread(
        tr,
        getComparedRows(atlas, value).map(({ estimate, drawnKm }) => estimate?.km ?? drawnKm),
      );
  }
}

/** How many routes, from the shortest to the longest; empty where there are none. */
function formatSpread(tr: Translator, lengths: readonly number[]): string {
  if (lengths.length === 0) return '';
  const [low, high] = [Math.min(...lengths), Math.max(...lengths)];
  const length = low === high ? tr.km(low) : tr.t('length.spread', { low: tr.number(low, 0), high: tr.km(high) });
  return tr.t('sharePage.corridorFacts', { n: lengths.length, length });
}

/** What to know first; of a claim, the cases that its verdict rests on, and its limits. */
export function getSummary({ atlas, tr }: Pick<Source, 'atlas' | 'tr'>, { kind, value }: Subject): string {
  if (kind === 'claim') {
    const { sentence, limits } = describeVerdict({ atlas, tr }, value);
    return joinSentences(tr, [sentence, limits]);
  }
  // The table below says it all.
  if (kind === 'comparison') return '';
  return value.summary ? getText(tr.lang, value.summary) : '';
}

/** Longest preview text that the usual readers of it show. */
const PREVIEW = 200;

/** One paragraph for search engines and previews. */
export function getDescription(source: Source, subject: Subject): string {
  const end = (text: string): string => (text === '' || /[.。]$/.test(text) ? text : source.tr.t('join.sentence', { text }));
  if (subject.kind === 'claim') {
    return clipText(
      joinSentences(source.tr, [end(getFacts(source, subject)), getSummary(source, subject), end(getKind(source, subject))]),
      PREVIEW,
    );
  }
  const ended = end(getFacts(source, subject));
  const summary =
    subject.kind === 'comparison'
      ? joinParts(
          source.tr,
          getComparedRows(source.atlas, subject.value).map((row) => nameComparedRow(source, row)),
          'semicolon',
        )
      : getSummary(source, subject);
  return clipText(joinSentences(source.tr, [ended, summary]), PREVIEW);
}

/** A text of about so many characters at most, cut at a space where there is one near; what it has opened is closed. */
export function clipText(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  const space = cut.lastIndexOf(' ');
  const end = (space > most * 0.5 ? cut.slice(0, space) : cut).replace(/[\s,;:–—-]+$/, '');
  return `${end}…${closeOpen(end)}`;
}

/** Ids of all sources that the page names, each once. */
export function listSources(atlas: Atlas, { kind, value }: Subject): string[] {
  if (kind === 'comparison') return [...new Set(getComparedRows(atlas, value).flatMap(({ sources }) => sources))];
  const figures = kind === 'claim' ? [] : value.figures.flatMap(({ sources }) => sources);
  const published = kind === 'route' ? value.published.map(({ source }) => source) : [];
  return [...new Set([...value.sources, ...published, ...figures])];
}
