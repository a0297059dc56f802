/** The pictures of an embed: one for columns of an article, one for narrow frames, where its names would be too small to read. */
import type { Markup } from '../core/markup.ts';
import { type PictureOptions, writePicture } from '../svg/picture.ts';
import { PICTURES } from './shape.ts';

/** Both pictures; a style sheet shows the one that suits. */
export const drawPictures = (
  options: Omit<PictureOptions, 'size' | 'bleed' | 'prefix' | 'padding' | 'detail' | 'attributes'>,
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
    });
    return picture.svg;
  });
