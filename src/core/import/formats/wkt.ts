/** Well-known text by betterknown: one geometry a line, or one that runs over several. */
import { type ImportIssue, ImportError } from '../checks/issues.ts';
import { LIMITS } from '../checks/limits.ts';
import type { FileContent } from '../parse/content.ts';
import type { ImportFormat, RawFeature, Read } from './format.ts';

/** Curves among them: they are known as WKT, and refused by name. */
const NAMES =
  'POINT|LINESTRING|POLYGON|MULTIPOINT|MULTILINESTRING|MULTIPOLYGON|GEOMETRYCOLLECTION|CIRCULARSTRING|COMPOUNDCURVE|CURVEPOLYGON|MULTICURVE|MULTISURFACE|TIN|TRIANGLE|POLYHEDRALSURFACE';
const START = new RegExp(`^\\s*(?:SRID\\s*=\\s*\\d+\\s*;\\s*)?(${NAMES})\\s*(?:ZM|Z|M)?\\s*(?:\\(|EMPTY)`, 'i');
const CURVE = /^(?:CIRCULARSTRING|COMPOUNDCURVE|CURVEPOLYGON|MULTICURVE|MULTISURFACE|TIN|TRIANGLE|POLYHEDRALSURFACE)$/i;

export const wkt: ImportFormat = {
  id: 'wkt',
  label: 'WKT',
  extensions: ['wkt', 'ewkt', 'txt'],
  is: (content) => START.test(content.head().replace(/^(?:#.*\s+)+/, '')),
  read: readWkt,
};

/** Throws `foreign-crs` or `too-deep`. What cannot be read is an issue of its line. */
async function readWkt(content: FileContent): Promise<Read> {
  const parse = await loadWktParser();
  const features: RawFeature[] = [];
  const issues: ImportIssue[] = [];
  for (const { text, line } of splitStatements(content.text())) {
    const result = parse(text, line);
    if ('value' in result) features.push({ value: { type: 'Feature', properties: {}, geometry: result.value }, line });
    else issues.push(result.issue);
  }
  return { features, issues };
}

/** A geometry, or what is wrong with it; tables carry such texts too. */
export type WktParser = (text: string, line: number) => { value: unknown } | { issue: ImportIssue };

/** Fetches the library. The parser throws `foreign-crs` or `too-deep`. */
export async function loadWktParser(): Promise<WktParser> {
  const { wktToGeoJSON } = await import('betterknown');
  return (text, line) => {
    const srid = /^\s*SRID\s*=\s*(\d+)/i.exec(text)?.[1];
    if (srid !== undefined && srid !== '4326') {
      throw new ImportError({ code: 'foreign-crs', line, params: { crs: `SRID ${srid}` } });
    }
    checkDepth(text, line);
    const name = START.exec(text)?.[1];
    if (name && CURVE.test(name)) return { issue: { code: 'unknown-geometry', line, params: { found: name.toUpperCase() } } };
    try {
      return { value: wktToGeoJSON(toPlainWkt(text)) };
    } catch {
      // The library throws plain errors; whatever they say, the text is not what it should be.
      return { issue: { code: 'bad-line', line } };
    }
  };
}

/** The name of a geometry right before positions of three or four numbers. */
const UNMARKED = /\b([A-Z]+) ?(?=\([( ]*(?:[-+\d.e]+ ){2}[-+\d.e]+( [-+\d.e]+)? ?[,)])/gi;

/** The library knows single blanks only, and heights only where the name says so: many programs leave the Z out. */
function toPlainWkt(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/^ ?SRID ?= ?\d+ ?; ?/i, '')
    .replace(/; ?$/, '')
    .trim()
    .replace(UNMARKED, (_, name: string, fourth?: string) =>
      /^(?:Z|M|ZM)$|[A-Z](?:Z|M|ZM)$/i.test(name) ? name : `${name} ${fourth === undefined ? 'Z' : 'ZM'} `,
    );
}

/** A statement begins where a line begins with the name of a geometry. */
function splitStatements(text: string): { text: string; line: number }[] {
  const out: { rows: string[]; line: number; open: number }[] = [];
  text.split(/\r?\n/).forEach((row, i) => {
    if (row.trim() === '' || row.trimStart().startsWith('#')) return;
    const depth = row.split('(').length - row.split(')').length;
    const last = out.at(-1);
    if (last && !START.test(row) && last.open > 0) {
      last.rows.push(row);
      last.open += depth;
    } else out.push({ rows: [row], line: i + 1, open: depth });
  });
  return out.map(({ rows, line }) => ({ text: rows.join('\n'), line }));
}

function checkDepth(text: string, line: number): void {
  let depth = 0;
  for (const [sign] of text.matchAll(/[()]/g)) {
    depth += sign === '(' ? 1 : -1;
    if (depth > LIMITS.depth) throw new ImportError({ code: 'too-deep', line, params: { most: LIMITS.depth } });
  }
}
