/** The map as SVG, the same as the live one: in a page before any script, without WebGL, on paper, as a file. */
import type { BaseMapData } from '../core/dataset/load/load-base-map.ts';
import { fitCamera, type Padding } from '../core/geo/camera.ts';
import { type Attributes, type Markup, type Part, markup, writeElement, writeGroup } from '../core/markup.ts';
import type { ComparedLine } from '../core/compare/compared-lines.ts';
import type { Atlas } from '../core/dataset/dataset.ts';
import type { Lang, Leg, Position } from '../core/dataset/model.ts';
import type { LineNames } from '../core/style/line-names.ts';
import { type Palette, PALETTES, type Theme } from '../core/style/palette.ts';
import { type Perspective, computePerspective, createProjection, type Projection, type Size } from '../core/geo/projection.ts';
import type { Camera, Filters } from '../core/url/view.ts';
import { findPlaceAt } from '../core/geo/find-place-at.ts';
import { type Canvas, BASE_MAP } from './map/canvas.ts';
import type { Frame } from './geometry.ts';
import { drawBaseMap } from './map/base-map.ts';
import type { Label } from './map/labels.ts';
import type { EventMark } from './map/name-setter.ts';
import { drawNames, findCrossedPlaces as findCrossed } from './map/names.ts';
import { listLetterBoxes } from './map/compared.ts';
import { drawNetwork } from './map/network.ts';

export interface PictureOptions {
  atlas: Atlas;
  baseMap: BaseMapData;
  /** What is in view: a camera, or places to fit with a margin; see `findPlaces` and `findOverview`. */
  view: Camera | readonly Position[];
  /** Pixels. */
  size: Size;
  theme: Theme;
  /** Colours other than those of the theme, as paper has. */
  palette?: Palette;
  /** Lines are told apart by dashes in place of colours; not by default. */
  isDashed?: boolean;
  /** False for a map without any name. */
  isNamed?: boolean;
  lang: Lang;
  filters: Filters;
  selected?: string | null;
  /** Events that are drawn, see `listEventMarks`; none by default. */
  events?: readonly EventMark[];
  /** Nodes and areas that are pointed out besides. */
  marked?: readonly string[];
  /** Compared paths over the network, which is dimmed for them. */
  compared?: readonly ComparedLine[];
  /** What is drawn over the network, below its names. */
  drawOver?: (canvas: Canvas) => Part;
  /** What is drawn over all the rest. */
  drawOnTop?: (canvas: Canvas) => Part;
  title: string;
  description?: string;
  /** How closely the base map is drawn: `small` for a picture that is a part of a page, `fine` by default. */
  detail?: keyof typeof BASE_MAP;
  /** Pixels drawn beyond each edge, for a container of another shape; none by default. */
  bleed?: number;
  padding?: Padding;
  /** Pixels of the foot that a page lays over the picture: the middle of the map is that of the rest. */
  foot?: number;
  /** Boxes that a page lays over the picture, in its pixels: names keep clear of them. */
  covered?: readonly Frame[];
  /** What is written along each corridor while nothing is chosen; nothing by default. */
  lineNames?: LineNames;
  /** That of the same picture in another language, in place of `view`; drawn where it is missing. */
  ground?: Ground | undefined;
  /** The picture is what is above its ground, in an empty place for that. */
  omitsGround?: boolean;
  /** That of a live map which coincides with another picture. */
  perspective?: Perspective;
  /** Tells the symbols of one picture from those of another in the same page; letters and hyphens. */
  prefix?: string;
  /** Further attributes of the `<svg>`. */
  attributes?: Attributes;
}

/** All of a picture that is below its names: the same in every language, and most of the work. */
export interface Ground {
  camera: Camera;
  drawn: Markup;
  seen: Canvas['seen'];
}

export interface Picture {
  /** An `<svg>` element. */
  svg: Markup;
  camera: Camera;
  ground: Ground;
  size: Size;
  labels: Label[];
  /** What the symbols on it are, each once; those that step back are left out. */
  symbols: string[];
}

