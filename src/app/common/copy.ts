import type { Translator } from '../../i18n/translate.ts';
import type { BrowserServices } from '../state/app-state.ts';

/**
 * Copies a text to the clipboard.
 *
 * @param isShown whether the text stands on the page, to be marked there where the browser does not copy it
 * @returns the sentence that tells the reader whether that worked; with the text where it did not and is not shown
 */
export async function copyText(
  text: string,
  { copy }: Pick<BrowserServices, 'copy'>,
  tr: Translator,
  isShown = false,
): Promise<string> {
  try {
    await copy(text);
    return tr.t('share.copied');
  } catch {
    // Without permission, as in a frame of another site, or in an old browser.
    return isShown ? tr.t('share.notCopied') : `${tr.t('share.notCopied')} ${text}`;
  }
}
