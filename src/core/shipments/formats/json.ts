/** JSON of DCSA and EPCIS, in lists, wrappers and alone; one file may mix them. */
import type { ReadReports, Report, ReportedTime } from '../events/event.ts';
import { ShipmentError, type ShipmentIssue } from '../events/issues.ts';
import { parseTime } from '../events/time.ts';
import { readDcsaEvent } from './dcsa.ts';
import { isEpcisEvent, readEpcisEvent } from './epcis.ts';

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Wrappers that the standards have, and what lies in them. */
const LISTS = ['events', 'eventList'] as const;
const WRAPPERS = ['epcisBody', 'queryResults', 'resultsBody', 'EPCISDocument', 'EPCISQueryDocument'] as const;
/** Wrappers in wrappers; deeper there is nothing of the standards. */
const MOST_DEPTH = 8;

function* findEvents(value: unknown, path: string, depth = 0): Generator<{ event: Json; path: string }> {
  if (depth > MOST_DEPTH) return;
  if (Array.isArray(value)) {
    for (const [i, one] of value.entries()) yield* findEvents(one, `${path}[${i}]`, depth + 1);
    return;
  }
  if (!isObject(value)) return;
  const inner = [...LISTS, ...WRAPPERS].find((name) => isObject(value[name]) || Array.isArray(value[name]));
  if (inner) yield* findEvents(value[inner], `${path}.${inner}`, depth + 1);
  else yield { event: value, path };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const format = guessFormat(text);
    // Half a list may lack the newest event, so nothing of it is used.
    const isCut = !/[\]}]\s*$/.test(text) || /end of (?:JSON|data|the)|unterminated/i.test(error.message);
    throw new ShipmentError({ code: isCut ? 'truncated' : 'wrong-structure' }, format, error);
  }
}

function guessFormat(text: string): string {
  if (/"eventClassification"/.test(text)) return 'dcsa-3.0';
  if (/"metadata"/.test(text) && /"payload"/.test(text)) return 'dcsa-3.0-beta';
  if (/"eventType"/.test(text)) return 'dcsa-2.2';
  return /"(?:ObjectEvent|AggregationEvent|EPCISDocument)"|"@context"/.test(text) ? 'epcis-2.0' : 'unknown';
}

/**
 * Reads events of DCSA Track & Trace 2.2 and 3 and of EPCIS 2.0. The context of JSON-LD is never fetched.
 *
 * @throws ShipmentError `truncated`, `wrong-structure`, `not-a-shipment-file`, `empty`
 */
export function readJson(text: string): ReadReports {
  const json = parse(text);
  const reports: Report[] = [];
  const issues: ShipmentIssue[] = [];
  let format: string | null = null;
  for (const { event, path } of findEvents(json, '$')) {
    const read = isEpcisEvent(event) ? { format: 'epcis-2.0', reports: readEpcisEvent(event, path) } : readDcsaEvent(event, path);
    if (read) {
      format ??= read.format;
      reports.push(...read.reports);
    } else issues.push({ code: 'wrong-structure', where: { path } });
  }
  if (reports.length === 0) {
    if (format) throw new ShipmentError({ code: 'empty' }, format);
    const guess = guessFormat(text);
    if (guess === 'unknown') throw new ShipmentError({ code: 'not-a-shipment-file' });
    throw new ShipmentError(issues[0] ?? { code: 'empty' }, guess);
  }
  const asOf = findCreation(json) ?? findNewest(reports);
  return { format: format ?? 'unknown', ...(asOf && { asOf }), reports, issues };
}

/** The date that a document of EPCIS gives itself. */
function findCreation(json: unknown): ReportedTime | null {
  const date = isObject(json) ? json.creationDate : undefined;
  return typeof date === 'string' ? parseTime(date) : null;
}

/** The newest stamp of the events of DCSA. */
function findNewest(reports: readonly Report[]): ReportedTime | null {
  let newest: Report | null = null;
  for (const report of reports) if ((report.created?.ms ?? -Infinity) > (newest?.created?.ms ?? -Infinity)) newest = report;
  return newest?.created ?? null;
}
