import { createHash } from 'node:crypto';
import type { Change } from '../../src/core/dataset/schema/context/changes.ts';

/**
 * Changes of the data as an Atom feed (RFC 4287), in English, the newest first. Texts are escaped. Addresses are relative to the feed,
 * as the build does not know where it will be served; the page stands a folder above the data.
 */
export function formatAtom(changes: readonly Change[]): string {
  const newestFirst = changes.toSorted((a, b) => b.date.localeCompare(a.date));
  const entries = newestFirst.map(
    ({ id, date, kind, title, why, features: [feature] }) => `  <entry>
    <id>${createUuid(id)}</id>
    <title>${escapeXml(title.en)}</title>
    <updated>${timestamp(date)}</updated>
    <category term="${kind}"/>
    <link rel="alternate" type="text/html" href="../index.html?panel=changes${feature ? `&amp;select=${encodeURIComponent(feature)}` : ''}"/>
    <content type="text">${escapeXml(why.en)}</content>
  </entry>
`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <id>${createUuid('changes')}</id>
  <title>Corridor Atlas: changes of the data</title>
  <updated>${timestamp(newestFirst[0]?.date ?? '1970')}</updated>
  <author><name>Corridor Atlas</name></author>
  <link rel="self" type="application/atom+xml" href="changes.atom"/>
  <link rel="alternate" type="text/html" href="../index.html?panel=changes"/>
${entries.join('')}</feed>
`;
}

const escapeXml = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A year or a month stands for its first day. */
const timestamp = (date: string): string => `${date}${'-01'.repeat(3 - date.split('-').length)}T00:00:00Z`;

/** Always the same for the same id, as the format asks. */
function createUuid(id: string): string {
  const hex = createHash('sha256').update(`corridor-atlas:${id}`).digest('hex');
  const variant = ((parseInt(hex[16]!, 16) & 3) | 8).toString(16);
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
