/** What index.html shows before any script, and without one: the picture of the whole, and the routes with their lengths. */
import type { Plugin } from 'vite';
import { nameOf } from '../../src/core/dataset/dataset.ts';
import type { Lang } from '../../src/core/dataset/model.ts';
import { element, escaped } from '../../src/svg/markup.ts';
import { FILE, NARROW, pictures, WIDE } from './pictures.ts';

const PLACE = '<!--first-page-->';

/**
 * The pictures of a feature, or of the whole, for the inside of a page: a wide and a narrow one, of which `ui/first.css` shows
 * the one that suits the window, in the colours of the theme. `cameraFor(drawnOf(…), container)` gives the map that covers it.
 */
export async function pictureHtml(id: string | null, lang: Lang = 'en', { wide = WIDE, narrow = NARROW } = {}): Promise<string> {
  const { pictureOf } = await pictures();
  const drawn = await Promise.all([wide, narrow].map((wish) => pictureOf(id, { ...wish, lang })));
  const variants = drawn.map(({ svg }, i) => `<div class="${i === 0 ? 'wide' : 'narrow'}">${svg}</div>`);
  return `<div class="picture" id="picture">${variants.join('')}</div>`;
}

/** The name of a feature, leading to its page to share, which reads without JavaScript. */
const page = (feature: { id: string; name: string; names: Readonly<Record<string, string>> }): string =>
  element('a', { href: `pages/${feature.id}.html` }, escaped(nameOf('en', feature)));

/** The pictures, and the list beside them. */
async function firstPage(): Promise<string> {
  const { atlas, words } = await pictures();
  const tr = await words('en');
  const routes = [...atlas.corridors.values()]
    .filter(({ kind }) => kind === 'corridor')
    .map((corridor) => {
      const rows = corridor.routes.flatMap((id) => {
        const route = atlas.routes.get(id);
        return route ? element('li', {}, `${page(route)} <span>${escaped(tr.km(route.drawnKm))}</span>`) : [];
      });
      return element('section', {}, element('h2', {}, page(corridor)) + element('ul', {}, rows.join('')));
    });
  return [
    '<div class="first" id="first">',
    element('header', {}, element('h1', {}, escaped(tr.t('app.name')))),
    '<main>',
    await pictureHtml(null),
    element(
      'div',
      { class: 'list', tabindex: 0 },
      element('noscript', {}, element('p', {}, escaped(tr.t('picture.noScript')))) + routes.join(''),
    ),
    '</main></div>',
  ].join('');
}

/** Puts the first page into index.html, and a picture of each feature into `pictures/`. */
export function firstPagePlugin(): Plugin {
  return {
    name: 'first-page',
    transformIndexHtml: {
      order: 'post',
      handler: async (html) => (html.includes(PLACE) ? html.split(PLACE).join(await firstPage()) : html),
    },
    async generateBundle() {
      const { ids, pictureOf } = await pictures();
      for (const id of ids) {
        this.emitFile({ type: 'asset', fileName: `pictures/${id}.svg`, source: (await pictureOf(id, FILE)).svg });
      }
    },
  };
}
