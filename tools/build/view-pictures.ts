/** Pictures that show a view until the live map does, in the place of that map: of each corridor, route, area and ready-made comparison. */
import type { Atlas } from '../../src/core/dataset/dataset.ts';
import { getLanguage } from '../../src/core/dataset/model.ts';
import { listCoveredBoxes } from '../../src/core/geo/map-room.ts';
import { FIRST_LANG, getViewPicturePath, type PictureShape } from '../../src/core/url/paths.ts';
import { writePictured } from '../../src/core/url/view-picture.ts';
import type { Translator } from '../../src/i18n/translate.ts';
import { listSubjects, type Subject } from '../../src/pages/subject.ts';
import { NARROW, type PictureRequest, type Pictures, WIDE } from './pictures.ts';

const SHAPES: readonly (readonly [PictureShape, PictureRequest])[] = [
  ['wide', WIDE],
  ['narrow', NARROW],
];

/** The map of a claim shows one of its cases, which is found when the claim is opened. */
const hasViewPicture = ({ kind }: Subject): boolean => kind !== 'claim';

/** What has such a picture, as `findViewPicture` reads it. */
export const listPictured = (atlas: Atlas): string =>
  writePictured({
    features: listSubjects(atlas).flatMap((subject) =>
      hasViewPicture(subject) && subject.kind !== 'comparison' ? [subject.id] : [],
    ),
    comparisons: atlas.comparisons,
  });

/** Writes the pictures with the names of one language; what is below the names goes apart, once for all. */
export function writeViewPictures(pictures: Pictures, tr: Translator, write: (path: string, content: string) => void): void {
  const isRtl = getLanguage(tr.lang).direction === 'rtl';
  for (const subject of listSubjects(pictures.atlas).filter(hasViewPicture)) {
    for (const [name, shape] of SHAPES) {
      const covered = listCoveredBoxes(shape.size, { isNarrow: name === 'narrow', isRtl, covered: shape.foot ?? 0 });
      // The overview is in the page, too.
      const { svg, ground } = pictures.drawSubject(tr, subject, { ...shape, covered, prefix: `v${name[0]}-`, omitsGround: true });
      if (tr.lang === FIRST_LANG) write(getViewPicturePath(subject.id, name, null), JSON.stringify(ground.drawn.text));
      write(getViewPicturePath(subject.id, name, tr.lang), JSON.stringify(svg.text));
    }
  }
}
