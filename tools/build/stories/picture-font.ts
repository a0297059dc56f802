/**
 * Chinese letters for pictures that pages show as images: those can fetch no font, and not every machine has one. A picture carries the
 * letters that it writes, for machines that have none of the usual fonts.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { getLanguage, type Lang } from '../../../src/core/dataset/model.ts';
import { FONTS } from '../../../src/svg/picture.ts';
import { DATA } from '../site.ts';

/** Fonts of Apple, Microsoft, Android and Linux; the same as in `src/pages/styles/stories.css`. */
const INSTALLED = ['PingFangSC-Regular', 'Microsoft YaHei', 'NotoSansCJKsc-Regular', 'Noto Sans CJK SC', 'WenQuanYi Micro Hei'];
/** As in `src/map/fonts.ts`: an installed font has letters of others, too. */
const RANGE = 'U+2E80-2FFF,U+3000-303F,U+3400-4DBF,U+4E00-9FFF,U+F900-FAFF,U+FF00-FFEF';
/** What the dataset writes in Chinese, cut out of the whole font by its build. */
const FONT = join(DATA, 'fonts', 'chinese-400.woff2');

const findCharacters = (svg: string): string => [...new Set(svg)].join('');

/** Pictures with the letters that each needs in a language; as they are in all that are not written in Chinese. */
export async function addLetters(svgs: readonly string[], lang: Lang): Promise<readonly string[]> {
  if (getLanguage(lang).script !== 'Hans' || !existsSync(FONT)) return svgs;
  // In two steps, as most of the time goes into unpacking the font.
  const ofAll = await subsetFont(readFileSync(FONT), findCharacters(svgs.join('')), { targetFormat: 'sfnt' });
  return Promise.all(
    svgs.map(async (svg) => addFont(svg, await subsetFont(ofAll, findCharacters(svg), { targetFormat: 'woff2' }))),
  );
}

function addFont(svg: string, letters: Buffer): string {
  const url = `url(data:font/woff2;base64,${letters.toString('base64')}) format('woff2')`;
  const src = [...INSTALLED.map((name) => `local('${name}')`), url].join(',');
  // Before the others: Chromium keeps the empty boxes of a font that stood before one which came late.
  const style = `<style>@font-face{font-family:Chinese;src:${src};unicode-range:${RANGE}}svg{font-family:Chinese,${FONTS}}</style>`;
  return svg.replace('</title>', `</title>${style}`);
}
