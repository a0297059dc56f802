/** The fonts of the pages as the renderer of the cards needs them: it knows neither woff2 nor ranges of characters. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import subsetFont from 'subset-font';

const require = createRequire(import.meta.url);

const LATIN = 'Noto Sans';
/** Families by their names in the files, with the letters that are set in them; all others are set in the first one. */
const FONTS: readonly { family: string; letters?: RegExp; isWhole: boolean; files: readonly string[] }[] = [
  {
    family: LATIN,
    isWhole: true,
    files: [
      require.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
      require.resolve('@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf'),
    ],
  },
  {
    family: 'Noto Sans Arabic',
    letters: /\p{Script=Arabic}/u,
    isWhole: true,
    files: [
      require.resolve('@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf'),
      require.resolve('@expo-google-fonts/noto-sans-arabic/600SemiBold/NotoSansArabic_600SemiBold.ttf'),
    ],
  },
  {
    family: 'Noto Sans SC Thin',
    letters: /[\u2e80-\u9fff\uff00-\uffef]/u,
    isWhole: true,
    files: [
      require.resolve('@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-400-normal.woff2'),
      require.resolve('@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-600-normal.woff2'),
    ],
  },
  {
    family: 'Noto Sans Georgian',
    letters: /\p{Script=Georgian}+/gu,
    // It has no signs that stand between letters.
    isWhole: false,
    files: [
      require.resolve('@fontsource/noto-sans-georgian/files/noto-sans-georgian-georgian-400-normal.woff2'),
      require.resolve('@fontsource/noto-sans-georgian/files/noto-sans-georgian-georgian-600-normal.woff2'),
    ],
  },
];
/** Entries of the font's name table that put both weights into one family; cutting a font down drops them otherwise. */
const FAMILY_NAMES = [16, 17];

/** The fonts of a text cut down to its characters, as files in a folder. Gives their paths. */
export async function writeCardFonts(folder: string, text: string): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  // Quotes and brackets stand in SVG by their entities only.
  const characters = [...new Set(`'"<>&${text}`)].join('');
  const files = FONTS.filter(({ letters }) => !letters || text.search(letters) >= 0).flatMap((font) => font.files);
  return Promise.all(
    files.map(async (file) => {
      const path = join(folder, file.replace(/^.*\/|\.\w+$/g, '')) + '.ttf';
      const font = readFileSync(file);
      writeFileSync(path, await subsetFont(font, characters, { targetFormat: 'sfnt', preserveNameIds: FAMILY_NAMES }));
      return path;
    }),
  );
}

/** What the renderer takes, to set a text in these fonts. */
export const getFontOptions = (fontFiles: string[]) => ({ fontFiles, loadSystemFonts: false, defaultFontFamily: LATIN });

const TEXT = /<text([^>]*) y="([^"]*)"([^>]*)>([^<]*)((?:<tspan x="[^"]*" dy="[^"]*">[^<]*<\/tspan>)+)<\/text>/g;
const LINE = /<tspan x="([^"]*)" dy="([^"]*)">([^<]*)<\/tspan>/g;

/** Each line of a name as a text of its own: the renderer loses joined letters of the second one. */
const separateLines = (svg: string): string =>
  svg.replace(TEXT, (_, before: string, y: string, after: string, first: string, rest: string) => {
    let below = Number(y);
    const lines = [...rest.matchAll(LINE)].map(([, x = '', dy = '', line = '']) => {
      below += Number(dy);
      return `<text${before.replace(/ x="[^"]*"/, ` x="${x}"`)} y="${below}"${after}>${line}</text>`;
    });
    return `<text${before} y="${y}"${after}>${first}</text>${lines.join('')}`;
  });

/**
 * An SVG whose texts are set in the fonts of their letters. The renderer seeks another font for what it misses, but not one of the
 * same weight, and takes glyphs of it only if both set as many: that leaves out joined letters, and all others beside an "fi" in one glyph.
 */
export const writeFamilies = (svg: string): string =>
  separateLines(svg).replace(/>([^<]+)</g, (_, text: string) => {
    const apart = text.replace(/f(?=[fil])/g, 'f\u200c');
    const font = FONTS.find(({ letters }) => letters && text.search(letters) >= 0);
    if (!font?.letters) return `>${apart}<`;
    const set = (letters: string): string => `<tspan font-family="${font.family}">${letters}</tspan>`;
    return `>${font.isWhole ? set(apart) : apart.replace(font.letters, set)}<`;
  });
