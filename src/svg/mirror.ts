/** Drawings for languages that run from right to left: charts and sheets are turned round, maps are not. */
import { getLanguage, LANGS } from '../core/dataset/model.ts';
import { Markup, markup, type Part } from '../core/markup.ts';
import { px } from './geometry.ts';

const TEXT = /<text([^>]*)>([\s\S]*?)<\/text>/g;
/** Which end of a text lies at its place, when left and right are exchanged. */
const TURNED: Readonly<Record<string, string>> = { start: 'end', end: 'start', middle: 'middle' };

const isRightToLeft = (lang: string): boolean => LANGS.some((one) => one === lang && getLanguage(one).direction === 'rtl');

/** The letter of a compared thing before its length, whose digits would else be set with the letter from left to right. */
const LETTER = /^([A-Z]\d*)(?=\s+[۰-۹])/;

/** Where a text begins with a digit, Chromium sets it apart, behind all others, unless a sign of the direction goes before it. */
const DIGIT = /^(?=[۰-۹])/;

/** A number at the start of a line of Latin words, such as the day of a date, which stays before them by a sign of their direction. */
const LATIN_NUMBER = /^(?=\d+ [A-Za-z])/;

/**
 * A text of a drawing that is turned round, turned back at its place and set from right to left. The direction is in the text, by
 * U+2067 and U+2069: not every program that shows SVG knows the attribute.
 */
function turnBack(attributes: string, content: string): string {
  const x = Number(/ x="([^"]*)"/.exec(attributes)?.[1] ?? 0);
  const anchor = / text-anchor="(\w+)"/.exec(attributes)?.[1] ?? 'start';
  const rest = attributes.replace(/ text-anchor="\w+"/, '');
  return `<text${rest} text-anchor="${TURNED[anchor] ?? anchor}" transform="matrix(-1 0 0 1 ${px(2 * x)} 0)">\u2067${content.replace(LETTER, '$1\u200f').replace(DIGIT, '\u200f').replace(LATIN_NUMBER, '\u200e')}\u2069</text>`;
}

/** Parts of a drawing of a width, as they are or, in a language that runs from right to left, mirrored with all texts legible. */
export function drawInDirection(lang: string, width: number, ...parts: Part[]): Part {
  if (!isRightToLeft(lang)) return parts;
  const turned = markup`${parts}`.text.replace(TEXT, (_, attributes: string, content: string) => turnBack(attributes, content));
  return markup`<g transform="matrix(-1 0 0 1 ${width} 0)">${new Markup(turned)}</g>`;
}
