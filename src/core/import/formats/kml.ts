/** KML: its placemarks by togeojson, with the coordinates put in order first. */
import { ImportError, type ImportIssue, formatShown } from '../checks/issues.ts';
import { LIMITS } from '../checks/limits.ts';
import type { FileContent } from '../parse/content.ts';
import { findXmlRoot } from '../parse/unknown.ts';
import { findChild, getChildText, XmlElement } from '../parse/xml-tree.ts';
import { parseXml } from '../parse/xml.ts';
import type { ImportFormat, RawFeature, Read, ReadOptions } from './format.ts';
import { callLibrary } from './gpx.ts';
import { writeKml } from '../write/kml.ts';

const ROOTS = ['kml', 'document', 'placemark', 'folder'];

export const kml: ImportFormat = {
  id: 'kml',
  label: 'KML',
  extensions: ['kml'],
  is: (content) => ROOTS.includes(findXmlRoot(content) ?? ''),
  read: readKml,
  write: writeKml,
  type: 'application/vnd.google-earth.kml+xml',
};

async function readKml(content: FileContent, options: ReadOptions): Promise<Read> {
  const { kml: toGeojson } = await import('@tmcw/togeojson');
  const document = await parseXml(content.text(), options.pause);
  const links = takeLinks(document);
  const linked = await readLinked(links, content, options);
  const read: Read = { features: linked.features, issues: [...linked.issues] };
  const placemarks = document.getElementsByTagName('Placemark');
  const isKept = placemarks.map((placemark) => preparePlacemark(placemark, read.issues));
  const { features } = callLibrary(toGeojson, document);
  features.forEach((value, i) => {
    // Behind the placemarks come pictures on the ground.
    if (isKept[i] !== false) read.features.push({ value, ...describePlacemark(placemarks[i]) });
  });
  if (read.features.length === 0 && read.issues.length === 0 && links[0] !== undefined) {
    throw new ImportError({ code: 'network-link', params: { href: formatShown(links[0], 120) } });
  }
  return read;
}

function describePlacemark(placemark: XmlElement | undefined): Omit<RawFeature, 'value'> {
  if (!placemark) return {};
  let group = '';
  for (let above = placemark.parentNode; above && group === ''; above = above.parentNode) group = getChildText(above, 'name');
  return { line: placemark.line, ...(group !== '' && { group, title: group }) };
}

/** Takes the links to other files out of the tree. */
function takeLinks(document: XmlElement): string[] {
  return document.getElementsByTagName('NetworkLink').flatMap((link) => {
    link.parentNode?.replaceChildren(link.parentNode.children.filter((child) => child !== link));
    const href = ['Link', 'Url']
      .map((tag) => findChild(link, tag))
      .flatMap((child) => (child ? [getChildText(child, 'href')] : []))[0];
    return href ? [href] : [];
  });
}

/** What links point to inside the same archive. */
async function readLinked(links: readonly string[], { findFile }: FileContent, { pause, readInner }: ReadOptions): Promise<Read> {
  const read: Read = { features: [], issues: [] };
  for (const href of links) {
    const file = findFile?.(href);
    if (!file) continue;
    const inner = await readInner(file, { pause });
    read.features.push(...inner.features);
    read.issues.push(...inner.issues);
  }
  return read;
}

