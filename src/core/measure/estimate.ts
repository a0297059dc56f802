/** Estimated lengths: what a reader should quote, with an interval, for any path along links of the atlas. */
import type { Atlas } from '../dataset/dataset.ts';
import type { RouteProperties } from '../dataset/model.ts';
import type { EstimateBasis, KindModel, LengthModel, LineKind, ModelSection } from '../dataset/schema/length-model.ts';
import { type MeasuredLeg, toMetres } from './measure.ts';

/** A link, or a piece of one, that a path runs over. */
export interface EstimatePart {
  /** Id of the link. */
  link: string;
  /** Kilometres that the path takes of it, as drawn. */
  drawnKm: number;
  /** What is known of the link; none for a reader's own line. */
  basis?: EstimateBasis | undefined;
}

/** A length with its interval, kilometres. */
export interface Estimate {
  km: number;
  low: number;
  high: number;
}

/** An estimate with what it rests on. */
export interface LengthEstimate extends Estimate {
  /** Share of the estimate that published sections cover, 0 to 1. */
  publishedShare: number;
  /** What is left to factors, by kind of line. */
  kinds: { kind: LineKind; km: number; factor: number; sections: number; pooled: boolean }[];
  /** The published sections that parts of the path take their share of. */
  sections: { id: string; km: number; sources: readonly string[] }[];
}

/** Kilometres within which two drawn lengths of the same links are one. */
const SAME_KM = 0.01;

interface Covered {
  section: ModelSection;
  km: number;
}

/**
 * Estimates a path. A section that others print a length for, exactly from end to end, has that length. Else each link that such a
 * section covers takes its share of that figure, and the drawn length of the others is multiplied by the factor of their kind. Errors of factors add up over the path, those of single links are independent.
 *
 * @param parts links of the path, each once
 * @returns null where a part has no basis, or there is no model
 */
export function estimateLength(parts: readonly EstimatePart[], model: LengthModel | null): LengthEstimate | null {
  if (!model || parts.length === 0) return null;
  const sections = new Map(model.sections.map((section) => [section.id, section]));
  const kinds = new Map(model.kinds.map((kind) => [kind.kind, kind]));
  const whole = findWhole(parts, model);
  const covered = new Map<string, Covered>();
  const factored = new Map<LineKind, { kind: KindModel; drawnKm: number; km: number; own: number }>();
  for (const { drawnKm, basis } of parts) {
    const kind = basis && kinds.get(basis.kind);
    if (!kind) return null;
    const section = whole ?? (basis.section === undefined ? undefined : sections.get(basis.section));
    if (section) {
      const one = covered.get(section.id) ?? { section, km: 0 };
      covered.set(section.id, { section, km: one.km + (drawnKm * section.km) / section.drawnKm });
      continue;
    }
    const km = drawnKm * basis.factor;
    const sum = factored.get(kind.kind) ?? { kind, drawnKm: 0, km: 0, own: 0 };
    factored.set(kind.kind, { kind, drawnKm: sum.drawnKm + drawnKm, km: sum.km + km, own: sum.own + (km * kind.own) ** 2 });
  }
  const drawnKmByLink = new Map(parts.map(({ link, drawnKm }) => [link, drawnKm]));
  const ofSections = [...covered.values()];
  const ofFactors = [...factored.values()];
  const publishedKm = ofSections.reduce((sum, { km }) => sum + km, 0);
  const km = ofFactors.reduce((sum, one) => sum + one.km, publishedKm);
  const independent = ofFactors.reduce((sum, one) => sum + (one.km * one.kind.common) ** 2 + one.own, 0);
  const half = (side: 'errorBelow' | 'errorAbove') =>
    model.z * Math.sqrt(ofSections.reduce((sum, one) => sum + computeVariance(one, side, drawnKmByLink), independent));
  return {
    km: toMetres(km),
    low: toMetres(Math.max(0, km - half('errorBelow'))),
    high: toMetres(km + half('errorAbove')),
    publishedShare: km > 0 ? publishedKm / km : 0,
    kinds: ofFactors.map((one) => ({
      kind: one.kind.kind,
      km: toMetres(one.km),
      factor: one.km / (one.drawnKm || 1),
      sections: one.kind.sections,
      pooled: one.kind.pooled ?? false,
    })),
    sections: ofSections.map(({ section, km: share }) => ({ id: section.id, km: toMetres(share), sources: section.sources })),
  };
}

/** The section that is the whole path; of several, the best known. */
function findWhole(parts: readonly EstimatePart[], { sections }: LengthModel): ModelSection | undefined {
  const drawnKm = parts.reduce((sum, part) => sum + part.drawnKm, 0);
  const ids = new Set(parts.map(({ link }) => link));
  return sections
    .filter(({ links }) => links.length === ids.size && links.every((link) => ids.has(link)))
    .filter((section) => Math.abs(section.drawnKm - drawnKm) < SAME_KM)
    .sort((a, b) => a.errorBelow + a.errorAbove - b.errorBelow - b.errorAbove)[0];
}

/**
 * Error of the figure, and of a part's share in it: none where the path runs over the whole section, that of a factor where it takes
 * little of it. (What two parts are off by, given that they add up to a length that is known.)
 */
function computeVariance(
  { section, km }: Covered,
  side: 'errorBelow' | 'errorAbove',
  drawnKmByLink: ReadonlyMap<string, number>,
): number {
  const travelled = section.links.reduce((sum, link) => sum + (drawnKmByLink.get(link) ?? 0), 0);
  const share = Math.min(1, travelled / section.drawnKm);
  const rest = 1 - share;
  return (km * section[side]) ** 2 + (section.sharesKm * share * rest) ** 2 / (share ** 2 + rest ** 2);
}

/** The estimate of legs in the order of travel; null where one is not of the atlas. */
export function estimateLegs(legs: readonly MeasuredLeg[], model: LengthModel | null): LengthEstimate | null {
  const parts = legs.map(({ link: { properties } }) => ({
    link: properties.id,
    drawnKm: properties.drawnKm,
    basis: properties.estimate,
  }));
  return estimateLength(parts, model);
}

/** The estimate of a route with what it rests on; null until its links and the model are there. */
export function estimateRoute(
  { links, lengthModel }: Pick<Atlas, 'links' | 'lengthModel'>,
  route: Pick<RouteProperties, 'links'>,
): LengthEstimate | null {
  const legs = route.links.map(({ id, reversed }) => ({ link: links.get(id), reversed }));
  return legs.every((leg): leg is MeasuredLeg => leg.link !== undefined) ? estimateLegs(legs, lengthModel) : null;
}

/** The estimate that a link or route of the dataset carries; null where it has none. */
export function readEstimate({
  estimatedKm: km,
  estimatedLow: low,
  estimatedHigh: high,
}: {
  estimatedKm?: number | undefined;
  estimatedLow?: number | undefined;
  estimatedHigh?: number | undefined;
}): Estimate | null {
  return km === undefined || low === undefined || high === undefined ? null : { km, low, high };
}

/** Whether two estimates are too close to tell which is longer. */
export const overlaps = (a: Omit<Estimate, 'km'>, b: Omit<Estimate, 'km'>): boolean => a.low <= b.high && b.low <= a.high;
