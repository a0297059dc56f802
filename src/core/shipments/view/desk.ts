/** Holds what was read of shipment files and answers what a page asks of it: the same in a worker and on the page itself. */
import type { FeatureCollection, LineString, Point } from 'geojson';
import type { Time } from '../../dataset/schema/context/times.ts';
import type { ReportedTime } from '../events/event.ts';
import type { ShipmentIssue } from '../events/issues.ts';
import { toInstant } from '../events/zones.ts';
import type { Shipment } from '../journey/follow.ts';
import type { ShipmentNetwork } from '../journey/length.ts';
import { createPathFinder, type PathFinder } from '../journey/paths.ts';
import { createPlaceResolver } from '../places/resolve.ts';
import { createShipmentReader, type ReadingStep, type ShipmentFile } from '../read-shipments.ts';
import { buildShipmentMap } from '../shipment-map.ts';
import { buildShipmentChart, type ShipmentChart } from './chart.ts';
import { findOpenPlaces, type OpenPlace } from './open-places.ts';
import { readPlacesCsv, type ReadPlaces } from './picked-places.ts';
import { buildReplay, type Replay } from './replay.ts';
import { buildRows, getRowKey, type ShipmentRow } from './row.ts';
import { writeShipmentsCsv } from './shipments-csv.ts';
import { buildJourneyLine, type JourneyLine } from './stops.ts';

export interface SourceFile {
  /** Tells it from the others; a file of the same number takes the place of the one before. */
  n: number;
  name: string;
  bytes: Uint8Array;
  /** Milliseconds since 1970 up to which silence counts; the file's own date by default. */
  until?: number;
}

/** What the page is told of a file. */
export interface FileSummary {
  n: number;
  name: string;
  format: string;
  asOf: ReportedTime | null;
  shipments: number;
  issues: ShipmentIssue[];
  /** Issues that are not among them. */
  moreIssues: number;
}

export interface ReadFile {
  summary: FileSummary;
  rows: ShipmentRow[];
}

export interface ShipmentDetail {
  key: string;
  file: string;
  asOf: ReportedTime | null;
  shipment: Shipment;
  journey: JourneyLine;
  chart: ShipmentChart | null;
  map: FeatureCollection<LineString | Point>;
}

/** Issues of a file that are told one by one. */
const MOST_ISSUES = 200;

export class ShipmentDesk {
  readonly #network: ShipmentNetwork;
  readonly #times: readonly Time[];
  readonly #paths: PathFinder;
  readonly #files = new Map<number, { source: SourceFile; read: ShipmentFile }>();
  #picked: ReadonlyMap<string, string> = new Map();

  constructor(network: ShipmentNetwork, times: readonly Time[]) {
    this.#network = network;
    this.#times = times;
    this.#paths = createPathFinder(network);
  }

  /** Reads a file in steps, so that whoever runs it can stop, or do other work between them. */
  *add(source: SourceFile): Generator<ReadingStep, ReadFile, void> {
    const reader = createShipmentReader(this.#network, { times: this.#times, picked: this.#picked, paths: this.#paths });
    const read = yield* reader.readInSteps(source.name, source.bytes);
    this.#files.set(source.n, { source, read });
    return this.#describeFile(source, read);
  }

  /** Takes the reader's choice of places and reads every file again by it. */
  *pick(picked: ReadonlyMap<string, string>): Generator<ReadingStep, ReadFile[], void> {
    this.#picked = picked;
    const all: ReadFile[] = [];
    for (const { source } of [...this.#files.values()]) all.push(yield* this.add(source));
    return all;
  }

  remove(n: number): void {
    this.#files.delete(n);
  }

  listOpenPlaces(): OpenPlace[] {
    return findOpenPlaces([...this.#files.values()].flatMap(({ read }) => read.shipments));
  }

  /** Reads a list of picked places, whose nodes stand there by id, code or name; it counts once it is picked. */
  readPlaces(bytes: Uint8Array): ReadPlaces {
    const places = createPlaceResolver(this.#network);
    return readPlacesCsv(bytes, (text) => {
      if (this.#network.nodes.has(text)) return text;
      const { spot, issues } = places.resolve({ text, name: text, locode: text });
      return spot && 'node' in spot && issues.every(({ code }) => code === 'unknown-code') ? spot.node : null;
    });
  }

  /** All that is known of a shipment; null where there is none of that key. */
  describe(key: string): ShipmentDetail | null {
    const found = this.#find(key);
    if (!found) return null;
    const { read, shipment } = found;
    const journey = buildJourneyLine(this.#paths, shipment);
    return {
      key,
      file: read.file,
      asOf: read.asOf,
      shipment,
      journey,
      chart: buildShipmentChart(journey, shipment, this.#times),
      map: buildShipmentMap(this.#network, [shipment]),
    };
  }

  buildReplay(): Replay {
    return buildReplay(
      this.#network,
      [...this.#files].map(([n, { read }]) => [n, read.shipments] as const),
    );
  }

  writeCsv(keys: readonly string[]): string {
    return writeShipmentsCsv(this.#findAll(keys).map(({ read, shipment }) => [read.file, shipment] as const));
  }

  writeGeojson(keys: readonly string[]): string {
    const shipments = this.#findAll(keys).map(({ shipment }) => shipment);
    return `${JSON.stringify(buildShipmentMap(this.#network, shipments))}\n`;
  }

  #describeFile({ n, until }: SourceFile, { file, format, asOf, shipments, issues }: ShipmentFile): ReadFile {
    const newest = shipments.reduce((most, { last }) => Math.max(most, last?.at ?? -Infinity), -Infinity);
    // By the clock of the newest report, as local times of a title name no place.
    const last = shipments.find((one) => one.last?.at === newest)?.last;
    const end = asOf && last ? toInstant(asOf, last.country, last.time.zone === 'given' ? last.time.offset : 0) : null;
    const most = end === null ? (Number.isFinite(newest) ? newest : null) : Math.max(end, newest);
    return {
      summary: {
        n,
        name: file,
        format,
        asOf,
        shipments: shipments.length,
        issues: issues.slice(0, MOST_ISSUES),
        moreIssues: Math.max(0, issues.length - MOST_ISSUES),
      },
      rows: buildRows(this.#network, n, shipments, until ?? most),
    };
  }

  #find(key: string): { read: ShipmentFile; shipment: Shipment } | null {
    const [n = ''] = key.split(':', 1);
    const read = this.#files.get(Number(n))?.read;
    const shipment = read?.shipments.find(({ id }) => getRowKey(Number(n), id) === key);
    return read && shipment ? { read, shipment } : null;
  }

  #findAll(keys: readonly string[]): { read: ShipmentFile; shipment: Shipment }[] {
    const wanted = new Set(keys);
    return [...this.#files].flatMap(([n, { read }]) =>
      read.shipments.flatMap((shipment) => (wanted.has(getRowKey(n, shipment.id)) ? [{ read, shipment }] : [])),
    );
  }
}
