/** Words for what a rule evaluates. */
import { COUNTS } from '../core/claims/finding.ts';
import type { PathConditions } from '../core/claims/path-conditions.ts';
import { MODES, type Status, STATUSES } from '../core/dataset/model.ts';
import type { Translator } from './translate.ts';
import { joinParts } from './punctuation.ts';

/** "Rail + Sea · open today": what a path may consist of. */
export function formatConditions(tr: Translator, { modes, statuses, avoidCountries }: PathConditions): string {
  const some = modes && modes.length < MODES.length;
  return joinParts(
    tr,
    [
      some ? modes.map((mode) => tr.t(`mode.${mode}`)).join(' + ') : tr.t('claims.anyMode'),
      formatStatuses(tr, statuses ?? STATUSES),
      ...(avoidCountries ? [tr.t('claims.without', { countries: tr.list(avoidCountries.map(tr.country)) })] : []),
    ],
    'dot',
  );
}

function formatStatuses(tr: Translator, statuses: readonly Status[]): string {
  if (statuses.every((status) => status === 'open')) return tr.t('claims.openToday');
  if (statuses.length === STATUSES.length) return tr.t('claims.anyStatus');
  return statuses.includes('closed') ? tr.list(statuses.map((status) => tr.t(`status.${status}`))) : tr.t('claims.alsoPlanned');
}

/** What is counted, in the words of a route's page. */
export const COUNT_KEYS = {
  borderCrossings: 'claims.borderCrossings',
  gaugeBreaks: 'claims.gaugeBreaks',
  modeChanges: 'claims.modeChanges',
} as const satisfies Record<(typeof COUNTS)[number], string>;
