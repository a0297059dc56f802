/** Colours of pictures: attributes that a style sheet may overrule by class. */
import type { Attributes } from '../core/markup.ts';
import type { Palette } from '../core/style/palette.ts';
import { findLineColour } from '../core/style/paper.ts';

export type Colour = Exclude<keyof Palette, 'line'>;

const toKebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

export interface Paint {
  fill?: Colour | 'none';
  stroke?: Colour;
}

/** Attributes of colours of the palette, with the classes by which a style sheet can replace them. */
export function writePaint(palette: Palette, { fill, stroke }: Paint): Attributes {
  const classes = [fill && fill !== 'none' ? `f-${toKebab(fill)}` : '', stroke ? `s-${toKebab(stroke)}` : ''].filter(Boolean);
  return {
    class: classes.join(' '),
    fill: fill === undefined ? undefined : fill === 'none' ? 'none' : palette[fill],
    stroke: stroke && palette[stroke],
  };
}

/** Stroke, or fill, of a line colour, with the class by which a style sheet can replace it. */
function writeLinePaint({ line }: Palette, colour: string, kind: 'stroke' | 'fill'): Attributes {
  const name = findLineColour(colour);
  return name ? { class: `${kind === 'stroke' ? 's' : 'f'}-line-${name}`, [kind]: line[name] } : { [kind]: colour };
}
export const writeLineStroke = (palette: Palette, colour: string): Attributes => writeLinePaint(palette, colour, 'stroke');
export const writeLineFill = (palette: Palette, colour: string): Attributes => writeLinePaint(palette, colour, 'fill');

/** Colours that pictures have. */
const USED: readonly Colour[] = [
  'space',
  'sea',
  'land',
  'landEdge',
  'lake',
  'river',
  'border',
  'borderDisputed',
  'labelCountry',
  'labelSea',
  'labelTown',
  'labelNode',
  'halo',
  'casing',
  'nodeFill',
  'nodeStroke',
  'areaFill',
  'areaStroke',
  'highlight',
  'mark',
  'text',
  'surface',
  'outline',
];

/** Colours that charts have besides, which are in no picture of an embed. */
const OF_CHARTS: readonly Colour[] = ['textMuted', 'accent'];

const listColours = ({ line }: Palette): string[] => [...USED.map(toKebab), ...Object.keys(line).map((name) => `line-${name}`)];

/**
 * The style sheet of inlined pictures: the palette's custom properties in place of the colours that they were drawn with.
 *
 * @param hasCharts with the colours of charts
 */
export const writePictureCss = (palette: Palette, hasCharts = false): string =>
  [...listColours(palette), ...(hasCharts ? OF_CHARTS.map(toKebab) : [])]
    .map((name) => `.picture .f-${name}{fill:var(--${name})}.picture .s-${name}{stroke:var(--${name})}`)
    .join('');

/** The style sheet of a picture that is a file of its own, drawn in the light colours: the dark ones for readers who like it dark. */
export function writeDarkCss({ line, ...palette }: Palette): string {
  const colours = [
    ...[...USED, ...OF_CHARTS].map((name): [string, string] => [toKebab(name), palette[name]]),
    ...Object.entries(line).map(([name, value]): [string, string] => [`line-${name}`, value]),
  ];
  const rules = colours.map(([name, value]) => `.f-${name}{fill:${value}}.s-${name}{stroke:${value}}`);
  return `@media (prefers-color-scheme:dark){${rules.join('')}}`;
}
