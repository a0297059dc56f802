/** The code that people paste into a page of their own, for each kind of system that takes one. */
import type { Lang } from '../dataset/enums.ts';
import { type Markup, markup, writeAttributes } from '../markup.ts';
import { FIRST_LANG, getEmbedPath, getStoryKey } from '../url/paths.ts';
import { type EmbedConfig, writeEmbed } from './embed-url.ts';

export const CODE_KINDS = ['iframe', 'frame', 'element', 'jsx', 'markdown', 'wikitext', 'picture', 'link', 'address'] as const;
export type CodeKind = (typeof CODE_KINDS)[number];

/** What the content needs, width over height as CSS writes it, or a height in pixels; always the full width of the column. */
export type EmbedSize = 'content' | { ratio: readonly [number, number] } | { heightPx: number };

/** Width over height of a frame that grows with its content; in wide columns the picture has its own shape so. */
const CONTENT_RATIO = [16, 10] as const;

export interface EmbedCode {
  /** Absolute address of the folder that the product is served from, with a slash at its end. */
  base: string;
  /** Id of the corridor, route or area whose own page is embedded; null for a mix, which the query names, and for a story. */
  page: string | null;
  lang: Lang;
  config: EmbedConfig;
  size: EmbedSize;
  /** Pixels of height below which the page would scroll inside its frame. */
  leastHeight: number;
  /** What a screen reader calls the frame. */
  title: string;
  /** Text of the plain link below. */
  linkText: string;
  /** Where that link leads: the open map with the same state. */
  linkTo: string;
  /** Path of the page to share, which other sites turn into a map or a preview; null where there is none of just this. */
  sharePath: string | null;
  /** Path of a picture of what is embedded; null where there is none of just this. */
  cardPath: string | null;
}

type Addressed = Pick<EmbedCode, 'base' | 'page' | 'lang' | 'config'>;

/** Address of the page that is embedded; that of a story has its id in its path. */
export function buildFrameUrl({ base, page, lang, config: { story, ...config } }: Addressed): URL {
  const { search, hash } = writeEmbed({ ...config, story: null });
  return new URL(getEmbedPath(story === null ? page : getStoryKey(story), lang) + search + hash, base);
}

/** The same; plain `http` becomes `https` unless the host is this machine. */
export const writeEmbedAddress = (code: Addressed): string => secure(buildFrameUrl(code));

