import { type Padding, findOverview, fitCamera } from '../../core/geo/camera.ts';
import type { Atlas } from '../../core/dataset/dataset.ts';
import type { Size } from '../../core/geo/projection.ts';
import type { Camera } from '../../core/url/view.ts';

/** Space round what is fitted, in CSS pixels. */
const MARGIN = 24;

/** What covers the map's foot, and a margin. What covers its side is ignored: oceans lie there. */
export const computeMargins = ({ top, bottom }: Padding): Padding => ({
  top: top + MARGIN,
  right: MARGIN,
  bottom: bottom + MARGIN,
  left: MARGIN,
});

/** The camera that shows all corridors; null where there is none, or the map has no size yet. */
export function computeOverview(atlas: Atlas, size: Size, padding: Padding): Camera | null {
  const places = findOverview(atlas);
  return places.length > 0 && size.width > 0 ? fitCamera(places, size, { padding: computeMargins(padding) }) : null;
}
