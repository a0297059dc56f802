/**
 * `npm run pages`: writes the pages to share, their cards, cards of claims, oEmbed answers, `sitemap.xml` and `robots.txt` into the
 * built site, and into the pages of the bundle what other sites read of them.
 * Addresses that must be absolute begin with `--site` or `SITE_URL`; without them with that of `npm start`.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { AtlasError } from '../../src/core/dataset/errors.ts';
import { LANGS, type Story } from '../../src/core/dataset/model.ts';
import { markup } from '../../src/core/markup.ts';
import { PALETTES, writePaletteCss } from '../../src/core/style/palette.ts';
import {
  ALL,
  getCardPath,
  getEmbedPath,
  getEventFeedPath,
  getOembedPath,
  getPagePath,
  MISSING_PATH,
} from '../../src/core/url/paths.ts';
import { writeClaimCard } from '../../src/pages/claim-card.ts';
import { writeMissingPage } from '../../src/pages/missing.ts';
import { buildOembed, buildSiteOembed } from '../../src/pages/oembed.ts';
import { writePage } from '../../src/pages/page.ts';
import { listAlternates, listStoryPages, readSiteAddress } from '../../src/pages/site.ts';
import { writeRobots, writeSitemap } from '../../src/pages/sitemap.ts';
import { type Source, listSubjects } from '../../src/pages/subject.ts';
import { writePictureCss } from '../../src/svg/paint.ts';
import { CONTENT_POLICY } from '../host/headers.ts';
import { writeEventCalendar, writeEventFeed } from './event-feeds.ts';
import { fillHeads } from './heads.ts';
import { readBuilt } from './read-atlas.ts';
import { Cards } from './cards/draw-cards.ts';
import { listCards } from './cards/list-cards.ts';
import { Pictures } from './pictures.ts';
import { DIST } from './site.ts';
import { readBuiltStories, writeStories } from './stories/write-stories.ts';
import { writeViewPictures } from './view-pictures.ts';

/** Where `npm start` serves. */
const LOCAL = 'http://localhost:4173/';
/** Pixels of the map on a page; it grows with the window. */
const PAGE_MAPS = {
  wide: { size: { width: 832, height: 468 }, detail: 'small' },
  /** For phones, where names would be too small otherwise. */
  narrow: { size: { width: 400, height: 340 }, detail: 'small', prefix: 'n-' },
} as const;

function write(path: string, content: string | Uint8Array): void {
  const file = join(DIST, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/** Paths of the style sheets: the colours, and what the bundler made of `src/pages/styles/pages.css`. */
function writeStyleSheets(): string[] {
  write('pages/palette.css', `${writePaletteCss()}\n${writePictureCss(PALETTES.light)}`);
  return ['pages/palette.css', findAsset('pages', 'css')];
}

/** Path of the style sheet of stories: one file with the colours, as a reader waits for each request. */
function writeStoryStyleSheet(): string {
  const text = `${writePaletteCss()}${readFileSync(join(DIST, findAsset('stories', 'css')), 'utf8')}`;
  const path = `assets/story-${createHash('sha256').update(text).digest('base64url').slice(0, 8)}.css`;
  write(path, text);
  return path;
}

/** Path of a file of the bundle that has a hash in its name. Throws where it is missing. */
function findAsset(name: string, extension: 'css' | 'js'): string {
  const assets = join(DIST, 'assets');
  const isIt = (file: string): boolean => file.startsWith(`${name}-`) && file.endsWith(`.${extension}`);
  const found = existsSync(assets) ? readdirSync(assets).find(isIt) : undefined;
  if (!found) throw new AtlasError('unreachable', { file: join(assets, `${name}-*.${extension}`) });
  return `assets/${found}`;
}

async function writeCards(source: Source, stories: readonly Story[], pictures: Pictures, cards: Cards): Promise<void> {
  const drawn = await cards.draw(source, await listCards(source, stories, pictures));
  for (const [id, png] of drawn) write(getCardPath(id, source.tr.lang), png);
}

async function writePages(site: string): Promise<number> {
  const built = await readBuilt();
  const { atlas, manifest } = built;
  const pictures = new Pictures(built);
  const cards = new Cards();
  const subjects = listSubjects(atlas);
  for (const folder of ['pages', 'oembed', 'stories', 'events']) rmSync(join(DIST, folder), { recursive: true, force: true });
  const head = { styles: writeStyleSheets(), policy: CONTENT_POLICY };
  const script = findAsset('framed', 'js');
  const stories = await readBuiltStories();
  const storyHead = {
    ...head,
    styles: [writeStoryStyleSheet()],
    script: findAsset('story', 'js'),
    frameScript: findAsset('frame-story', 'js'),
  };
  for (const lang of LANGS) {
    const tr = await pictures.loadTranslator(lang);
    const source: Source = { atlas, manifest, site, tr };
    for (const subject of subjects) {
      const [wide, narrow] = [PAGE_MAPS.wide, PAGE_MAPS.narrow].map((shape) => pictures.drawSubject(tr, subject, shape).svg);
      const picture = markup`<span class="wide">${wide}</span><span class="narrow">${narrow}</span>`;
      write(getPagePath(subject.id, lang), writePage(source, subject, { ...head, picture }));
      if (subject.kind === 'claim') write(getEmbedPath(subject.id, lang), writeClaimCard(source, subject, { ...head, script }));
      write(getOembedPath(subject.id, lang), `${JSON.stringify(buildOembed(source, subject))}\n`);
    }
    write(`pictures/overview.${lang}.json`, JSON.stringify(await pictures.writeOverview(lang)));
    writeViewPictures(pictures, tr, write);
    write(getOembedPath(ALL, lang), `${JSON.stringify(buildSiteOembed(source))}\n`);
    fillHeads(source, subjects);
    write(getEventFeedPath('ics', lang), writeEventCalendar(source, Date.parse(manifest.built)));
    write(getEventFeedPath('atom', lang), writeEventFeed(source));
    await writeStories(built, source, stories, { ...storyHead, write });
    await writeCards(source, stories, pictures, cards);
  }
  const translators = await Promise.all(LANGS.map((lang) => pictures.loadTranslator(lang)));
  write(MISSING_PATH, writeMissingPage(translators, site, head));
  write('robots.txt', writeRobots(site));
  // Last, as `tools/dev/freshness.ts` takes it for the sign that all pages are there.
  write(
    'sitemap.xml',
    writeSitemap(site, [...subjects.map(({ id }) => listAlternates(id)), ...stories.map(listStoryPages)], manifest.built),
  );
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
