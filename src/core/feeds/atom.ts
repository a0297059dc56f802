/** Atom feeds (RFC 4287). Texts are escaped. */
import { escapeText } from '../markup.ts';

interface FeedEntry {
  id: string;
  title: string;
  /** ISO 8601; a year or a month stands for its first day. */
  date: string;
  category: { term: string; label?: string };
  href: string;
  content: string;
}

interface Feed {
  id: string;
  lang: string;
  title: string;
  /** Addresses of the feed and of the page that shows the same; they may be relative to the feed. */
  self: string;
  page: string;
  entries: readonly FeedEntry[];
}

/** Writes a feed, the newest entry first. */
export function writeAtom({ id, lang, title, self, page, entries }: Feed): string {
  const newestFirst = entries.toSorted((a, b) => b.date.localeCompare(a.date));
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}">
  <id>${id}</id>
  <title>${escapeText(title)}</title>
  <updated>${writeTimestamp(newestFirst[0]?.date ?? '1970')}</updated>
  <author><name>Corridor Atlas</name></author>
  <link rel="self" type="application/atom+xml" href="${escapeText(self)}"/>
  <link rel="alternate" type="text/html" href="${escapeText(page)}"/>
${newestFirst.map(writeEntry).join('')}</feed>
`;
}

function writeEntry({ id, title, date, category: { term, label }, href, content }: FeedEntry): string {
  return `  <entry>
    <id>${id}</id>
    <title>${escapeText(title)}</title>
    <updated>${writeTimestamp(date)}</updated>
    <category term="${escapeText(term)}"${label === undefined ? '' : ` label="${escapeText(label)}"`}/>
    <link rel="alternate" type="text/html" href="${escapeText(href)}"/>
    <content type="text">${escapeText(content)}</content>
  </entry>
`;
}

const writeTimestamp = (date: string): string => `${date}${'-01'.repeat(3 - date.split('-').length)}T00:00:00Z`;

/** An id as the format asks: always the same for the same hash, of at least 32 hexadecimal digits. */
export function formatUuid(hex: string): string {
  const variant = ((parseInt(hex[16] ?? '0', 16) & 3) | 8).toString(16);
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
