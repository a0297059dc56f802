/** A page to share as a whole: readable without scripts, in one language. */
import { getLanguage } from '../core/dataset/model.ts';
import { type HeadOptions, writeHead } from './head.ts';
import { type Markup, markup } from '../core/markup.ts';
import { writeCitation, writeItinerary, writeLicences, writeNeighbours, writeSourceList } from './sections.ts';
import { writeAreaBody, writeClaimBody, writeComparisonBody, writeCorridorBody, writeNotes, writeRouteBody } from './bodies.ts';
import { getPagePath } from '../core/url/paths.ts';
import { formatPair } from '../i18n/punctuation.ts';
import { listAlternates, getRootFrom } from './site.ts';
import { writeSiteHeader } from './site-header.ts';
import {
  type Claim,
  describeVerdict,
  getFacts,
  getHeading,
  getKind,
  getOpenPath,
  type Source,
  type Subject,
  getSummary,
} from './subject.ts';

export interface PageOptions extends HeadOptions {
  /** The drawn map, as SVG. */
  picture: Markup;
}

export function writePage(source: Source, subject: Subject, { picture, ...head }: PageOptions): string {
  const { tr } = source;
  const path = getPagePath(subject.id, tr.lang);
  const root = getRootFrom(path);
  const heading = getHeading(source, subject);
  const facts = getFacts(source, subject);
  const summary = getSummary(source, subject);
  const open = root + getOpenPath(subject, tr.lang);
  const body = markup`${writeSiteHeader(source, listAlternates(subject.id), root)}
<main>
<p class="badge">${getKind(source, subject)}</p>
${subject.kind === 'claim' ? writeClaimHeading(source, subject.value, heading) : writeHeading(heading, facts)}${summary && markup`<p class="summary" dir="auto">${summary}</p>\n`}<figure class="picture">
<a href="${open}">${picture}<span class="sr-only">${tr.t('sharePage.openMap')}</span></a>
</figure>
<p><a class="button" href="${open}">${tr.t('sharePage.openMap')}</a></p>
${writeBody(source, subject)}${writeNotes(source, subject)}${subject.kind === 'route' && writeItinerary(source, subject.value)}${writeNeighbours(source, subject)}${writeSourceList(source, subject)}${writeCitation(source, subject)}
</main>
<footer>${writeLicences(source)}</footer>`;
  return markup`<!doctype html>
<html lang="${tr.lang}" dir="${getLanguage(tr.lang).direction}">
<head>
${writeHead(source, subject, head)}
</head>
<body>
${body}
</body>
</html>
`.text;
}

const writeHeading = (heading: string, facts: string): Markup => markup`<h1>${heading}</h1>
${facts && markup`<p class="facts">${facts}</p>\n`}`;

/** The verdict stands before what is claimed: nobody is to read the one without the other. */
function writeClaimHeading(source: Source, claim: Claim, heading: string): Markup {
  const { tr } = source;
  const { verdict, words } = describeVerdict(source, claim);
  return markup`<p class="facts verdict ${verdict}">${formatPair(tr, tr.t('sharePage.verdict'), words)}</p>
<h1 class="claim">${heading}</h1>
`;
}

function writeBody(source: Source, subject: Subject): Markup {
  switch (subject.kind) {
    case 'corridor':
      return writeCorridorBody(source, subject.value);
    case 'route':
      return writeRouteBody(source, subject.value);
    case 'area':
      return writeAreaBody(source, subject.value);
    case 'claim':
      return writeClaimBody(source, subject.value);
    case 'comparison':
      return writeComparisonBody(source, subject.value);
  }
}
