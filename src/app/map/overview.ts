import { findOverview, fitCamera, type Padding } from '../../core/geo/camera.ts';
import type { Atlas } from '../../core/dataset/dataset.ts';
import type { Position } from '../../core/dataset/model.ts';
import { computePerspective, type Size } from '../../core/geo/projection.ts';
import type { Camera } from '../../core/url/view.ts';

interface Room {
  /** Pixels kept free. */
  padding: Padding;
  /** Of these, those of the foot that the sheet lies over. */
  foot: number;
  minZoom: number;
}

/** The camera that shows places in the part of a map that nothing covers. */
export const fitInto = (places: readonly Position[], size: Size, { padding, foot, minZoom }: Room): Camera =>
  fitCamera(places, size, { padding, minZoom, perspective: { ...computePerspective(size), foot } });

/** The camera that shows all corridors; null where there is none, or the map has no size yet. */
export function computeOverview(atlas: Atlas, size: Size, room: Room): Camera | null {
  const places = findOverview(atlas);
  return places.length > 0 && size.width > 0 ? fitInto(places, size, room) : null;
}
