import type { Figure } from '../dataset/model.ts';
import type { Time } from '../dataset/schema/context/times.ts';
import type { TimeDistance } from './time-distance.ts';

/** The times that a chart shows. */
export const listTimes = ({ series, whole, unplaced }: TimeDistance): Time[] => [
  ...[...series.flatMap(({ times }) => times), ...whole].map(({ time }) => time),
  ...unplaced,
];

/** True where one of these times is the same figure of the same source, so that it need not be said twice. */
export const isAmongTimes = ({ value, min, max, unit, sources }: Figure, times: readonly Time[]): boolean =>
  times.some(
    (time) =>
      time.unit === unit &&
      time.low === (min ?? value) &&
      time.high === (max ?? value) &&
      time.sources.some((source) => sources.includes(source)),
  );
