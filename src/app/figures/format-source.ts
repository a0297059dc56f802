import type { Manifest } from '../../core/dataset/model.ts';
import type { Translator } from '../../i18n/translate.ts';

/** "Publisher: Title (date)"; the id of a source that the manifest does not have. */
export function formatSource(tr: Translator, manifest: Manifest | null, id: string): string {
  const source = manifest?.sources.find((one) => one.id === id);
  if (!source) return id;
  if (source.unverified) return tr.t('source.unverified');
  return [source.publisher, source.title].filter(Boolean).join(': ') + (source.date ? ` (${source.date})` : '');
}
