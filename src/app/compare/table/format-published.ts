import { getText } from '../../../core/dataset/dataset.ts';
import type { PublishedLengthMatch, Span } from '../../../core/measure/published-lengths.ts';
import type { Translator } from '../../../i18n/translate.ts';
import { joinParts } from '../../../i18n/punctuation.ts';

/** One length, or the lowest and the highest. */
export function formatSpan(tr: Translator, { low, high }: Span): string {
  return low === high ? tr.km(low) : tr.t('length.spread', { low: tr.number(low, 0), high: tr.km(high) });
}

/** A published length with the section that it covers. */
export function formatPublished(
  { tr, getName }: { tr: Translator; getName(id: string): string },
  { km, spread, ends, note }: PublishedLengthMatch,
): string {
  return joinParts(
    tr,
    [
      spread ? formatSpan(tr, { low: spread[0], high: spread[1] }) : tr.km(km),
      ...(ends ? [tr.t('compare.partOf', { from: getName(ends[0]), to: getName(ends[1]) })] : []),
      ...(note ? [getText(tr.lang, note)] : []),
    ],
    'dot',
  );
}
