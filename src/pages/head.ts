/** The head of a page to share: what search engines, previews and other sites read of it. */
import { getLanguage } from '../core/dataset/model.ts';
import { buildJsonLd } from './json-ld.ts';
import { writeDataBlock, type Markup, markup } from '../core/markup.ts';
import { FIRST_LANG, getEventFeedPath, getPagePath } from '../core/url/paths.ts';
import { describeSubject, writePreview } from './preview.ts';
import { listAlternates, getRootFrom } from './site.ts';
import type { Source, Subject } from './subject.ts';

export interface HeadOptions {
  /** Paths of the style sheets from the root of the site. */
  styles: readonly string[];
  /** Content policy, for hosts that set no headers. */
  policy: string;
}

/** What stands first in every page: nothing after it escapes the policy. */
export const writePolicy = (policy: string): Markup =>
  markup`<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="${policy}">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n`;

export const writeStyleLinks = (root: string, styles: readonly string[]): Markup =>
  markup`${styles.map((sheet) => markup`<link rel="stylesheet" href="${root}${sheet}">\n`)}`;

export function writeHead(source: Source, subject: Subject, { styles, policy }: HeadOptions): Markup {
  const { tr, site } = source;
  const preview = describeSubject(source, subject);
  const root = getRootFrom(getPagePath(subject.id, tr.lang));
  return markup`${writePolicy(policy)}<title>${preview.title} – ${tr.t('app.name')}</title>
<meta name="description" content="${preview.description}">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="${root}icon.svg" type="image/svg+xml">
${writeStyleLinks(root, styles)}${listAlternates(subject.id).map(
    (other) =>
      markup`<link rel="alternate" hreflang="${other.lang}" href="${site}${other.path}" title="${getLanguage(other.lang).name}">\n`,
  )}<link rel="alternate" hreflang="x-default" href="${site}${getPagePath(subject.id, FIRST_LANG)}">
<link rel="alternate" type="application/atom+xml" href="${root}data/changes.atom" title="${tr.t('changes.heading')}">
<link rel="alternate" type="application/atom+xml" href="${root}${getEventFeedPath('atom', tr.lang)}" title="${tr.t('events.feedTitle')}">
${writePreview(source, preview)}${writeDataBlock(buildJsonLd(source, subject))}`;
}
