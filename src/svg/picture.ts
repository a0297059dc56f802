/** The map as SVG, the same as the live one: in a page before any script, without WebGL, on paper, as a file. */
import type { BaseMapData } from '../core/dataset/load-base-map.ts';
import { fitCamera, type Padding } from '../core/geo/camera.ts';
import type { ComparedLine } from '../core/compare/compared-lines.ts';
import type { Atlas } from '../core/dataset/dataset.ts';
import type { Lang, Position } from '../core/dataset/model.ts';
import { PALETTES, type Theme } from '../core/style/palette.ts';
import { type Perspective, createProjection, type Size } from '../core/geo/projection.ts';
import type { Camera, Filters } from '../core/url/view.ts';
import { type Canvas, BASE_MAP } from './canvas.ts';
import { drawBaseMap } from './base-map.ts';
import type { Label } from './labels.ts';
import { writeElement, escapeAttribute } from './markup.ts';
import { drawNames } from './names.ts';
import { drawNetwork } from './network.ts';

export interface PictureOptions {
  atlas: Atlas;
  baseMap: BaseMapData;
  /** Where to look: a camera, or places to fit with a margin; see `placesOf` and `overviewOf`. */
  view: Camera | readonly Position[];
  /** Pixels. */
  size: Size;
  theme: Theme;
  lang: Lang;
  filters: Filters;
  selected?: string | null;
  /** Compared ways over the network, which steps back for them. */
  compared?: readonly ComparedLine[];
  title: string;
  description?: string;
  /** How closely the ground is drawn: `small` for a picture that is a part of a page, `fine` by default. */
  detail?: keyof typeof BASE_MAP;
  /** Pixels drawn beyond each edge, for a container of another shape; none by default. */
  bleed?: number;
  padding?: Padding;
  /** Where the picture stands in for a live map that was set to coincide with another picture. */
  perspective?: Perspective;
  /** Tells the symbols of one picture from those of another in the same page; letters and hyphens. */
  prefix?: string;
  /** Adds `width` and `height`, for a file of its own; an inlined picture takes the size of its container. */
  standalone?: boolean;
}

export interface Picture {
  svg: string;
  camera: Camera;
  size: Size;
  labels: Label[];
}

const MARGIN = 24;
export const FONTS = "'Noto Sans','Noto Sans Georgian',system-ui,sans-serif";

/** Draws a picture and tells of its camera. */
export function writePicture(options: PictureOptions): Picture {
  const {
    atlas,
    baseMap,
    view: wanted,
    size,
    theme,
    lang,
    filters,
    selected = null,
    compared = [],
    title,
    description,
  } = options;
  const { bleed = 0, detail = 'fine', prefix = 'm-', standalone = false } = options;
  const margin = { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN };
  const camera = 'zoom' in wanted ? wanted : fitCamera(wanted, size, { padding: options.padding ?? margin, maxZoom: 11 });
  const view = createProjection(camera, size, options.perspective);
  const canvas: Canvas = {
    view,
    palette: PALETTES[theme],
    bleed,
    detail: BASE_MAP[detail],
    frame: [-bleed, -bleed, size.width + bleed, size.height + bleed],
  };
  const draw = { lang, theme, filters };
  const names = drawNames(atlas, baseMap.places, { ...draw, prefix, taken: [] }, canvas);
  const svg = writeElement(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${size.width} ${size.height}`,
      ...(standalone ? { width: size.width, height: size.height } : {}),
      role: 'img',
      'aria-labelledby': `${prefix}title`,
      lang,
      'font-family': FONTS,
      'data-camera': `${camera.zoom}/${camera.lat}/${camera.lon}`,
    },
    writeElement('title', { id: `${prefix}title` }, escapeAttribute(title)) +
      (description ? writeElement('desc', {}, escapeAttribute(description)) : '') +
      drawBaseMap(baseMap, canvas) +
      drawNetwork(atlas, { ...draw, selected, compared }, canvas) +
      names.svg,
  );
  return { svg, camera, size, labels: names.labels };
}

/** The picture as the text of an `<svg>`. */
export const drawPicture = (options: PictureOptions): string => writePicture(options).svg;
