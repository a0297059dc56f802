/** The steps of a route as sentences. */
import { getText } from '../core/dataset/dataset.ts';
import type { Step } from '../core/measure/itinerary.ts';
import type { Translator } from './translate.ts';
import { formatPair, joinSentences } from './punctuation.ts';

/** One sentence, or two, for a step; `getName` gives the name of a node in the language of the translator. */
export function formatStep(tr: Translator, step: Step, getName: (id: string) => string): string {
  switch (step.type) {
    case 'start':
      return tr.t('way.start', { name: getName(step.node) });
    case 'end':
      return tr.t('way.end', { name: getName(step.node), km: tr.km(step.km) });
    case 'border': {
      const params = { from: tr.country(step.from), to: tr.country(step.to), at: tr.number(step.km, 0) };
      return step.bySea ? tr.t('way.borderSea', params) : tr.t('way.border', params);
    }
    case 'gauge':
      return tr.t('way.gaugeBreak', {
        name: getName(step.node),
        at: tr.number(step.km, 0),
        from: tr.gauge(step.fromMm),
        to: tr.gauge(step.toMm),
      });
    case 'change':
      return tr.t('way.change', {
        name: getName(step.node),
        at: tr.number(step.km, 0),
        from: tr.t(`mode.${step.from}`),
        to: tr.t(`mode.${step.to}`),
      });
    case 'ride': {
      const ride = tr.t('way.ride', {
        mode: tr.t(`mode.${step.mode}`),
        from: getName(step.from),
        to: getName(step.to),
        km: tr.km(step.km),
        status: tr.t(`status.${step.status}`).toLocaleLowerCase(tr.lang),
        gauge: step.gaugeMm === null ? '' : tr.t('way.gauge', { gauge: tr.gauge(step.gaugeMm) }),
      });
      return joinSentences(tr, [
        ride,
        ...(step.through.length > 0 ? [tr.t('way.through', { names: tr.list(step.through.map(getName)) })] : []),
        ...(step.disruption ? [formatDisruption(tr, step.disruption)] : []),
      ]);
    }
  }
}

function formatDisruption(
  tr: Translator,
  { effect, since, note }: NonNullable<Extract<Step, { type: 'ride' }>['disruption']>,
): string {
  return formatPair(tr, tr.t(`disruption.${effect}`, { date: tr.date(since) }), getText(tr.lang, note));
}
