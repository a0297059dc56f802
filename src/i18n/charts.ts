/** What the charts of a comparison say, in words of one language. */
import { getItemStyle } from '../core/compare/comparison-style.ts';
import { type ComparedRow, getHeadline } from '../core/compare/comparison.ts';
import { computeCountryRuns, computeSegments, type Split, type StripMark, type Strips, UNKNOWN } from '../core/compare/layout.ts';
import type { TimeDistance } from '../core/compare/time-distance.ts';
import type { Mode, Status } from '../core/dataset/model.ts';
import { INTERNATIONAL_WATERS } from '../core/measure/measure.ts';
import { formatEstimate } from './lengths.ts';
import { formatPair, joinParts, joinSentences } from './punctuation.ts';
import { formatSeries } from './times/times.ts';
import type { Translator } from './translate.ts';

interface Words {
  tr: Translator;
  /** Of a feature or a compared item. */
  getName(id: string): string;
}

/** Name of a part that bars are split into. */
function formatSplit(tr: Translator, split: Split, key: string): string {
  if (key === UNKNOWN) return tr.t('compare.unknown');
  switch (split) {
    case 'mode':
      return tr.t(`mode.${key as Mode}`);
    case 'status':
      return tr.t(`status.${key as Status}`);
    case 'country':
      return tr.country(key);
    case 'gauge':
      return key === '' ? tr.t('compare.noTrack') : tr.gauge(Number(key));
  }
}

const nameItem = (row: ComparedRow, { tr, getName }: Words) => ({
  slot: row.slot,
  text: row.text,
  name: getName(row.text),
  length: formatEstimate(tr, getHeadline(row)),
});

/** "A Baku – Kars, 826 km: rail 826 km.": what an item is, and what there is of it. */
const writeSentence = (tr: Translator, parts: readonly string[], what: string): string => {
  const label = joinParts(tr, parts);
  return tr.t('join.sentence', { text: what === '' ? label : formatPair(tr, label, what) });
};

/** Lengths as bars of parts, with all of it as sentences for those who do not see it. */
export function describeBars(rows: readonly ComparedRow[], split: Split, words: Words) {
  const { tr } = words;
  const bars = rows.map((row) => ({
    ...nameItem(row, words),
    ...getHeadline(row),
    segments: computeSegments(row, split).map((one) => ({ ...one, label: formatSplit(tr, split, one.key) })),
  }));
  const sentences = bars.map(({ slot, name, length, segments }) =>
    writeSentence(
      tr,
      [`${getItemStyle(slot).letter} ${name}`, length],
      tr.list(segments.map(({ label, km }) => `${label} ${tr.km(km)}`)),
    ),
  );
  return {
    description: joinSentences(tr, sentences),
    picture: {
      bars,
      formatKm: (km: number) => tr.km(km),
      formatRest: (parts: readonly string[]) => tr.t('chart.rest', { parts: tr.list(parts) }),
    },
  };
}

/** What a mark of a strip is, the longest words first. */
function labelMark({ kind, id }: StripMark, { breaks }: ComparedRow, { tr, getName }: Words): string[] {
  if (kind === 'border') return [tr.country(id)];
  const name = getName(id);
  const gauge = kind === 'gauge' && breaks.find(({ node }) => node === id);
  if (!gauge) return [name];
  const change = tr.t('gauge.mm', { gauge: tr.chain([tr.gauge(gauge.fromMm), tr.gauge(gauge.toMm)]) });
  return [joinParts(tr, [name, change]), name];
}

/** Routes as straight lines, with all of it as sentences for those who do not see it. */
export function describeStrips({ low, high, strips }: Strips, aligned: string | null, words: Words) {
  const { tr, getName } = words;
  const named = strips.map((strip) => {
    const item = nameItem(strip.row, words);
    const elsewhere = strip.aligned || aligned === null ? null : getName(aligned);
    const { letter } = getItemStyle(strip.row.slot);
    const note = elsewhere === null ? [] : [tr.t('compare.notThere', { letter, name: elsewhere })];
    return {
      ...strip,
      ...item,
      words: joinParts(tr, [item.name, item.length, ...note], 'dot'),
      countries: computeCountryRuns(strip.row)
        .filter(({ code }) => code !== INTERNATIONAL_WATERS)
        .map((run) => ({ ...run, name: tr.country(run.code) })),
      labels: strip.marks.map((mark) => labelMark(mark, strip.row, words)),
    };
  });
  const sentences = named.map(({ slot, name, length, marks, labels }) => {
    const along = marks.map(
      ({ km, kind }, i) =>
        `${tr.km(km)} ${tr.t(kind === 'gauge' ? 'node.gauge-change' : `node.${kind}`)} ${labels[i]?.[0] ?? ''}`,
    );
    return writeSentence(tr, [`${getItemStyle(slot).letter} ${name}`, length], joinParts(tr, along));
  });
  return {
    description: joinSentences(tr, sentences),
    picture: {
      low,
      high,
      strips: named,
      aligned: aligned === null ? null : getName(aligned),
      formatKm: (km: number) => tr.km(km),
      key: [
        { kind: 'port' as const, label: tr.t('node.port') },
        { kind: 'gauge' as const, label: tr.t('node.gauge-change') },
      ],
    },
  };
}

/** The words of a time–distance chart. */
export const describeTimes = (tr: Translator) => ({
  daysLabel: tr.t('time.days'),
  partsLabel: tr.t('time.parts'),
  formatKm: (km: number) => tr.km(km),
  formatNumber: (value: number) => tr.number(value),
  nameSeries({ series }: TimeDistance, i: number): string {
    const one = series[i];
    return one ? formatSeries(tr, one) : tr.t('time.kind.whole');
  },
});
