import type { EmbedCode, EmbedSize } from '../../core/embed/embed-code.ts';
import { type Activation, type Control, EMBED_DEFAULTS } from '../../core/embed/embed-url.ts';
import type { Lang } from '../../core/dataset/model.ts';
import { ALL, FIRST_LANG, getCardPath, getEmbedPath, getPagePath, getStoryKey, getStoryPath } from '../../core/url/paths.ts';
import type { ThemeChoice, ViewState } from '../../core/url/view.ts';
import type { PickedPage } from './embed-pick.ts';

/** What the embed shows: lines and places that are picked, the comparison of the view, the card of a claim, or a story. */
export type Content = 'picks' | 'comparison' | 'claim' | 'story';

/** How an embed looks, whatever it shows. */
interface Look {
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

export interface EmbedChoice extends Look {
  content: Exclude<Content, 'story'>;
  picked: PickedPage;
  /** Groups of lines that the open map hides then; null for those that it hides by default. */
  hiddenGroups: readonly string[] | null;
  keepsCamera: boolean;
  keepsFilters: boolean;
}

/** Everything that the code of an embed says. `linkTo` gives the whole address of a view. */
export function buildEmbedCode(choice: EmbedChoice, view: ViewState, linkTo: (view: ViewState) => string): EmbedCode {
  const { content, picked, lang, theme, activate, controls, size, leastHeight, title } = choice;
  const { page, places } = picked;
  const camera = choice.keepsCamera && content !== 'claim' ? view.camera : null;
  const compare = content === 'comparison' ? view.compare : [];
  const kept = choice.keepsFilters && content !== 'claim' ? view.filters : { hiddenModes: [], hiddenStatuses: [], year: null };
  const { hiddenModes, hiddenStatuses, year } = kept;
  const link = linkTo({
    ...view,
    panel: 'routes',
    lang,
    theme,
    select: page ?? places[0] ?? null,
    camera,
    compare,
    filters: { ...view.filters, hiddenModes, hiddenStatuses, year, hiddenGroups: choice.hiddenGroups },
  });
  return {
    base: new URL('.', link).href,
    page,
    lang,
    config: {
      ...EMBED_DEFAULTS,
      ...(compare.length === 0 && { routes: picked.routes, corridors: picked.corridors, places }),
      theme,
      activate,
      controls,
      compare,
      year,
      hiddenModes,
      hiddenStatuses,
      camera,
    },
    size,
    leastHeight,
    title,
    linkText: title,
    linkTo: link,
    ...getSharedPaths(choice, { isPlain: camera === null && year === null && hiddenModes.length + hiddenStatuses.length === 0 }),
  };
}

/** Pages and pictures that exist of what is embedded; a mix, a comparison or a filtered map has none. */
function getSharedPaths(
  { content, picked: { page, routes, corridors, places }, lang }: EmbedChoice,
  { isPlain }: { isPlain: boolean },
): Pick<EmbedCode, 'sharePath' | 'cardPath'> {
  const isMix = content === 'comparison' || routes.length + corridors.length + places.length > 0;
  if (isMix || !isPlain) return { sharePath: null, cardPath: null };
  if (page !== null) return { sharePath: getPagePath(page, lang), cardPath: getCardPath(page, lang) };
  // The address of the atlas itself answers in the first language only.
  return { sharePath: lang === FIRST_LANG ? '' : getEmbedPath(null, lang), cardPath: getCardPath(ALL, lang) };
}

/**
 * The code of a story, which has nothing of the view of the map.
 *
 * @param page address of the page that offers it, in the folder that the product is served from
 */
export function buildStoryCode(story: string, { lang, theme, activate, controls, ...look }: Look, page: string): EmbedCode {
  const path = getStoryPath(story, lang);
  const base = new URL('.', page).href;
  return {
    ...look,
    base,
    page: null,
    lang,
    config: { ...EMBED_DEFAULTS, theme, activate, controls, story },
    linkText: look.title,
    linkTo: new URL(path, base).href,
    sharePath: path,
    cardPath: getCardPath(getStoryKey(story), lang),
  };
}
