import { type EmbedCode, type EmbedSize, getEmbedPath } from '../../core/embed/embed-code.ts';
import { type Activation, type Control, EMBED_DEFAULTS, writeEmbed } from '../../core/embed/embed-url.ts';
import type { Lang } from '../../core/dataset/model.ts';
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
  /** Of the frame, and of the link in it. */
  title: string;
}

/** Everything that the code of an embed says. `linkTo` gives the whole address of a view. */
export function buildEmbedCode(choice: EmbedChoice, view: ViewState, linkTo: (view: ViewState) => string): EmbedCode {
  const { content, page, lang, theme, activate, controls, size, title } = choice;
  const isView = content === 'view';
  const camera = isView ? view.camera : null;
  const compare = isView ? view.compare : [];
  const select = content === 'all' ? null : view.select;
  const link = linkTo({ ...view, panel: 'routes', lang, theme, select, camera, compare });
  return {
    base: new URL('.', link).href,
    page,
    config: {
      ...EMBED_DEFAULTS,
      lang: lang === 'en' ? null : lang,
      theme,
      activate,
      controls,
      select: isView && view.select !== page ? view.select : null,
      compare,
      year: isView ? view.filters.year : null,
      camera,
    },
    size,
    title,
    linkText: title,
    linkTo: link,
  };
}

/** Address of the embed page for the preview: from where the page itself came, `https` or not. */
export function getPreviewAddress({ base, page, config }: EmbedCode): string {
  const { search, hash } = writeEmbed(config);
  return new URL(getEmbedPath(page) + search + hash, base).href;
}
