/** OpenStreetMap's XML and the JSON of Overpass, by osm2geojson-lite: relations with their ways joined, and ways of no relation. */
import type { Feature, FeatureCollection } from 'geojson';
import { ImportError, type ImportIssue } from '../checks/issues.ts';
import type { FileContent } from '../parse/content.ts';
import { getOwn, isObject } from '../parse/json-values.ts';
import { findXmlRoot } from '../parse/unknown.ts';
import type { XmlElement } from '../parse/xml-tree.ts';
import { parseXml } from '../parse/xml.ts';
import type { ImportFormat, Read, ReadOptions } from './format.ts';
import { isJson } from './geojson.ts';

export const osm: ImportFormat = {
  id: 'osm',
  label: 'OpenStreetMap',
  extensions: ['osm', 'xml', 'json'],
  is: (content) => findXmlRoot(content) === 'osm' || isOverpass(content),
  read: readOsm,
};

function isOverpass(content: FileContent): boolean {
  if (!isJson(content) || !/"elements"\s*:/.test(content.text())) return false;
  try {
    const json = content.json();
    return isObject(json) && getOwn(json, 'type') === undefined && Array.isArray(getOwn(json, 'elements'));
  } catch (error) {
    if (error instanceof ImportError) return false;
    throw error;
  }
}

interface OsmElement {
  type: string;
  id: number;
  lat?: number | undefined;
  lon?: number | undefined;
  nodes?: number[];
  geometry?: (OsmPoint | null)[];
  members?: { type: string; ref: number; role: string; geometry?: (OsmPoint | null)[] }[];
  tags?: Record<string, string>;
}

interface OsmPoint {
  lat: number;
  lon: number;
}

/** Throws `osm-incomplete` where lines have no positions. */
async function readOsm(content: FileContent, { pause }: ReadOptions): Promise<Read> {
  const { default: toGeojson } = await import('osm2geojson-lite');
  const elements = isJson(content) ? readJson(content) : readXml(await parseXml(content.text(), pause));
  const { missing, features } = convertElements(toGeojson, elements);
  const issues: ImportIssue[] = missing > 0 ? [{ code: 'osm-missing', params: { n: missing } }] : [];
  if (missing > 0 && features.length === 0) throw new ImportError({ code: 'osm-incomplete' });
  return { features: features.map((value) => ({ value })), issues };
}

type ToGeojson = (
  data: { elements: readonly OsmElement[] },
  options: { completeFeature: boolean },
) => FeatureCollection | undefined;

function convertElements(toGeojson: ToGeojson, elements: readonly OsmElement[]): { missing: number; features: Feature[] } {
  try {
    const features = toGeojson({ elements }, { completeFeature: true })?.features ?? [];
    // Stations and signals are points by the thousand, and never routes.
    const lines = features.filter(({ geometry }) => !geometry.type.endsWith('Point'));
    return { missing: countMissing(elements), features: lines };
  } catch (error) {
    // The library, and the count, take the shape of elements for granted.
    throw new ImportError({ code: 'not-geojson', path: 'elements' }, error);
  }
}

function readJson(content: FileContent): OsmElement[] {
  const json = content.json();
  const elements: unknown = isObject(json) ? getOwn(json, 'elements') : [];
  return Array.isArray(elements) ? elements.filter(isElement) : [];
}

/** The rest of the shape is tried: what it makes fail is refused. */
function isElement(value: unknown): value is OsmElement {
  if (!isObject(value) || typeof getOwn(value, 'type') !== 'string' || typeof getOwn(value, 'id') !== 'number') return false;
  return ['nodes', 'geometry', 'members'].every((key) => {
    const list = getOwn(value, key);
    return list === undefined || Array.isArray(list);
  });
}

/** The XML as the elements that Overpass gives in JSON. */
function readXml(document: XmlElement): OsmElement[] {
  const number = (element: XmlElement, name: string): number => Number(element.getAttribute(name) ?? NaN);
  const point = (element: XmlElement): OsmPoint => ({ lat: number(element, 'lat'), lon: number(element, 'lon') });
  const all = (parent: XmlElement, tag: string): XmlElement[] => parent.children.filter(({ tagName }) => tagName === tag);
  const located = (elements: readonly XmlElement[]): { geometry?: OsmPoint[] } =>
    elements.length > 0 && elements.every((nd) => nd.getAttribute('lat') !== null) ? { geometry: elements.map(point) } : {};
  return ['node', 'way', 'relation'].flatMap((type) =>
    document.getElementsByTagName(type).map((element): OsmElement => {
      const nds = all(element, 'nd');
      const tags = all(element, 'tag').map((tag) => [tag.getAttribute('k') ?? '', tag.getAttribute('v') ?? '']);
      return {
        type,
        id: number(element, 'id'),
        ...(tags.length > 0 && { tags: Object.fromEntries(tags) as Record<string, string> }),
        ...(type === 'node' && point(element)),
        ...(type === 'way' && { nodes: nds.map((nd) => number(nd, 'ref')), ...located(nds) }),
        ...(type === 'relation' && {
          members: all(element, 'member').map((member) => ({
            type: member.getAttribute('type') ?? '',
            ref: number(member, 'ref'),
            role: member.getAttribute('role') ?? '',
            ...located(all(member, 'nd')),
          })),
        }),
      };
    }),
  );
}

/** Ways and nodes that are named and not there: extracts cut lines off without a word. */
function countMissing(elements: readonly OsmElement[]): number {
  const ids = new Set(elements.map(({ type, id }) => `${type}/${id}`));
  const has = (type: string, id: number): boolean => ids.has(`${type}/${id}`);
  return elements.reduce((sum, { type, nodes = [], geometry, members = [] }) => {
    const points = type === 'way' && !geometry ? nodes.filter((id) => !has('node', id)).length : 0;
    const holes = geometry?.filter((at) => at === null).length ?? 0;
    const ways = members.filter((member) => member.type === 'way' && !member.geometry && !has('way', member.ref)).length;
    return sum + points + holes + ways;
  }, 0);
}
