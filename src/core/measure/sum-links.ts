import type { LinkProperties } from '../dataset/model.ts';
import { toMetres } from './measure.ts';

/** Kilometres of links together by their estimates, or as measured where a link has none. */
export const sumLinks = (links: Iterable<LinkProperties>): number =>
  toMetres([...links].reduce((sum, { estimatedKm, drawnKm }) => sum + (estimatedKm ?? drawnKm), 0));
