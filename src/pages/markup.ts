/** HTML made of strings. Whatever is put into a `markup` template is escaped, so that text from data can never be HTML. */
import { escapeText } from '../core/url/escape.ts';

/** A piece of finished HTML. */
export class Markup {
  constructor(readonly text: string) {}
}

export type Part = Markup | string | number | false | null | undefined | readonly Part[];

function written(part: Part): string {
  if (part instanceof Markup) return part.text;
  if (part === null || part === undefined || part === false) return '';
  if (typeof part === 'object') return part.map(written).join('');
  return escapeText(String(part));
}

/** Tag of a template: the template is HTML, what is filled in is text unless it is markup itself. */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(strings.reduce((all, string, i) => all + written(parts[i - 1]) + string));
}

/** Data for search engines: not run by a browser, so a strict policy lets it pass; no text in it can end the element. */
export function dataBlock(value: unknown): Markup {
  const json = JSON.stringify(value).replaceAll('<', '\\u003c');
  return new Markup(`<script type="application/ld+json">${json}</script>`);
}
