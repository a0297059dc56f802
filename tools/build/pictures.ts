/**
 * Pictures at build time: of every corridor, route, area, claim and ready-made comparison, and of the whole. The first page and the pages to share inline
 * them, cards are made of them, `first-page.ts` writes them to `dist/pictures`.
 */
import { type Atlas, computeBounds, findFeature, getName, getText } from '../../src/core/dataset/dataset.ts';
import { ALL } from '../../src/core/url/paths.ts';
import { computeComparedLines } from '../../src/core/compare/compared-lines.ts';
import { findComparedPlaces } from '../../src/core/compare/compared-places.ts';
import { uniteBoxes } from '../../src/core/geo/bounding-box.ts';
import { getLanguage, type Lang, type Position, type Story } from '../../src/core/dataset/model.ts';
import { findOverview, findPlaces, getEdges, WORLD } from '../../src/core/geo/camera.ts';
import { computeMapPadding, listCoveredBoxes } from '../../src/core/geo/map-room.ts';
import type { Size } from '../../src/core/geo/projection.ts';
import { loadDictionary } from '../../src/i18n/index.ts';
import { formatLength } from '../../src/i18n/lengths.ts';
import { formatLineNames } from '../../src/i18n/names/line-names.ts';
import { type Translator, translator } from '../../src/i18n/translate.ts';
import { drawFirstView } from '../../src/pages/story/chapter-picture.ts';
import { getComparedRows, getHeading, type Subject } from '../../src/pages/subject.ts';
import { type Ground, type Picture, type PictureOptions, writePicture } from '../../src/svg/picture.ts';
import type { Built } from './read-atlas.ts';

type Shape = Pick<PictureOptions, 'size' | 'padding' | 'foot' | 'covered' | 'bleed' | 'detail' | 'prefix' | 'omitsGround'>;

export interface PictureRequest extends Shape {
  lang?: Lang;
  theme?: PictureOptions['theme'];
}

/** A picture in the place of the live map, with the room that the app keeps for buttons, credits, key and sheet. */
const buildShape = (size: Size, covered: number, { isNarrow }: { isNarrow: boolean }): PictureRequest => ({
  size,
  padding: computeMapPadding({ isNarrow, covered }),
  ...(covered > 0 && { foot: covered }),
  covered: listCoveredBoxes(size, { isNarrow, covered }),
  detail: 'small',
});

/** The map of the first page, and of a phone, where the sheet lies over the lower half of it. */
export const WIDE: PictureRequest = {
  ...buildShape({ width: 864, height: 740 }, 0, { isNarrow: false }),
  bleed: 160,
  prefix: 'w-',
};
export const NARROW: PictureRequest = {
  ...buildShape({ width: 390, height: 792 }, 396, { isNarrow: true }),
  // On an upright tablet it stands lower, with the rim of the globe above it.
  bleed: 64,
  prefix: 'n-',
};
/** A picture as a file of its own. */
export const FILE: PictureRequest = { size: { width: 1200, height: 800 } };

/** Degrees of latitude that the picture of a claim shows at the least, so that it says where a single place is. */
const CLAIM_DEGREES = 8;

/** Draws pictures of one built dataset; dictionaries are loaded once. */
export class Pictures {
  readonly #built: Built;
  readonly #translators = new Map<Lang, Promise<Translator>>();
  readonly #drawn = new Map<string, Promise<Picture>>();
  /** What subjects are about, by their ids. */
  readonly #features = new Map<string, readonly string[]>();
  /** Drawn once for all languages. */
  readonly #grounds = new Map<string, Ground>();

  constructor(built: Built) {
    this.#built = built;
  }

  get atlas(): Atlas {
    return this.#built.atlas;
  }

  /** Ids that have a picture of their own: corridors, routes, areas. */
  get ids(): string[] {
    const { corridors, routes, areas } = this.atlas;
    return [...corridors.keys(), ...routes.keys(), ...areas.keys()];
  }

  loadTranslator(lang: Lang): Promise<Translator> {
    const known = this.#translators.get(lang);
    const loaded =
      known ?? loadDictionary(lang).then((dictionary) => translator(lang, dictionary, this.atlas.context?.countries));
    this.#translators.set(lang, loaded);
    return loaded;
  }

  /** The picture of a feature with the feature selected, or of the whole; drawn once for each request. */
  draw(id: string | null, request: PictureRequest): Promise<Picture> {
    const key = JSON.stringify([id, request]);
    const drawn = this.#drawn.get(key) ?? this.#drawFeature(id, request);
    this.#drawn.set(key, drawn);
    return drawn;
  }

  /** The pictures of the first page in a language, without what is below their names: `renamePicture` of the app puts them over it. */
  async writeOverview(lang: Lang): Promise<string[]> {
    const isRtl = getLanguage(lang).direction === 'rtl';
    const drawn = await Promise.all(
      [WIDE, NARROW].map((shape) => {
        const { size, foot = 0 } = shape;
        const covered = listCoveredBoxes(size, { isNarrow: shape === NARROW, isRtl, covered: foot });
        return this.draw(null, { ...shape, covered, lang, omitsGround: true });
      }),
    );
    return drawn.map(({ svg }) => svg.text);
  }

