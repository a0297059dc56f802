import type { Lang } from '../../../src/core/dataset/model.ts';
import { findGaps } from '../../publish/translations.ts';
import type { Problem } from '../../read/problem.ts';

/**
 * Languages that the atlas is whole in have every text; in others those that are missing are read in English, and counted.
 *
 * @param parts what is shown of the data, by the file that it stands in
 */
export const checkTranslations = (parts: Readonly<Record<string, unknown>>, languages: readonly Lang[]): Problem[] =>
  Object.entries(parts).flatMap(([file, part]) =>
    findGaps(part, languages).map(({ place, lang }) => ({
      file,
      feature: place,
      problem: `has no text in "${lang}"`,
      remedy: 'add its translation',
    })),
  );
