/** What index.html shows before any script, and without one: the picture of the whole, and the routes with their lengths. */
import type { Plugin } from 'vite';
import { getName } from '../../src/core/dataset/dataset.ts';
import type { Lang } from '../../src/core/dataset/model.ts';
import { writeElement, escapeAttribute } from '../../src/svg/markup.ts';
import { FILE, NARROW, drawPictures, WIDE } from './pictures.ts';

const PLACE = '<!--first-page-->';

/**
 * The pictures of a feature, or of the whole, for the inside of a page: a wide and a narrow one, of which `ui/first.css` shows
 * the one that suits the window, in the colours of the theme. `cameraFor(drawnOf(…), container)` gives the map that covers it.
 */
export async function writePictureHtml(
  id: string | null,
  lang: Lang = 'en',
  { wide = WIDE, narrow = NARROW } = {},
): Promise<string> {
  const { pictureOf } = await drawPictures();
  const drawn = await Promise.all([wide, narrow].map((request) => pictureOf(id, { ...request, lang })));
  const variants = drawn.map(({ svg }, i) => `<div class="${i === 0 ? 'wide' : 'narrow'}">${svg}</div>`);
  return `<div class="picture" id="picture">${variants.join('')}</div>`;
}

/** The name of a feature, leading to its page to share, which reads without JavaScript. */
const page = (feature: { id: string; name: string; names: Readonly<Record<string, string>> }): string =>
  writeElement('a', { href: `pages/${feature.id}.html` }, escapeAttribute(getName('en', feature)));

/** The pictures, and the list beside them. */
async function firstPage(): Promise<string> {
  const { atlas, words } = await drawPictures();
  const tr = await words('en');
  const routes = [...atlas.corridors.values()]
    .filter(({ kind }) => kind === 'corridor')
    .map((corridor) => {
      const rows = corridor.routes.flatMap((id) => {
        const route = atlas.routes.get(id);
        return route ? writeElement('li', {}, `${page(route)} <span>${escapeAttribute(tr.km(route.drawnKm))}</span>`) : [];
      });
      return writeElement('section', {}, writeElement('h2', {}, page(corridor)) + writeElement('ul', {}, rows.join('')));
    });
  return [
    '<div class="first" id="first">',
    writeElement('header', {}, writeElement('h1', {}, escapeAttribute(tr.t('app.name')))),
    '<main>',
    await writePictureHtml(null),
    writeElement(
      'div',
      { class: 'list', tabindex: 0 },
      writeElement('noscript', {}, writeElement('p', {}, escapeAttribute(tr.t('picture.noScript')))) + routes.join(''),
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
      const { ids, pictureOf } = await drawPictures();
      for (const id of ids) {
        this.emitFile({ type: 'asset', fileName: `pictures/${id}.svg`, source: (await pictureOf(id, FILE)).svg });
      }
    },
  };
}
