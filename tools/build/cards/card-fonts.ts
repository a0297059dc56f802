import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import subsetFont from 'subset-font';

const SCRIPTS = ['latin', 'latin-ext'];
const WEIGHTS = [400, 600];
/** Entries of the font's name table that put both weights into one family; cutting a font down drops them otherwise. */
const FAMILY_NAMES = [16, 17];

/**
 * Writes the fonts of the pages in the format that the renderer of the cards reads (sfnt instead of woff2), cut down to the
 * characters in use. Gives the paths.
 */
export async function writeCardFonts(folder: string, characters: string): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  const require = createRequire(import.meta.url);
  const files = SCRIPTS.flatMap((script) => WEIGHTS.map((weight) => `noto-sans-${script}-${weight}-normal`));
  return Promise.all(
    files.map(async (name) => {
      const path = join(folder, `${name}.ttf`);
      const font = readFileSync(require.resolve(`@fontsource/noto-sans/files/${name}.woff2`));
      writeFileSync(path, await subsetFont(font, characters, { targetFormat: 'sfnt', preserveNameIds: FAMILY_NAMES }));
      return path;
    }),
  );
}
