/** A page to share as a whole: readable without scripts, in one language. */
import { headOf } from './head.ts';
import { type Markup, markup } from './markup.ts';
import { citation, itineraryOf, licences, neighbours, sourceList } from './sections.ts';
import { areaBody, claimBody, corridorBody, notesOn, routeBody } from './bodies.ts';
import { alternates, mapPath, pagePath, rootFrom } from './site.ts';
import { factsOf, headingOf, kindOf, type Source, type Subject, summaryOf } from './subject.ts';
import { LANGUAGE_NAMES } from '../i18n/index.ts';

export interface PageOptions {
  /** The drawn map, as SVG. */
  picture: Markup;
  /** Paths of the style sheets from the root of the site. */
  styles: readonly string[];
}

export function pageOf(source: Source, subject: Subject, { picture, styles }: PageOptions): string {
  const { tr } = source;
  const path = pagePath(subject.id, tr.lang);
  const root = rootFrom(path);
  const heading = headingOf(source, subject);
  const facts = factsOf(source, subject);
  const summary = summaryOf(source, subject);
  const open = `${root}${mapPath(subject.id, tr.lang, subject.kind === 'claim' ? 'claims' : undefined)}`;
  const others = alternates(subject.id).filter(({ lang }) => lang !== tr.lang);
  const body = markup`<header class="site">
<a class="home" href="${root}index.html"><img src="${root}icon.svg" alt="" width="24" height="24">${tr.t('app.name')}</a>
<nav aria-label="${tr.t('leaf.languages')}"><ul>${others.map(
    ({ lang, path: other }) =>
      markup`<li><a href="${root}${other}" hreflang="${lang}" lang="${lang}">${LANGUAGE_NAMES[lang]}</a></li>`,
  )}</ul></nav>
</header>
<main>
<p class="badge">${kindOf(source, subject)}</p>
<h1${subject.kind === 'claim' ? markup` class="claim"` : ''}>${heading}</h1>
${facts && markup`<p class="facts">${facts}</p>\n`}${summary && markup`<p class="summary">${summary}</p>\n`}<figure class="picture">
<a href="${open}">${picture}<span class="sr-only">${tr.t('leaf.openMap')}</span></a>
</figure>
<p><a class="button" href="${open}">${tr.t('leaf.openMap')}</a></p>
${bodyOf(source, subject)}${notesOn(source, subject)}${subject.kind === 'route' && itineraryOf(source, subject.value)}${neighbours(source, subject)}${sourceList(source, subject)}${citation(source, subject)}
</main>
<footer>${licences(source)}</footer>`;
  return markup`<!doctype html>
<html lang="${tr.lang}">
<head>
${headOf(source, subject, styles)}
</head>
<body>
${body}
</body>
</html>
`.text;
}

function bodyOf(source: Source, subject: Subject): Markup {
  switch (subject.kind) {
    case 'corridor':
      return corridorBody(source, subject.value);
    case 'route':
      return routeBody(source, subject.value);
    case 'area':
      return areaBody(source, subject.value);
    case 'claim':
      return claimBody(source, subject.value);
  }
}
