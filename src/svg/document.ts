/** The frame of an SVG that stands for itself: its size, language and what it is called. */
import { type Attributes, type Markup, type Part, writeElement } from '../core/markup.ts';

interface DocumentOptions {
  lang: string;
  title: string;
  /** What is in it, for those who do not see it. */
  description?: string;
  /** Pixels. */
  width: number;
  height: number | string;
  /** Of the text in it, mostly. */
  attributes: Attributes;
}

/** An SVG document with its title first. */
export const writeDocument = (
  { lang, title, description, width, height, attributes }: DocumentOptions,
  ...content: Part[]
): Markup =>
  writeElement(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      lang,
      // Text is anchored by left and right, whatever page the picture is in.
      direction: 'ltr',
      role: 'img',
      ...(description !== undefined && { 'aria-label': `${title}. ${description}` }),
      ...attributes,
    },
    writeElement('title', {}, title),
    ...(description === undefined ? [] : [writeElement('desc', {}, description)]),
    ...content,
  );
