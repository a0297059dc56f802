/** TopoJSON by topojson-client. What it takes for granted is checked first: it would hang, overflow or draw nonsense. */
import { feature } from 'topojson-client';
import type { GeometryObject, Topology } from 'topojson-specification';
import { ImportError } from '../checks/issues.ts';
import { LIMITS } from '../checks/limits.ts';
import type { FileContent } from '../parse/content.ts';
import { getOwn, isObject, type PlainObject } from '../parse/json-values.ts';
import type { ImportFormat, RawFeature, Read } from './format.ts';
import { isJson } from './geojson.ts';

export const topojson: ImportFormat = {
  id: 'topojson',
  label: 'TopoJSON',
  extensions: ['topojson', 'json'],
  is: (content) => isJson(content) && isTopology(content),
  read: (content) => Promise.resolve(readTopology(content.json() as PlainObject)),
};

/** Asks the text first: a sequence of GeoJSON is no JSON as a whole. */
function isTopology(content: FileContent): boolean {
  if (!content.text().includes('Topology')) return false;
  try {
    const json = content.json();
    return isObject(json) && getOwn(json, 'type') === 'Topology';
  } catch (error) {
    if (error instanceof ImportError) return false;
    throw error;
  }
}

/** Throws `bad-topology` with the place, or `too-many-vertices`. */
function readTopology(json: PlainObject): Read {
  const objects = getOwn(json, 'objects');
  if (!isObject(objects)) throw bad('objects');
  const sizes = countArcPoints(json);
  assertTopology(json);
  let vertices = 0;
  const features: RawFeature[] = [];
  for (const [name, object] of Object.entries(objects)) {
    for (const { value, path } of listGeometries(object, `objects.${name}`)) {
      vertices += countVertices(value, path, sizes);
      if (vertices > LIMITS.vertices)
        throw new ImportError({ code: 'too-many-vertices', path, params: { most: LIMITS.vertices } });
      features.push({ value: hasType(value) ? feature(json, value) : { ...value, type: 'Feature', geometry: null }, path });
    }
  }
  return { features, issues: [] };
}

/** What a geometry refers to has been checked with its vertices. */
const hasType = (value: PlainObject): value is PlainObject & GeometryObject => typeof getOwn(value, 'type') === 'string';

const bad = (path: string): ImportError => new ImportError({ code: 'bad-topology', path });

const isPosition = (value: unknown): boolean =>
  Array.isArray(value) && value.length >= 2 && typeof value[0] === 'number' && typeof value[1] === 'number';

/** Points of each arc. */
function countArcPoints(json: PlainObject): number[] {
  const arcs = getOwn(json, 'arcs');
  if (!Array.isArray(arcs)) throw bad('arcs');
  return arcs.map((arc: unknown, i) => {
    if (!Array.isArray(arc) || arc.length === 0 || !arc.every(isPosition)) throw bad(`arcs[${i}]`);
    return arc.length;
  });
}

/** Arcs have been counted, and so checked; geometries are checked one by one. */
function assertTopology(json: PlainObject): asserts json is PlainObject & Topology {
  const transform = getOwn(json, 'transform');
  if (transform === undefined) return;
  const ok = isObject(transform) && isPosition(getOwn(transform, 'scale')) && isPosition(getOwn(transform, 'translate'));
  if (!ok) throw bad('transform');
}

/** The geometries of an object, out of its collections. */
function listGeometries(root: unknown, start: string): { value: PlainObject; path: string }[] {
  const out: { value: PlainObject; path: string }[] = [];
  const stack = [{ value: root, path: start }];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { value, path } = next;
    if (!isObject(value)) throw bad(path);
    const members = getOwn(value, 'geometries');
    if (getOwn(value, 'type') !== 'GeometryCollection') out.push({ value, path });
    else if (!Array.isArray(members)) throw bad(`${path}.geometries`);
    // Backwards, so that they come off the stack in their order.
    else
      for (let i = members.length - 1; i >= 0; i--)
        stack.push({ value: members[i] as unknown, path: `${path}.geometries[${i}]` });
    if (out.length > LIMITS.features) throw new ImportError({ code: 'too-many-features', params: { most: LIMITS.features } });
  }
  return out;
}

const NESTING: Readonly<Record<string, number>> = { LineString: 1, MultiLineString: 2, Polygon: 2, MultiPolygon: 3 };

/** Points that a geometry will have; its arcs must be there. */
function countVertices(value: PlainObject, path: string, sizes: readonly number[]): number {
  const depth = NESTING[String(getOwn(value, 'type'))];
  if (depth === undefined) {
    if (getOwn(value, 'type') === 'Point' && !isPosition(getOwn(value, 'coordinates'))) throw bad(`${path}.coordinates`);
    return 1;
  }
  let level: unknown[] = [getOwn(value, 'arcs')];
  for (let i = 0; i < depth; i++) {
    if (!level.every(Array.isArray)) throw bad(`${path}.arcs`);
    level = level.flat();
  }
  return level.reduce<number>((sum, index) => {
    const arc = typeof index === 'number' ? sizes[index < 0 ? ~index : index] : undefined;
    if (arc === undefined) throw bad(`${path}.arcs`);
    return sum + arc;
  }, 0);
}
