import type { EmbedCode, EmbedSize } from '../../core/embed/embed-code.ts';
import { type Activation, type Control, EMBED_DEFAULTS, writeEmbed } from '../../core/embed/embed-url.ts';
import type { Lang } from '../../core/dataset/model.ts';
import { ALL, FIRST_LANG, getCardPath, getEmbedPath, getPagePath } from '../../core/url/paths.ts';
import type { ThemeChoice, ViewState } from '../../core/url/view.ts';

/** What the embed shows: the selected feature, the whole atlas, or the view as it is. */
export type Content = 'feature' | 'all' | 'view';

export interface EmbedChoice {
  content: Content;
  /** Id of the embed page; null for the general one. */
  page: string | null;
  lang: Lang;
  theme: ThemeChoice;
  activate: Activation;
  controls: Control[];
  size: EmbedSize;
  /** Pixels of height that the content needs at the least. */
  leastHeight: number;
  /** Of the frame, and of the link in it. */
  title: string;
}

/** Everything that the code of an embed says. `linkTo` gives the whole address of a view. */
export function buildEmbedCode(choice: EmbedChoice, view: ViewState, linkTo: (view: ViewState) => string): EmbedCode {
  const { content, page, lang, theme, activate, controls, size, leastHeight, title } = choice;
  const isView = content === 'view';
  const camera = isView ? view.camera : null;
  const compare = isView ? view.compare : [];
  const select = content === 'all' ? null : view.select;
  const link = linkTo({ ...view, panel: 'routes', lang, theme, select, camera, compare });
  return {
    base: new URL('.', link).href,
    page,
    lang,
    config: {
      ...EMBED_DEFAULTS,
      theme,
      activate,
      controls,
      select: isView && view.select !== page ? view.select : null,
      compare,
      year: isView ? view.filters.year : null,
      camera,
    },
    size,
    leastHeight,
    title,
    linkText: title,
    linkTo: link,
    ...getSharedPaths(content, page, lang),
  };
}

/** Pages and pictures that exist of what is embedded; a view as it stands has none. */
function getSharedPaths(content: Content, page: string | null, lang: Lang): Pick<EmbedCode, 'sharePath' | 'cardPath'> {
  switch (content) {
    case 'feature':
      return page === null
        ? { sharePath: null, cardPath: null }
        : { sharePath: getPagePath(page, lang), cardPath: getCardPath(page) };
    case 'all':
      // The address of the atlas itself answers in the first language only.
      return { sharePath: lang === FIRST_LANG ? '' : getEmbedPath(null, lang), cardPath: getCardPath(ALL) };
    case 'view':
      return { sharePath: null, cardPath: null };
  }
}

/** Address of the embed page for the preview: from where the page itself came, `https` or not. */
export function getPreviewAddress({ base, page, lang, config }: EmbedCode): string {
  const { search, hash } = writeEmbed(config);
  return new URL(getEmbedPath(page, lang) + search + hash, base).href;
}
