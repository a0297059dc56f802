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
import { PALETTES, writePaletteCss } from '../../src/core/style/palette.ts';
import { CARD_MAP, writeCard } from '../../src/pages/card.ts';
import { buildOembed } from '../../src/pages/oembed.ts';
import { writePage } from '../../src/pages/page.ts';
import { getCardPath, FIRST_LANG, getOembedPath, getPagePath, readSiteAddress } from '../../src/pages/site.ts';
import { writeRobots, writeSitemap } from '../../src/pages/sitemap.ts';
import { type Source, listSubjects } from '../../src/pages/subject.ts';
import { writePictureCss } from '../../src/svg/paint.ts';
import { readBuilt } from './read-atlas.ts';
import { writeCardFonts } from './card-fonts.ts';
import { Pictures } from './pictures.ts';
import { DIST } from './site.ts';

/** Where `npm start` serves. */
const LOCAL = 'http://localhost:4173/';
/** Pixels of the map on a page; it grows with the window. */
const PAGE_MAP = { size: { width: 832, height: 468 }, detail: 'small' } as const;

function write(path: string, content: string | Uint8Array): void {
  const file = join(DIST, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/** Paths of the style sheets: the colours, and what the bundler made of `src/pages/pages.css`. */
function writeStyleSheets(): string[] {
  write('pages/palette.css', `${writePaletteCss()}\n${writePictureCss(PALETTES.light)}`);
  const assets = join(DIST, 'assets');
  const bundled = existsSync(assets) ? readdirSync(assets).find((name) => /^pages-.*\.css$/.test(name)) : undefined;
  if (!bundled) throw new AtlasError('unreachable', { file: join(assets, 'pages-*.css') });
  return ['pages/palette.css', `assets/${bundled}`];
}

async function writeCards(source: Source, pictures: Pictures): Promise<void> {
  const cards = listSubjects(source.atlas).map((subject) => {
    const map = pictures.drawSubject(source.tr, subject, { size: CARD_MAP });
    return { id: subject.id, svg: writeCard(source, subject, map.svg) };
  });
  // Quotes and brackets stand in the SVG by their entities only.
  const characters = [...new Set(`'"<>&${cards.map(({ svg }) => svg).join('')}`)].join('');
  const fontFiles = await writeCardFonts('.cache/fonts', characters);
  for (const { id, svg } of cards) {
    const font = { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Noto Sans' };
    write(getCardPath(id), new Resvg(svg, { font }).render().asPng());
  }
}

async function writePages(site: string): Promise<number> {
  const built = await readBuilt();
  const { atlas, manifest } = built;
  const pictures = new Pictures(built);
  const subjects = listSubjects(atlas);
  for (const folder of ['pages', 'oembed']) rmSync(join(DIST, folder), { recursive: true, force: true });
  const styles = writeStyleSheets();
  for (const lang of LANGS) {
    const tr = await pictures.loadTranslator(lang);
    const source: Source = { atlas, manifest, site, tr };
    for (const subject of subjects) {
      const { svg } = pictures.drawSubject(tr, subject, PAGE_MAP);
      write(getPagePath(subject.id, lang), writePage(source, subject, { picture: svg, styles }));
      write(getOembedPath(subject.id, lang), `${JSON.stringify(buildOembed(source, subject))}\n`);
    }
    if (lang === FIRST_LANG) await writeCards(source, pictures);
  }
  write('robots.txt', writeRobots(site));
  // Last, as `tools/dev/freshness.ts` takes it for the sign that all pages are there.
  write('sitemap.xml', writeSitemap(site, subjects, manifest.built));
  return subjects.length * LANGS.length;
}

const { values } = parseArgs({ options: { site: { type: 'string' } } });
try {
  const site = readSiteAddress(values.site ?? process.env['SITE_URL'] ?? LOCAL);
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
