/** Factors and errors of each kind of drawn line, from the sections that others print a length for. */
import type { KindModel, LineKind } from '../../src/core/dataset/schema/length-model.ts';
import type { LinkFeature } from '../../src/core/dataset/model.ts';
import type { LineShape } from './line-shape.ts';

/** A link as the calibration sees it. */
export interface CalibratedLink extends LineShape {
  id: string;
  mode: LinkFeature['properties']['mode'];
  fidelity: LinkFeature['properties']['fidelity'];
  /** True where points of a generalised data set were used between the stations. */
  generalised: boolean;
  drawnKm: number;
}

/** A published section over its links. */
export interface CalibrationSection {
  id: string;
  km: number;
  drawnKm: number;
  links: CalibratedLink[];
}

/** A way to explain the ratio of published to drawn: kinds with a factor each, and what bends the factors. */
export interface Candidate {
  name: string;
  kindOf(link: CalibratedLink): LineKind;
  /** Multiplies the factors by a power of the spacing, or by an exponential of the winding. */
  slope?: (link: CalibratedLink) => number;
}

/** What a candidate makes of a set of sections. */
export interface Calibration {
  candidate: Candidate;
  kinds: Map<LineKind, KindModel>;
  factorOf(link: CalibratedLink): number;
}

/** Fewer sections than this say too little of a kind. */
const ENOUGH_SECTIONS = 3;
/** Errors where nothing can be learned: those of rough lines elsewhere. */
const GUESSED = { common: 0.04, own: 0.04 };
/** A section speaks of a kind that makes up this share of it. */
const MOST_OF_IT = 0.8;
/** Kilometres between known points beyond which stations are sparse. */
const SPARSE_KM = 9;
/** Errors that are tried, relative: 0 and 0.2–14 % of a whole line, 0.5–28 % of a single link. */
const COMMON_ERRORS = [0, ...Array.from({ length: 18 }, (_, i) => 0.002 * 1.285 ** i)];
const OWN_ERRORS = Array.from({ length: 19 }, (_, i) => 0.005 * 1.25 ** i);

const byFidelity = ({ mode, fidelity }: CalibratedLink): LineKind =>
  mode !== 'rail' ? mode : fidelity === 'towns' || fidelity === 'hand' ? 'rail-coarse' : 'rail-detailed';
const bySource = (link: CalibratedLink): LineKind =>
  byFidelity(link) === 'rail-detailed' && link.generalised ? 'rail-generalised' : byFidelity(link);
const bySpacing = (link: CalibratedLink): LineKind =>
  bySource(link) === 'rail-detailed' && link.spacingKm > SPARSE_KM ? 'rail-sparse' : bySource(link);

/** The simplest first. */
export const CANDIDATES: readonly Candidate[] = [
  { name: 'mode and fidelity', kindOf: byFidelity },
  { name: 'mode, fidelity, source of the points', kindOf: bySource },
  { name: 'mode, fidelity, source and spacing', kindOf: bySpacing },
  {
    name: 'mode and fidelity, bent by spacing',
    kindOf: byFidelity,
    slope: ({ spacingKm }) => Math.log(Math.max(0.1, spacingKm)),
  },
  { name: 'mode and fidelity, bent by winding', kindOf: byFidelity, slope: ({ winding }) => winding },
];

/** Fits a candidate to sections. */
export function calibrate(
  sections: readonly CalibrationSection[],
  kinds: readonly LineKind[],
  candidate: Candidate,
): Calibration {
  const pooled = fitKind(sections);
  const models = new Map(
    kinds.map((kind): [LineKind, KindModel] => {
      const own = sections.filter((section) => getShare(section, kind, candidate) >= MOST_OF_IT);
      if (own.length >= ENOUGH_SECTIONS) return [kind, { kind, ...fitKind(own), sections: own.length }];
      const { common, own: single } = pooled;
      const factor = own.length > 0 ? findFactor(own) : pooled.factor;
      return [kind, { kind, factor, common: 2 * common, own: 2 * single, sections: own.length, pooled: true }];
    }),
  );
  const constant = (link: CalibratedLink) => models.get(candidate.kindOf(link))!.factor;
  const bend = candidate.slope ? fitSlope(sections, constant, candidate.slope) : () => 1;
  return { candidate, kinds: models, factorOf: (link) => constant(link) * bend(link) };
}

