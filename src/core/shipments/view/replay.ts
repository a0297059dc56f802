/** Where shipments were reported over time, flat enough for tens of thousands of events to be handed from a worker to a page. */
import type { Position } from '../../dataset/model.ts';
import type { Network } from '../../routing/best-paths.ts';
import { getNode } from '../journey/history.ts';
import type { Shipment } from '../journey/follow.ts';
import { getRowKey, getSpotKey } from './row.ts';

export interface Replay {
  keys: string[];
  places: { spot: string; lonLat: Position }[];
  /** One entry an event, in the order of time: index into `keys`, index into `places`, milliseconds since 1970. */
  shipment: Uint32Array;
  place: Uint32Array;
  at: Float64Array;
}

export function buildReplay(network: Network, files: Iterable<readonly [number, readonly Shipment[]]>): Replay {
  const keys: string[] = [];
  const places: Replay['places'] = [];
  const known = new Map<string, number>();
  const events: { shipment: number; place: number; at: number }[] = [];
  for (const [file, shipments] of files) {
    for (const { id, history } of shipments) {
      const shipment = keys.push(getRowKey(file, id)) - 1;
      for (const event of history) {
        const node = getNode(event);
        const lonLat = event.resolved.lonLat ?? (node ? network.nodes.get(node)?.geometry.coordinates : undefined);
        const spot = getSpotKey(node, lonLat);
        if (event.classifier !== 'ACT' || !lonLat || spot === null) continue;
        let place = known.get(spot);
        if (place === undefined) {
          place = places.push({ spot, lonLat }) - 1;
          known.set(spot, place);
        }
        events.push({ shipment, place, at: event.at });
      }
    }
  }
  events.sort((a, b) => a.at - b.at);
  return {
    keys,
    places,
    shipment: Uint32Array.from(events, (event) => event.shipment),
    place: Uint32Array.from(events, (event) => event.place),
    at: Float64Array.from(events, (event) => event.at),
  };
}

/** Place of each shipment by its last report up to a time, as an index into `places`; -1 before the first one. */
export function findPlacesAt({ keys, shipment, place, at }: Replay, time: number): Int32Array {
  const found = new Int32Array(keys.length).fill(-1);
  for (let i = 0; i < at.length && at[i]! <= time; i++) found[shipment[i]!] = place[i]!;
  return found;
}
