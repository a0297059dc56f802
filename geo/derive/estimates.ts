/** The length model, and the estimates of links and routes by it. */
import {
  type EstimateBasis,
  LINE_KINDS,
  type LengthModel,
  type LineKind,
  type ModelSection,
} from '../../src/core/dataset/schema/length-model.ts';
import type { LinkFeature, Published, RouteFeature } from '../../src/core/dataset/model.ts';
import { estimateLegs, estimateLength, type LengthEstimate } from '../../src/core/measure/estimate.ts';
import type { RawLink } from '../read/lines.ts';
import { calibrate, type CalibratedLink, type Calibration, type CalibrationSection, predict } from './calibrate.ts';
import { chooseCandidate, findMultiplier, type Trial } from './leave-one-out.ts';
import type { LengthRow } from './lengths.ts';
import { describeShape } from './line-shape.ts';

/** Share of published sections that an interval is to hold. */
const LEVEL = 0.8;
/** A published figure is no better known than this. */
const LEAST_ERROR = 0.005;
/** Source whose lines are generalised for small scales. */
const GENERALISED = 'ne-railroads';

/** The model, with what it was chosen by. */
export interface Estimates {
  model: LengthModel;
  calibration: Calibration;
  trials: Trial[];
  chosen: Trial;
}

/** Calibrates on all sections that can be compared with their line. */
export function computeLengthModel(
  rows: readonly LengthRow[],
  links: readonly LinkFeature[],
  raw: readonly RawLink[],
): Estimates {
  const known = new Map(raw.map(({ id, known: points }) => [id, points]));
  const byId = new Map(links.map((link) => [link.properties.id, toCalibrated(link, known.get(link.properties.id))]));
  const usable = rows.filter(({ comparable, drawnKm }) => comparable !== false && drawnKm > 0);
  const sections = usable.map(({ id, km, drawnKm, links: ids }): CalibrationSection => ({
    id,
    km,
    drawnKm,
    links: ids.map((link) => byId.get(link)!),
  }));
  const { trials, chosen } = chooseCandidate(sections, LINE_KINDS);
  const calibration = calibrate(sections, LINE_KINDS, chosen.candidate);
  const present = new Set([...byId.values()].map((link) => chosen.candidate.kindOf(link)));
  const z = round4(findMultiplier(chosen, LEVEL));
  const model: LengthModel = {
    level: LEVEL,
    z,
    kinds: [...calibration.kinds.values()].filter(({ kind }) => present.has(kind)).map(roundKind),
    sections: usable.map((row, i) => toModelSection(row, sections[i]!, calibration, z)),
  };
  return { model, calibration, trials, chosen };
}

function toCalibrated({ properties, geometry }: LinkFeature, known: RawLink['known'] | undefined): CalibratedLink {
  const { id, mode, fidelity, sources, drawnKm } = properties;
  return {
    id,
    mode,
    fidelity,
    drawnKm,
    generalised: sources.includes(GENERALISED),
    ...describeShape(known ?? geometry.coordinates),
  };
}

const round5 = (value: number): number => Math.round(value * 1e5) / 1e5;
const round4 = (value: number): number => Math.round(value * 1e4) / 1e4;
const roundKind = (kind: LengthModel['kinds'][number]) => ({
  ...kind,
  factor: round4(kind.factor),
  common: round4(kind.common),
  own: round4(kind.own),
});

function toModelSection(row: LengthRow, section: CalibrationSection, calibration: Calibration, z: number): ModelSection {
  const { id, km, spread = [km, km], drawnKm, sources, links } = row;
  // The interval of a whole section is its spread, or the rounding of the figure.
  const least = Math.max(0.5, LEAST_ERROR * km);
  const [below, above] = [km - spread[0], spread[1] - km].map((off) => round5(Math.max(least, off) / km / z));
  const sharesKm = round4(predict(section, calibration).deviation);
  return { id, km, drawnKm, errorBelow: below!, errorAbove: above!, sharesKm, links, sources };
}

/** Links with their estimates, and with the published lengths of sections that run over them alone. */
export function estimateLinks(
  links: readonly LinkFeature[],
  { model, calibration }: Estimates,
  raw: readonly RawLink[],
  rows: readonly LengthRow[],
): LinkFeature[] {
  const known = new Map(raw.map(({ id, known: points }) => [id, points]));
  return links.map((link): LinkFeature => {
    const { id, drawnKm } = link.properties;
    const calibrated = toCalibrated(link, known.get(id));
    const section = findMostSpecific(id, model.sections);
    const kind: LineKind = calibration.candidate.kindOf(calibrated);
    const basis: EstimateBasis = { kind, factor: round4(calibration.factorOf(calibrated)), ...(section && { section }) };
    const estimate = estimateLength([{ link: id, drawnKm, basis }], model)!;
    const published = [...link.properties.published, ...findPublished(id, rows)].filter(isFirst);
    return { ...link, properties: { ...link.properties, ...toFields(estimate), estimate: basis, published } };
  });
}

/** The section of the fewest links that runs over a link. */
function findMostSpecific(link: string, sections: readonly ModelSection[]): string | undefined {
  const over = sections.filter(({ links }) => links.includes(link));
  return over.toSorted((a, b) => a.links.length - b.links.length || a.errorBelow + a.errorAbove - b.errorBelow - b.errorAbove)[0]
    ?.id;
}

function findPublished(link: string, rows: readonly LengthRow[]): Published[] {
  return rows
    .filter(({ comparable, links }) => comparable !== false && links.length === 1 && links[0] === link)
    .flatMap(({ km, sources, note }) => sources.map((source) => ({ km, source, ...(note && { note }) })));
}

const isFirst = ({ km, source }: Published, i: number, all: readonly Published[]): boolean =>
  all.findIndex((other) => other.km === km && other.source === source) === i;

/** Routes with their estimates. */
export function estimateRoutes(
  routes: readonly RouteFeature[],
  links: readonly LinkFeature[],
  { model }: Estimates,
): RouteFeature[] {
  const byId = new Map(links.map((link) => [link.properties.id, link]));
  return routes.map((route): RouteFeature => {
    const legs = route.properties.links.map(({ id, reversed }) => ({ link: byId.get(id)!, reversed }));
    const estimate = estimateLegs(legs, model);
    return estimate
      ? { ...route, properties: { ...route.properties, ...toFields(estimate), estimate: toRouteEstimate(estimate) } }
      : route;
  });
}

const toRouteEstimate = ({ publishedShare, kinds, sections }: LengthEstimate) => ({
  publishedShare: round4(publishedShare),
  kinds: kinds.map(({ kind, km }) => ({ kind, km })),
  sections: sections.map(({ id }) => id),
});

const toFields = ({ km, low, high }: LengthEstimate) => ({
  estimatedKm: km,
  estimatedLow: low,
  estimatedHigh: high,
});
