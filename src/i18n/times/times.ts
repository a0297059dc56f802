/** Published times as words. */
import type { Duration, PlacedTime, TimeSeries } from '../../core/compare/time-distance.ts';
import type { Time } from '../../core/dataset/schema/context/times.ts';
import { formatFigure } from '../figures.ts';
import { addAside, joinParts } from '../punctuation.ts';
import type { Translator } from '../translate.ts';

type Words = Parameters<typeof formatFigure>[1];

const write = (tr: Translator, low: number | null, high: number | null, unit: string): string => {
  const limits =
    low !== null && low === high ? { value: low } : { ...(low !== null && { min: low }), ...(high !== null && { max: high }) };
  return formatFigure(tr, { ...limits, unit } as Words);
};

/** A time in the unit of its source, such as "at most 24 h". */
export const formatTime = (tr: Translator, { low, high, unit }: Pick<Time, 'low' | 'high' | 'unit'>): string =>
  write(tr, low ?? null, high ?? null, unit);

/** Days, rounded to tenths. */
export function formatDays(tr: Translator, { low, high }: Duration): string {
  const round = (days: number | null) => (days === null ? null : Math.round(days * 10) / 10);
  return write(tr, round(low), round(high), 'd');
}

/** What may be added up: one kind of figure of one year. */
export const formatSeries = (tr: Translator, { basis, year }: Pick<TimeSeries, 'basis' | 'year'>): string =>
  tr.t('time.series', { basis: tr.t(`time.basis.${basis}`), year: tr.date(year) });

/** Where a time belongs to: its two ends, its place or its route. */
export function formatTimePlace(tr: Translator, { from, to, node, route }: Time, getName: (id: string) => string): string {
  if (from && to) return tr.t('time.place', { from: getName(from), to: getName(to) });
  const id = node ?? route;
  return id ? getName(id) : '';
}

/** Basis and year, and that a figure is of the other direction. */
export const formatTimeBasis = (tr: Translator, { time, reversed }: Pick<PlacedTime, 'time' | 'reversed'>): string =>
  joinParts(tr, [formatSeries(tr, { basis: time.basis, year: time.when.slice(0, 4) }), reversed ? tr.t('time.reversed') : '']);

/** "At most 24 h (2023)": a published time with the year that it was published of. */
export const formatDatedTime = (tr: Translator, time: Time): string =>
  addAside(tr, formatTime(tr, time), [tr.date(time.when.slice(0, 4))]);
