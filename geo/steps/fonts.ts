import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import subsetFont from 'subset-font';

const WEIGHTS = [400, 600];
const CHINESE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/gu;

/** Every Chinese character and full-width mark in the files of some folders, each once, sorted. */
export function charactersIn(folders: readonly string[]): string {
  const found = new Set<string>();
  for (const folder of folders) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.(json|geojson|ts)$/.test(entry.name)) continue;
      for (const character of readFileSync(join(entry.parentPath, entry.name), 'utf8').match(CHINESE) ?? []) found.add(character);
    }
  }
  return [...found].sort().join('');
}

/** Writes Noto Sans SC cut down to the characters in use: a hundredth of the whole font. */
export async function writeFonts(dir: string, characters: string): Promise<void> {
  mkdirSync(dir, { recursive: true });
  const require = createRequire(import.meta.url);
  for (const weight of WEIGHTS) {
    const whole = require.resolve(`@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-${weight}-normal.woff2`);
    writeFileSync(
      join(dir, `chinese-${weight}.woff2`),
      await subsetFont(readFileSync(whole), characters, { targetFormat: 'woff2' }),
    );
  }
}
