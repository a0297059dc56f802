/**
 * The embed pages with their picture and figures, and the embed data that their live maps start with. `embed.html` is the page of all corridors in English; each other page is `embed/ID.html` or `embed/ID.LANG.html`.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Atlas } from '../../../src/core/dataset/dataset.ts';
import type { BaseMapData } from '../../../src/core/dataset/load/load-base-map.ts';
import { formatMapCredit } from '../../../src/core/dataset/load/first.ts';
import { getLanguage, LANGS, type Lang, type Position } from '../../../src/core/dataset/model.ts';
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
import type { Built } from '../read-atlas.ts';
import { DATA, DIST } from '../site.ts';
import { readBaseFiles } from './base-files.ts';
import { buildEmbedData, buildEnglishNames, buildNames } from './data.ts';
import { placeCountries } from './place-names.ts';

const FILTERS = { hiddenGroups: [], hiddenModes: [], hiddenStatuses: [], year: null };

const write = (name: string, text: string): void => writeFileSync(join(DIST, name), text);

/** What one page shows, in every language. */
interface Page {
  /** Its feature; null for the page of all corridors. */
  id: string | null;
  shown: string[];
  /** With the lines that are shown alone. */
  atlas: Atlas;
  view: Position[];
}

/** Writes the embed pages of one built dataset into its site, whose `embed.html` is still as it was bundled. */
class EmbedPages {
  readonly #built: Built;
  readonly #translators: ReadonlyMap<Lang, Translator>;
  /** The bundled page, by the path from a page to the root of the site. */
  readonly #templates: ReadonlyMap<string, string>;
  readonly ids: readonly string[];

  constructor(built: Built, translators: ReadonlyMap<Lang, Translator>) {
    const { corridors, routes, areas } = built.atlas;
    this.#built = built;
    this.#translators = translators;
    this.ids = [...corridors.keys(), ...routes.keys(), ...areas.keys()];
    const template = readFileSync(join(DIST, 'embed.html'), 'utf8').replace('href="/icon.svg"', 'href="./icon.svg"');
    this.#templates = new Map(
      ['./', '../'].map((root) => [root, template.replaceAll(/(src|href)="\.\/(?=assets|icon)/g, `$1="${root}`)]),
    );
  }

  /** The bundled page with another head and main part, for its place in the site. */
  #fillTemplate(id: string | null, lang: Lang, { root, title, main }: { root: string; title: string; main: string }): string {
    const attributes = writeAttributes({
      lang,
      dir: getLanguage(lang).direction,
      'data-root': root,
      'data-page': id ?? undefined,
      'data-pages': this.ids.join(' '),
    });
    return (this.#templates.get(root) ?? '')
      .replace(/<html[^>]*>/, () => markup`<html${attributes}>`.text)
      .replace(/<title>.*<\/title>/, () => markup`<title>${title}</title>`.text)
      .replace(/<main id="embed">\s*<\/main>/, () => main);
  }

  #preparePage(id: string | null): Page {
    const { atlas } = this.#built;
    const shown = findShownRoutes(atlas, { page: id, routes: [], corridors: [], compare: [] });
    const view = id === null ? findOverview(atlas) : findPlaces(atlas, id);
    return { id, shown, atlas: restrictToRoutes(atlas, shown), view };
  }

  /** What the pictures of a page show. */
  #describePicture({ id, shown, atlas, view }: Page, tr: Translator, places: BaseMapData['places']) {
    return {
      atlas,
      baseMap: { ...this.#built.baseMap, places },
      view,
      theme: 'light' as const,
      lang: tr.lang,
      filters: FILTERS,
      lineNames: formatLineNames(tr, this.#built.atlas),
      title: tr.t('embed.frameTitle', { name: buildContent(this.#built.atlas, tr, id, shown).title }),
    };
  }

  /** The places of the base map, the countries of the page's route where its picture has room for them: of corridors the own places suit. */
  #findPagePlaces(page: Page): BaseMapData['places'] {
    const { places } = this.#built.baseMap;
    const route = page.id === null ? undefined : this.#built.atlas.routes.get(page.id);
    const tr = this.#translators.get('en');
    return route && tr ? placeCountries(this.#describePicture(page, tr, places), [route.links]) : places;
  }

  /** A page in all languages, with its picture and figures. Gives the places of its base map. */
  write(id: string | null): BaseMapData['places'] {
    const page = this.#preparePage(id);
    const places = this.#findPagePlaces(page);
    const grounds = new Map<string, Ground>();
    for (const [lang, tr] of this.#translators) {
      const content = buildContent(this.#built.atlas, tr, id, page.shown);
      const picture = drawPictures(this.#describePicture(page, tr, places), grounds);
      const path = getEmbedPath(id, lang);
      const root = path.includes('/') ? '../' : './';
      const openHref = `${root}index.html?${id === null ? '' : `select=${id}&`}lang=${lang}`;
      const main = writeMain(tr, { ...content, picture, openHref, credit: formatMapCredit(this.#built.manifest.licences) });
      write(path, this.#fillTemplate(id, lang, { root, title: content.title, main: main.text }));
    }
    return places;
  }
}

/** Writes all embed pages and their data. */
export async function writeEmbedPages(built: Built): Promise<void> {
  const { atlas, manifest } = built;
  const base = await readBaseFiles(`${DATA}/`);
  const dictionaries = await Promise.all(LANGS.map(async (lang) => [lang, await loadDictionary(lang)] as const));
  const translators = dictionaries.map(([lang, words]) => [lang, translator(lang, words, atlas.context?.countries)] as const);
  const pages = new EmbedPages(built, new Map(translators));
  mkdirSync(join(DIST, 'embed/data'), { recursive: true });
  for (const page of [null, ...pages.ids]) {
    const places = pages.write(page);
    const data = buildEmbedData(atlas, manifest, { ...base, places: places ?? base.places }, { page });
    write(`embed/data/${page ?? ALL}.json`, JSON.stringify(data));
  }
  const world = buildEmbedData(atlas, manifest, base, { page: null, alternatives: true });
  write(`embed/data/${WORLD}.json`, JSON.stringify(world));
  write('embed/data/names.en.json', JSON.stringify(buildEnglishNames(atlas)));
  for (const [lang, words] of dictionaries) {
    write(`embed/data/words.${lang}.json`, JSON.stringify(pickEmbedMessages(words)));
    if (lang !== 'en') write(`embed/data/names.${lang}.json`, JSON.stringify(buildNames(atlas, base.places, lang)));
  }
  console.log(`${String(pages.ids.length + 1)} embed pages in ${String(LANGS.length)} languages.`);
}