/** Kilometres of a section by factors alone, and their standard deviation. */
export function predict({ links }: Pick<CalibrationSection, 'links'>, { candidate, kinds, factorOf }: Calibration) {
  const byKind = new Map<LineKind, number>();
  let own = 0;
  for (const link of links) {
    const model = kinds.get(candidate.kindOf(link))!;
    const km = link.drawnKm * factorOf(link);
    byKind.set(model.kind, (byKind.get(model.kind) ?? 0) + km);
    own += (km * model.own) ** 2;
  }
  const common = [...byKind].reduce((sum, [kind, km]) => sum + (km * kinds.get(kind)!.common) ** 2, 0);
  return { km: [...byKind.values()].reduce((sum, km) => sum + km, 0), deviation: Math.sqrt(common + own) };
}

function getShare({ links, drawnKm }: CalibrationSection, kind: LineKind, { kindOf }: Candidate): number {
  return links.reduce((sum, link) => (kindOf(link) === kind ? sum + link.drawnKm : sum), 0) / drawnKm;
}

/** The median factor, which a mountain railway or two do not move, and the likeliest errors around it. */
function fitKind(sections: readonly CalibrationSection[]): Pick<KindModel, 'factor' | 'common' | 'own'> {
  const factor = findFactor(sections);
  if (sections.length < ENOUGH_SECTIONS) return { factor, ...GUESSED };
  const rows = sections.map(({ km, drawnKm, links }) => ({
    off: Math.abs(km / drawnKm / factor - 1),
    // A section of many links is off by less, as far as its links err one by one.
    links: links.reduce((sum, link) => sum + link.drawnKm ** 2, 0) / drawnKm ** 2,
  }));
  return { factor, ...fitErrors(rows) };
}

/** The median ratio; 1 where there is none. */
function findFactor(sections: readonly CalibrationSection[]): number {
  if (sections.length === 0) return 1;
  return quantile(
    sections.map(({ km, drawnKm }) => km / drawnKm),
    0.5,
  );
}

/** The pair of errors that makes what is seen likeliest, by a Laplace distribution: a few outliers do not widen it. */
function fitErrors(rows: readonly { off: number; links: number }[]): Pick<KindModel, 'common' | 'own'> {
  let best = { common: 0, own: 0, surprise: Infinity };
  for (const common of COMMON_ERRORS) {
    for (const own of OWN_ERRORS) {
      const surprise = rows.reduce((sum, { off, links }) => {
        const scale = Math.sqrt(common ** 2 + own ** 2 * links);
        return sum + Math.log(scale) + (Math.SQRT2 * off) / scale;
      }, 0);
      if (surprise < best.surprise) best = { common, own, surprise };
    }
  }
  return { common: best.common, own: best.own };
}

/** Least squares of what is left of the logarithms, over the sections of the railways. */
function fitSlope(
  sections: readonly CalibrationSection[],
  factorOf: (link: CalibratedLink) => number,
  slope: (link: CalibratedLink) => number,
): (link: CalibratedLink) => number {
  const points = sections
    .filter(({ links }) => links.every(({ mode }) => mode === 'rail'))
    .map(({ km, drawnKm, links }) => ({
      x: links.reduce((sum, link) => sum + slope(link) * link.drawnKm, 0) / drawnKm,
      y: Math.log(km / links.reduce((sum, link) => sum + link.drawnKm * factorOf(link), 0)),
    }));
  const mean = (key: 'x' | 'y') => points.reduce((sum, point) => sum + point[key], 0) / (points.length || 1);
  const [mx, my] = [mean('x'), mean('y')];
  const squares = points.reduce((sum, { x }) => sum + (x - mx) ** 2, 0);
  const steep = squares > 0 ? points.reduce((sum, { x, y }) => sum + (x - mx) * (y - my), 0) / squares : 0;
  return (link) => (link.mode === 'rail' ? Math.exp(steep * (slope(link) - mx)) : 1);
}

/** The value below which a share of the values lies, between neighbours in proportion; 0 for none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = share * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(at)] ?? 0, sorted[Math.ceil(at)] ?? 0];
  return low + (high - low) * (at - Math.floor(at));
}