const NO_GROUND = markup`<g data-part="ground"></g>`;

const MARGIN = 24;
export const FONTS = "'Noto Sans','Noto Sans Georgian',system-ui,sans-serif";

/** What a picture is drawn on. */
function createCanvas(options: PictureOptions, view: Projection): Canvas {
  const { size, theme, compared = [], bleed = 0, detail = 'fine' } = options;
  const frame: Frame = [-bleed, -bleed, size.width + bleed, size.height + bleed];
  return {
    view,
    palette: options.palette ?? PALETTES[theme],
    isDashed: options.isDashed ?? false,
    bleed,
    detail: BASE_MAP[detail],
    frame,
    seen: options.ground?.seen ?? new Map(),
    covered: [...(options.covered ?? []), ...listLetterBoxes({ compared, theme }, { view, frame, bleed })],
  };
}

/** The camera of a picture, and what its parts are drawn on and by. */
function prepare(options: PictureOptions) {
  const { view: requested, size, theme, lang, filters, selected = null, marked = [], compared = [] } = options;
  const perspective = options.perspective ?? { ...computePerspective(size), foot: options.foot ?? 0 };
  const margin = { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN };
  const view = options.ground?.camera ?? requested;
  const camera = 'zoom' in view ? view : fitCamera(view, size, { padding: options.padding ?? margin, perspective });
  const canvas = createCanvas(options, createProjection(camera, size, perspective));
  const named = {
    lang,
    theme,
    filters,
    prefix: options.prefix ?? 'm-',
    choice: { selected, marked, compared },
    events: options.events,
    lineNames: options.lineNames ?? {},
    isNamed: options.isNamed ?? true,
  };
  return { camera, canvas, named };
}

/**
 * Where the names of countries that lines cross have room beside all other names of a picture, in any language.
 *
 * @param lines in the order of travel
 */
export function findCrossedPlaces(
  options: PictureOptions,
  lines: readonly (readonly Leg[])[],
): { camera: Camera; places: { code: string; at: Position }[] } {
  const { camera, canvas, named } = prepare(options);
  const places = findCrossed(options.atlas, options.baseMap, { ...named, lines }, canvas);
  return { camera, places: places.map(({ code, at }) => ({ code, at: findPlaceAt(canvas.view, at) })) };
}

/** Draws a picture, with the camera that it was drawn for. */
export function writePicture(options: PictureOptions): Picture {
  const { atlas, baseMap, size, theme, lang, filters, selected = null, marked = [], compared = [] } = options;
  const { title, description, attributes, foot = 0 } = options;
  const { camera, canvas, named } = prepare(options);
  const names = drawNames(atlas, baseMap, named, canvas);
  const drawn =
    options.ground?.drawn ??
    markup`${drawBaseMap(baseMap, canvas)}${drawNetwork(atlas, { lang, theme, filters, selected, marked, compared }, canvas)}`;
  const svg = writeElement(
    'svg',
    {
      ...attributes,
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${size.width} ${size.height}`,
      // A style sheet may give it another size; programs that know none, such as readers of books, have this one.
      width: size.width,
      height: size.height,
      role: 'img',
      // Not by the id of the title: optimizers drop that.
      'aria-label': title,
      lang,
      // Names are anchored by left and right, whatever page the picture is in.
      direction: 'ltr',
      'font-family': FONTS,
      'data-camera': `${camera.zoom}/${camera.lat}/${camera.lon}${foot > 0 ? `/${foot}` : ''}`,
    },
    writeElement('title', {}, title),
    description && writeElement('desc', {}, description),
    options.omitsGround ? NO_GROUND : writeGroup({ 'data-part': 'ground' }, drawn),
    options.drawOver?.(canvas),
    names.svg,
    options.drawOnTop?.(canvas),
  );
  const symbols = [...new Set(names.marks.filter(({ opacity = 1 }) => opacity === 1).map(({ symbol }) => symbol))];
  return { svg, camera, ground: { camera, drawn, seen: canvas.seen }, size, labels: names.labels, symbols };
}
