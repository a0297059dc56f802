/** The pictures of an embed: one for columns of an article, one for narrow frames, where its names would be too small to read. */
import type { Markup } from '../core/markup.ts';
import { type Ground, type PictureOptions, writePicture } from '../svg/picture.ts';
import { PICTURES } from './shape.ts';

/**
 * Both pictures; a style sheet shows the one that suits.
 * @param grounds of the same pictures in another language, by name; those that are missing are added
 */
export const drawPictures = (
  options: Omit<PictureOptions, 'size' | 'bleed' | 'prefix' | 'padding' | 'detail' | 'attributes' | 'ground'>,
  grounds = new Map<string, Ground>(),
): Markup[] =>
  PICTURES.map(({ name, size, bleed, margin }) => {
    const picture = writePicture({
      ...options,
      size,
      bleed,
      detail: 'small',
      prefix: `${name}-`,
      padding: { top: margin, right: margin, bottom: margin, left: margin },
      attributes: { class: name },
      ground: grounds.get(name),
    });
    grounds.set(name, picture.ground);
    return picture.svg;
  });
