/** What closing a place or section costs, as one line. */
import type { MoreDays, UnknownDays } from '../core/compare/without-days.ts';
import type { Without } from '../core/routing/without.ts';
import { addAside, addSign, joinParts } from './punctuation.ts';
import { formatDays, formatSeries } from './times/times.ts';
import type { Translator } from './translate.ts';

/** "+764 km (+690 to +840)". */
function formatMoreKm(tr: Translator, km: number, bounds: Without['bounds'] | undefined): string {
  if (tr.km(km) === tr.km(0)) return tr.t('without.sameLength');
  const more = addSign(tr, km, tr.km(km));
  if (!bounds || bounds.low === bounds.high) return more;
  const digits = Math.abs(km) < 100 ? 1 : 0;
  const [low, high] = [bounds.low, bounds.high].map((bound) => addSign(tr, bound, tr.number(bound, digits)));
  return addAside(tr, more, [tr.t('compare.between', { low: low ?? '', high: high ?? '' })]);
}

/**
 * "+764 km (+690 to +840), border crossings +1, the same number of breaks of gauge, days not known: …", or that there is no way; and how much of the
 * way round is disrupted itself.
 *
 * @param getName name of a node
 */
export function formatWithout(
  tr: Translator,
  {
    km,
    bounds,
    borders,
    gaugeBreaks,
    disruptedKm,
  }: Pick<Without, 'km' | 'borders' | 'gaugeBreaks' | 'disruptedKm'> & Partial<Pick<Without, 'bounds'>>,
  days: MoreDays | UnknownDays | null,
  getName: (id: string) => string,
): string {
  if (km === null || borders === null || gaugeBreaks === null) return tr.t('without.noPath');
  const count = (n: number) => ({ n: addSign(tr, n, tr.number(n)) });
  const more = joinParts(tr, [
    formatMoreKm(tr, km, bounds),
    // A bare nought would read as no borders at all.
    borders === 0 ? tr.t('without.sameBorders') : tr.t('without.borders', count(borders)),
    gaugeBreaks === 0 ? tr.t('without.sameGauges') : tr.t('without.gauges', count(gaugeBreaks)),
    formatMoreDays(tr, days, getName),
  ]);
  return joinParts(tr, [more, disruptedKm > 0 ? tr.t('without.disrupted', { km: tr.km(disruptedKm) }) : ''], 'semicolon');
}

function formatMoreDays(tr: Translator, days: MoreDays | UnknownDays | null, getName: (id: string) => string): string {
  if (!days) return tr.t('without.daysUnknown');
  if ('unknown' in days) {
    return tr.t(`without.daysUnknown.${days.unknown}`, { from: getName(days.from), to: getName(days.to) });
  }
  return tr.t('without.days', {
    days: addSign(tr, days.more.low ?? 0, formatDays(tr, days.more)),
    series: formatSeries(tr, days),
  });
}
