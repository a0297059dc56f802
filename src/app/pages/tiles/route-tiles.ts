import type { Atlas } from '../../../core/dataset/dataset.ts';
import { computeEvidenceSpan } from '../../../core/dataset/evidence-dates.ts';
import type { RouteProperties } from '../../../core/dataset/model.ts';
import { type LengthEstimate, readEstimate } from '../../../core/measure/estimate.ts';
import { INTERNATIONAL_WATERS } from '../../../core/measure/measure.ts';
import { formatEvidenceSpan } from '../../../i18n/figures.ts';
import { explainEstimate, formatInterval } from '../../../i18n/lengths.ts';
import type { Translator } from '../../../i18n/translate.ts';
import { buildFigureTiles, type Tile } from './tiles.ts';
import { formatPair, joinParts, joinSentences } from '../../../i18n/punctuation.ts';

interface Names {
  getName: (id: string) => string;
}

/** As many as fill a page's first screen. */
const MOST_FIGURES = 3;

/** What is said first of a route: how long, through where, what stands in the way, what it carries. */
export function buildRouteTiles(
  tr: Translator,
  atlas: Atlas,
  route: RouteProperties,
  { basis, getName }: Names & { basis: LengthEstimate | null },
): Tile[] {
  const { breaks, changes } = route;
  return [
    ...buildLengthTiles(tr, atlas, route, basis),
    buildCountryTile(tr, route),
    {
      label: tr.t('sharePage.crossings'),
      value: tr.number(route.borderCrossings, 0),
      how: tr.t('compare.how.crossings'),
    },
    {
      label: tr.t('sharePage.breaks'),
      value: tr.number(route.gaugeBreaks, 0),
      note: joinParts(
        tr,
        breaks.map(({ node, fromMm, toMm }) => formatPair(tr, getName(node), tr.chain([tr.gauge(fromMm), tr.gauge(toMm)]))),
        'dot',
      ),
      how: tr.t('compare.how.breaks'),
    },
    {
      label: tr.t('sharePage.changes'),
      value: tr.number(route.modeChanges, 0),
      note: joinParts(tr, [...new Set(changes.map(({ node }) => getName(node)))], 'dot'),
      how: tr.t('compare.how.changes'),
    },
    buildStatusTile(tr, atlas, route),
    ...buildFigureTiles(tr, route.figures, MOST_FIGURES),
  ];
}

/** The length to quote, and what others print for the whole. */
function buildLengthTiles(tr: Translator, atlas: Atlas, route: RouteProperties, basis: LengthEstimate | null): Tile[] {
  const estimate = basis ?? readEstimate(route);
  const whole = route.published.filter(({ part }) => !part);
  const lengths = whole.map(({ km }) => km);
  const [low, high] = [Math.min(...lengths), Math.max(...lengths)];
  return [
    {
      label: tr.t(estimate ? 'page.estimated' : 'page.drawn'),
      value: tr.km(estimate?.km ?? route.drawnKm),
      ...(estimate && estimate.low < estimate.high && { note: formatInterval(tr, estimate) }),
      ...(basis && {
        how: joinSentences(tr, explainEstimate(tr, basis, atlas.lengthModel)),
        sources: [...new Set(basis.sections.flatMap(({ sources }) => sources))],
      }),
    },
    ...(whole.length > 0
      ? [
          {
            label: tr.t('page.published'),
            value: low === high ? tr.km(low) : tr.t('length.spread', { low: tr.number(low, 0), high: tr.km(high) }),
            sources: [...new Set(whole.map(({ source }) => source))],
          },
        ]
      : []),
  ];
}

function buildCountryTile(tr: Translator, { byCountry }: RouteProperties): Tile {
  const codes = [...new Set(byCountry.map(({ code }) => code))].filter((code) => code !== INTERNATIONAL_WATERS);
  return {
    label: tr.t('embed.countries'),
    value: tr.number(codes.length, 0),
    note: joinParts(tr, codes.map(tr.country), 'dot'),
  };
}

/** How much of it is open, as of when. */
function buildStatusTile(tr: Translator, atlas: Atlas, { byStatus, links }: Pick<RouteProperties, 'byStatus' | 'links'>): Tile {
  const evidence = computeEvidenceSpan(links.map(({ id }) => atlas.links.get(id)));
  const [first, ...others] = byStatus;
  const rest = byStatus.filter(({ status }) => status !== 'open');
  return {
    label: tr.t('tile.status'),
    value:
      first && others.length === 0
        ? tr.t(`status.${first.status}`)
        : tr.list(rest.map(({ status, km }) => tr.t('list.parts', { status: tr.t(`status.${status}`), km: tr.km(km) }))),
    ...(evidence && { note: tr.t('disruption.asOf', { date: tr.date(evidence.newest) }) }),
    ...(evidence && { how: formatEvidenceSpan(tr, evidence) }),
  };
}