/** Makes a placemark fit for the library; false where none of it may be loaded, which is an issue then. */
function preparePlacemark(placemark: XmlElement, issues: ImportIssue[]): boolean {
  // The library takes the first name inside, which may be that of something else.
  const name = findChild(placemark, 'name') ?? new XmlElement('name', placemark.namespaceURI, {}, placemark, placemark.line);
  placemark.replaceChildren([name, ...placemark.children.filter((child) => child !== name)]);
  cleanTracks(placemark);
  const lines = ['LineString', 'LinearRing']
    .flatMap((tag) => placemark.getElementsByTagName(tag))
    .filter((line) => !/^(?:outer|inner)BoundaryIs$/.test(line.parentNode?.tagName ?? ''))
    .flatMap((line) => findChild(line, 'coordinates') ?? []);
  const title = name.textContent.trim();
  const place = title === '' ? {} : { name: title };
  let good = 0;
  const short: XmlElement[] = [];
  for (const coordinates of lines) {
    const tuples = splitTuples(coordinates);
    const odd = tuples.find(({ numbers }) => numbers.length > 3);
    if (odd) {
      issues.push({ code: 'decimal-comma', ...place, line: odd.line, params: { found: formatShown(odd.text) } });
      return false;
    }
    const fit = tuples.filter((tuple) => isTuple(tuple, issues));
    coordinates.setText(fit.map(({ numbers }) => numbers.join(',')).join(' '));
    if (fit.length === 1) short.push(coordinates);
    else if (fit.length > 1) good++;
  }
  const [first] = short;
  if (first) issues.push({ code: good > 0 ? 'part-left-out' : 'one-point', ...place, line: first.line });
  return !(first && good === 0 && lines.length === 1);
}

interface Tuple {
  text: string;
  numbers: string[];
  line: number;
}

/** Positions of a `coordinates` element; blanks around commas, which the format forbids, are what hands put there. */
function splitTuples(element: XmlElement): Tuple[] {
  const { textContent } = element;
  const tuples: Tuple[] = [];
  let line = element.line;
  let at = 0;
  for (const match of textContent.matchAll(/[^\s,]*(?:\s*,\s*[^\s,]*)+|[^\s,]+/g)) {
    line += textContent.slice(at, match.index).split('\n').length - 1;
    at = match.index;
    const text = match[0].replace(/\s/g, '');
    tuples.push({ text, numbers: text.split(','), line });
  }
  const [only] = tuples;
  return tuples.length === 1 && only ? splitJoined(only) : tuples;
}

/** All positions joined by commas are read in threes, as Google Earth does, where that gives places on the globe. */
function splitJoined(tuple: Tuple): Tuple[] {
  const { numbers, line } = tuple;
  if (numbers.length < 6 || numbers.length % 3 > 0) return [tuple];
  const tuples = Array.from({ length: numbers.length / 3 }, (_, i): Tuple => {
    const three = numbers.slice(i * 3, i * 3 + 3);
    return { text: three.join(','), numbers: three, line };
  });
  const isOnGlobe = ({ numbers: [lon = '', lat = ''] }: Tuple): boolean =>
    Math.abs(Number(lon)) <= 180 && Math.abs(Number(lat)) <= 90 && (lon.includes('.') || lat.includes('.'));
  return tuples.every(isOnGlobe) ? tuples : [tuple];
}

function isTuple({ text, numbers, line }: Tuple, issues: ImportIssue[]): boolean {
  if (numbers.length > 1 && numbers.every((number) => number !== '' && Number.isFinite(Number(number)))) return true;
  if (issues.length <= LIMITS.issues) issues.push({ code: 'bad-row', line, params: { found: formatShown(text) } });
  return false;
}

/** Positions of tracks are split at single blanks by the library; empty ones stand for moments without a position. */
function cleanTracks(placemark: XmlElement): void {
  for (const track of placemark.getElementsByTagNameNS('*', 'Track')) {
    const coords = track.children.filter(({ localName }) => localName === 'coord');
    const times = track.children.filter(({ localName }) => localName === 'when');
    const dropped = new Set<XmlElement>();
    coords.forEach((coord, i) => {
      const numbers = coord.textContent.trim().split(/\s+/);
      if (numbers.length > 1 && numbers.every((number) => Number.isFinite(Number(number)))) coord.setText(numbers.join(' '));
      else for (const element of [coord, times[i]]) if (element) dropped.add(element);
    });
    if (dropped.size > 0) track.replaceChildren(track.children.filter((child) => !dropped.has(child)));
  }
}
