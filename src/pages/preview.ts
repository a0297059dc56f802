/** What other sites read of a page before they show it: title, picture, canonical address and where its oEmbed answer is. */
import { getLanguage, type Lang, LANGS } from '../core/dataset/model.ts';
import { ALL, getCardPath, getOembedPath, getPagePath } from '../core/url/paths.ts';
import { type Markup, markup } from '../core/markup.ts';
import { CARD } from './card.ts';
import { getSitePath } from './site.ts';
import { clipText, getDescription, getTitle, type Source, type Subject } from './subject.ts';

/** The locale of a language as Open Graph writes it. */
const getOpenGraphLocale = (lang: Lang): string => getLanguage(lang).locale.replace('-', '_');
const TITLE = 110;

export interface Preview {
  /** Feature or claim, or `ALL`. */
  id: string;
  title: string;
  description: string;
  /** Absolute address that stands for all pages of the same content and language. */
  url: string;
  /** Text of the card. */
  alt: string;
}

export function describeSubject(source: Source, subject: Subject): Preview {
  return {
    id: subject.id,
    title: clipText(getTitle(source, subject), TITLE),
    description: getDescription(source, subject),
    url: source.site + getPagePath(subject.id, source.tr.lang),
    alt: source.tr.t('sharePage.picture', { name: getTitle(source, subject) }),
  };
}

/** Of the whole atlas. */
export function describeSite({ site, tr }: Source): Preview {
  return {
    id: ALL,
    title: tr.t('app.name'),
    description: tr.t('sharePage.site'),
    url: site + getSitePath(tr.lang),
    alt: tr.t('sharePage.picture', { name: tr.t('app.name') }),
  };
}

/** Elements for the head of a page. */
export function writePreview({ site, tr }: Source, { id, title, description, url, alt }: Preview): Markup {
  const card = site + getCardPath(id, tr.lang);
  const property = (name: string, content: string | number) => markup`<meta property="${name}" content="${content}">\n`;
  const named = (name: string, content: string) => markup`<meta name="${name}" content="${content}">\n`;
  const others = LANGS.filter((other) => other !== tr.lang);
  return markup`<link rel="canonical" href="${url}">
<link rel="alternate" type="application/json+oembed" href="${site}${getOembedPath(id, tr.lang)}" title="${title}">
${property('og:type', id === ALL ? 'website' : 'article')}${property('og:site_name', tr.t('app.name'))}${property('og:title', title)}${property('og:description', description)}${property('og:url', url)}${property('og:locale', getOpenGraphLocale(tr.lang))}${others.map(
    (other) => property('og:locale:alternate', getOpenGraphLocale(other)),
  )}${property('og:image', card)}${property('og:image:type', 'image/png')}${property('og:image:width', CARD.width)}${property('og:image:height', CARD.height)}${property('og:image:alt', alt)}${named('twitter:card', 'summary_large_image')}${named('twitter:title', title)}${named('twitter:description', description)}${named('twitter:image', card)}${named('twitter:image:alt', alt)}`;
}

/** The same for an embed page, whose reader waits for each byte: sites that show it ask for the oEmbed answer. */
export function writeShortPreview({ site, tr }: Source, { id, title, description, url }: Preview): Markup {
  return markup`<link rel="canonical" href="${url}"><link rel="alternate" type="application/json+oembed" href="${site}${getOembedPath(id, tr.lang)}"><meta property="og:title" content="${title}"><meta property="og:description" content="${description}"><meta property="og:image" content="${site}${getCardPath(id, tr.lang)}">`;
}
