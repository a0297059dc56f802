/**
 * Pictures at build time: of every corridor, route and area, and of the whole. Pages inline them, social cards are made of
 * them, `vite build` writes them to `dist/pictures`.
 */
import { type Padding, findOverview, findPlaces } from '../../src/core/geo/camera.ts';
import { findFeature, getName } from '../../src/core/dataset/dataset.ts';
import type { Lang } from '../../src/core/dataset/model.ts';
import type { Theme } from '../../src/core/style/palette.ts';
import type { Size } from '../../src/core/geo/projection.ts';
import type { Filters } from '../../src/core/url/view.ts';
import { loadDictionary } from '../../src/i18n/index.ts';
import { type Translator, translator } from '../../src/i18n/translate.ts';
import { writePicture, type Picture, type PictureOptions } from '../../src/svg/picture.ts';
import { type Built, readBuilt } from './read-atlas.ts';

export interface PictureRequest {
  size: Size;
  lang?: Lang;
  theme?: Theme;
  padding?: Padding;
  bleed?: number;
  detail?: PictureOptions['detail'];
  prefix?: string;
  standalone?: boolean;
}

export interface Pictures extends Built {
  words(lang: Lang): Promise<Translator>;
  /** Ids that have a picture of their own: corridors, routes, areas. */
  ids: string[];
  /** The picture of a feature with the feature selected, or of the whole; the same one for the same wish. */
  pictureOf(id: string | null, request: PictureRequest): Promise<Picture>;
}

/** The map of the first page, and of a phone, where the sheet lies over the lower half of it. */
export const WIDE: PictureRequest = {
  size: { width: 864, height: 740 },
  padding: { top: 40, right: 60, bottom: 40, left: 60 },
  bleed: 160,
  detail: 'small',
  prefix: 'w-',
};
export const NARROW: PictureRequest = {
  size: { width: 390, height: 690 },
  padding: { top: 30, right: 34, bottom: 316, left: 34 },
  bleed: 40,
  detail: 'small',
  prefix: 'n-',
};
/** A picture as a file of its own. */
export const FILE: PictureRequest = { size: { width: 1200, height: 800 }, standalone: true };

async function make(): Promise<Pictures> {
  const built = await readBuilt();
  const { atlas, baseMap } = built;
  const alternatives = [...atlas.routes.values()].filter(({ kind }) => kind === 'alternative').map(({ id }) => id);
  const shown = (id: string | null): Filters => ({
    hiddenGroups: alternatives.filter((alternative) => alternative !== id),
    hiddenModes: [],
    hiddenStatuses: [],
    year: null,
  });
  const words = async (lang: Lang): Promise<Translator> => translator(lang, await loadDictionary(lang), atlas.context?.countries);
  const made = new Map<string, Promise<Picture>>();

  async function draw(id: string | null, { lang = 'en', theme = 'light', ...request }: PictureRequest): Promise<Picture> {
    const tr = await words(lang);
    const found = id === null ? null : findFeature(atlas, id);
    const named = found && ('properties' in found.value ? found.value.properties : found.value);
    const name = named && 'name' in named ? getName(lang, named) : tr.t('app.name');
    const corridors = [...atlas.corridors.values()].filter(({ kind }) => kind === 'corridor').map((one) => getName(lang, one));
    return writePicture({
      ...request,
      atlas,
      baseMap,
      lang,
      theme,
      filters: shown(id),
      selected: id,
      view: id === null ? findOverview(atlas) : findPlaces(atlas, id),
      title: tr.t('picture.title', { name }),
      description:
        found?.kind === 'route'
          ? tr.t('picture.route', {
              km: tr.km(found.value.drawnKm),
              countries: tr.list(found.value.byCountry.map(({ code }) => tr.country(code))),
            })
          : tr.t('picture.whole', { corridors: tr.list(corridors) }),
    });
  }

  return {
    ...built,
    words,
    ids: [...atlas.corridors.keys(), ...atlas.routes.keys(), ...atlas.areas.keys()],
    pictureOf(id, request) {
      const key = JSON.stringify([id, request]);
      const drawn = made.get(key) ?? draw(id, request);
      made.set(key, drawn);
      return drawn;
    },
  };
}

let made: Promise<Pictures> | undefined;

/** The pictures of the built dataset, which is read once. */
export const drawPictures = (): Promise<Pictures> => (made ??= make());
