/** The base map of one embed: fine where the picture looks, coarse elsewhere, as small as the picture allows. */
import { lineString } from '@turf/helpers';
import { simplify } from '@turf/simplify';
import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';
import { type BoundingBox, uniteBoxes } from '../../../src/core/geo/bounding-box.ts';
import type { Places, Waters } from '../../../src/core/dataset/load/load-base-map.ts';
import { PICTURES } from '../../../src/embed/shape.ts';
import type { Topology, TopologyGeometry } from './base-files.ts';

export interface Viewport {
  box: BoundingBox;
  /** Greatest distance in degrees of a simplified line from the line, within the box. */
  tolerance: number;
}

/** What is in view when an extent is fitted into the wide picture, with room round it; lines are true to less than a pixel. */
export function getViewport([west, south, east, north]: BoundingBox): Viewport {
  const span = Math.max(east - west, (north - south) * 1.6, 0.02);
  const room = span * 0.6;
  return { box: [west - room, south - room, east + room, north + room], tolerance: span / PICTURES[0].size.width };
}

function computeBox(line: readonly Position[]): BoundingBox {
  const lons = line.map(([lon = 0]) => lon);
  const lats = line.map(([, lat = 0]) => lat);
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

const overlaps = (box: BoundingBox, [west, south, east, north]: BoundingBox): boolean =>
  box[2] >= west && box[0] <= east && box[3] >= south && box[1] <= north;

const meetsBox = (line: readonly Position[], box: BoundingBox): boolean => overlaps(computeBox(line), box);

/** A line with fewer points; what is far from the picture keeps hardly more than its ends. */
export function simplifyLine(
  line: readonly Position[],
  { box, tolerance }: Viewport,
  outside = Math.max(1.5, tolerance * 8),
): Position[] {
  if (line.length < 3) return [...line];
  const allowed = meetsBox(line, box) ? tolerance : outside;
  return simplify(lineString([...line]), { tolerance: allowed, highQuality: true }).geometry.coordinates;
}

const countDigits = ({ tolerance }: Viewport): number => Math.min(4, Math.max(1, Math.ceil(-Math.log10(tolerance))));

/** A line with as many decimals as the picture shows. */
export function roundLine(line: readonly Position[], viewport: Viewport): [number, number][] {
  const digits = countDigits(viewport);
  return line.map(([lon = 0, lat = 0]) => [Number(lon.toFixed(digits)), Number(lat.toFixed(digits))]);
}

interface Arc {
  /** In degrees. */
  line: Position[];
  box: BoundingBox;
}

/** Every embed is cut out of the same topologies. */
const decoded = new WeakMap<Topology, readonly Arc[]>();

function decodeArcs(topology: Topology): readonly Arc[] {
  const { scale, translate } = topology.transform;
  const arcs =
    decoded.get(topology) ??
    topology.arcs.map((arc): Arc => {
      let [x, y] = [0, 0];
      const line = arc.map(([dx, dy]): Position => {
        x += dx;
        y += dy;
        return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
      });
      return { line, box: computeBox(line) };
    });
  decoded.set(topology, arcs);
  return arcs;
}

/** A line as steps on a grid; points that fall together become one. */
function encodeArc(line: readonly Position[], step: number): [number, number][] {
  let [px, py] = [0, 0];
  return line.flatMap(([lon = 0, lat = 0], i): [number, number][] => {
    const [x, y] = [Math.round(lon / step), Math.round(lat / step)];
    const delta: [number, number] = [x - px, y - py];
    [px, py] = [x, y];
    return i > 0 && i < line.length - 1 && delta[0] === 0 && delta[1] === 0 ? [] : [delta];
  });
}

const getIndex = (arc: number): number => (arc < 0 ? ~arc : arc);

/** Takes arcs of a topology over into a new one that holds no others. */
class ArcPicker {
  readonly arcs: [number, number][][] = [];
  readonly #from: readonly Arc[];
  readonly #viewport: Viewport;
  readonly #step: number;
  readonly #taken = new Map<number, number>();

  constructor(full: Topology, viewport: Viewport, step: number) {
    this.#from = decodeArcs(full);
    this.#viewport = viewport;
    this.#step = step;
  }

  isNear(arc: number): boolean {
    const box = this.#from[getIndex(arc)]?.box;
    return box !== undefined && overlaps(box, this.#viewport.box);
  }

  /** True where a ring or line is large enough to be seen; far from the picture only continents are. */
  isSeen(arcs: readonly number[]): boolean {
    const [west, south, east, north] = uniteBoxes(arcs.map((arc) => this.#from[getIndex(arc)]?.box ?? null)) ?? [0, 0, 0, 0];
    const least = arcs.some((arc) => this.isNear(arc)) ? this.#viewport.tolerance * 8 : 6;
    return Math.max(east - west, north - south) > least;
  }

  /** The arc's index in the new topology, in the same direction. */
  #take(arc: number): number {
    const index = getIndex(arc);
    const known = this.#taken.get(index);
    const taken = known ?? this.arcs.push(encodeArc(simplifyLine(this.#from[index]?.line ?? [], this.#viewport), this.#step)) - 1;
    this.#taken.set(index, taken);
    return arc < 0 ? ~taken : taken;
  }

  /** What is left of a geometry; nothing where all of it is too small or too far. */
  thin(geometry: TopologyGeometry): TopologyGeometry[] {
    const { type, arcs } = geometry;
    if (type === 'Polygon') {
      const [outer] = arcs;
      return outer && this.isSeen(outer) ? [{ ...geometry, arcs: arcs.map((ring) => ring.map((arc) => this.#take(arc))) }] : [];
    }
    const near = arcs.flat().filter((arc) => this.isNear(arc));
    return near.length > 0 ? [{ ...geometry, arcs: near.map((arc) => [this.#take(arc)]) }] : [];
  }

  /** The runs of a coast that belong to land which is seen. */
  thinCoast(coast: TopologyGeometry): TopologyGeometry {
    const runs = coast.arcs.map((run) => run.filter((arc) => this.isSeen([arc]))).filter((run) => run.length > 0);
    return { ...coast, arcs: runs.map((run) => run.map((arc) => this.#take(arc))) };
  }
}

/** The topology with its arcs simplified, on a grid that suits the picture, without islands too small or too far to be seen. */
export function thinTopology(full: Topology, viewport: Viewport): Topology {
  const step = 10 ** -countDigits(viewport);
  const picker = new ArcPicker(full, viewport, step);
  const objects: Topology['objects'] = {};
  for (const [name, object] of Object.entries(full.objects)) {
    objects[name] =
      object.type === 'GeometryCollection'
        ? { ...object, geometries: object.geometries.flatMap((geometry) => picker.thin(geometry)) }
        : picker.thinCoast(object);
  }
  return { type: 'Topology', transform: { scale: [step, step], translate: [0, 0] }, arcs: picker.arcs, objects };
}

/** Lakes and rivers that the picture has room for. */
export function thinWaters({ lakes, rivers }: Waters, viewport: Viewport): Waters {
  return { lakes: thinCollection(lakes, viewport, 14), rivers: thinCollection(rivers, viewport, 160) };
}

/** @param least the shortest diagonal that is kept, in tolerances of the viewport */
function thinCollection({ features }: FeatureCollection, viewport: Viewport, least: number): FeatureCollection {
  const thin = (line: Position[]): Position[] =>
    roundLine(simplifyLine(line, { ...viewport, tolerance: viewport.tolerance * 1.6 }), viewport);
  return {
    type: 'FeatureCollection',
    features: features.flatMap(({ geometry }): Feature[] => {
      const lines = listLines(geometry)
        .filter((line) => meetsBox(line, viewport.box) && computeDiagonal(line) > viewport.tolerance * least)
        .map(thin)
        .filter((line) => line.length > 3);
      if (lines.length === 0) return [];
      const thinned: Geometry = geometry.type.endsWith('Polygon')
        ? { type: 'MultiPolygon', coordinates: lines.map((ring) => [ring]) }
        : { type: 'MultiLineString', coordinates: lines };
      return [{ type: 'Feature', properties: {}, geometry: thinned }];
    }),
  };
}

/** Lines and rings of a geometry. */
function listLines(geometry: Geometry): Position[][] {
  switch (geometry.type) {
    case 'LineString':
      return [geometry.coordinates];
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates;
    case 'MultiPolygon':
      return geometry.coordinates.flat();
    case 'Point':
    case 'MultiPoint':
    case 'GeometryCollection':
      return [];
  }
}

function computeDiagonal(line: readonly Position[]): number {
  const [west, south, east, north] = computeBox(line);
  return Math.hypot(east - west, north - south);
}

/** Names on the base map that the picture has room for, in English; other languages come by those names. */
export function thinPlaces({ countries, seas, towns }: Places, { box, tolerance }: Viewport): Places {
  const [west, south, east, north] = box;
  const zoom = Math.log2(360 / (tolerance * 500));
  const keep = <P extends Places['seas' | 'countries' | 'towns'][number]>(places: readonly P[], highestRank: number): P[] =>
    places
      .filter(({ lon, lat, rank }) => lon > west && lon < east && lat > south && lat < north && rank < highestRank)
      .map((place) => {
        const { en } = place.names;
        return { ...place, names: en === undefined ? {} : { en } };
      });
  return {
    countries: keep(countries, zoom + 1.5),
    seas: keep(seas, zoom + 2),
    // By their English names, not by their numbers, which would be more bytes.
    towns: keep(towns, zoom - 1).map(({ id: _, ...town }) => ({ ...town, names: {} })),
  };
}
