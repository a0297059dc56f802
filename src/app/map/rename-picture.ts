/** The overview that the page came with is in English; in another language the names of that one are put over the same ground. */
import type { Lang } from '../../core/dataset/model.ts';

/**
 * Changes the names on a picture to those of a language. Nothing else of it moves.
 *
 * @param load the wide and the narrow picture in the language, without their ground; rejects where they cannot be had
 */
export async function renamePicture(picture: Element, lang: Lang, load: (lang: Lang) => Promise<string[]>): Promise<void> {
  const shown = [...picture.querySelectorAll('svg')];
  if (shown.every((svg) => svg.getAttribute('lang') === lang)) return;
  const texts = await load(lang);
  for (const [i, svg] of shown.entries()) {
    const { documentElement } = new DOMParser().parseFromString(texts[i] ?? '', 'image/svg+xml');
    const named = document.importNode(documentElement, true);
    const [ground, place] = [svg, named].map((one) => one.querySelector(':scope > [data-part=ground]'));
    if (!ground || !place) continue;
    place.replaceWith(ground);
    svg.replaceWith(named);
  }
}
