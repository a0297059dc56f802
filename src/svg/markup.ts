/** SVG as text: whatever comes from the data is escaped, colours are attributes that a style sheet may overrule by class. */
import { escapeText } from '../core/url/escape.ts';
import type { Palette } from '../core/style/palette.ts';

export type Colour = Exclude<keyof Palette, 'line'>;

/** Text for the inside of an element or an attribute, without characters that XML does not have. */
export function escapeAttribute(text: string): string {
  // eslint's no-control-regex would forbid the plain class.
  const kept = [...text].filter((character) => {
    const code = character.codePointAt(0)!;
    return code === 9 || code === 10 || (code >= 32 && !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff);
  });
  return escapeText(kept.join(''));
}

export type Attributes = Record<string, string | number | undefined>;

/** An element; attributes without a value are left out. */
export function writeElement(name: string, attributes: Attributes, inside = ''): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([key, value]) => ` ${key}="${escapeAttribute(String(value))}"`)
    .join('');
  return inside === '' ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>`;
}

/** A group; nothing where nothing is in it. */
export const writeGroup = (attributes: Attributes, inside: string): string =>
  inside === '' ? '' : writeElement('g', attributes, inside);

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

export interface Paint {
  fill?: Colour | 'none';
  stroke?: Colour;
}

/** Attributes of colours of the palette, with the classes by which a style sheet can set them anew. */
export function writePaint(palette: Palette, { fill, stroke }: Paint): Attributes {
  const classes = [fill && fill !== 'none' ? `f-${kebab(fill)}` : '', stroke ? `s-${kebab(stroke)}` : ''].filter(Boolean);
  return {
    class: classes.join(' '),
    fill: fill === undefined ? undefined : fill === 'none' ? 'none' : palette[fill],
    stroke: stroke && palette[stroke],
  };
}

/** Colours that pictures have. */
const USED: readonly Colour[] = [
  ...(['space', 'sea', 'land', 'landEdge', 'lake', 'river', 'border', 'borderDisputed'] as const),
  ...(['labelCountry', 'labelSea', 'labelTown', 'labelNode', 'halo', 'casing', 'nodeFill', 'nodeStroke'] as const),
  ...(['areaFill', 'areaStroke', 'highlight', 'mark', 'text', 'surface', 'outline'] as const),
];

/** The style sheet of inlined pictures: the palette's custom properties in place of the colours that they were drawn with. */
export function writePictureCss({ line }: Palette): string {
  const names = [...USED.map(kebab), ...Object.keys(line).map((name) => `line-${name}`)];
  return names.map((name) => `.picture .f-${name}{fill:var(--${name})}.picture .s-${name}{stroke:var(--${name})}`).join('');
}
