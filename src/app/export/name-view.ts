import { getText } from '../../core/dataset/dataset.ts';
import type { AppState } from '../state/app-state.ts';
import { findReadyComparison, isComparing } from './write-share-address.ts';

type Named = Pick<AppState, 'dataset' | 'language' | 'navigation' | 'getName' | 'isUnknown'>;

/** What a view is called where it is passed on or printed: by its comparison, else by the feature, else as the atlas. */
export function nameView({ dataset, language, navigation, getName, isUnknown }: Named, id: string | null): string {
  const { tr } = language;
  const { view } = navigation;
  if (isComparing(view)) {
    const ready = findReadyComparison(dataset.atlas, view);
    return ready ? getText(tr.lang, ready.title) : tr.t('compare.heading');
  }
  return id === null || isUnknown(id) ? tr.t('app.name') : getName(id);
}
