import type { Translator } from '../../i18n/translate.ts';
import type { BrowserServices } from '../state/app-state.ts';

/** Copies a text to the clipboard; gives the sentence that tells the reader whether that worked. */
export async function copyText(text: string, { copy }: Pick<BrowserServices, 'copy'>, tr: Translator): Promise<string> {
  try {
    await copy(text);
    return tr.t('share.copied');
  } catch {
    // Without permission, or in an old browser: the text stands on the page and can be selected.
    return tr.t('share.notCopied');
  }
}
