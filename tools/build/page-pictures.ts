import type { BaseMapData } from '../../src/core/dataset/load-base-map.ts';
import { getEdges } from '../../src/core/geo/camera.ts';
import { type Atlas, computeBounds, type BoundingBox } from '../../src/core/dataset/dataset.ts';
import { Markup } from '../../src/pages/markup.ts';
import { getHeading, type Source, type Subject } from '../../src/pages/subject.ts';
import { drawPicture } from '../../src/svg/picture.ts';

export interface PictureOptions {
  width: number;
  height: number;
  /** For a file of its own: drawn finely, with a size. */
  standalone?: boolean;
}

/** Degrees round a claim of one place, so that the picture says where it is. */
const LEAST = 8;

/** The map of a subject as an `<svg>`, in the colours of the light theme; a style sheet may set them anew. */
export function drawSubject(
  { atlas, tr }: Source,
  subject: Subject,
  baseMap: BaseMapData,
  { width, height, standalone = false }: PictureOptions,
): Markup {
  const ids = featuresOf(atlas, subject);
  const extent = extentOf(atlas, ids, subject.kind === 'claim' ? LEAST : 0);
  return new Markup(
    drawPicture({
      atlas,
      baseMap,
      view: extent ? getEdges(extent) : { zoom: 2.4, lon: 60, lat: 42 },
      size: { width, height },
      theme: 'light',
      lang: tr.lang,
      filters: { hiddenGroups: hiddenRivals(atlas, ids), hiddenModes: [], hiddenStatuses: [], year: null },
      selected: ids[0] ?? null,
      title: tr.t('sharePage.picture', { name: getHeading({ tr }, subject) }),
      detail: standalone ? 'fine' : 'small',
      standalone,
    }),
  );
}

/** What the picture shows, the one that stands out first. */
function featuresOf(atlas: Atlas, subject: Subject): string[] {
  if (subject.kind !== 'claim') return [subject.id];
  const placed = subject.value.features.filter((id) => computeBounds(atlas, id));
  // What others are compared with is everywhere: it frames nothing unless it stands alone.
  const own = placed.filter((id) => atlas.corridors.get(id)?.kind !== 'comparison');
  return own.length > 0 ? own : placed;
}

/** @param least degrees of latitude that the extent has at the least; twice as many of longitude */
function extentOf(atlas: Atlas, ids: readonly string[], least: number): BoundingBox | null {
  const extents = ids.flatMap((id) => {
    const bounds = computeBounds(atlas, id);
    return bounds ? [bounds] : [];
  });
  if (extents.length === 0) return null;
  const [west, south, east, north] = extents.reduce((a, b) => [
    Math.min(a[0], b[0]),
    Math.min(a[1], b[1]),
    Math.max(a[2], b[2]),
    Math.max(a[3], b[3]),
  ]);
  const [wide, high] = [Math.max(0, 2 * least - (east - west)) / 2, Math.max(0, least - (north - south)) / 2];
  return [west - wide, south - high, east + wide, north + high];
}

/** Rivals that the picture is not about. */
function hiddenRivals(atlas: Atlas, ids: readonly string[]): string[] {
  const wanted = new Set(ids.flatMap((id) => [id, ...(atlas.corridors.get(id)?.routes ?? [])]));
  return [...atlas.routes.values()].filter(({ id, kind }) => kind === 'alternative' && !wanted.has(id)).map(({ id }) => id);
}