function secure(url: URL): string {
  if (url.protocol === 'http:' && !['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)) url.protocol = 'https:';
  return url.href;
}

const getScript = ({ base }: EmbedCode): string => secure(new URL('corridor-map.js', base));

/** The address that other sites turn into a map, or at least a preview. */
const getShareAddress = ({ base, sharePath, linkTo }: EmbedCode): string =>
  secure(sharePath === null ? new URL(linkTo) : new URL(sharePath, base));

/** The height that also stands where styles are stripped. */
const getHeight = ({ size, leastHeight }: EmbedCode): number =>
  typeof size === 'object' && 'heightPx' in size ? size.heightPx : leastHeight;

/** Declarations that hold against a style sheet with `iframe { height: auto }`. */
function getFrameStyle({ size, leastHeight }: EmbedCode): [property: string, value: string | number][] {
  if (typeof size === 'object' && 'heightPx' in size) return [['height', `${String(size.heightPx)}px`]];
  return [
    ['height', 'auto'],
    ['aspect-ratio', (size === 'content' ? CONTENT_RATIO : size.ratio).join('/')],
    ['min-height', `${String(leastHeight)}px`],
  ];
}

const writeStyle = (rows: readonly [string, string | number][]): string =>
  rows.map(([name, value]) => `${name}:${String(value)}`).join(';');

const writeLink = ({ linkText, linkTo }: EmbedCode): Markup => markup`<a href="${secure(new URL(linkTo))}">${linkText}</a>`;

/** @param grows with the sign by which `corridor-map.js` lets it grow with its content */
function writeFrame(code: EmbedCode, grows: boolean): Markup {
  const attributes = writeAttributes({
    src: writeEmbedAddress(code),
    title: code.title,
    width: '100%',
    height: getHeight(code),
    loading: 'lazy',
    allowfullscreen: true,
    ...(grows && { 'data-corridor-frame': 'grow' }),
    style: writeStyle([['border', 0], ['width', '100%'], ...getFrameStyle(code)]),
  });
  return markup`<iframe${attributes}></iframe><p>${writeLink(code)}</p>`;
}

/** Space that is kept before the script is there; the element itself grows with its content unless its shape is given. */
const getElementStyle = (code: EmbedCode): [property: string, value: string | number][] =>
  code.size === 'content' ? [['min-height', `${String(code.leastHeight)}px`]] : getFrameStyle(code);

function writeElementCode(code: EmbedCode): Markup {
  const { camera, ...config } = code.config;
  const query = new URLSearchParams(writeEmbed({ ...config, camera }).search);
  query.delete('origin');
  if (code.lang !== FIRST_LANG) query.set('lang', code.lang);
  const attributes = writeAttributes({
    ...(code.page !== null && { feature: code.page }),
    ...Object.fromEntries(query),
    ...(camera && { view: writeEmbed(code.config).hash.slice(1) }),
    'frame-title': code.title,
    style: writeStyle([['display', 'block'], ...getElementStyle(code)]),
  });
  return markup`<script type="module" src="${getScript(code)}"></script><corridor-map${attributes}>${writeLink(code)}</corridor-map>`;
}

/** A text as an expression of JSX, which has no entities of its own to get wrong. */
const writeExpression = (value: string | number): string => `{${JSON.stringify(value)}}`;

/** One element of MDX or React; a style that is text would stop their builds. */
function writeJsx(code: EmbedCode): string {
  const style = [['border', 0], ['width', '100%'], ...getFrameStyle(code)].map(
    ([name, value]) => [String(name).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()), value] as const,
  );
  const attributes = [
    `src=${writeExpression(writeEmbedAddress(code))}`,
    `title=${writeExpression(code.title)}`,
    'width="100%"',
    `height=${writeExpression(getHeight(code))}`,
    'loading="lazy"',
    'allowFullScreen',
    `style={${JSON.stringify(Object.fromEntries(style))}}`,
  ];
  const link = `<a href=${writeExpression(secure(new URL(code.linkTo)))}>${writeExpression(code.linkText)}</a>`;
  return `<><iframe ${attributes.join(' ')} /><p>${link}</p></>`;
}

/** A text with the signs of Markdown and HTML taken for themselves. */
const escapeMarkdown = (text: string): string => text.replace(/[\\`*_{}[\]<>()#+!|&~-]/g, '\\$&').replace(/\s+/g, ' ');
/** Brackets would end the address, and some readers take `_` and `*` in it for emphasis. */
const escapeAddress = (address: string): string =>
  address.replace(/[()*_]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

function writeMarkdown(code: EmbedCode): string {
  const text = escapeMarkdown(code.linkText);
  const link = `[${text}](${escapeAddress(getShareAddress(code))})`;
  if (code.cardPath === null) return link;
  return `[![${text}](${escapeAddress(secure(new URL(code.cardPath, code.base)))})](${escapeAddress(getShareAddress(code))})\n\n${link}`;
}

/** Wikis take no HTML of frames, links or pictures; an address of a picture becomes one where they allow pictures of others. */
function writeWikitext(code: EmbedCode): string {
  const text = code.linkText.replace(/[[\]{}<>|'&~]/g, (sign) => `&#${String(sign.charCodeAt(0))};`);
  const link = `[${escapeAddress(getShareAddress(code))} ${text}]`;
  return code.cardPath === null ? link : `${escapeAddress(secure(new URL(code.cardPath, code.base)))}\n\n${link}`;
}

/** What comes through e-mail, feeds and editors that strip frames. */
function writePictureCode(code: EmbedCode): Markup {
  const href = getShareAddress(code);
  const link = markup`<p><a href="${href}">${code.linkText}</a></p>`;
  if (code.cardPath === null) return link;
  const attributes = writeAttributes({
    src: secure(new URL(code.cardPath, code.base)),
    alt: code.linkText,
    width: 1200,
    height: 630,
    style: 'max-width:100%;height:auto',
  });
  return markup`<p><a href="${href}"><img${attributes} /></a></p>${link}`;
}

/** One line of HTML, JSX or Markdown, or an address. */
export function writeEmbedCode(kind: CodeKind, code: EmbedCode): string {
  switch (kind) {
    case 'iframe':
      if (code.size !== 'content') return writeFrame(code, false).text;
      return markup`${writeFrame(code, true)}<script type="module" src="${getScript(code)}"></script>`.text;
    case 'frame':
      return writeFrame(code, false).text;
    case 'element':
      return writeElementCode(code).text;
    case 'jsx':
      return writeJsx(code);
    case 'markdown':
      return writeMarkdown(code);
    case 'wikitext':
      return writeWikitext(code);
    case 'picture':
      return writePictureCode(code).text;
    case 'link':
      return getShareAddress(code);
    case 'address':
      return writeEmbedAddress(code);
  }
}
