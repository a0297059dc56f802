import { formatPair } from '../punctuation.ts';
import type { Translator } from '../translate.ts';

/** The words of a chart of what was open by year. */
export const describeYears = (tr: Translator) => ({
  axis: tr.t('year.chart'),
  labels: { known: tr.t('year.known'), unknown: tr.t('year.unknown') },
  formatNumber: (value: number) => tr.number(value),
  formatYear: (year: number) => tr.date(String(year)),
  formatTotal: (year: number, km: number) => formatPair(tr, tr.date(String(year)), tr.km(km)),
});
