/** Figures of the file itself, beside ours: kilometres left, forecasts, the day by which the railway must deliver. */
import type { ShipmentIssue } from '../events/issues.ts';
import { formatTime } from '../events/time.ts';
import type { ShipmentReports } from './group.ts';
import { getNode, type PlacedEvent } from './history.ts';
import type { PathFinder } from './paths.ts';
import type { Ways } from './ways.ts';

/** A file's kilometres differ from ours where they are off by more than this share and more than so many kilometres. */
const SHARE = 0.1;
const KM = 50;

export interface FileFigures {
  fileKmLeft: number | null;
  fileForecast: { days: number } | { node: string | null; time: string; classifier: string } | null;
}

/** The newest row speaks; older ones of other places do not. */
export function readFileFigures(
  { reports }: ShipmentReports,
  history: readonly PlacedEvent[],
  last: PlacedEvent | null,
): FileFigures {
  const newest = last?.report ?? reports.at(-1);
  const next = history.find((event) => event.classifier !== 'ACT' && event.kind === 'arrived' && (!last || event.at > last.at));
  const estimate = next && { node: getNode(next), time: formatTime(next.time), classifier: next.classifier ?? '' };
  return {
    fileKmLeft: newest?.kmLeft ?? null,
    fileForecast: newest?.forecastDays === undefined ? (estimate ?? null) : { days: newest.forecastDays },
  };
}

/** Tells where the file's kilometres fit none of the ways ahead. */
export function compareKilometres(paths: PathFinder, { fileKmLeft }: FileFigures, ways: Ways): ShipmentIssue[] {
  const { left, destination, placed } = ways;
  if (fileKmLeft === null || !left || !destination) return [];
  const node = getNode(placed.at(-1) ?? { spot: null }) ?? ways.origin;
  const isOff = (km: number): boolean => Math.abs(fileKmLeft - km) > Math.max(KM, km * SHARE);
  if (!isOff(left.km) || !node || !paths.findLengths(node, destination).every(isOff)) return [];
  return [{ code: 'km-left-differs', params: { file: fileKmLeft, ours: Math.round(left.km) } }];
}

/** A way done much longer than the shortest one of the whole. */
export function findDetour(paths: PathFinder, { origin, destination, done }: Ways): ShipmentIssue[] {
  const MOST = 1.5;
  if (!origin || !destination || origin === destination || !done) return [];
  const whole = paths.find({ node: origin }, { node: destination });
  if (!whole || done.km <= whole.km * MOST) return [];
  return [{ code: 'detour', params: { done: Math.round(done.km), whole: Math.round(whole.km) } }];
}

/** The last report comes after the day by which the railway must have delivered. */
export function findPastDue(last: PlacedEvent | null): ShipmentIssue[] {
  const due = last?.report.due;
  const DAY = due?.precision === 'day' ? 86_400_000 : 0;
  if (!last || !due || last.time.ms <= due.ms + DAY) return [];
  const hours = Math.round((last.time.ms - due.ms - DAY) / 3_600_000);
  return [{ code: 'late', where: last.report.where, params: { value: last.place.text, hours, against: formatTime(due) } }];
}
