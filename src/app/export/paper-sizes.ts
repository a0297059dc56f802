/** Sheets of paper that maps are printed on, and which of them readers have. */
import type { Size } from '../../core/geo/projection.ts';

export const PAPERS = ['a4', 'letter'] as const;
export type Paper = (typeof PAPERS)[number];

/** Pixels within margins of 10 mm and hardly less, so that no sheet runs over, at 96 to the inch: so many of type are three quarters as many points. */
export const SHEETS: Record<Paper, { portrait: Size; landscape: Size }> = {
  a4: { portrait: { width: 718, height: 1044 }, landscape: { width: 1046, height: 716 } },
  letter: { portrait: { width: 740, height: 977 }, landscape: { width: 980, height: 738 } },
};

/** Where paper is cut to inches, by `paperSize` of CLDR; ISO 3166-1 alpha-2. */
const INCHES = new Set('BZ CA CL CO CR GT MX NI PA PH PR SV US VE'.split(' '));

/** What printers hold where a reader's first language with a country is spoken. */
export function findUsualPaper(languages: readonly string[]): Paper {
  const country = languages.map((tag) => /-([A-Z]{2})\b/.exec(tag)?.[1]).find((code) => code !== undefined);
  return country !== undefined && INCHES.has(country) ? 'letter' : 'a4';
}
