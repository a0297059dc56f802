/** The pictures of an embed: one for columns of an article, one for narrow frames, where its names would be too small to read. */
import type { Leg, Position } from '../core/dataset/model.ts';
import type { Markup } from '../core/markup.ts';
import type { Camera } from '../core/geo/projection.ts';
import { findCrossedPlaces, type Ground, type PictureOptions, writePicture } from '../svg/picture.ts';
import { PICTURES } from './shape.ts';

type Options = Omit<PictureOptions, 'size' | 'bleed' | 'prefix' | 'padding' | 'detail' | 'attributes' | 'ground'>;

const shapePicture = (options: Options, { name, size, bleed, margin, foot }: (typeof PICTURES)[number]): PictureOptions => ({
  ...options,
  size,
  bleed,
  detail: 'small',
  prefix: `${name}-`,
  padding: { top: margin, right: margin, bottom: foot, left: margin },
  attributes: { class: name },
});

/**
 * Both pictures; a style sheet shows the one that suits.
 * @param grounds of the same pictures in another language, by name; those that are missing are added
 */
export const drawPictures = (options: Options, grounds = new Map<string, Ground>()): Markup[] =>
  PICTURES.map((shape) => {
    const picture = writePicture({ ...shapePicture(options, shape), ground: grounds.get(shape.name) });
    grounds.set(shape.name, picture.ground);
    return picture.svg;
  });

/** Where the wide picture has room for the names of the countries that lines cross. */
export const findCountryPlaces = (
  options: Options,
  lines: readonly (readonly Leg[])[],
): { camera: Camera; places: { code: string; at: Position }[] } => findCrossedPlaces(shapePicture(options, PICTURES[0]), lines);
