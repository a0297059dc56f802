/** Shipments as rows of a list: what the page holds of each, while the rest stays where it was read. */
import type { Position } from '../../dataset/model.ts';
import { normalizeForSearch } from '../../dataset/search/normalize.ts';
import type { Network } from '../../routing/best-paths.ts';
import type { ReportedTime } from '../events/event.ts';
import type { Shipment } from '../journey/follow.ts';
import { getNode } from '../journey/history.ts';
import type { ShipmentState } from '../journey/state.ts';
import { locateShipment } from '../shipment-map.ts';
import { findSilences, type Silence } from './silence.ts';

export interface ShipmentRow {
  /** Number of the file and id of the shipment. */
  key: string;
  id: string;
  state: ShipmentState;
  /** Place of the newest actual report as the file writes it; empty where there is none. */
  place: string;
  node: string | null;
  /** What shares it is at one place on the map: a node, or a position; null where that is not known. */
  spot: string | null;
  lonLat: Position | null;
  time: ReportedTime | null;
  /** Milliseconds since 1970 of the newest actual report. */
  at: number | null;
  /** True where it has departed from there. */
  hasLeft: boolean;
  destination: string | null;
  doneKm: number | null;
  leftKm: number | null;
  /** How many things are to be looked at. */
  findings: number;
  silence: Silence | null;
  /** What the search looks in. */
  text: string;
}

export const getRowKey = (file: number, id: string): string => `${String(file)}:${id}`;

/** Key of a place on the map. */
export const getSpotKey = (node: string | null | undefined, lonLat: Position | null | undefined): string | null =>
  node ?? (lonLat ? lonLat.map((degree) => degree.toFixed(3)).join(',') : null);

/**
 * @param file its number
 * @param until up to when silence counts, in milliseconds since 1970
 */
export function buildRows(network: Network, file: number, shipments: readonly Shipment[], until: number | null): ShipmentRow[] {
  const silences = findSilences(shipments, until);
  const names = new Map<string, string>();
  const listNames = (node: string | null): string => {
    if (node === null) return '';
    const known = names.get(node);
    if (known !== undefined) return known;
    const properties = network.nodes.get(node)?.properties;
    const text = properties ? [properties.name, ...Object.values(properties.names)].join(' ') : '';
    names.set(node, text);
    return text;
  };
  return shipments.map((shipment): ShipmentRow => {
    const { id, state, last, position, destination, done, left, issues } = shipment;
    const node = last && getNode(last);
    const lonLat = locateShipment(network, shipment);
    const place = last?.place.text ?? '';
    return {
      key: getRowKey(file, id),
      id,
      state,
      place,
      node,
      lonLat,
      destination: destination ?? null,
      spot: getSpotKey(position.nodeId, lonLat),
      time: last?.time ?? null,
      at: last?.at ?? null,
      hasLeft: position.left === true,
      doneKm: done?.km ?? null,
      leftKm: left?.km ?? null,
      findings: issues.length,
      silence: silences.get(id) ?? null,
      text: normalizeForSearch(`${id} ${place} ${listNames(node)} ${listNames(destination ?? null)}`),
    };
  });
}
