import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import type { WriteFile } from '../publish/output.ts';

const WEIGHTS = [400, 600];
const CHINESE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/gu;

/** Every Chinese character and full-width mark in some files, and in those of some folders, each once, sorted. */
export function findCharacters(paths: readonly string[]): string {
  const found = new Set<string>();
  const files = paths.flatMap((path) => (statSync(path).isDirectory() ? listFiles(path) : [path]));
  for (const file of files.filter((name) => /\.(json|geojson|ts)$/.test(name))) {
    for (const character of readFileSync(file, 'utf8').match(CHINESE) ?? []) found.add(character);
  }
  return [...found].sort().join('');
}

const listFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** How Chinese is called in the choice of languages, which every page shows: not every machine has letters for it. */
const CHINESE_NAME = '中文';

/** Latin Extended-A and the letter of Azerbaijani: what names of the region are written with; the rest of the whole font is a tenfold. */
const LATIN = Array.from({ length: 0x80 }, (_, i) => String.fromCodePoint(0x100 + i)).join('') + '\u018f\u0259';

/** Writes Noto Sans SC cut down to the characters in use, a hundredth of the whole font, and the letters beyond Latin-1 apart. */
export async function writeFonts(write: WriteFile, characters: string): Promise<void> {
  const require = createRequire(import.meta.url);
  const cut = async (whole: string, text: string, name: string): Promise<void> =>
    write(`fonts/${name}`, await subsetFont(readFileSync(require.resolve(whole)), text, { targetFormat: 'woff2' }));
  const getChinese = (weight: number) => `@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-${weight}-normal.woff2`;
  for (const weight of WEIGHTS) {
    await cut(getChinese(weight), characters, `chinese-${weight}.woff2`);
    await cut(`@fontsource/noto-sans/files/noto-sans-latin-ext-${weight}-normal.woff2`, LATIN, `latin-${weight}.woff2`);
  }
  await cut(getChinese(400), CHINESE_NAME, 'chinese-name.woff2');
}
