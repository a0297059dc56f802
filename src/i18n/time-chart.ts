/** A time–distance chart in words: what its lines are, and what is not known. */
import type { PlacedTime, TimeDistance, TimeSeries } from '../core/compare/time-distance.ts';
import { formatDays, formatSeries, formatTime, formatTimeBasis, formatTimePlace } from './times.ts';
import type { Translator } from './translate.ts';

/** What a line adds up, and for how much of the path. */
export function formatKnown(tr: Translator, series: TimeSeries, { row }: TimeDistance): string {
  const words = { series: formatSeries(tr, series), time: formatDays(tr, series.known) };
  if (series.coveredKm === 0) return tr.t('time.knownStops', words);
  return tr.t('time.known', { ...words, km: tr.km(series.coveredKm), whole: tr.km(row.drawnKm) });
}

/** A figure from door to door. */
export const formatWhole = (tr: Translator, one: PlacedTime, getName: (id: string) => string): string =>
  `${tr.t('time.kind.whole')}, ${formatTimePlace(tr, one.time, getName)}: ${formatTime(tr, one.time)} (${formatTimeBasis(tr, one)})`;

/** What nobody has published: parts of the path, and waits. */
export function formatUnknown(tr: Translator, { gaps, stops }: TimeDistance): string[] {
  const parts = gaps.map(({ fromKm, toKm }) => `${tr.number(fromKm, 0)}–${tr.km(toKm)}`);
  return [
    ...(parts.length > 0 ? [tr.t('time.gaps', { parts: tr.list(parts) })] : []),
    ...(stops.length > 0
      ? [tr.t('time.stops', { n: tr.number(stops.filter(({ timed }) => timed).length), all: tr.number(stops.length) })]
      : []),
  ];
}
