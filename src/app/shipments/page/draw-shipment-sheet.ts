import type { Position } from '../../../core/dataset/model.ts';
import type { ShipmentDetail } from '../../../core/shipments/view/desk.ts';
import { SHIPMENT_ROLES } from '../../../core/style/shipment.ts';
import { formatReported, ROLE_WORDS } from '../../../i18n/shipments/shipment.ts';
import { addAside, joinParts } from '../../../i18n/punctuation.ts';
import type { AppState } from '../../state/app-state.ts';
import { describeStops } from './describe-stops.ts';
import { listFigures } from './list-figures.ts';
import type { Translator } from '../../../i18n/translate.ts';

const writeSubtitle = ({ shipment, file, asOf }: ShipmentDetail, tr: Translator): string => {
  const time = asOf ? tr.t('shipment.asOf', { time: formatReported(tr, asOf) }) : '';
  return joinParts(tr, [tr.t(`shipment.state.${shipment.state}`), file, time], 'dot');
};

/** Draws a shipment as an SVG document. Loads the drawing code and the base map at its first use; rejects with an `AtlasError`. */
export async function drawSheet(app: AppState, detail: ShipmentDetail): Promise<string> {
  const { dataset, navigation, language, getName } = app;
  const { tr } = language;
  const [baseMap, { writePicture }, { drawShipmentSheet }, { drawShipmentPlaces, drawShipmentWays }] = await Promise.all([
    dataset.loadBaseMap(tr.lang, false),
    import('../../../svg/picture.ts'),
    import('../../../svg/shipment/shipment-sheet.ts'),
    import('../../../svg/shipment/shipment-ways.ts'),
  ]);
  const view = detail.map.features.flatMap(({ geometry }) =>
    geometry.type === 'Point' ? [geometry.coordinates as Position] : (geometry.coordinates as Position[]),
  );
  const { shipment } = detail;
  const credits = (dataset.manifest?.licences ?? []).map(({ credit }) => credit);
  return drawShipmentSheet({
    theme: 'light',
    lang: tr.lang,
    title: shipment.id,
    chart: detail.chart,
    subtitle: writeSubtitle(detail, tr),
    figures: listFigures(detail, { atlas: dataset.atlas, tr, getName }).map(({ label, value, note }) => ({
      label,
      value: joinParts(tr, [value, note ?? ''], 'dot'),
    })),
    mapKey: SHIPMENT_ROLES.filter((role) => detail.map.features.some(({ properties }) => properties?.['role'] === role)).map(
      (role) => ({ role, label: tr.t(ROLE_WORDS[role]) }),
    ),
    drawMap: ({ x, y }, size) =>
      writePicture({
        // Events of the article would lie over the way.
        atlas: { ...dataset.atlas, events: new Map() },
        baseMap,
        view,
        size,
        theme: 'light',
        lang: tr.lang,
        filters: navigation.filters,
        title: shipment.id,
        prefix: 's-',
        attributes: { x, y, ...size, overflow: 'hidden' },
        drawOver: (canvas) => drawShipmentWays(detail.map, canvas),
        drawOnTop: (canvas) => drawShipmentPlaces(detail.map, canvas),
      }).svg,
    chartTitle: tr.t('time.chart'),
    daysLabel: tr.t('time.days'),
    formatKm: (km) => tr.km(km),
    formatNumber: (value) => tr.number(value),
    nameSeries: (series) => tr.t(`shipment.series.${series}`),
    stopsTitle: tr.t('shipment.strip'),
    stops: describeStops(detail, tr, getName).map(({ name, km, events }) =>
      [addAside(tr, name, [km]), ...events.slice(0, 3)].join(' — '),
    ),
    notes: [
      tr.t('shipment.localTime'),
      tr.t('export.sources', { sources: joinParts(tr, [...new Set(credits)], 'dot') }),
      tr.t('app.name'),
    ],
  });
}
