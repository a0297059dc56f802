/** Reports to shipments: one for each number, and of a number with two waybills the newest trip. */
import type { Report } from '../events/event.ts';
import { parseIdentifier } from '../events/identifiers.ts';
import type { IgnoredReason } from '../events/issues.ts';

export interface ShipmentReports {
  id: string;
  idKind: 'container' | 'wagon' | 'file' | 'other';
  isValid: boolean;
  reports: Report[];
  /** Events that were read and do not count, by reason. */
  ignored: Partial<Record<IgnoredReason, number>>;
}

/** Name of a file without its folder and ending. */
const nameFile = (file: string): string => file.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');

/** @param file its name, for reports that name no container or wagon */
export function groupReports(reports: readonly Report[], file: string): ShipmentReports[] {
  const groups = new Map<string, ShipmentReports>();
  for (const report of reports) {
    // What takes an event back may name its event only.
    if (report.id === null && report.retracts) continue;
    const parsed = report.id === null ? null : parseIdentifier(report.id);
    const id = parsed?.id ?? nameFile(file);
    const group = groups.get(id);
    if (group) group.reports.push(report);
    else {
      const idKind = parsed ? (parsed.kind === 'other' ? (report.idKind === 'wagon' ? 'wagon' : 'other') : parsed.kind) : 'file';
      groups.set(id, { id, idKind, isValid: parsed?.isValid ?? true, reports: [report], ignored: {} });
    }
  }
  return [...groups.values()];
}

/** Reasons that spoil an event, but not what its row says of the shipment. */
const ROW_REASONS: readonly IgnoredReason[] = ['bad-coordinates', 'bad-time', 'no-place', 'no-time', 'null-island'];

/** Sets aside what does not count, each with its reason. */
function dropReports(group: ShipmentReports, find: (report: Report) => IgnoredReason | null): void {
  group.reports = group.reports.flatMap((report) => {
    const reason = find(report);
    if (!reason) return [report];
    const { event, ...rest } = report;
    if (event) group.ignored[reason] = (group.ignored[reason] ?? 0) + 1;
    return ROW_REASONS.includes(reason) ? [rest] : [];
  });
}

/** Drops what readers found unusable, duplicates, what was taken back and what was said anew. */
export function dropUnusable(group: ShipmentReports, retracted: ReadonlySet<string>): void {
  dropReports(group, ({ eventId, retracts, ignored }) =>
    retracts || (eventId !== undefined && retracted.has(eventId)) ? 'retracted' : (ignored ?? null),
  );
  const newest = new Map<string, Report>();
  for (const report of group.reports) {
    const other = report.eventId === undefined ? undefined : newest.get(report.eventId);
    if (report.eventId !== undefined && (report.created?.ms ?? 0) >= (other?.created?.ms ?? 0))
      newest.set(report.eventId, report);
  }
  const seen = new Set<string>();
  dropReports(group, ({ key, eventId, event, where }) => {
    if (key !== undefined && seen.has(key)) return 'duplicate';
    if (key !== undefined && event) seen.add(key);
    const last = eventId === undefined ? undefined : newest.get(eventId);
    return last && last.where !== where ? 'superseded' : null;
  });
}

/** The ids of events that a file takes back. */
export const findRetracted = (reports: readonly Report[]): Set<string> =>
  new Set(reports.flatMap(({ retracts }) => retracts ?? []));

/** Two waybills, or ends turned round, are two trips: keeps the one with the newest event. */
export function keepNewestTrip(group: ShipmentReports): boolean {
  const first = group.reports.find(({ origin, destination }) => origin && destination);
  const getTrip = ({ waybill, origin, destination }: Report): string => {
    if (waybill) return waybill;
    const isBack =
      first && origin && destination && origin.text === first.destination!.text && destination.text === first.origin!.text;
    return isBack ? 'back' : '';
  };
  const newest = new Map<string, number>();
  for (const report of group.reports) {
    const trip = getTrip(report);
    const isActual = report.event?.classifier === 'ACT';
    newest.set(trip, Math.max(newest.get(trip) ?? -Infinity, isActual ? report.event!.time!.ms : -Infinity));
  }
  const named = [...newest].filter(([trip]) => trip !== '' || !group.reports.some(({ waybill }) => waybill));
  if (named.length < 2) return false;
  const [kept] = named.sort(([, a], [, b]) => b - a)[0]!;
  dropReports(group, (report) =>
    [kept, ''].includes(getTrip(report)) && !(kept !== '' && getTrip(report) === 'back') ? null : 'earlier-trip',
  );
  return true;
}
