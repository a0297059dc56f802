/** The page that hosts answer with where an address leads to nothing. Its language is not known, so it speaks all of them. */
import { getLanguage } from '../core/dataset/model.ts';
import { markup } from '../core/markup.ts';
import type { Translator } from '../i18n/translate.ts';
import { type HeadOptions, writePolicy, writeStyleLinks } from './head.ts';
import { getSitePath } from './site.ts';

/**
 * @param translators one of each language
 * @param site address of the site with a slash at its end: the page stands in for addresses at any depth, so its own links begin there
 */
export function writeMissingPage(translators: readonly Translator[], site: string, head: HeadOptions): string {
  const [tr, ...others] = translators;
  if (!tr) return '';
  const root = new URL(site).pathname;
  return markup`<!doctype html>
<html lang="${tr.lang}" dir="${getLanguage(tr.lang).direction}">
<head>
${writePolicy(head.policy)}<title>${tr.t('sharePage.missing')} – ${tr.t('app.name')}</title>
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="${root}icon.svg" type="image/svg+xml">
${writeStyleLinks(root, head.styles)}</head>
<body>
<header class="site">
<a class="home" href="${root}"><img src="${root}icon.svg" alt="" width="24" height="24">${tr.t('app.name')}</a>
</header>
<main>
<h1>${tr.t('sharePage.missing')}</h1>
<p>${tr.t('sharePage.missingHint')}</p>
<p><a class="button" href="${root}${getSitePath(tr.lang)}">${tr.t('sharePage.openMap')}</a></p>
<div class="tables missing">
${others.map(
  ({ lang, t }) => markup`<section lang="${lang}" dir="${getLanguage(lang).direction}">
<h2>${t('sharePage.missing')}</h2>
<p>${t('sharePage.missingHint')}</p>
<p><a href="${root}${getSitePath(lang)}">${t('sharePage.openMap')}</a></p>
</section>
`,
)}</div>
</main>
</body>
</html>
`.text;
}
