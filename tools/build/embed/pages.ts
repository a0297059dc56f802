/**
 * After the bundle: writes the embed pages with their picture and figures, and the embed data that their live maps start with, to
 * `dist/`. `embed.html` is the page of all corridors in English; each other page is `embed/ID.html` or `embed/ID.LANG.html`.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BaseMapData } from '../../../src/core/dataset/load/load-base-map.ts';
import { formatMapCredit } from '../../../src/core/dataset/load/first.ts';
import { getLanguage, LANGS, type Lang } from '../../../src/core/dataset/model.ts';
import { pickEmbedMessages } from '../../../src/core/embed/embed-messages.ts';
import { findShownRoutes, restrictToRoutes } from '../../../src/core/embed/shown-routes.ts';
import { findOverview, findPlaces } from '../../../src/core/geo/camera.ts';
import { markup, writeAttributes } from '../../../src/core/markup.ts';
import { buildContent, writeMain } from '../../../src/embed/content.ts';
import { ALL, getEmbedPath } from '../../../src/core/url/paths.ts';
import { WORLD } from '../../../src/embed/data.ts';
import { drawPictures } from '../../../src/embed/picture.ts';
import { loadDictionary } from '../../../src/i18n/index.ts';
import { formatLineNames } from '../../../src/i18n/names/line-names.ts';
import { type Translator, translator } from '../../../src/i18n/translate.ts';
import type { Ground } from '../../../src/svg/picture.ts';
import { readBuilt } from '../read-atlas.ts';
import { DATA, DIST } from '../site.ts';
import { readBaseFiles } from './base-files.ts';
import { buildEmbedData, buildEnglishNames, buildNames } from './data.ts';
import { placeCountries } from './place-names.ts';

const write = (name: string, text: string): void => writeFileSync(join(DIST, name), text);

const { atlas, baseMap, manifest } = await readBuilt();
const base = await readBaseFiles(`${DATA}/`);
const pages = [...atlas.corridors.keys(), ...atlas.routes.keys(), ...atlas.areas.keys()];
const template = readFileSync(join(DIST, 'embed.html'), 'utf8').replace('href="/icon.svg"', 'href="./icon.svg"');
const filters = { hiddenGroups: [], hiddenModes: [], hiddenStatuses: [], year: null };

/** The bundled page with another head and main part, for its place in the site. */
function fillTemplate(
  page: string | null,
  lang: Lang,
  { root, title, main }: { root: string; title: string; main: string },
): string {
  const attributes = writeAttributes({
    lang,
    dir: getLanguage(lang).direction,
    'data-root': root,
    'data-page': page ?? undefined,
    'data-pages': pages.join(' '),
  });
  const text = template
    .replace(/<html[^>]*>/, () => markup`<html${attributes}>`.text)
    .replace(/<title>.*<\/title>/, () => markup`<title>${title}</title>`.text)
    .replace(/<main id="embed">\s*<\/main>/, () => main);
  return root === './' ? text : text.replaceAll(/(src|href)="\.\/(?=assets|icon)/g, `$1="${root}`);
}

/** What the pictures of a page show. */
const describePicture = (page: string | null, tr: Translator, places: BaseMapData['places']) => {
  const shown = findShownRoutes(atlas, { page, routes: [], corridors: [], compare: [] });
  return {
    atlas: restrictToRoutes(atlas, shown),
    baseMap: { ...baseMap, places },
    view: page === null ? findOverview(atlas) : findPlaces(atlas, page),
    theme: 'light' as const,
    lang: tr.lang,
    filters,
    lineNames: formatLineNames(tr, atlas),
    title: tr.t('embed.frameTitle', { name: buildContent(atlas, tr, page, shown).title }),
  };
};

const loadTranslator = async (lang: Lang): Promise<Translator> =>
  translator(lang, await loadDictionary(lang), atlas.context?.countries);

/** The places of the base map, the countries of the page's route where its picture has room for them: of corridors the own places suit. */
async function findPagePlaces(page: string | null): Promise<BaseMapData['places']> {
  const route = page === null ? undefined : atlas.routes.get(page);
  if (!route) return baseMap.places;
  return placeCountries(describePicture(page, await loadTranslator('en'), baseMap.places), [route.links]);
}

/** A page with its picture and figures, from the bundled one. */
async function writePage(
  page: string | null,
  lang: Lang,
  places: BaseMapData['places'],
  grounds: Map<string, Ground>,
): Promise<void> {
  const tr = await loadTranslator(lang);
  const content = buildContent(atlas, tr, page, findShownRoutes(atlas, { page, routes: [], corridors: [], compare: [] }));
  const picture = drawPictures(describePicture(page, tr, places), grounds);
  const path = getEmbedPath(page, lang);
  const root = path.includes('/') ? '../' : './';
  const openHref = `${root}index.html?${page === null ? '' : `select=${page}&`}lang=${lang}`;
  const main = writeMain(tr, { ...content, picture, openHref, credit: formatMapCredit(manifest.licences) });
  const text = fillTemplate(page, lang, { root, title: content.title, main: main.text });
  write(path, text);
}

mkdirSync(join(DIST, 'embed/data'), { recursive: true });
for (const page of [null, ...pages]) {
  const places = await findPagePlaces(page);
  const data = buildEmbedData(atlas, manifest, { ...base, places: places ?? base.places }, { page });
  write(`embed/data/${page ?? ALL}.json`, JSON.stringify(data));
  const grounds = new Map<string, Ground>();
  for (const lang of LANGS) await writePage(page, lang, places, grounds);
}
const world = buildEmbedData(atlas, manifest, base, { page: null, alternatives: true });
write(`embed/data/${WORLD}.json`, JSON.stringify(world));
write('embed/data/names.en.json', JSON.stringify(buildEnglishNames(atlas)));
for (const lang of LANGS) {
  write(`embed/data/words.${lang}.json`, JSON.stringify(pickEmbedMessages(await loadDictionary(lang))));
  if (lang !== 'en') write(`embed/data/names.${lang}.json`, JSON.stringify(buildNames(atlas, base.places, lang)));
}
console.log(`${String(pages.length + 1)} embed pages in ${String(LANGS.length)} languages.`);
