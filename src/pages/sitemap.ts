import { markup } from '../core/markup.ts';
import type { Lang } from '../core/dataset/model.ts';

/**
 * `sitemap.xml`: the map itself and every page in every language.
 *
 * @param groups the same page in every language, for each page
 * @param built ISO 8601, when the dataset was built
 */
export function writeSitemap(site: string, groups: readonly { lang: Lang; path: string }[][], built: string): string {
  const day = built.slice(0, 10);
  const entries = groups.flatMap((pages) => {
    const links = pages.map(({ lang, path }) => markup`<xhtml:link rel="alternate" hreflang="${lang}" href="${site}${path}"/>`);
    return pages.map(({ path }) => markup`<url><loc>${site}${path}</loc><lastmod>${day}</lastmod>${links}</url>\n`);
  });
  return markup`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
<url><loc>${site}</loc><lastmod>${day}</lastmod></url>
${entries}</urlset>
`.text;
}

export const writeRobots = (site: string): string => `User-agent: *\nAllow: /\nSitemap: ${site}sitemap.xml\n`;
