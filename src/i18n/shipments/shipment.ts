/** Followed shipments in words. */
import type { ReportedTime } from '../../core/shipments/events/event.ts';
import { formatTime as formatIso, parseOffset } from '../../core/shipments/events/time.ts';
import type { ShipmentRow } from '../../core/shipments/view/row.ts';
import type { Silence } from '../../core/shipments/view/silence.ts';
import type { ShipmentRole } from '../../core/style/shipment.ts';
import type { Key } from '../dictionaries/en.ts';
import { formatTime } from '../times/times.ts';
import { addSign, writeDigits } from '../punctuation.ts';
import type { Translator } from '../translate.ts';

/** What the things are called that the map draws of a shipment. */
export const ROLE_WORDS: Readonly<Record<ShipmentRole, Key>> = {
  done: 'shipment.figure.done',
  ahead: 'shipment.figure.left',
  position: 'shipment.figure.last',
  estimate: 'shipment.figure.estimate',
};

/** How far the clock of an ISO time is from UTC. */
function formatZone(tr: Translator, iso: string): string {
  if (iso.endsWith('Z')) return tr.t('shipment.zone', { offset: '' }).trim();
  const offset = addSign(tr, 1, writeDigits(tr, iso.slice(-5)));
  return tr.t('shipment.zone', { offset: iso.at(-6) === '-' ? offset.replace('+', '−') : offset });
}

/** "14 November 2026, 08:00", and the zone where the file gives one; a local time is that of the clock at the place. */
export function formatReported(tr: Translator, time: ReportedTime): string {
  const iso = formatIso(time);
  const day = tr.date(iso.slice(0, 10));
  if (time.precision === 'day') return day;
  const clock = writeDigits(tr, iso.slice(11, 16));
  return tr.t('shipment.moment', { day, time: time.zone === 'local' ? clock : `${clock} ${formatZone(tr, iso)}` });
}

/** The same of a time as `formatTime` of the reports writes it, told as it stands. */
export function formatReportedText(tr: Translator, text: string): string {
  if (text.length === 10) return tr.date(text);
  const isLocal = /T\d\d:\d\d(:\d\d)?$/.test(text);
  const ms = Date.parse(isLocal ? `${text}Z` : text);
  const offset = isLocal ? 0 : (parseOffset(/(?:Z|[+-]\d\d:\d\d)$/.exec(text)?.[0] ?? '') ?? 0);
  return Number.isNaN(ms) ? text : formatReported(tr, { ms, zone: isLocal ? 'local' : 'given', offset, precision: 'minute' });
}

/** "PLN 2026-11-10T06:00:00+05:00" in words; a time alone is what the file wants. */
export function formatExpected(tr: Translator, against: string): string {
  const [first = '', time] = against.split(' ');
  if (time === undefined) return formatReportedText(tr, first);
  return `${tr.t(first === 'PLN' ? 'shipment.classifier.PLN' : 'shipment.classifier.EST')} ${formatReportedText(tr, time)}`;
}

/** A moment of this computer or of a replay, told in UTC. */
export const formatMoment = (tr: Translator, ms: number): string =>
  formatReported(tr, { ms, zone: 'given', offset: 0, precision: 'minute' });

/** Hours, or days from two days on. */
export function formatHours(tr: Translator, hours: number): string {
  const [value, unit] = hours < 48 ? ([hours, 'h'] as const) : ([Math.round(hours / 2.4) / 10, 'd'] as const);
  return formatTime(tr, { low: value, high: value, unit });
}

export function formatSilence(tr: Translator, { hours, usualHours, of }: Silence): string {
  return tr.t(of === 'shipment' ? 'shipment.silent' : 'shipment.silentFile', {
    hours: formatHours(tr, hours),
    usual: formatHours(tr, usualHours),
  });
}

/** Where and when a shipment was last reported. */
export function formatLastReport(
  tr: Translator,
  { time, place, node, hasLeft }: ShipmentRow,
  getName: (id: string) => string,
): string {
  if (!time) return tr.t('shipment.notReported');
  const params = { place: node === null ? place : getName(node), time: formatReported(tr, time) };
  return tr.t(hasLeft ? 'shipment.leftAt' : 'shipment.at', params);
}
