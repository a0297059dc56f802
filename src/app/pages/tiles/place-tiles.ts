import { type Atlas, findLinksAt, findRoutesThrough } from '../../../core/dataset/dataset.ts';
import type { AreaFeature, Corridor, LinkFeature, NodeFeature } from '../../../core/dataset/model.ts';
import { estimateLegs, readEstimate } from '../../../core/measure/estimate.ts';
import { explainEstimate, formatInterval } from '../../../i18n/lengths.ts';
import type { Translator } from '../../../i18n/translate.ts';
import { buildFigureTiles, type Tile } from './tiles.ts';
import { joinParts, joinSentences } from '../../../i18n/punctuation.ts';

const MOST_FIGURES = 5;

/** What is said first of a place of the network. */
export function buildNodeTiles(tr: Translator, atlas: Atlas, { geometry, properties }: NodeFeature): Tile[] {
  const { id, accuracyKm, locode, codes } = properties;
  const [lon, lat] = geometry.coordinates;
  const coded = [
    { scheme: 'locode' as const, values: [codes?.locode ?? locode] },
    { scheme: 'esr' as const, values: codes?.esr ?? [] },
    { scheme: 'uic' as const, values: [codes?.uic] },
  ].flatMap(({ scheme, values }) => values.flatMap((value) => (value ? [`${tr.t(`code.${scheme}`)} ${value}`] : [])));
  return [
    { label: tr.t('page.sectionRoutes'), value: tr.number(findRoutesThrough(atlas, id).length, 0) },
    { label: tr.t('page.sectionLinks'), value: tr.number(findLinksAt(atlas, id).length, 0) },
    ...(coded.length > 0
      ? [{ label: tr.t('page.codes'), value: coded[0] ?? '', note: joinParts(tr, coded.slice(1), 'dot') }]
      : []),
    {
      label: tr.t('page.position'),
      value: tr.position([lon, lat], 4),
      ...(accuracyKm && { note: tr.t('page.accuracy', { km: tr.km(accuracyKm) }) }),
    },
  ];
}

/** What is said first of a port or zone. */
export function buildAreaTiles(tr: Translator, { properties: { areaHa, accuracyKm, figures, sources } }: AreaFeature): Tile[] {
  return [
    ...buildFigureTiles(tr, figures, MOST_FIGURES),
    {
      label: tr.t('figure.area'),
      value: tr.t('unit.ha', { n: tr.number(areaHa, 0) }),
      ...(accuracyKm && { how: tr.t('page.schematic', { km: tr.km(accuracyKm) }) }),
      sources,
    },
  ];
}

/** What is said first of a corridor. */
export function buildCorridorTiles(tr: Translator, atlas: Atlas, { main, routes, figures }: Corridor): Tile[] {
  const route = atlas.routes.get(main);
  const estimate = route && readEstimate(route);
  return [
    ...(route
      ? [
          {
            label: tr.t('list.main'),
            value: tr.km(estimate?.km ?? route.drawnKm),
            ...(estimate && estimate.low < estimate.high && { note: formatInterval(tr, estimate) }),
          },
        ]
      : []),
    { label: tr.t('page.sectionRoutes'), value: tr.number(routes.length, 0) },
    ...buildFigureTiles(tr, figures, MOST_FIGURES - 1),
  ];
}

/** What is said first of a stretch between two places. */
export function buildLinkTiles(tr: Translator, atlas: Atlas, link: LinkFeature): Tile[] {
  const { mode, gaugeMm, status, asOf, closed, drawnKm, sources } = link.properties;
  const estimate = readEstimate(link.properties);
  const basis = estimateLegs([{ link, reversed: false }], atlas.lengthModel);
  return [
    {
      label: tr.t(estimate ? 'page.estimated' : 'page.drawn'),
      value: tr.km(estimate?.km ?? drawnKm),
      ...(estimate && estimate.low < estimate.high && { note: formatInterval(tr, estimate) }),
      ...(basis && { how: joinSentences(tr, explainEstimate(tr, basis, atlas.lengthModel)) }),
    },
    {
      label: tr.t('tile.mode'),
      value: tr.t(`mode.${mode}`),
      ...(gaugeMm !== null && { note: tr.t('gauge.mm', { gauge: tr.gauge(gaugeMm) }) }),
    },
    {
      label: tr.t('tile.status'),
      value: tr.t(`status.${status}`),
      note: joinParts(
        tr,
        [
          ...(asOf ? [tr.t('status.asOf', { date: tr.date(asOf) })] : []),
          ...(closed ? [tr.t('page.closed', { date: tr.date(closed) })] : []),
        ],
        'dot',
      ),
      sources,
    },
  ];
}
