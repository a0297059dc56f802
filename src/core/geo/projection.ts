/**
 * Where a place lies on the screen: a globe seen from a height, which unrolls to Web Mercator as one comes near. The same
 * numbers as MapLibre's `vertical-perspective`, `mercator` and the transition between them, seen from straight above.
 */
import type { Position } from '../dataset/model.ts';

export interface Camera {
  /** Web Mercator zoom of 512 px tiles, as MapLibre counts it. */
  zoom: number;
  lon: number;
  lat: number;
}

export interface Size {
  width: number;
  height: number;
}

export type Point = [x: number, y: number];

/** Zoom up to which the world is a globe, and from which it is flat. */
export const GLOBE_ZOOM = 3.6;
export const FLAT_ZOOM = 5.2;

/** Heights of the screen from the eye to the middle of the map, at MapLibre's field of view. */
const EYE = 1.5;
/** Pixels round the world at zoom 0. */
const TILE = 512;
const MAX_LAT = 85.051129;
const RADIANS = Math.PI / 180;

/** What changes where a map stands in for a picture of another size; see `computeCamera`. */
export interface Perspective {
  /** Pixels from the eye to the middle of the map. */
  distance: number;
  /** Added to the zooms at which the globe unrolls. */
  shift: number;
  /** Pixels of the foot that something lies over: the middle of the map is that of the rest. None by default. */
  foot?: number;
}

export interface Projection {
  size: Size;
  camera: Camera;
  /** 1 a globe, 0 flat, and between. */
  globeness: number;
  /** True on the side of the globe that is turned to us. */
  isVisible(lon: number, lat: number): boolean;
  /** True where the ground is turned to us far enough for a name to be read as one of it: not on the rim of the globe. */
  isFacing(lon: number, lat: number): boolean;
  /** Pixels from the top left corner; on the far side the nearest point of the horizon. On a flat map `lon` is not wrapped. */
  project(lon: number, lat: number): Point;
  /** Where the middle of the map is drawn. */
  middle: Point;
  /** The rim of the globe; null where the map has none. */
  horizon(): Point[] | null;
}

export const computePerspective = ({ height }: Size): Perspective => ({ distance: EYE * height, shift: 0 });

/** How much of the ground's height is seen where it is still named, on a globe. */
const FACING = 0.4;

const mercatorY = (lat: number): number =>
  Math.log(Math.tan(Math.PI / 4 + (Math.max(-MAX_LAT, Math.min(MAX_LAT, lat)) * RADIANS) / 2)) / (2 * Math.PI);

/** Share of the globe in what is seen at a zoom. */
function computeGlobeness(zoom: number, { shift }: Pick<Perspective, 'shift'>): number {
  return 1 - Math.max(0, Math.min(1, (zoom - shift - GLOBE_ZOOM) / (FLAT_ZOOM - GLOBE_ZOOM)));
}

/** Longitude moved by whole turns to lie within half a turn of another. */
const wrapLongitude = (lon: number, around: number): number => lon - 360 * Math.round((lon - around) / 360);

export function createProjection(camera: Camera, size: Size, perspective: Perspective = computePerspective(size)): Projection {
  const globeness = computeGlobeness(camera.zoom, perspective);
  const world = TILE * 2 ** camera.zoom;
  const [sin, cos] = [Math.sin(camera.lat * RADIANS), Math.cos(camera.lat * RADIANS)];
  const radius = world / (2 * Math.PI * cos);
  const { distance, foot = 0 } = perspective;
  const middle: Point = [size.width / 2, (size.height - foot) / 2];
  const middleY = mercatorY(camera.lat);
  /** Cosine of the angle from the middle to the horizon. */
  const edge = radius / (radius + distance);

  /** On the unit globe, turned so that the middle of the map is at (0, 0, 1). */
  const turned = (lon: number, lat: number): [number, number, number] => {
    const [s, c, dLon] = [Math.sin(lat * RADIANS), Math.cos(lat * RADIANS), (lon - camera.lon) * RADIANS];
    return [c * Math.sin(dLon), cos * s - sin * c * Math.cos(dLon), sin * s + cos * c * Math.cos(dLon)];
  };
  /** Both projections as MapLibre mixes them, before the division by depth. */
  const mixed = (x: number, y: number, z: number, lon: number, lat: number): Point => {
    const depth = distance + radius * (1 - z);
    const flat = 1 - globeness;
    const w = distance * flat + depth * globeness;
    const flatX = ((lon - camera.lon) / 360) * world;
    const flatY = (mercatorY(lat) - middleY) * world;
    return [
      middle[0] + (distance * (flatX * flat + radius * x * globeness)) / w,
      middle[1] - (distance * (flatY * flat + radius * y * globeness)) / w,
    ];
  };
  /** Back from the unit globe to degrees. */
  const degrees = (x: number, y: number, z: number): Position => {
    const lat = Math.asin(Math.max(-1, Math.min(1, cos * y + sin * z)));
    return [camera.lon + Math.atan2(x, cos * z - sin * y) / RADIANS, lat / RADIANS];
  };
  const onHorizon = (azimuth: number): Point => {
    const rim = Math.sqrt(1 - edge * edge);
    const [x, y] = [rim * Math.sin(azimuth), rim * Math.cos(azimuth)];
    return mixed(x, y, edge, ...degrees(x, y, edge));
  };

  return {
    size,
    camera,
    globeness,
    middle,
    isVisible: (lon, lat) => globeness === 0 || turned(lon, lat)[2] >= edge,
    isFacing(lon, lat) {
      const height = turned(lon, lat)[2] / edge;
      // The cosine of the angle at which the ground is seen.
      return (height - 1) / Math.sqrt(1 + 1 / edge ** 2 - 2 * height) >= FACING * globeness;
    },
    project(lon, lat) {
      if (globeness === 0) return mixed(0, 0, 1, lon, lat);
      const [x, y, z] = turned(lon, lat);
      if (z < edge) return onHorizon(Math.atan2(x, y));
      return mixed(x, y, z, wrapLongitude(lon, camera.lon), lat);
    },
    horizon: () => (globeness === 0 ? null : Array.from({ length: 120 }, (_, i) => onHorizon((i / 60) * Math.PI))),
  };
}