  async #drawFeature(id: string | null, { lang = 'en', ...request }: PictureRequest): Promise<Picture> {
    const tr = await this.loadTranslator(lang);
    const found = id === null ? null : findFeature(this.atlas, id);
    const named = found && ('properties' in found.value ? found.value.properties : found.value);
    const name = named && 'name' in named ? getName(lang, named) : tr.t('app.name');
    const corridors = [...this.atlas.corridors.values()].filter(({ kind }) => kind === 'corridor');
    return this.#drawIds(id === null ? [] : [id], tr.lang, {
      ...request,
      about: id ?? ALL,
      lineNames: formatLineNames(tr, this.atlas),
      view: () => (id === null ? findOverview(this.atlas) : findPlaces(this.atlas, id)),
      title: tr.t('picture.title', { name }),
      description:
        found?.kind === 'route'
          ? tr.t('picture.route', {
              km: formatLength(tr, found.value),
              countries: tr.list(found.value.byCountry.map(({ code }) => tr.country(code))),
            })
          : tr.t('picture.whole', { corridors: tr.list(corridors.map((corridor) => getName(lang, corridor))) }),
    });
  }

  /** The picture of what a page to share is about, in the colours of the light theme. */
  drawSubject(tr: Translator, subject: Subject, shape: Shape): Picture {
    const title = tr.t('sharePage.picture', { name: getHeading({ tr }, subject) });
    const about = `${subject.kind} ${subject.id}`;
    if (subject.kind === 'comparison') {
      const rows = getComparedRows(this.atlas, subject.value);
      const compared = computeComparedLines(rows);
      return this.#drawIds([], tr.lang, { ...shape, about, view: () => findComparedPlaces(rows), compared, title });
    }
    const ids = this.#features.get(subject.id) ?? findSubjectFeatures(this.atlas, subject);
    this.#features.set(subject.id, ids);
    const view = (): Position[] => findSubjectEdges(this.atlas, ids, subject.kind === 'claim' ? CLAIM_DEGREES : 0);
    return this.#drawIds(ids, tr.lang, { ...shape, about, view, title });
  }

  /** What a story shows first, for its preview card. */
  drawStory(tr: Translator, story: Story): ReturnType<typeof drawFirstView> {
    const title = tr.t('sharePage.picture', { name: getText(tr.lang, story.title) });
    return drawFirstView(this.#built, story, { tr, title });
  }

  /** Alternative routes are hidden unless the picture is about them; the first feature is selected. */
  #drawIds(
    ids: readonly string[],
    lang: Lang,
    {
      about,
      ...options
    }: Shape &
      Pick<PictureOptions, 'title' | 'lineNames' | 'compared'> & {
        /** Looks up what is in view. */
        view: () => PictureOptions['view'];
        /** What tells the picture from all others of its shape and theme, whatever its language. */
        about: string;
        description?: string;
        theme?: PictureOptions['theme'];
      },
  ): Picture {
    const { atlas, baseMap } = this.#built;
    const { theme, size, padding, foot, bleed, detail } = options;
    const key = JSON.stringify([about, theme, size, padding, foot, bleed, detail]);
    const ground = this.#grounds.get(key);
    const view = ground?.camera ?? options.view();
    const picture = writePicture({
      theme: 'light',
      ...options,
      view: 'zoom' in view || view.length > 0 ? view : WORLD,
      ground,
      atlas,
      baseMap,
      lang,
      filters: { hiddenGroups: findOtherAlternatives(atlas, ids), hiddenModes: [], hiddenStatuses: [], year: null },
      selected: ids[0] ?? null,
    });
    this.#grounds.set(key, picture.ground);
    return picture;
  }
}

/** Alternative routes that a picture is not about. */
function findOtherAlternatives(atlas: Atlas, ids: readonly string[]): string[] {
  const shown = new Set(ids.flatMap((id) => [id, ...(atlas.corridors.get(id)?.routes ?? [])]));
  return [...atlas.routes.values()].filter(({ id, kind }) => kind === 'alternative' && !shown.has(id)).map(({ id }) => id);
}

/** The features that a picture is about, the selected one first. */
function findSubjectFeatures(atlas: Atlas, subject: Subject): string[] {
  if (subject.kind !== 'claim') return [subject.id];
  const placed = subject.value.features.filter((id) => computeBounds(atlas, id));
  // What others are compared with is everywhere: it frames nothing unless it stands alone.
  const framing = placed.filter((id) => atlas.corridors.get(id)?.kind !== 'comparison');
  return framing.length > 0 ? framing : placed;
}

/** @param least degrees of latitude that the extent has at the least; twice as many of longitude */
function findSubjectEdges(atlas: Atlas, ids: readonly string[], least: number): Position[] {
  const extent = uniteBoxes(ids.map((id) => computeBounds(atlas, id)));
  if (!extent) return [];
  const [west, south, east, north] = extent;
  const [only, ...others] = ids;
  // A place that is alone on the map is shown with what lies round it.
  const around = only !== undefined && others.length === 0 ? findPlaces(atlas, only) : [];
  if (west === east && south === north && around.length > 1) return around;
  const lon = Math.max(0, 2 * least - (east - west)) / 2;
  const lat = Math.max(0, least - (north - south)) / 2;
  return getEdges([west - lon, south - lat, east + lon, north + lat]);
}
