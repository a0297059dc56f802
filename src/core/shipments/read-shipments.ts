/** A file of shipments, from its bytes to their journeys: events, places, journey, position. */
import type { Time } from '../dataset/schema/context/times.ts';
import type { Report, ReportedTime } from './events/event.ts';
import { ShipmentError, type ShipmentIssue } from './events/issues.ts';
import { readReports } from './formats/index.ts';
import { followShipment, type Shipment } from './journey/follow.ts';
import { dropUnusable, findRetracted, groupReports, keepNewestTrip } from './journey/group.ts';
import type { ShipmentNetwork } from './journey/length.ts';
import { createPathFinder, type PathFinder } from './journey/paths.ts';
import { createPlaceResolver, type PlaceResolver } from './places/resolve.ts';

export interface ShipmentFile {
  /** Name of the file. */
  file: string;
  /** A format, or `unknown`. */
  format: string;
  encoding?: string;
  /** The file's own date, else the time of its newest actual event. */
  asOf: ReportedTime | null;
  shipments: Shipment[];
  /** What is wrong with the file and its rows; what is wrong with a shipment is the shipment's. */
  issues: ShipmentIssue[];
}

export interface ShipmentReader {
  /** Never throws for what stands in a file. */
  read(file: string, bytes: Uint8Array): ShipmentFile;
  /** The same in steps, a shipment each, for programs that have other work to do between them. */
  readInSteps(file: string, bytes: Uint8Array): ReadingSteps;
}

/** How many of the shipments of a file have been followed. */
export interface ReadingStep {
  done: number;
  all: number;
}
type ReadingSteps = Generator<ReadingStep, ShipmentFile, void>;

export interface ReaderOptions {
  /** Published times; none by default. */
  times?: readonly Time[];
  /** Nodes that the reader chose for what files call places. */
  picked?: ReadonlyMap<string, string>;
  /** Of an earlier reader of the same network. */
  paths?: PathFinder;
}

/** Makes a reader for a network; what it finds out about paths and places serves all files. */
export function createShipmentReader(network: ShipmentNetwork, options: ReaderOptions = {}): ShipmentReader {
  const { times = [], picked, paths = createPathFinder(network) } = options;
  const places = createPlaceResolver(network, picked);
  function* readInSteps(file: string, bytes: Uint8Array): ReadingSteps {
    try {
      const { reports, issues, asOf = null, ...rest } = readReports(bytes);
      const shipments = yield* follow(reports, file, { paths, places, times, asOf });
      const noId = shipments.some(({ idKind }) => idKind === 'file') ? [{ code: 'no-id' as const }] : [];
      return { file, ...rest, asOf: asOf ?? findNewest(shipments), shipments, issues: [...issues, ...noId] };
    } catch (error) {
      if (!(error instanceof ShipmentError)) throw error;
      const { format, encoding } = error;
      return { file, format, ...(encoding && { encoding }), asOf: null, shipments: [], issues: [error.issue] };
    }
  }
  return {
    readInSteps,
    read(file, bytes) {
      const steps = readInSteps(file, bytes);
      for (;;) {
        const { done, value } = steps.next();
        if (done) return value;
      }
    },
  };
}

interface Context {
  paths: PathFinder;
  places: PlaceResolver;
  times: readonly Time[];
  asOf: ReportedTime | null;
}

function* follow(reports: readonly Report[], file: string, context: Context): Generator<ReadingStep, Shipment[], void> {
  const retracted = findRetracted(reports);
  const groups = groupReports(reports, file);
  const shipments: Shipment[] = [];
  for (const group of groups) {
    yield { done: shipments.length, all: groups.length };
    dropUnusable(group, retracted);
    const hasEarlier = keepNewestTrip(group);
    const shipment = followShipment(group, context);
    const earlier: ShipmentIssue[] = hasEarlier
      ? [{ code: 'earlier-trip', params: { count: group.ignored['earlier-trip'] ?? 0 } }]
      : [];
    shipments.push({ ...shipment, issues: [...shipment.issues, ...earlier].map((issue) => ({ ...issue, shipment: group.id })) });
  }
  return shipments;
}

function findNewest(shipments: readonly Shipment[]): ReportedTime | null {
  const times = shipments.flatMap(({ last }) => (last ? [last] : []));
  return times.sort((a, b) => b.at - a.at)[0]?.time ?? null;
}
