/**
 * After the bundle: writes the embed pages with their picture and figures in them, and the embed data that their live maps start with,
 * to `dist/`. `embed.html` is the page of all corridors in English; each other page is `embed/ID.html` or `embed/ID.LANG.html`.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { type BaseMapData, parseBaseMap } from '../../src/core/dataset/load-base-map.ts';
import { findOverview, findPlaces } from '../../src/core/geo/camera.ts';
import { type Atlas, indexAtlas } from '../../src/core/dataset/dataset.ts';
import { pickEmbedMessages } from '../../src/core/embed/embed-messages.ts';
import { findShownRoutes, restrictToRoutes } from '../../src/core/embed/shown-routes.ts';
import { PARTS, type PartName, type Parts } from '../../src/core/dataset/load.ts';
import { type Lang, LANGS, manifest as manifestSchema } from '../../src/core/dataset/model.ts';
import { escapeText } from '../../src/core/url/escape.ts';
import { buildContent, writeMain } from '../../src/embed/content.ts';
import { ALL, WORLD } from '../../src/embed/data.ts';
import { drawPictures } from '../../src/embed/picture.ts';
import { loadDictionary } from '../../src/i18n/index.ts';
import { translator } from '../../src/i18n/translate.ts';
import { type Base, formatCredit, buildEmbedData, buildNames } from './embed-data.ts';
import { DATA, DIST } from './site.ts';

const read = (name: string): unknown => JSON.parse(readFileSync(join(DATA, name), 'utf8'));
const write = (name: string, text: string): void => writeFileSync(join(DIST, name), text);

function readAtlas(): Atlas {
  const part = <K extends PartName>(name: K) => v.parse(PARTS[name].schema, read(PARTS[name].file));
  return indexAtlas(Object.fromEntries((Object.keys(PARTS) as PartName[]).map((name) => [name, part(name)])) as Parts);
}

const atlas = readAtlas();
const manifest = v.parse(manifestSchema, read('manifest.json'));
const base = {
  scale50m: read('base/50m.json'),
  high: read('base/10m.json'),
  waters: read('base/waters.json'),
  places: read('base/places.json'),
} as Base;
const baseMaps: BaseMapData = {
  ...parseBaseMap({ baseMap: base.scale50m, waters: base.waters, places: base.places }, '50m.json'),
  high: parseBaseMap({ baseMap: base.high, waters: base.waters, places: base.places }, '10m.json').scale50m,
};
const pages = [...atlas.corridors.keys(), ...atlas.routes.keys(), ...atlas.areas.keys()];
const template = readFileSync(join(DIST, 'embed.html'), 'utf8').replace('href="/icon.svg"', 'href="./icon.svg"');
const filters = { hiddenGroups: [], hiddenModes: [], hiddenStatuses: [], year: null };

/** A page with its picture and figures, from the bundled one. */
async function writePage(page: string | null, lang: Lang): Promise<void> {
  const inFolder = page !== null || lang !== 'en';
  const tr = translator(lang, await loadDictionary(lang), atlas.context?.countries);
  const shown = findShownRoutes(atlas, { page, routes: [], corridors: [], compare: [] });
  const content = buildContent(atlas, tr, page, shown);
  const title = tr.t('embed.frameTitle', { name: content.title });
  const picture = drawPictures({
    atlas: restrictToRoutes(atlas, shown),
    baseMap: baseMaps,
    view: page === null ? findOverview(atlas) : findPlaces(atlas, page),
    theme: 'light',
    lang,
    filters,
    title,
  });
  const root = inFolder ? '../' : './';
  const openHref = `${root}index.html?${page === null ? '' : `select=${page}&`}lang=${lang}`;
  const main = writeMain(tr, { ...content, picture, openHref, credit: formatCredit(manifest) });
  const text = template
    .replace(
      /<html[^>]*>/,
      () =>
        `<html lang="${lang}" data-root="${root}"${page === null ? '' : ` data-page="${page}"`} data-pages="${pages.join(' ')}">`,
    )
    .replace(/<title>.*<\/title>/, () => `<title>${escapeText(content.title)}</title>`)
    .replace(/<main id="embed">\s*<\/main>/, () => main);
  const inPlace = inFolder ? text.replaceAll(/(src|href)="\.\/(?=assets|icon)/g, '$1="../') : text;
  write(inFolder ? `embed/${page ?? ALL}${lang === 'en' ? '' : `.${lang}`}.html` : 'embed.html', inPlace);
}

mkdirSync(join(DIST, 'embed/data'), { recursive: true });
for (const page of [null, ...pages]) {
  write(`embed/data/${page ?? ALL}.json`, JSON.stringify(buildEmbedData(atlas, manifest, base, page)));
  for (const lang of LANGS) await writePage(page, lang);
}
write(`embed/data/${WORLD}.json`, JSON.stringify(buildEmbedData(atlas, manifest, base, null, true)));
for (const lang of LANGS) {
  write(`embed/data/words.${lang}.json`, JSON.stringify(pickEmbedMessages(await loadDictionary(lang))));
  if (lang !== 'en') write(`embed/data/names.${lang}.json`, JSON.stringify(buildNames(atlas, base.places, lang)));
}
console.log(`${String(pages.length + 1)} embed pages in ${String(LANGS.length)} languages.`);
