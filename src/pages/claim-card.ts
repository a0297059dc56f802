/** A claim as a small card that others frame: what is claimed, the verdict with its limits, and the way to how it was found. */
import { getLanguage } from '../core/dataset/model.ts';
import { getText } from '../core/dataset/dataset.ts';
import { type Markup, markup } from '../core/markup.ts';
import { getEmbedPath, getPagePath } from '../core/url/paths.ts';
import { type HeadOptions, writePolicy, writeStyleLinks } from './head.ts';
import { describeSubject, writeShortPreview } from './preview.ts';
import { getRootFrom } from './site.ts';
import { describeVerdict, getKind, type Source, type Subject } from './subject.ts';
import { formatPair } from '../i18n/punctuation.ts';

type ClaimSubject = Extract<Subject, { kind: 'claim' }>;

export interface ClaimCardOptions extends HeadOptions {
  /** Path of the program that tells the page round it how high it is. */
  script: string;
}

export function writeClaimCard(source: Source, subject: ClaimSubject, { styles, policy, script }: ClaimCardOptions): string {
  const { tr } = source;
  const root = getRootFrom(getEmbedPath(subject.id, tr.lang));
  const { words, limits } = describeVerdict(source, subject.value);
  const preview = describeSubject(source, subject);
  const head: Markup = markup`${writePolicy(policy)}<title>${preview.title}</title>
<meta name="color-scheme" content="light dark">
<link rel="icon" href="${root}icon.svg" type="image/svg+xml">
${writeStyleLinks(root, styles)}${writeShortPreview(source, preview)}
<script type="module" src="${root}${script}"></script>`;
  return markup`<!doctype html>
<html lang="${tr.lang}" dir="${getLanguage(tr.lang).direction}">
<head>
${head}
</head>
<body class="claim-card">
<main id="embed">
<p class="badge">${getKind(source, subject)}</p>
<h1>${getText(tr.lang, subject.value.text)}</h1>
<p class="facts">${formatPair(tr, tr.t('sharePage.verdict'), '')}<strong>${words}</strong></p>
${limits && markup`<p class="small">${limits}</p>\n`}<p><a class="open" href="${root}${getPagePath(subject.id, tr.lang)}" target="_blank" rel="noopener">${tr.t('sharePage.test')}</a>${tr.t('join.dot')}<span class="small">${tr.t('app.name')}</span></p>
</main>
</body>
</html>
`.text;
}
