/** What closing a place or section costs, as one line. */
import type { MoreDays } from '../core/compare/without-days.ts';
import type { Without } from '../core/routing/without.ts';
import { formatDays, formatSeries } from './times.ts';
import type { Translator } from './translate.ts';

const sign = (value: number, text: string): string => (value > 0 ? `+${text}` : text.replace('-', '−'));

/** "+764 km, border crossings +1, changes of gauge 0, days not known", or that there is no way. */
export function formatWithout(
  tr: Translator,
  { km, borders, gaugeBreaks }: Pick<Without, 'km' | 'borders' | 'gaugeBreaks'>,
  days: MoreDays | null,
): string {
  if (km === null || borders === null || gaugeBreaks === null) return tr.t('without.noPath');
  return tr.t('without.more', {
    km: sign(km, tr.km(km)),
    borders: sign(borders, tr.number(borders)),
    gauges: sign(gaugeBreaks, tr.number(gaugeBreaks)),
    days: days
      ? tr.t('without.days', { days: sign(days.more.low ?? 0, formatDays(tr, days.more)), series: formatSeries(tr, days) })
      : tr.t('without.daysUnknown'),
  });
}
