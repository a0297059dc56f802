/** The code that people paste into a page of their own: an iframe, the element, or the bare address. */
import { type EmbedConfig, writeEmbed } from './embed-url.ts';
import { type Markup, markup, writeAttributes } from '../markup.ts';

export const CODE_KINDS = ['iframe', 'element', 'address'] as const;
export type CodeKind = (typeof CODE_KINDS)[number];

/** Width over height as CSS writes it, or a height in pixels for the full width of the column. */
export type EmbedSize = { ratio: readonly [number, number] } | { heightPx: number };

export interface EmbedCode {
  /** Absolute address of the folder that the product is served from, with a slash at its end. */
  base: string;
  /** Id of the corridor, route or area whose own page is embedded; null for a mix, which the query names. */
  page: string | null;
  config: EmbedConfig;
  size: EmbedSize;
  /** What a screen reader calls the frame. */
  title: string;
  /** Text of the plain link below. */
  linkText: string;
  /** Where that link leads: the open map with the same state. */
  linkTo: string;
}

/** Path of an embed page below the folder of the product. */
export const getEmbedPath = (page: string | null): string => (page === null ? 'embed.html' : `embed/${page}.html`);

/** Address of the page that is embedded; plain `http` becomes `https` unless the host is this machine. */
export function writeEmbedAddress({ base, page, config }: Pick<EmbedCode, 'base' | 'page' | 'config'>): string {
  const { search, hash } = writeEmbed(config);
  return secure(new URL(getEmbedPath(page) + search + hash, base));
}

function secure(url: URL): string {
  if (url.protocol === 'http:' && !['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)) url.protocol = 'https:';
  return url.href;
}

const writeSizeStyle = (size: EmbedSize): string =>
  'ratio' in size
    ? `width:100%;aspect-ratio:${size.ratio.join('/')};border:0`
    : `width:100%;height:${String(size.heightPx)}px;border:0`;

const writeLink = ({ linkText, linkTo }: EmbedCode): Markup => markup`<a href="${secure(new URL(linkTo))}">${linkText}</a>`;

/** One line of HTML, or the address. */
export function writeEmbedCode(kind: CodeKind, code: EmbedCode): string {
  switch (kind) {
    case 'address':
      return writeEmbedAddress(code);
    case 'iframe': {
      const attributes = writeAttributes({
        src: writeEmbedAddress(code),
        title: code.title,
        loading: 'lazy',
        allowfullscreen: true,
        style: writeSizeStyle(code.size),
      });
      return markup`<iframe${attributes}></iframe><p>${writeLink(code)}</p>`.text;
    }
    case 'element': {
      const { camera, ...config } = code.config;
      const query = new URLSearchParams(writeEmbed({ ...config, camera }).search);
      query.delete('origin');
      const attributes = writeAttributes({
        ...(code.page !== null && { feature: code.page }),
        ...Object.fromEntries(query),
        ...(camera && { view: writeEmbed(code.config).hash.slice(1) }),
        'frame-title': code.title,
        style: `display:block;${writeSizeStyle(code.size)}`,
      });
      const script = secure(new URL('corridor-map.js', code.base));
      return markup`<script type="module" src="${script}"></script><corridor-map${attributes}>${writeLink(code)}</corridor-map>`
        .text;
    }
  }
}
