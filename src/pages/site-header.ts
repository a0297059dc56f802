/** What stands above every page to share: the name of the site, and the same page in other languages. */
import { getLanguage, type Lang } from '../core/dataset/model.ts';
import { type Markup, markup } from '../core/markup.ts';
import type { Source } from './subject.ts';

/**
 * @param pages the page in every language
 * @param root from the page to the root of the site
 * @param options `hasIcon`: false where a reader would wait for one more file
 */
export const writeSiteHeader = (
  { tr }: Pick<Source, 'tr'>,
  pages: readonly { lang: Lang; path: string }[],
  root: string,
  { hasIcon = true } = {},
): Markup =>
  markup`<header class="site">
<a class="home" href="${root}index.html">${hasIcon && markup`<img src="${root}icon.svg" alt="" width="24" height="24">`}${tr.t('app.name')}</a>
<nav aria-label="${tr.t('sharePage.languages')}"><ul>${pages
    .filter(({ lang }) => lang !== tr.lang)
    .map(
      ({ lang, path }) =>
        markup`<li><a href="${root}${path}" hreflang="${lang}" lang="${lang}">${getLanguage(lang).name}</a></li>`,
    )}</ul></nav>
</header>`;
