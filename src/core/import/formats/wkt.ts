/** Well-known text by betterknown: one geometry a line, or one that runs over several. */
import { wktToGeoJSON } from 'betterknown';
import { WKT_START } from './detect.ts';
import { type ImportIssue, ImportError } from '../checks/issues.ts';
import { LIMITS } from '../checks/limits.ts';
import type { RawFeature, Read } from './raw-feature.ts';

/** Throws `foreign-crs` or `too-deep`. What cannot be read is a issue of its line. */
export function readWkt(text: string): Read {
  const features: RawFeature[] = [];
  const issues: ImportIssue[] = [];
  for (const { wkt, line } of statements(text)) {
    const result = parseWktGeometry(wkt, line);
    if ('value' in result) features.push({ value: { type: 'Feature', properties: {}, geometry: result.value }, line });
    else issues.push(result.issue);
  }
  return { features, issues };
}

/** A geometry, or what is wrong with it; CSV files carry such texts too. */
export function parseWktGeometry(wkt: string, line: number): { value: unknown } | { issue: ImportIssue } {
  const srid = /^\s*SRID\s*=\s*(\d+)/i.exec(wkt)?.[1];
  if (srid !== undefined && srid !== '4326')
    throw new ImportError({ code: 'foreign-crs', line, params: { crs: `SRID ${srid}` } });
  checkDepth(wkt, line);
  // The library knows blanks only.
  const plain = wkt
    .replace(/\s+/g, ' ')
    .replace(/^ ?SRID ?= ?\d+ ?; ?/i, '')
    .replace(/; ?$/, '');
  try {
    return { value: wktToGeoJSON(plain) };
  } catch {
    // The library throws plain errors; whatever they say, the text is not what it should be.
    return { issue: { code: 'bad-line', line } };
  }
}

/** A statement begins where a line begins with the name of a geometry. */
function statements(text: string): { wkt: string; line: number }[] {
  const out: { rows: string[]; line: number }[] = [];
  text.split(/\r?\n/).forEach((row, i) => {
    if (row.trim() === '' || row.trimStart().startsWith('#')) return;
    const last = out.at(-1);
    if (last && !WKT_START.test(row) && isOpen(last.rows)) last.rows.push(row);
    else out.push({ rows: [row], line: i + 1 });
  });
  return out.map(({ rows, line }) => ({ wkt: rows.join('\n'), line }));
}

const isOpen = (rows: readonly string[]): boolean => {
  const text = rows.join('');
  return text.split('(').length > text.split(')').length;
};

function checkDepth(wkt: string, line: number): void {
  let depth = 0;
  for (const [sign] of wkt.matchAll(/[()]/g)) {
    depth += sign === '(' ? 1 : -1;
    if (depth > LIMITS.depth) throw new ImportError({ code: 'too-deep', line, params: { most: LIMITS.depth } });
  }
}
