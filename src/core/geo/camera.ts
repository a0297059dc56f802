/** Cameras: the one that shows all of something, and the one of a live map that stands in for a picture of another size. */
import { type Atlas, buildRouteLine, computeBounds, findFeature } from '../dataset/dataset.ts';
import type { Leg, Position } from '../dataset/model.ts';
import type { BoundingBox } from './bounding-box.ts';
import { type Camera, type Perspective, computePerspective, createProjection, type Size } from './projection.ts';

/** Pixels kept free at the edges. */
export interface Padding {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

/** Where there is nothing to fit. */
export const WORLD: Camera = { zoom: 1, lon: 0, lat: 0 };

export interface FitOptions {
  padding?: Padding;
  maxZoom?: number;
  minZoom?: number;
  /** That of a live map which took the place of a picture of another size. */
  perspective?: Perspective;
}

/** Closest zoom at which what is drawn from station to station, or known to a kilometre or so, is still true. */
const TRUE_ZOOM = 9.5;

const STEPS = 12;
const RADIANS = Math.PI / 180;

/** Points along the edges of a bounding box, in degrees. */
export function getEdges([west, south, east, north]: BoundingBox): Position[] {
  return Array.from({ length: STEPS + 1 }, (_, i) => i / STEPS).flatMap((share): Position[] => {
    const [lon, lat] = [west + (east - west) * share, south + (north - south) * share];
    return [
      [lon, south],
      [lon, north],
      [west, lat],
      [east, lat],
    ];
  });
}

/** As many points of a line as are needed to fit it. */
const ENOUGH = 40;

/** A line as far as a camera has to know it: a globe bends it, so that its ends are not enough. */
export function sampleLine(line: readonly Position[]): Position[] {
  const step = Math.max(1, Math.floor(line.length / ENOUGH));
  return line.filter((_, i) => i % step === 0 || i === line.length - 1);
}

/** Positions that have to be in view where a feature is shown; none for one that has no place. */
export function findPlaces(atlas: Atlas, id: string): Position[] {
  const found = findFeature(atlas, id);
  if (found?.kind === 'corridor') return found.value.routes.flatMap((route) => findPlaces(atlas, route));
  if (found?.kind === 'claim' && computeBounds(atlas, id)) {
    const lines = found.value.features.filter((feature) => atlas.routes.has(feature) || atlas.corridors.has(feature));
    return (lines.length > 0 ? lines : found.value.features).flatMap((feature) => findPlaces(atlas, feature));
  }
  if (found?.kind === 'route') return sampleLine(buildRouteLine(atlas, found.value).flat());
  if (found?.kind === 'link') return sampleLine(found.value.geometry.coordinates);
  const bounds = computeBounds(atlas, id);
  if (!bounds) return [];
  const [west, south, east, north] = bounds;
  return west === east && south === north ? findPlacesAround(atlas, [west, south]) : getEdges(bounds);
}

/** Degrees within which a place has something of the network beside it. */
const BESIDE = 0.3;

/** A place with nothing of the network beside it is a dot that means nothing by itself: it is shown with all corridors. */
function findPlacesAround(atlas: Atlas, at: Position): Position[] {
  const isBeside = (id: string): boolean => {
    const [lon, lat] = atlas.nodes.get(id)?.geometry.coordinates ?? [Infinity, Infinity];
    return Math.hypot(lon - at[0], lat - at[1]) < BESIDE;
  };
  const hasLines = [...atlas.links.values()].some(({ properties: { from, to } }) => isBeside(from) || isBeside(to));
  return hasLines ? [at] : [at, ...findOverview(atlas)];
}

/** Where nodes lie; those that the atlas does not have are left out. */
export const findPlacesOf = ({ nodes }: Pick<Atlas, 'nodes'>, ids: readonly string[]): Position[] =>
  ids.flatMap((id): Position[] => {
    const node = nodes.get(id);
    return node ? [node.geometry.coordinates] : [];
  });

/** Positions that have to be in view where links are shown, in the order of travel. */
export const findPlacesAlong = (atlas: Atlas, links: readonly Leg[]): Position[] =>
  sampleLine(buildRouteLine(atlas, { links }).flat());

/** All corridors, without the routes that are only there for comparison. */
export const findOverview = (atlas: Atlas): Position[] =>
  [...atlas.corridors.values()].filter(({ kind }) => kind === 'corridor').flatMap(({ id }) => findPlaces(atlas, id));

/** How often a camera is moved to have what it shows in the middle, which the move bends. */
const ROUNDS = 8;

/** The closest camera that shows all the places, in the middle of what the padding leaves. */
export function fitCamera(places: readonly Position[], size: Size, options: FitOptions = {}): Camera {
  const { padding = { top: 0, right: 0, bottom: 0, left: 0 }, maxZoom = TRUE_ZOOM, minZoom = 0.6, perspective } = options;
  const room = { width: size.width - padding.left - padding.right, height: size.height - padding.top - padding.bottom };
  const target = { x: padding.left + room.width / 2, y: padding.top + room.height / 2 };
  const lons = places.map(([lon]) => lon);
  const lats = places.map(([, lat]) => lat);
  const start = { lon: (Math.min(...lons) + Math.max(...lons)) / 2, lat: (Math.min(...lats) + Math.max(...lats)) / 2 };

  /** The camera of a zoom with the places in the middle, and whether they fit. */
  const centre = (zoom: number): { camera: Camera; fits: boolean } => {
    let camera = { zoom, ...start };
    let fits = false;
    for (let round = 1; round <= ROUNDS; round++) {
      const view = createProjection(camera, size, perspective);
      let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
      for (const [lon, lat] of places) {
        const [x, y] = view.project(lon, lat);
        left = Math.min(left, x);
        right = Math.max(right, x);
        top = Math.min(top, y);
        bottom = Math.max(bottom, y);
      }
      fits =
        round === ROUNDS &&
        right - left <= room.width &&
        bottom - top <= room.height &&
        places.every(([lon, lat]) => view.isVisible(lon, lat));
      const degrees = 360 / (512 * 2 ** zoom);
      const lat = camera.lat - ((top + bottom) / 2 - target.y) * degrees * Math.cos(camera.lat * RADIANS);
      camera = {
        zoom,
        lon: camera.lon + ((left + right) / 2 - target.x) * degrees,
        lat: Math.max(-80, Math.min(80, lat)),
      };
    }
    return { camera, fits };
  };

  const closest = centre(maxZoom);
  if (closest.fits) return roundCamera(closest.camera);
  let [low, high] = [Math.min(minZoom, maxZoom), maxZoom];
  let found: Camera | undefined;
  while (high - low > 0.005) {
    const middle = (low + high) / 2;
    const { camera, fits } = centre(middle);
    if (fits) [low, found] = [middle, camera];
    else high = middle;
  }
  return roundCamera(found ?? centre(low).camera);
}

/** As many decimals as a picture needs. */
const roundCamera = ({ zoom, lon, lat }: Camera): Camera => ({
  zoom: Math.floor(zoom * 1000) / 1000,
  lon: Number(lon.toFixed(5)),
  lat: Number(lat.toFixed(5)),
});

export interface Drawn {
  camera: Camera;
  size: Size;
  /** Pixels of the picture's foot that something lies over. */
  foot: number;
}

/** Camera and size of a picture, as its attributes have them; null where they do not. */
export function computeDrawn(viewBox: string, camera: string): Drawn | null {
  const [, , width = NaN, height = NaN] = viewBox.split(' ').map(Number);
  const [zoom = NaN, lat = NaN, lon = NaN, foot = 0] = camera.split('/').map(Number);
  const isKnown = [width, height, zoom, lat, lon, foot].every(Number.isFinite);
  return isKnown ? { camera: { zoom, lat, lon }, size: { width, height }, foot } : null;
}

/** The view of a live map that coincides with a picture. */
export interface Coinciding {
  camera: Camera;
  perspective: Perspective;
  /** Vertical field of view in degrees that gives the perspective's distance. */
  fov: number;
  /** Pixels of the container for one of the picture. */
  scale: number;
}

/** The camera of a map in a container, so that it coincides with a picture that is scaled to fit into the container. */
export function computeCamera({ camera, size, foot }: Drawn, container: Size): Coinciding {
  const scale = Math.min(container.width / size.width, container.height / size.height);
  const shift = Math.log2(scale);
  const distance = computePerspective(size).distance * scale;
  return {
    camera: { ...camera, zoom: camera.zoom + shift },
    perspective: { distance, shift, foot: foot * scale },
    fov: (2 * Math.atan(container.height / 2 / distance)) / RADIANS,
    scale,
  };
}
