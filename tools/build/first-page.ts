/** What index.html shows before any script, and without one: the picture of the whole, and the routes with their lengths. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { getName, getText } from '../../src/core/dataset/dataset.ts';
import { type Markup, markup } from '../../src/core/markup.ts';
import { FIRST_LANG } from '../../src/core/url/paths.ts';
import { formatLength } from '../../src/i18n/lengths.ts';
import { FILE, NARROW, Pictures, WIDE } from './pictures.ts';
import { readBuilt } from './read-atlas.ts';
import { listPictured } from './view-pictures.ts';

const PLACE = '<!--first-page-->';

/**
 * The pictures of the whole, for the inside of a page: a wide and a narrow one, of which `first.css` shows the one
 * that suits the window, in the colours of the theme. `computeCamera(computeDrawn(…), container)` gives the map that covers it.
 */
async function writePictureHtml(pictures: Pictures): Promise<Markup> {
  const drawn = await Promise.all([WIDE, NARROW].map((shape) => pictures.draw(null, { ...shape, lang: FIRST_LANG })));
  const variants = drawn.map(({ svg }, i) => markup`<div class="${i === 0 ? 'wide' : 'narrow'}">${svg}</div>`);
  return markup`<div class="picture" id="picture" data-pictured="${listPictured(pictures.atlas)}">${variants}</div>`;
}

/** The name of a feature, leading to its page to share, which reads without JavaScript. */
const writeLink = (feature: { id: string; name: string; names: Readonly<Record<string, string>> }): Markup =>
  markup`<a href="pages/${feature.id}.html">${getName('en', feature)}</a>`;

/** The pictures, and the list beside them. */
async function writeFirstPage(pictures: Pictures): Promise<string> {
  const { corridors, routes, context } = pictures.atlas;
  const tr = await pictures.loadTranslator('en');
  const sections = [...corridors.values()]
    .filter(({ kind }) => kind === 'corridor')
    .map((corridor) => {
      const rows = corridor.routes.flatMap((id) => {
        const route = routes.get(id);
        return route ? markup`<li>${writeLink(route)} <span>${formatLength(tr, route)}</span></li>` : [];
      });
      return markup`<section><h3>${writeLink(corridor)}</h3><ul>${rows}</ul></section>`;
    });
  const start = context?.start;
  const lead = start
    ? markup`<h2 class="lead">${getText('en', start.lead)}</h2><p class="about">${getText('en', start.about)}</p>`
    : '';
  return markup`<div class="first" id="first"><header><h1>${tr.t('app.name')}</h1></header><main>${await writePictureHtml(pictures)}<div class="list" tabindex="0"><noscript><p>${tr.t('picture.noScript')}</p></noscript><p class="late">${tr.t('picture.late')}</p>${lead}${sections}</div></main></div>`
    .text;
}

/** Puts the first page into `index.html`. */
const fillFirstPage = async (html: string, pictures: Pictures): Promise<string> =>
  html.includes(PLACE) ? html.split(PLACE).join(await writeFirstPage(pictures)) : html;

/** The same while people work at it, where nothing is built; the data are read once. */
export function showFirstPage(): Plugin {
  let pictures: Pictures | undefined;
  return {
    name: 'first-page',
    apply: 'serve',
    transformIndexHtml: {
      order: 'post',
      handler: async (html) => {
        pictures ??= new Pictures(await readBuilt());
        return fillFirstPage(html, pictures);
      },
    },
  };
}

/** Fills the first page of a built site, and writes a picture of each feature into `pictures/`. */
export async function writeFirst(dist: string, pictures: Pictures): Promise<void> {
  const file = join(dist, 'index.html');
  writeFileSync(file, await fillFirstPage(readFileSync(file, 'utf8'), pictures));
  mkdirSync(join(dist, 'pictures'), { recursive: true });
  for (const id of pictures.ids) {
    const { svg } = await pictures.draw(id, FILE);
    writeFileSync(join(dist, `pictures/${id}.svg`), svg.text);
  }
}
