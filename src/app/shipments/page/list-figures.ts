import type { Atlas } from '../../../core/dataset/dataset.ts';
import { getNode } from '../../../core/shipments/journey/history.ts';
import type { Shipment } from '../../../core/shipments/journey/follow.ts';
import type { Way } from '../../../core/shipments/journey/paths.ts';
import type { ShipmentDetail } from '../../../core/shipments/view/desk.ts';
import { formatEstimate } from '../../../i18n/lengths.ts';
import {
  formatExpected,
  formatHours,
  formatMoment,
  formatReported,
  formatReportedText,
} from '../../../i18n/shipments/shipment.ts';
import { formatTime } from '../../../i18n/times/times.ts';
import type { Translator } from '../../../i18n/translate.ts';
import { joinParts } from '../../../i18n/punctuation.ts';

export interface ShipmentFigure {
  label: string;
  value: string;
  note?: string;
  /** Ids of sources of published times. */
  sources?: string[];
}

interface Words {
  atlas: Pick<Atlas, 'times'>;
  tr: Translator;
  getName(id: string): string;
}

const listSources = ({ times }: Words['atlas'], ids: readonly string[]): string[] => [
  ...new Set(times.filter(({ id }) => ids.includes(id)).flatMap(({ sources }) => sources)),
];

/** All figures that are known of a shipment, as words. */
export function listFigures({ shipment }: ShipmentDetail, words: Words): ShipmentFigure[] {
  return [
    ...listPlaces(shipment, words),
    ...listWays(shipment, words),
    ...listExpected(shipment, words),
    ...listStays(shipment, words),
  ];
}

function listPlaces({ last, position, origin, destination }: Shipment, { tr, getName }: Words): ShipmentFigure[] {
  const node = last && getNode(last);
  const end = (id: string | null | undefined): string =>
    id === undefined ? tr.t('shipment.notNamed') : id === null ? tr.t('shipment.notPlaced') : getName(id);
  const place = last ? (node === null ? last.place.text : getName(node)) : '';
  const value = last
    ? tr.t(position.left ? 'shipment.leftAt' : 'shipment.at', { place, time: formatReported(tr, last.time) })
    : tr.t('shipment.notReported');
  const written = last && place !== last.place.text ? [tr.t('shipment.written', { text: last.place.text })] : [];
  const since = position.since ? [tr.t('shipment.since', { time: formatReportedText(tr, position.since) })] : [];
  return [
    { label: tr.t('shipment.figure.last'), value, note: joinParts(tr, [...written, ...since], 'dot') },
    { label: tr.t('find.from'), value: end(origin) },
    { label: tr.t('find.to'), value: end(destination) },
  ];
}

function listWays({ done, left, ahead, fileKmLeft, estimate, state }: Shipment, { atlas, tr }: Words): ShipmentFigure[] {
  const way = (label: string, one: Way | null): ShipmentFigure => ({
    label,
    value: one ? formatEstimate(tr, one) : tr.t('shipment.unknown'),
    ...(one?.isAssumed && { note: tr.t('shipment.assumed') }),
  });
  const turns = ahead && [
    ahead.borders > 0 ? tr.t('page.crossings', { n: ahead.borders }) : tr.t('page.noCrossings'),
    ahead.gaugeBreaks > 0 ? tr.t('page.breaks', { n: ahead.gaugeBreaks }) : tr.t('page.noBreaks'),
  ];
  return [
    way(tr.t('shipment.figure.done'), done),
    ...(state === 'arrived' ? [] : [way(tr.t('shipment.figure.left'), left)]),
    ...(turns && state !== 'arrived' ? [{ label: tr.t('shipment.figure.ahead'), value: tr.list(turns) }] : []),
    ...(fileKmLeft === null ? [] : [{ label: tr.t('shipment.figure.fileLeft'), value: tr.km(fileKmLeft) }]),
    ...(estimate
      ? [
          {
            label: tr.t('shipment.figure.estimate'),
            value: tr.t('shipment.estimated', { km: tr.km(estimate.km) }),
            sources: listSources(atlas, [estimate.basis]),
          },
        ]
      : []),
  ];
}

function listExpected({ fileForecast, arrival, delay }: Shipment, { atlas, tr, getName }: Words): ShipmentFigure[] {
  const forecast =
    fileForecast === null
      ? null
      : 'days' in fileForecast
        ? formatTime(tr, { low: fileForecast.days, high: fileForecast.days, unit: 'd' })
        : tr.t('shipment.at', {
            place: fileForecast.node ? getName(fileForecast.node) : '',
            time: formatReportedText(tr, fileForecast.time),
          });
  const [low, high] = arrival ? [arrival.low, arrival.high].map((ms) => formatMoment(tr, ms)) : [];
  const range = low === high ? low : tr.t('length.spread', { low: low ?? '', high: high ?? '' });
  return [
    ...(forecast ? [{ label: tr.t('shipment.figure.forecast'), value: forecast, note: tr.t('shipment.asFile') }] : []),
    ...(arrival && range
      ? [{ label: tr.t('shipment.figure.arrival'), value: range, sources: listSources(atlas, arrival.basis) }]
      : []),
    ...(delay
      ? [{ label: tr.t('shipment.figure.delay'), value: formatHours(tr, delay.value), note: formatExpected(tr, delay.against) }]
      : []),
  ];
}

function listStays({ stays }: Shipment, { atlas, tr, getName }: Words): ShipmentFigure[] {
  return stays.flatMap(({ node, from, to, hours, published }): ShipmentFigure[] => {
    const times = atlas.times.filter(({ id }) => published.includes(id));
    if (times.length === 0 && to !== null) return [];
    const stay = formatHours(tr, hours);
    return [
      {
        label: tr.t('shipment.figure.stay', { place: getName(node) }),
        value: to === null ? tr.t('figure.atLeast', { value: stay }) : stay,
        note: joinParts(
          tr,
          [
            tr.t('shipment.stayFrom', { time: formatMoment(tr, from) }),
            ...times.map((time) =>
              tr.t('shipment.stayPublished', { time: formatTime(tr, time), when: tr.date(time.when.slice(0, 4)) }),
            ),
          ],
          'dot',
        ),
        sources: listSources(atlas, published),
      },
    ];
  });
}
