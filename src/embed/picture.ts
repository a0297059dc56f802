/** The pictures of an embed: one for columns of an article, one for narrow ones, where its names would else be too small to read. */
import { type PictureOptions, drawPicture } from '../svg/picture.ts';
import { PICTURES } from './shape.ts';

/** Both pictures as SVG; a style sheet shows the one that suits. */
export const drawPictures = (options: Omit<PictureOptions, 'size' | 'bleed' | 'prefix' | 'padding' | 'detail'>): string =>
  PICTURES.map(({ name, size, bleed, margin }) =>
    drawPicture({
      ...options,
      size,
      bleed,
      detail: 'small',
      prefix: `${name}-`,
      padding: { top: margin, right: margin, bottom: margin, left: margin },
    }).replace('<svg ', `<svg class="${name}" `),
  ).join('');
