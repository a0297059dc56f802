/** Followed shipments in words. */
import type { ReportedTime } from '../core/shipments/events/event.ts';
import { formatTime as formatIso } from '../core/shipments/events/time.ts';
import type { ShipmentRow } from '../core/shipments/view/row.ts';
import type { Silence } from '../core/shipments/view/silence.ts';
import { formatTime } from './times.ts';
import type { Translator } from './translate.ts';

/** "14 November 2026, 08:00", and the zone where the file gives one; a local time is that of the clock at the place. */
export function formatReported(tr: Translator, time: ReportedTime): string {
  const iso = formatIso(time);
  const day = tr.date(iso.slice(0, 10));
  if (time.precision === 'day') return day;
  const zone = time.zone === 'local' ? '' : iso.endsWith('Z') ? ' UTC' : ` UTC${iso.slice(-6)}`;
  return `${day}, ${iso.slice(11, 16)}${zone}`;
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
