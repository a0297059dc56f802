import { ImportError } from '../checks/issues.ts';

export const FORMATS = ['geojson', 'topojson', 'gpx', 'kml', 'kmz', 'csv', 'wkt'] as const;
export type Format = (typeof FORMATS)[number];

/** Begins each line of a GeoJSON text sequence. */
export const RECORD = '\u001e';

export const WKT_START =
  /^\s*(?:SRID\s*=\s*\d+\s*;\s*)?(?:POINT|LINESTRING|POLYGON|MULTIPOINT|MULTILINESTRING|MULTIPOLYGON|GEOMETRYCOLLECTION)\s*(?:Z|M|ZM)?\s*(?:\(|EMPTY)/i;

/** Format of a text by what stands in it; the name of the file does not count. JSON is told apart once it is parsed. */
export function detectFormat(text: string): 'json' | 'gpx' | 'kml' | 'csv' | 'wkt' {
  const head = text.slice(0, 4000).trimStart();
  if (/^[{[]/.test(head) || head.startsWith(RECORD)) return 'json';
  if (head.startsWith('<')) return xml(head);
  if (WKT_START.test(head.replace(/^(?:#.*\s+)+/, ''))) return 'wkt';
  if (/[,;\t|]/.test(head.split(/\r?\n/, 1)[0] ?? '')) return 'csv';
  // Numbers, words and the like that JSON allows as well.
  if (/^(?:null|true|false|-?\d+(?:\.\d+)?|"[^"]*")\s*$/.test(head)) throw new ImportError({ code: 'not-geojson' });
  throw new ImportError({ code: 'unknown-format' });
}

function xml(head: string): 'gpx' | 'kml' {
  const root = /<(?![?!])\s*(?:[\w.-]+:)?([\w.-]+)/.exec(head)?.[1]?.toLowerCase();
  if (root === 'gpx') return 'gpx';
  if (root === 'kml' || root === 'document' || root === 'placemark' || root === 'folder') return 'kml';
  if (root === 'html' || /^<!doctype\s+html/i.test(head)) throw new ImportError({ code: 'html-page' });
  if (root === undefined) throw new ImportError({ code: 'bad-xml', line: 1 });
  throw new ImportError({ code: 'unknown-format' });
}
