import { type Split, UNKNOWN } from '../../../core/compare/layout.ts';
import type { Mode, Status } from '../../../core/dataset/model.ts';
import type { Translator } from '../../../i18n/translate.ts';

/** Name of a part that bars are split into. */
export function formatSplit(tr: Translator, split: Split, key: string): string {
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
