/** What files report of shipments: one type for every format. */
import type { Position } from '../../dataset/model.ts';
import type { IgnoredReason, ShipmentIssue, Where } from './issues.ts';

export type EventKind =
  | 'departed'
  | 'arrived'
  | 'passed'
  | 'loaded'
  | 'discharged'
  | 'transhipped'
  | 'gate-in'
  | 'gate-out'
  | 'handover'
  | 'customs'
  | 'stopped'
  | 'position'
  | 'other';

/** Happened, expected, planned. */
export type Classifier = 'ACT' | 'EST' | 'PLN';

export interface ReportedTime {
  /** Milliseconds since 1970; of a `local` time those of its clock read as UTC. */
  ms: number;
  /** `given`: with an offset; `local`: the clock at the place, never converted. */
  zone: 'given' | 'local';
  /** Minutes east of UTC; only of a `given` time. */
  offset: number;
  /** A `day` has no time of day. */
  precision: 'minute' | 'day';
}

export type TransportMode = 'rail' | 'sea' | 'road';

export interface ReportedPlace {
  /** As the file writes it, the best of name and code. */
  text: string;
  name?: string;
  locode?: string;
  esr?: string;
  /** A code of a register that is not open: only the reader's own table can place it. */
  closedCode?: string;
  /** ISO 3166-1 alpha-2. */
  country?: string;
  lonLat?: Position;
  mode?: TransportMode;
}

export interface ReportedEvent {
  kind: EventKind;
  /** Null where the format should have one and has not. */
  classifier: Classifier | null;
  place: ReportedPlace | null;
  time: ReportedTime | null;
}

/** One row, message or event of a file. */
export interface Report {
  where: Where;
  /** As written; null where the file has no column for it. */
  id: string | null;
  idKind?: 'container' | 'wagon';
  /** Absent where the row only says that the shipment exists. */
  event?: ReportedEvent;
  /** Why the event cannot count, where its reader knows. */
  ignored?: IgnoredReason;
  origin?: ReportedPlace;
  destination?: ReportedPlace;
  waybill?: string;
  /** The file's own figures. */
  kmLeft?: number;
  forecastDays?: number;
  due?: ReportedTime;
  empty?: boolean;
  eventId?: string;
  created?: ReportedTime;
  /** Id of the event that this one takes back. */
  retracts?: string;
  /** Equal in reports that say the same in every column. */
  key?: string;
}

/** What a reader of a format makes of a file. */
export interface ReadReports {
  format: string;
  encoding?: string;
  /** The file's own date. */
  asOf?: ReportedTime;
  reports: Report[];
  issues: ShipmentIssue[];
}
