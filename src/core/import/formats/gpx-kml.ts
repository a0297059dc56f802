/** GPX and KML by togeojson, on a DOM of its own: workers have none. */
import { gpx, kml } from '@tmcw/togeojson';
import { DOMParser, type Document as XmlDocument, ParseError } from '@xmldom/xmldom';
import { type ImportIssue, ImportError, formatShown } from '../checks/issues.ts';
import { LIMITS } from '../checks/limits.ts';
import type { Read } from './raw-feature.ts';

/** Throws `bad-xml`, `xml-entities` or `too-deep`. */
export function readXml(text: string, format: 'gpx' | 'kml'): Read {
  // Entities that a file defines itself can unfold to any size; neither format needs them.
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new ImportError({ code: 'xml-entities' });
  checkDepth(text);
  const document = parse(text);
  const issues = format === 'gpx' ? gpxPoints(document) : kmlPoints(document);
  // The library asks for the DOM of browsers; xmldom has the part of it that it uses.
  const features = attempt(() => (format === 'gpx' ? gpx(document as never) : kml(document as never)).features);
  return { features: features.map((value, i) => ({ value, path: `features[${i}]` })), issues };
}

function parse(text: string): XmlDocument {
  let line = 1;
  try {
    const parser = new DOMParser({
      onError: (level, message, context: { locator?: { lineNumber?: number } } | undefined) => {
        line = context?.locator?.lineNumber ?? line;
        if (level !== 'warning') throw new ParseError(message);
      },
    });
    return parser.parseFromString(text, 'text/xml');
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    throw new ImportError({ code: 'bad-xml', line: lineOf(error) ?? line }, error);
  }
}

const lineOf = ({ locator }: ParseError): number | undefined =>
  typeof locator === 'object' && locator !== null && 'lineNumber' in locator ? Number(locator.lineNumber) : undefined;

/** Whatever the library stumbles over in a file of strangers, the file is not what it should be. */
function attempt<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new ImportError({ code: 'bad-xml' }, error);
  }
}

/** Counts how deep elements lie before anything walks them by calling itself. */
function checkDepth(text: string): void {
  let depth = 0;
  for (const [tag] of text.matchAll(/<[/A-Za-z][^<>]*>/g)) {
    if (tag.startsWith('</')) depth--;
    else if (!tag.endsWith('/>')) depth++;
    if (depth > LIMITS.depth) throw new ImportError({ code: 'too-deep', params: { most: LIMITS.depth } });
  }
}

/** The same of the positions of KML, which stand in one text. */
function kmlPoints(document: XmlDocument): ImportIssue[] {
  const issues: ImportIssue[] = [];
  for (const element of document.getElementsByTagName('coordinates')) {
    for (const position of (element.textContent ?? '').trim().split(/\s+/)) {
      const numbers = position.split(',');
      if (position === '' || (numbers.length > 1 && numbers.every((text) => text !== '' && Number.isFinite(Number(text)))))
        continue;
      const { lineNumber } = element as { lineNumber?: number };
      issues.push({ code: 'bad-row', ...(lineNumber && { line: lineNumber }), params: { found: formatShown(position) } });
      if (issues.length > LIMITS.issues) return issues;
    }
  }
  return issues;
}

/** Points without a usable position, which the library leaves out in silence. */
function gpxPoints(document: XmlDocument): ImportIssue[] {
  const issues: ImportIssue[] = [];
  for (const name of ['trkpt', 'rtept']) {
    for (const point of document.getElementsByTagName(name)) {
      const values = [point.getAttribute('lon'), point.getAttribute('lat')];
      const wrong = values.find((value) => value === null || value.trim() === '' || !Number.isFinite(Number(value)));
      if (wrong === undefined) continue;
      const { lineNumber } = point as { lineNumber?: number };
      issues.push({ code: 'bad-row', ...(lineNumber && { line: lineNumber }), params: { found: formatShown(wrong ?? '') } });
      if (issues.length > LIMITS.issues) return issues;
    }
  }
  return issues;
}
