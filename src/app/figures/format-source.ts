import type { Manifest } from '../../core/dataset/model.ts';
import type { Translator } from '../../i18n/translate.ts';

export type Source = Manifest['sources'][number];

/** "Publisher: Title (date)". */
export function formatSource(tr: Translator, source: Source): string {
  if (source.unverified) return tr.t('source.unverified');
  return [source.publisher, source.title].filter(Boolean).join(': ') + (source.date ? ` (${source.date})` : '');
}
