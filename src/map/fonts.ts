/**
 * The fonts that labels are drawn with, shipped with the page, so that every script looks the same on every machine. MapLibre
 * fetches a file only when a label needs one of its characters.
 */
import type { FontFacesSpecification } from 'maplibre-gl';
import { BOLD, REGULAR } from './layers/font-names.ts';
import unicode from '@fontsource/noto-sans/unicode.json';
import latin400 from '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2?url';
import latin600 from '@fontsource/noto-sans/files/noto-sans-latin-600-normal.woff2?url';
import latinExt400 from '@fontsource/noto-sans/files/noto-sans-latin-ext-400-normal.woff2?url';
import latinExt600 from '@fontsource/noto-sans/files/noto-sans-latin-ext-600-normal.woff2?url';
import cyrillic400 from '@fontsource/noto-sans/files/noto-sans-cyrillic-400-normal.woff2?url';
import cyrillic600 from '@fontsource/noto-sans/files/noto-sans-cyrillic-600-normal.woff2?url';
import cyrillicExt400 from '@fontsource/noto-sans/files/noto-sans-cyrillic-ext-400-normal.woff2?url';
import cyrillicExt600 from '@fontsource/noto-sans/files/noto-sans-cyrillic-ext-600-normal.woff2?url';
import georgian400 from '@fontsource/noto-sans-georgian/files/noto-sans-georgian-georgian-400-normal.woff2?url';
import georgian600 from '@fontsource/noto-sans-georgian/files/noto-sans-georgian-georgian-600-normal.woff2?url';
import arabic400 from '@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-400-normal.woff2?url';
import arabic600 from '@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-600-normal.woff2?url';

/** Persian with the letters in their forms, which MapLibre asks for after shaping. */
const ARABIC = 'U+0600-06FF,U+0750-077F,U+200C-200E,U+FB50-FDFF,U+FE70-FEFC';
const GEORGIAN = 'U+10A0-10FF,U+1C90-1CBF,U+2D00-2D2F';
/** What the build has cut from the rest of Latin, and the rest. */
const LATIN = 'U+0100-0130,U+0132-0151,U+0154-017F,U+018F,U+0259';
const LATIN_REST = unicode['latin-ext'].replace('U+0100-02BA', 'U+0180-018E,U+0190-0258,U+025A-02BA');
const CHINESE = 'U+2E80-2FFF,U+3000-303F,U+3400-4DBF,U+4E00-9FFF,U+F900-FAFF,U+FF00-FFEF';

/** @param base address of the folder with the fonts that the build cuts down */
export function buildFontFaces(base: string): FontFacesSpecification {
  const cut = (name: string) => `${base}${name}.woff2`;
  const face = (url: string, range: string) => ({ url, 'unicode-range': range.split(',') });
  return {
    [REGULAR]: [
      face(latin400, unicode.latin),
      face(cut('latin-400'), LATIN),
      face(latinExt400, LATIN_REST),
      face(cyrillic400, unicode.cyrillic),
      face(cyrillicExt400, unicode['cyrillic-ext']),
      face(georgian400, GEORGIAN),
      face(arabic400, ARABIC),
      face(cut('chinese-400'), CHINESE),
    ],
    [BOLD]: [
      face(latin600, unicode.latin),
      face(cut('latin-600'), LATIN),
      face(latinExt600, LATIN_REST),
      face(cyrillic600, unicode.cyrillic),
      face(cyrillicExt600, unicode['cyrillic-ext']),
      face(georgian600, GEORGIAN),
      face(arabic600, ARABIC),
      face(cut('chinese-600'), CHINESE),
    ],
  };
}
