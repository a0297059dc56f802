/** A time–distance chart in words: what its lines are, and what is not known. */
import type { PlacedTime, TimeDistance, TimeGap, TimeSeries } from '../../core/compare/time-distance.ts';
import { formatDays, formatSeries, formatTime, formatTimeBasis, formatTimePlace } from './times.ts';
import { addAside, formatPair, joinParts } from '../punctuation.ts';
import type { Translator } from '../translate.ts';

type GetName = (id: string) => string;

/** What a line adds up, and for how much of the path. */
function formatKnown(tr: Translator, series: TimeSeries, { km: whole }: Pick<TimeDistance, 'km'>): string {
  const words = { series: formatSeries(tr, series), time: formatDays(tr, series.known) };
  if (series.coveredKm === 0) return tr.t('time.knownStops', words);
  if (series.coveredKm === whole) return tr.t('time.knownAll', words);
  return tr.t('time.known', { ...words, km: tr.km(series.coveredKm), whole: tr.km(whole) });
}

/** A figure from door to door. */
const formatWhole = (tr: Translator, one: PlacedTime, getName: GetName): string =>
  formatPair(
    tr,
    joinParts(tr, [tr.t('time.kind.whole'), formatTimePlace(tr, one.time, getName)]),
    addAside(tr, formatTime(tr, one.time), [formatTimeBasis(tr, one)]),
  );

/** All that is known of a path, a line each. */
export const listKnown = (tr: Translator, chart: TimeDistance, getName: GetName): string[] => [
  ...chart.series.map((one) => formatKnown(tr, one, chart)),
  ...chart.whole.map((one) => formatWhole(tr, one, getName)),
];

/** Lines that a small space has room for. */
const MOST_LINES = 2;

/** What is known of most of a path: figures of all of it from door to door, else the sums that cover most; none is added to another. */
export function listMainTimes(tr: Translator, chart: TimeDistance, getName: GetName): string[] {
  const whole = chart.whole.filter(({ fromKm, toKm }) => fromKm === 0 && toKm === chart.km);
  const series = chart.series.toSorted((a, b) => b.coveredKm - a.coveredKm || b.year.localeCompare(a.year));
  return [
    ...whole.toSorted((a, b) => b.time.when.localeCompare(a.time.when)).map((one) => formatWhole(tr, one, getName)),
    ...series.map((one) => formatKnown(tr, one, chart)),
  ].slice(0, MOST_LINES);
}

/** What nobody has published: parts of the path, and waits. */
export function formatUnknown(tr: Translator, { gaps, stops, km }: TimeDistance, getName: GetName): string[] {
  const parts = gaps.map((gap) => formatGap(tr, gap, getName));
  const isAll = gaps.some(({ fromKm, toKm }) => fromKm === 0 && toKm === km);
  return [
    ...(isAll ? [tr.t('time.gapsAll')] : parts.length > 0 ? [tr.t('time.gaps', { parts: tr.list(parts) })] : []),
    ...(stops.length > 0
      ? [tr.t('time.stops', { n: tr.number(stops.filter(({ timed }) => timed).length), all: tr.number(stops.length) })]
      : []),
  ];
}

function formatGap(tr: Translator, { fromKm, toKm, from, to }: TimeGap, getName: GetName): string {
  // A section may begin between two nodes, where an id is made up.
  const name = (id: string | null, km: number) =>
    id === null || id.includes('@') ? tr.t('section.point', { km: tr.number(km, 0) }) : getName(id);
  return addAside(tr, tr.t('time.place', { from: name(from, fromKm), to: name(to, toKm) }), [tr.km(toKm - fromKm)]);
}
