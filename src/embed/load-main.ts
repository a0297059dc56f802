import { getEmbedPath } from '../core/url/paths.ts';
import { type EmbedState, isMixedPage } from './state.ts';

/**
 * The main part of the page of a state, or a page that has it, as HTML: as the build wrote it, or drawn here. Throws where a file
 * cannot be had.
 */
export async function loadMain(root: string, state: EmbedState, openHref: string): Promise<string> {
  if (isMixedPage(state)) {
    const { drawMixedPage } = await import('./mixed-page.ts');
    return drawMixedPage(root, state, openHref);
  }
  const { page, lang } = state;
  const file = getEmbedPath(page, lang);
  const response = await fetch(root + file);
  if (!response.ok) throw new Error(`${file}: ${String(response.status)}`);
  return response.text();
}
