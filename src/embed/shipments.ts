/** Shipments that the host page hands over: read here, listed below the map and drawn on it. Fetched when the first of them comes. */
import { getName } from '../core/dataset/dataset.ts';
import { computeExtent } from '../core/geo/bounding-box.ts';
import type { Position } from '../core/dataset/model.ts';
import { type Markup, markup } from '../core/markup.ts';
import { describeFile } from '../core/shipments/describe-file.ts';
import type { ShipmentNetwork } from '../core/shipments/journey/length.ts';
import type { Shipment } from '../core/shipments/journey/follow.ts';
import { loadShipmentNetwork } from '../core/shipments/load-network.ts';
import { createShipmentReader, type ShipmentReader } from '../core/shipments/read-shipments.ts';
import { buildShipmentMap } from '../core/shipments/shipment-map.ts';
import { buildGathered, gatherPlaces } from '../core/shipments/view/gather.ts';
import { buildRows } from '../core/shipments/view/row.ts';
import { loadDictionary } from '../i18n/index.ts';
import { formatEstimate } from '../i18n/lengths.ts';
import { formatLastReport } from '../i18n/shipments/shipment.ts';
import { formatShipmentIssue } from '../i18n/shipments/shipment-issue.ts';
import { type Translator, translator } from '../i18n/translate.ts';
import { ShipmentOverlay } from '../map/overlays/shipment-overlay.ts';
import { options } from './data.ts';
import { writeShipmentKey } from './shipment-key.ts';
import type { EmbedState } from './state.ts';
import type { FollowedShipments, ShipmentText } from './embed-page-dependencies.ts';
import { formatPair, joinParts } from '../i18n/punctuation.ts';

/** Shipments that are listed, and that are drawn with their ways and listed in sight; more are counts at their places. */
const MOST_LISTED = 20;
const MOST_DRAWN = 5;

interface Desk {
  network: ShipmentNetwork;
  reader: ShipmentReader;
}
const desks = new Map<string, Promise<Desk>>();

/** The dataset is fetched once; where it cannot be had, the next command asks again. */
function openDesk(root: string): Promise<Desk> {
  const open = desks.get(root);
  if (open) return open;
  const made = loadShipmentNetwork(`${root}data/`, options).then(({ network, times }) => ({
    network,
    reader: createShipmentReader(network, { times }),
  }));
  desks.set(root, made);
  made.catch(() => desks.delete(root));
  return made;
}

/** Throws an `AtlasError` where the dataset cannot be had; what is wrong in the text is in the report. */
export async function followShipments(
  root: string,
  { lang, theme }: EmbedState,
  { text, name }: ShipmentText,
): Promise<FollowedShipments> {
  const [{ network, reader }, words] = await Promise.all([openDesk(root), loadDictionary(lang)]);
  const tr = translator(lang, words);
  const file = reader.read(name, new TextEncoder().encode(text));
  const { shipments } = file;
  const rows = buildRows(network, 1, shipments, null);
  const nameNode = (id: string): string => {
    const node = network.nodes.get(id)?.properties;
    return node ? getName(lang, node) : id;
  };
  const isFew = shipments.length <= MOST_DRAWN;
  const ways = buildShipmentMap(network, isFew ? shipments : []);
  const positions = isFew
    ? ways.features.flatMap(({ geometry }) =>
        geometry.type === 'Point' ? [geometry.coordinates as Position] : (geometry.coordinates as Position[]),
      )
    : rows.flatMap(({ lonLat }) => (lonLat ? [lonLat] : []));
  const counts = buildGathered(isFew ? [] : gatherPlaces(rows), (n) => tr.number(n));
  const listed = shipments.slice(0, MOST_LISTED).map((shipment, i) => ({
    id: shipment.id,
    said: joinParts(
      tr,
      [tr.t(`shipment.state.${shipment.state}`), formatLastReport(tr, rows[i]!, nameNode), ...formatWays(tr, shipment)],
      'dot',
    ),
  }));
  return {
    html: write(tr, {
      key:
        positions.length > 0 &&
        writeShipmentKey(tr, theme, new Set(ways.features.map(({ properties }) => String(properties?.['role'])))),
      listed,
      more: shipments.length - listed.length,
      issues: shipments.length === 0 ? file.issues.map((issue) => formatShipmentIssue(tr, issue, nameNode)) : [],
    }),
    overlay: new ShipmentOverlay({ ways, counts }, theme),
    bounds: computeExtent(positions),
    report: describeFile(file, (issue) => formatShipmentIssue(tr, issue, nameNode)),
  };
}

function formatWays(tr: Translator, { done, left, state }: Shipment): string[] {
  return [
    ...(done ? [formatPair(tr, tr.t('shipment.figure.done'), formatEstimate(tr, done))] : []),
    ...(left && state !== 'arrived' ? [formatPair(tr, tr.t('shipment.figure.left'), formatEstimate(tr, left))] : []),
  ];
}

interface Listed {
  /** False where the map shows nothing of them. */
  key: Markup | false;
  listed: readonly { id: string; said: string }[];
  more: number;
  /** What kept a text from being read. */
  issues: readonly string[];
}

/** The first few stand in sight, so that a frame on a phone does not grow to many screens. */
function write(tr: Translator, { key, listed, more, issues }: Listed): string {
  const rows = listed.map(({ id, said }) => markup`<div><dt>${id}</dt><dd>${said}</dd></div>`);
  const say = (text: string): Markup => markup`<div><dt></dt><dd>${text}</dd></div>`;
  const [seen, folded] = [rows.slice(0, MOST_DRAWN), rows.slice(MOST_DRAWN)];
  const rest =
    folded.length > 0 &&
    markup`<details><summary>${tr.t('import.more', { n: folded.length + more })}</summary><dl class="figures">${folded}${more > 0 && say(tr.t('import.more', { n: more }))}</dl></details>`;
  return markup`<div class="shipments">${key}<dl class="figures">${seen}${issues.map(say)}</dl>${rest}</div>`.text;
}
