/** GPX: its tracks and routes by togeojson. */
import { ImportError, type ImportIssue, formatShown } from '../checks/issues.ts';
import { LIMITS } from '../checks/limits.ts';
import { parseCoordinate, type Axis } from '../checks/parse-coordinate.ts';
import type { FileContent } from '../parse/content.ts';
import { findXmlRoot } from '../parse/unknown.ts';
import { findChild, getChildText, XmlElement } from '../parse/xml-tree.ts';
import { parseXml } from '../parse/xml.ts';
import type { ImportFormat, RawFeature, Read, ReadOptions } from './format.ts';
import { writeGpx } from '../write/gpx.ts';

export const gpx: ImportFormat = {
  id: 'gpx',
  label: 'GPX',
  extensions: ['gpx'],
  is: (content) => findXmlRoot(content) === 'gpx',
  read: readGpx,
  write: writeGpx,
  type: 'application/gpx+xml',
};

async function readGpx(content: FileContent, { pause }: ReadOptions): Promise<Read> {
  const { gpx: toGeojson } = await import('@tmcw/togeojson');
  const document = await parseXml(content.text(), pause, isUseless);
  const [root] = document.getElementsByTagName('gpx');
  const metadata = root && findChild(root, 'metadata');
  const title = (metadata && getChildText(metadata, 'name')) || (root ? getChildText(root, 'name') : '');
  const issues: ImportIssue[] = [];
  // In the order in which the library gives them.
  const paths = ['trk', 'rte'].flatMap((tag) => document.getElementsByTagName(tag));
  const kept = paths.filter((path) => preparePath(path, issues));
  const { features } = callLibrary(toGeojson, document);
  const raws = features.map((value, i): RawFeature => {
    const line = kept[i]?.line;
    return { value, ...(line !== undefined && { line }), ...(title !== '' && { title }) };
  });
  return { features: raws, issues };
}

const OF_POINTS = new Set(['ele', 'time']);

/** Heart rates, satellites and the like: nothing here reads or writes them. Points of routes keep their shape in what Garmin adds. */
const isUseless = (name: string, inside: string): boolean => inside === 'trkpt' && !OF_POINTS.has(name);

/** Calls togeojson. Whatever it stumbles over in a file of strangers, the file is not what it should be. */
export function callLibrary<D, T>(toGeojson: (document: D) => T, document: XmlElement): T {
  try {
    // The library asks for the DOM of browsers; the tree has the part of it that it uses.
    return toGeojson(document as unknown as D);
  } catch (error) {
    throw new ImportError({ code: 'bad-xml' }, error);
  }
}

/** Makes a track or route fit for the library; false where it gives no line, which is an issue then. */
function preparePath(path: XmlElement, issues: ImportIssue[]): boolean {
  const name = getChildText(path, 'name');
  keepOwnTexts(path);
  insertShapePoints(path);
  const segments = path.tagName === 'trk' ? path.children.filter(({ tagName }) => tagName === 'trkseg') : [path];
  const counts = segments.map((segment) => dropBadPoints(segment, issues));
  const total = counts.reduce((sum, count) => sum + count, 0);
  const place = { line: path.line, ...(name !== '' && { name }) };
  if (counts.some((count) => count >= 2)) {
    const short = segments.find((_, i) => counts[i] === 1);
    if (short) issues.push({ code: 'part-left-out', ...place, line: short.line });
    return true;
  }
  issues.push({ code: total > 0 ? 'one-point' : 'empty-geometry', ...place });
  return false;
}

const TEXTS = ['name', 'cmt', 'desc', 'type', 'time', 'keywords'];

/** The library takes the first name inside, which may be that of a point: the path's own texts come first, empty ones too. */
function keepOwnTexts(path: XmlElement): void {
  const { children } = path;
  const own = TEXTS.map((tag) => findChild(path, tag) ?? new XmlElement(tag, path.namespaceURI, {}, path, path.line));
  path.replaceChildren([...own, ...children.filter((child) => !own.includes(child))]);
}

/** Garmin keeps the shape of a route between two of its points in extensions of the first. */
function insertShapePoints(path: XmlElement): void {
  if (path.tagName !== 'rte') return;
  const children = path.children.flatMap((child) => {
    if (child.tagName !== 'rtept') return [child];
    const shape = child.getElementsByTagNameNS('*', 'rpt');
    return [child, ...shape.map((point) => new XmlElement('rtept', child.namespaceURI, { ...point.values }, path, point.line))];
  });
  path.replaceChildren(children);
}

/** Points with a position that can be read stay, with numbers that the library reads the same. Returns how many those are. */
function dropBadPoints(segment: XmlElement, issues: ImportIssue[]): number {
  let count = 0;
  const children = segment.children.filter((point) => {
    if (point.tagName !== 'trkpt' && point.tagName !== 'rtept') return true;
    const wrong = (['lon', 'lat'] as const).find((axis) => !setPlainCoordinate(point, axis));
    if (wrong === undefined) {
      point.isClosed = true;
      count++;
      return true;
    }
    const found = formatShown(point.getAttribute(wrong) ?? '');
    if (issues.length <= LIMITS.issues) issues.push({ code: 'bad-row', line: point.line, params: { found } });
    return false;
  });
  segment.replaceChildren(children);
  return count;
}

/** As nearly all programs write it: the library reads it as it stands. */
const PLAIN = /^-?\d+(?:\.\d+)?$/;

function setPlainCoordinate(point: XmlElement, axis: Axis): boolean {
  const text = point.getAttribute(axis);
  if (text !== null && PLAIN.test(text)) return true;
  const value = text === null ? null : parseCoordinate(text, axis);
  if (value === null) return false;
  if (String(value) !== text) point.setAttribute(axis, String(value));
  return true;
}
