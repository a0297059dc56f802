/** Words for what a rule weighs. */
import { COUNTS } from '../../core/claims/finding.ts';
import { MODES, STATUSES, type WayConditions } from '../../core/model.ts';
import type { Translator } from '../../i18n/translate.ts';

/** "Rail and Sea · Open": what a way may be made of. */
export function conditionsText(tr: Translator, { modes, statuses, avoidCountries }: WayConditions): string {
  const all = <T>(some: readonly T[] | undefined, whole: readonly T[]) => !some || some.length === whole.length;
  return [
    all(modes, MODES) ? tr.t('claims.anyMode') : tr.list((modes ?? []).map((mode) => tr.t(`mode.${mode}`))),
    all(statuses, STATUSES) ? tr.t('claims.anyStatus') : tr.list((statuses ?? []).map((status) => tr.t(`status.${status}`))),
    ...(avoidCountries ? [tr.t('claims.without', { countries: tr.list(avoidCountries.map(tr.country)) })] : []),
  ].join(' · ');
}

/** What is counted, by the words that a route's page has for it. */
export const COUNT_KEYS = {
  borderCrossings: 'claims.borderCrossings',
  gaugeBreaks: 'claims.gaugeBreaks',
  modeChanges: 'claims.modeChanges',
} as const satisfies Record<(typeof COUNTS)[number], string>;
