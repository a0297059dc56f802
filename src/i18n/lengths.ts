/** Estimated lengths in words. */
import type { LengthModel } from '../core/dataset/schema/length-model.ts';
import type { LinkProperties, RouteProperties } from '../core/dataset/model.ts';
import { type Estimate, type LengthEstimate, readEstimate } from '../core/measure/estimate.ts';
import { addAside } from './punctuation.ts';
import type { Translator } from './translate.ts';

/** "822–850": the bounds of an interval. */
export function formatInterval(tr: Translator, { km, low, high }: Estimate): string {
  const digits = km < 100 ? 1 : 0;
  return tr.t('length.interval', { low: tr.number(low, digits), high: tr.number(high, digits) });
}

/** "826 km (822–850)": the estimate, and the bounds of its interval where there are any. */
export function formatEstimate(tr: Translator, estimate: Estimate): string {
  const { km, low, high } = estimate;
  return low === high ? tr.km(km) : addAside(tr, tr.km(km), [formatInterval(tr, estimate)]);
}

/** The length to quote of a link or route of the dataset: the estimate, or what is measured where there is none. */
export function formatLength(tr: Translator, of: RouteProperties | LinkProperties): string {
  const estimate = readEstimate(of);
  return estimate ? formatEstimate(tr, estimate) : tr.km(of.drawnKm);
}

/** How an estimate was computed, in sentences. */
export function explainEstimate(tr: Translator, estimate: LengthEstimate, model: LengthModel | null): string[] {
  const { sections, publishedShare, kinds } = estimate;
  return [
    ...(sections.length > 0 ? [tr.t('estimate.published', { share: tr.percent(publishedShare), n: sections.length })] : []),
    ...kinds.map(({ kind, km, factor, sections: n, pooled }) =>
      tr.t(pooled ? 'estimate.pooled' : 'estimate.kind', {
        km: tr.km(km),
        kind: tr.t(`lineKind.${kind}`),
        factor: tr.number(factor, 3),
        n,
      }),
    ),
    ...(model ? [tr.t('estimate.method', { level: tr.percent(model.level) })] : []),
  ];
}
