/** TCX (Garmin's Training Center): its activities and courses by togeojson. */
import type { FileContent } from '../parse/content.ts';
import { findXmlRoot } from '../parse/unknown.ts';
import { findChild, getChildText, XmlElement } from '../parse/xml-tree.ts';
import { parseXml } from '../parse/xml.ts';
import type { ImportFormat, RawFeature, Read, ReadOptions } from './format.ts';
import { callLibrary } from './gpx.ts';

export const tcx: ImportFormat = {
  id: 'tcx',
  label: 'TCX',
  extensions: ['tcx'],
  is: (content) => findXmlRoot(content) === 'trainingcenterdatabase',
  read: readTcx,
};

const OF_POINTS = new Set(['AltitudeMeters', 'Position', 'Time']);

/** Heart rates, cadences and the like: nothing here reads or writes them. */
const isUseless = (name: string, inside: string): boolean => inside === 'Trackpoint' && !OF_POINTS.has(name);

async function readTcx(content: FileContent, { pause }: ReadOptions): Promise<Read> {
  const { tcx: toGeojson } = await import('@tmcw/togeojson');
  const document = await parseXml(content.text(), pause, isUseless);
  // The library asks for some twenty names in all of a lap: none of them is one of points.
  for (const point of document.getElementsByTagName('Trackpoint')) point.isClosed = true;
  const paths = document.getElementsByTagName('*').filter(({ tagName }) => tagName === 'Activity' || tagName === 'Course');
  // The library makes a feature of each lap, and one of all that lies in "Courses": an activity or course is one route here.
  for (const lap of document.getElementsByTagName('Lap')) lap.tagName = 'Part';
  for (const outer of document.getElementsByTagName('Courses')) outer.tagName = 'Paths';
  const lines = paths.filter((path) => countPositions(path) > 1);
  for (const path of lines) {
    path.tagName = 'Courses';
    // The library takes the first name inside, which is that of the watch.
    const name = findChild(path, 'Name') ?? new XmlElement('Name', path.namespaceURI, {}, path, path.line);
    path.replaceChildren([name, ...path.children.filter((child) => child !== name)]);
  }
  const { features } = callLibrary(toGeojson, document);
  const raws = features.map((value, i): RawFeature => {
    const path = lines[i];
    const title = path && (getChildText(path, 'Name') || getChildText(path, 'Id'));
    return { value, ...(path && { line: path.line }), ...(title && { title }) };
  });
  return { features: raws, issues: [] };
}

const countPositions = (path: XmlElement): number =>
  path.getElementsByTagName('Trackpoint').filter((point) => findChild(point, 'Position')).length;
