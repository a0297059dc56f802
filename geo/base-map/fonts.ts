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

/** Writes Noto Sans SC cut down to the characters in use: a hundredth of the whole font. */
export async function writeFonts(write: WriteFile, characters: string): Promise<void> {
  const require = createRequire(import.meta.url);
  const cut = async (weight: number, text: string, name: string): Promise<void> => {
    const whole = require.resolve(`@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-${weight}-normal.woff2`);
    write(`fonts/${name}`, await subsetFont(readFileSync(whole), text, { targetFormat: 'woff2' }));
  };
  for (const weight of WEIGHTS) await cut(weight, characters, `chinese-${weight}.woff2`);
  await cut(400, CHINESE_NAME, 'chinese-name.woff2');
}
