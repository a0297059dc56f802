/**
 * `npm run pages`: writes the pages to share, their cards, oEmbed answers, `sitemap.xml` and `robots.txt` into the built site.
 * Addresses that must be absolute begin with `--site` or `SITE_URL`; without them with that of `npm start`.
 */
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { Resvg } from '@resvg/resvg-js';
import { AtlasError } from '../../src/core/dataset/errors.ts';
import { LANGS } from '../../src/core/dataset/model.ts';
import type { BaseMapData } from '../../src/core/dataset/load-base-map.ts';
import { PALETTES, writePaletteCss } from '../../src/core/style/palette.ts';
import { loadDictionary } from '../../src/i18n/index.ts';
import { translator } from '../../src/i18n/translate.ts';
import { CARD_MAP, writeCard } from '../../src/pages/card.ts';
import { buildOembed } from '../../src/pages/oembed.ts';
import { writePage } from '../../src/pages/page.ts';
import { getCardPath, FIRST_LANG, getOembedPath, getPagePath, siteAddress } from '../../src/pages/site.ts';
import { writeRobots, writeSitemap } from '../../src/pages/sitemap.ts';
import { type Source, listSubjects } from '../../src/pages/subject.ts';
import { writePictureCss } from '../../src/svg/markup.ts';
import { readBuilt } from './read-atlas.ts';
import { writeCardFonts } from './card-fonts.ts';
import { drawSubject } from './page-pictures.ts';
import { DIST } from './site.ts';

/** Where `npm start` serves. */
const LOCAL = 'http://localhost:4173/';
/** Pixels of the map on a page; it grows with the window. */
const PAGE_MAP = { width: 832, height: 468 };

function write(path: string, content: string | Uint8Array): void {
  const file = join(DIST, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/** The style sheets: the colours, and what the bundler made of `src/pages/pages.css`. */
function styleSheets(): string[] {
  write('pages/palette.css', `${writePaletteCss()}\n${writePictureCss(PALETTES.light)}`);
  const assets = join(DIST, 'assets');
  const bundled = existsSync(assets) ? readdirSync(assets).find((name) => /^pages-.*\.css$/.test(name)) : undefined;
  if (!bundled) throw new AtlasError('unreachable', { file: join(assets, 'pages-*.css') });
  return ['pages/palette.css', `assets/${bundled}`];
}

async function writeCards(source: Source, baseMap: BaseMapData): Promise<void> {
  const cards = listSubjects(source.atlas).map((subject) => ({
    id: subject.id,
    svg: writeCard(source, subject, drawSubject(source, subject, baseMap, { ...CARD_MAP, standalone: true })),
  }));
  // Quotes and brackets stand in the SVG by their entities only.
  const characters = [...new Set(`'"<>&${cards.map(({ svg }) => svg).join('')}`)].join('');
  const fontFiles = await writeCardFonts('.cache/fonts', characters);
  for (const { id, svg } of cards) {
    const font = { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Noto Sans' };
    write(getCardPath(id), new Resvg(svg, { font }).render().asPng());
  }
}

async function writePages(site: string): Promise<number> {
  const { atlas, baseMap, manifest } = await readBuilt();
  const subjects = listSubjects(atlas);
  for (const folder of ['pages', 'oembed']) rmSync(join(DIST, folder), { recursive: true, force: true });
  const styles = styleSheets();
  for (const lang of LANGS) {
    const tr = translator(lang, await loadDictionary(lang), atlas.context?.countries);
    const source: Source = { atlas, manifest, site, tr };
    for (const subject of subjects) {
      write(
        getPagePath(subject.id, lang),
        writePage(source, subject, { picture: drawSubject(source, subject, baseMap, PAGE_MAP), styles }),
      );
      write(getOembedPath(subject.id, lang), `${JSON.stringify(buildOembed(source, subject))}\n`);
    }
    if (lang === FIRST_LANG) await writeCards(source, baseMap);
  }
  write('sitemap.xml', writeSitemap(site, subjects, manifest.built));
  write('robots.txt', writeRobots(site));
  return subjects.length * LANGS.length;
}

const { values } = parseArgs({ options: { site: { type: 'string' } } });
try {
  const site = siteAddress(values.site ?? process.env['SITE_URL'] ?? LOCAL);
  console.log(`${await writePages(site)} pages to share, at ${site}`);
} catch (error) {
  if (!(error instanceof AtlasError)) throw error;
  const { option, value, allowed, file } = error.params;
  console.error(
    error.code === 'bad-option'
      ? `${option} is "${value}", which is no address of a site. It looks like ${allowed}.`
      : `${file} is missing. Run "npm run bundle" first.`,
  );
  process.exit(1);
}
