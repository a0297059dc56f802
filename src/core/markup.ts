/**
 * HTML and SVG made of strings. Whatever is filled into a template or an element is escaped unless it is markup already, so that
 * text from data can never become markup.
 */

/** A piece of finished HTML or SVG. */
export class Markup {
  constructor(readonly text: string) {}
}

/** What can be filled in; `null`, `undefined` and `false` write nothing. */
export type Part = Markup | string | number | false | null | undefined | readonly Part[];

/** `true` writes the name as the value: XML needs one, and some converters drop an empty one; `undefined` and an empty text none. */
export type Attributes = Readonly<Record<string, string | number | true | undefined>>;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** The signs of markup, and the characters that XML does not have. */
const SPECIAL = /[&<>"']|[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Text for an element of HTML or XML, or for an attribute in quotes; characters that XML does not have are left out. */
export const escapeText = (text: string): string => text.replace(SPECIAL, (sign) => ESCAPES[sign] ?? '');

/** A part as text of markup. */
function writePart(part: Part): string {
  if (part instanceof Markup) return part.text;
  if (part === null || part === undefined || part === false) return '';
  if (typeof part === 'object') return part.map(writePart).join('');
  return escapeText(String(part));
}

/** Tag of a template: the template is markup, what is filled in is text unless it is markup itself. */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(strings.reduce((all, string, i) => all + writePart(parts[i - 1]) + string));
}

/** Attributes with a space before each, for the inside of a tag. */
export function writeAttributes(attributes: Attributes): Markup {
  const written = Object.entries(attributes).map(([key, value]) => {
    if (value === undefined || value === '') return '';
    return value === true ? ` ${key}="${key}"` : ` ${key}="${escapeText(String(value))}"`;
  });
  return new Markup(written.join(''));
}

/** An element as XML and SVG write it: closed in its own tag where nothing is in it. */
export function writeElement(name: string, attributes: Attributes, ...content: readonly Part[]): Markup {
  const inside = writePart(content);
  const start = `<${name}${writeAttributes(attributes).text}`;
  return new Markup(inside === '' ? `${start}/>` : `${start}>${inside}</${name}>`);
}

/** A group of SVG; nothing where nothing is in it. */
export function writeGroup(attributes: Attributes, ...content: readonly Part[]): Markup | null {
  const inside = writePart(content);
  return inside === '' ? null : writeElement('g', attributes, new Markup(inside));
}

/** Data for search engines: not run by a browser, so a strict policy lets it pass; no text in it can end the element. */
export function writeDataBlock(value: unknown): Markup {
  const json = JSON.stringify(value).replaceAll('<', '\\u003c');
  return new Markup(`<script type="application/ld+json">${json}</script>`);
}
