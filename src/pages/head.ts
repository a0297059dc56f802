/** The head of a page to share: what search engines, previews and other sites read of it. */
import { en } from '../i18n/dictionaries/en.ts';
import { LANGUAGE_NAMES } from '../i18n/index.ts';
import { translator } from '../i18n/translate.ts';
import { CARD } from './card.ts';
import { buildJsonLd } from './json-ld.ts';
import { writeDataBlock, type Markup, markup } from '../core/markup.ts';
import { listAlternates, getCardPath, FIRST_LANG, getOembedPath, getPagePath, getRootFrom } from './site.ts';
import { clipText, getDescription, getTitle, type Source, type Subject } from './subject.ts';

/** Locales as Open Graph writes them. */
const LOCALES = { en: 'en_GB', az: 'az_AZ', ru: 'ru_RU', tr: 'tr_TR', ka: 'ka_GE', zh: 'zh_CN' } as const;
const TITLE = 110;

/** @param styles paths of the style sheets from the root of the site */
export function writeHead(source: Source, subject: Subject, styles: readonly string[]): Markup {
  const { tr, site } = source;
  const { lang } = tr;
  const path = getPagePath(subject.id, lang);
  const root = getRootFrom(path);
  const title = clipText(getTitle(source, subject), TITLE);
  const description = getDescription(source, subject);
  const card = site + getCardPath(subject.id);
  // The card is drawn once, in the first language.
  const alt = en['sharePage.picture'].replace('{name}', getTitle({ ...source, tr: translator(FIRST_LANG, en) }, subject));
  const property = (name: string, content: string | number) => markup`<meta property="${name}" content="${content}">\n`;
  const named = (name: string, content: string) => markup`<meta name="${name}" content="${content}">\n`;
  return markup`<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – ${tr.t('app.name')}</title>
${named('description', description)}<meta name="color-scheme" content="light dark">
<link rel="icon" href="${root}icon.svg" type="image/svg+xml">
${styles.map((sheet) => markup`<link rel="stylesheet" href="${root}${sheet}">\n`)}<link rel="canonical" href="${site}${path}">
${listAlternates(subject.id).map(
  (other) =>
    markup`<link rel="alternate" hreflang="${other.lang}" href="${site}${other.path}" title="${LANGUAGE_NAMES[other.lang]}">\n`,
)}<link rel="alternate" hreflang="x-default" href="${site}${getPagePath(subject.id, FIRST_LANG)}">
<link rel="alternate" type="application/json+oembed" href="${site}${getOembedPath(subject.id, lang)}" title="${title}">
<link rel="alternate" type="application/atom+xml" href="${root}data/changes.atom" title="${tr.t('changes.heading')}">
${property('og:type', 'article')}${property('og:site_name', tr.t('app.name'))}${property('og:title', title)}${property('og:description', description)}${property('og:url', site + path)}${property('og:locale', LOCALES[lang])}${Object.entries(
    LOCALES,
  )
    .filter(([other]) => other !== lang)
    .map(([, locale]) =>
      property('og:locale:alternate', locale),
    )}${property('og:image', card)}${property('og:image:type', 'image/png')}${property('og:image:width', CARD.width)}${property('og:image:height', CARD.height)}${property('og:image:alt', alt)}${named('twitter:card', 'summary_large_image')}${named('twitter:title', title)}${named('twitter:description', description)}${named('twitter:image', card)}${named('twitter:image:alt', alt)}${writeDataBlock(buildJsonLd(source, subject))}`;
}
