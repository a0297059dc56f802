/** What index.html shows before any script, and without one: the picture of the whole, and the routes with their lengths. */
import type { Plugin } from 'vite';
import { getName, getText } from '../../src/core/dataset/dataset.ts';
import type { Lang } from '../../src/core/dataset/model.ts';
import { type Markup, markup } from '../../src/core/markup.ts';
import { formatLength } from '../../src/i18n/lengths.ts';
import { FILE, loadPictures, NARROW, WIDE } from './pictures.ts';
import { listPictured } from './view-pictures.ts';

const PLACE = '<!--first-page-->';

/**
 * The pictures of a feature, or of the whole, for the inside of a page: a wide and a narrow one, of which `first.css` shows the one
 * that suits the window, in the colours of the theme. `computeCamera(computeDrawn(…), container)` gives the map that covers it.
 */
async function writePictureHtml(id: string | null, lang: Lang = 'en', { wide = WIDE, narrow = NARROW } = {}): Promise<Markup> {
  const pictures = await loadPictures();
  const drawn = await Promise.all([pictures.draw(id, { ...wide, lang }), pictures.draw(id, { ...narrow, lang })]);
  const variants = drawn.map(({ svg }, i) => markup`<div class="${i === 0 ? 'wide' : 'narrow'}">${svg}</div>`);
  return markup`<div class="picture" id="picture" data-pictured="${listPictured(pictures.atlas)}">${variants}</div>`;
}

/** The name of a feature, leading to its page to share, which reads without JavaScript. */
const writeLink = (feature: { id: string; name: string; names: Readonly<Record<string, string>> }): Markup =>
  markup`<a href="pages/${feature.id}.html">${getName('en', feature)}</a>`;

/** The pictures, and the list beside them. */
async function writeFirstPage(): Promise<string> {
  const pictures = await loadPictures();
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
  return markup`<div class="first" id="first"><header><h1>${tr.t('app.name')}</h1></header><main>${await writePictureHtml(null)}<div class="list" tabindex="0"><noscript><p>${tr.t('picture.noScript')}</p></noscript><p class="late">${tr.t('picture.late')}</p>${lead}${sections}</div></main></div>`
    .text;
}

/** Puts the first page into index.html, and a picture of each feature into `pictures/`. */
export function firstPagePlugin(): Plugin {
  return {
    name: 'first-page',
    transformIndexHtml: {
      order: 'post',
      handler: async (html) => (html.includes(PLACE) ? html.split(PLACE).join(await writeFirstPage()) : html),
    },
    async generateBundle() {
      const pictures = await loadPictures();
      for (const id of pictures.ids) {
        const { svg } = await pictures.draw(id, FILE);
        this.emitFile({ type: 'asset', fileName: `pictures/${id}.svg`, source: svg.text });
      }
    },
  };
}
