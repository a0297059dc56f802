/** Routes, sections and paths side by side: every figure that a comparison shows, and where it comes from. */
import { findLegs } from '../routing/legs.ts';
import type { FoundPaths } from '../routing/find-paths.ts';
import { type ComparedItem, type PathItem, readCompared, readItem, type Rejected } from '../url/compare-items.ts';
import { findPublishedLengths, type PublishedLengthMatches, type Span, computeSpread } from '../measure/published-lengths.ts';
import type { Atlas } from '../dataset/dataset.ts';
import { type Estimate, estimateLegs, type LengthEstimate, overlaps } from '../measure/estimate.ts';
import { INTERNATIONAL_WATERS, measureLegs, sumUnbuiltKm, toMetres } from '../measure/measure.ts';
import type { Figure, Leg, Position } from '../dataset/model.ts';
import { COMPARE_COLOURS, LINE_COLOURS, type LineColour } from '../style/palette.ts';
import { getItemStyle } from './comparison-style.ts';
import { buildImportedPath } from './imported-path.ts';
import type { ImportedRoute } from '../import/routes/imported-route.ts';
import { createCountryLookup, type DrawnPath, type PathProblem, type ResolvedPath, resolvePath } from './resolve-path.ts';

/** Which length a comparison is read by; they are never mixed. */
export const BASES = ['estimated', 'drawn', 'published'] as const;
export type Basis = (typeof BASES)[number];

export interface ComparedFigure {
  figure: Figure;
  /** The corridor that the figure is for, where it is not for the route itself. */
  corridor: string | null;
}

type Measured = ReturnType<typeof measureLegs>;
type Counts = 'borderCrossings' | 'gaugeBreaks' | 'modeChanges';

/** Counts are null, and shares by mode, gauge and status empty, where they are unknown: of an imported route. */
export interface ComparedRow extends Omit<Measured, Counts>, Record<Counts, number | null> {
  /** The item as the address has it. */
  text: string;
  item: ComparedItem;
  /** Its place in the address from 0, which gives its pattern and letter. */
  slot: number;
  /** That of the route that it is or is a part of; another one that no row has where it is none. */
  colour: LineColour;
  resolvedPath: DrawnPath;
  line: Position[];
  /** What to quote; null for an imported route, of which only the measured length is known. */
  estimate: LengthEstimate | null;
  printed: PublishedLengthMatches;
  published: Span | null;
  /** In the order of travel, without waters of no country. */
  countries: string[];
  /** Kilometres that are planned or under construction. */
  unbuiltKm: number | null;
  transit: ComparedFigure[];
  capacity: ComparedFigure[];
  /** Ids, each once. */
  sources: string[];
}

export type ComparisonProblem = Rejected | (PathProblem & { text: string });

export interface Comparison {
  rows: ComparedRow[];
  problems: ComparisonProblem[];
  /** Texts of `path:` items that are still searched elsewhere. */
  pending: string[];
}

interface CompareOptions {
  /** Finds an imported route by its id. */
  imported?: (id: string) => ImportedRoute | undefined;
  /** Gives what the request of an item finds where that is searched elsewhere; null until it has come. */
  findPaths?: (item: PathItem) => FoundPaths | null;
}

/** Compares the items of an address: what can be shown, and one problem for each that cannot. */
export function compareItems(
  atlas: Atlas,
  texts: readonly string[],
  { imported = () => undefined, findPaths }: CompareOptions = {},
): Comparison {
  const { items, rejected } = readCompared(texts);
  const problems: ComparisonProblem[] = [...rejected];
  const pending: string[] = [];
  const rows = items.flatMap(({ text, item }, slot): ComparedRow[] => {
    if (item.kind === 'imported') {
      const route = imported(item.id);
      if (route) return [computeImportedRow({ text, item, slot }, route)];
      problems.push({ reason: 'unknown-import', id: item.id, text });
      return [];
    }
    const found = item.kind === 'path' ? findPaths?.(item) : undefined;
    if (found === null) {
      pending.push(text);
      return [];
    }
    const result = resolvePath(atlas, item, found);
    if ('resolvedPath' in result) return [computeRow(atlas, { text, item, slot, resolvedPath: result.resolvedPath })];
    problems.push({ ...result.problem, text });
    return [];
  });
  return { rows: chooseColours(atlas, rows), problems, pending };
}

const TRANSIT = ['transit-time', 'sailing-time'];
const CAPACITY = ['capacity', 'container-capacity'];

/** Gives each row the colour that its route has in lists and on the map, and the others one of their own. */
function chooseColours(atlas: Pick<Atlas, 'routes' | 'corridors'>, rows: readonly ComparedRow[]): ComparedRow[] {
  const own = rows.map(({ resolvedPath: { on } }) => (on ? findRouteColour(atlas, on.route) : undefined));
  const free = COMPARE_COLOURS.filter((colour) => !own.includes(colour));
  return rows.map((row, i) => ({ ...row, colour: own[i] ?? free.shift() ?? row.colour }));
}

/** The colour that a route has in lists and on the map: its own or that of its corridor. */
export function findRouteColour({ routes, corridors }: Pick<Atlas, 'routes' | 'corridors'>, id: string): LineColour | undefined {
  const name = routes.get(id)?.colour ?? [...corridors.values()].find((corridor) => corridor.routes.includes(id))?.colour;
  return LINE_COLOURS.find((colour) => colour === name);
}

type RowBase = Pick<ComparedRow, 'text' | 'item' | 'slot'>;

function computeRow(atlas: Atlas, base: RowBase & { resolvedPath: ResolvedPath }): ComparedRow {
  const { legs, getCountry, on } = base.resolvedPath;
  const measured = measureLegs(legs, getCountry);
  const printed = findPublishedLengths(atlas, legs);
  const route = on && Math.abs(on.toKm - on.fromKm) === measured.drawnKm ? atlas.routes.get(on.route) : undefined;
  const isWhole = route !== undefined && measured.drawnKm === route.drawnKm;
  const corridor = isWhole ? [...atlas.corridors.values()].find(({ main }) => main === route.id) : undefined;
  const figures: ComparedFigure[] = (isWhole ? route.figures : []).map((figure) => ({ figure, corridor: null }));
  if (corridor?.kind === 'corridor') figures.push(...corridor.figures.map((figure) => ({ figure, corridor: corridor.id })));
  const transit = figures.filter(({ figure }) => TRANSIT.includes(figure.kind));
  const capacity = figures.filter(({ figure }) => CAPACITY.includes(figure.kind));
  return {
    ...base,
    ...measured,
    colour: getItemStyle(base.slot).colour,
    line: joinLines(legs),
    estimate: estimateLegs(legs, atlas.lengthModel),
    printed,
    published: computeSpread(printed.whole),
    countries: listCountries(measured.nodes, measured.crossings, getCountry),
    unbuiltKm: toMetres(sumUnbuiltKm(measured.byStatus)),
    transit,
    capacity,
    sources: [
      ...new Set([
        ...[...printed.whole, ...printed.parts].flatMap(({ sources }) => sources),
        ...[...transit, ...capacity].flatMap(({ figure }) => figure.sources),
        ...legs.flatMap(({ link }) => link.properties.sources),
      ]),
    ],
  };
}

/** The row of a path that a search has given already, at the first place; `text` is its item. */
export function compareFoundPath(atlas: Atlas, text: string, { legs }: { legs: readonly Leg[] }): ComparedRow | null {
  const item = readItem(text);
  const whole = findLegs(atlas, legs);
  if (typeof item === 'string' || whole.length === 0) return null;
  const resolvedPath = { legs: whole, getCountry: createCountryLookup(atlas), on: null };
  return computeRow(atlas, { text, item, slot: 0, resolvedPath });
}

/** What is measured of an imported route; what its file does not say stays unknown. */
function computeImportedRow(base: RowBase, route: ImportedRoute): ComparedRow {
  const { drawnKm, straightKm, vertices } = route;
  const byCountry = route.countries ?? [];
  return {
    ...base,
    drawnKm,
    straightKm,
    vertices,
    byCountry,
    resolvedPath: buildImportedPath(base.text, route),
    colour: getItemStyle(base.slot).colour,
    detour: route.detour ?? 1,
    line: route.line.flat(),
    estimate: null,
    printed: { whole: [], parts: [] },
    published: null,
    countries: byCountry.map(({ code }) => code).filter((code) => code !== INTERNATIONAL_WATERS),
    unbuiltKm: null,
    borderCrossings: null,
    gaugeBreaks: null,
    modeChanges: null,
    byMode: [],
    byGauge: [],
    byStatus: [],
    byFidelity: [],
    crossings: [],
    breaks: [],
    changes: [],
    nodes: [],
    transit: [],
    capacity: [],
    sources: [],
  };
}

function listCountries(
  nodes: Measured['nodes'],
  crossings: Measured['crossings'],
  getCountry: (node: string) => string,
): string[] {
  const start = nodes.slice(0, 1).map(({ id }) => getCountry(id));
  return [...start, ...crossings.map(({ to }) => to)].filter((code) => code !== INTERNATIONAL_WATERS);
}

function joinLines(legs: ResolvedPath['legs']): Position[] {
  return legs.flatMap(({ link, reversed }, i) => {
    const { coordinates } = link.geometry;
    const run = reversed ? coordinates.toReversed() : coordinates;
    return i > 0 ? run.slice(1) : run;
  });
}

/** The length to quote: the estimate, or what is measured where there is none. */
export const getHeadline = ({ estimate, drawnKm }: ComparedRow): Estimate =>
  estimate ?? { km: drawnKm, low: drawnKm, high: drawnKm };

/** What a measured kilometre of a row counts for, so that the whole is as long as the length to quote. */
export const getHeadlineScale = (row: ComparedRow): number => (row.drawnKm > 0 ? getHeadline(row).km / row.drawnKm : 1);

/** Length by a basis; null where there is no such length. */
export function getLengthBy({ estimate, published, drawnKm }: ComparedRow, basis: Basis): Span | null {
  switch (basis) {
    case 'estimated':
      return estimate && { low: estimate.low, high: estimate.high };
    case 'drawn':
      return { low: drawnKm, high: drawnKm };
    case 'published':
      return published;
  }
}

/** Bounds, and the likeliest value between them where there is one. */
interface Bounds extends Span {
  middle?: number;
}

export interface Difference {
  km: Bounds;
  /** Of the base's length: 0.1 is ten per cent more. */
  share: Bounds;
  /** True where the lengths are too close to tell which is longer. */
  isTie: boolean;
}

/** How much longer a row is than another one, by one basis for both; null where either has no such length. */
export function computeDifference(row: ComparedRow, base: ComparedRow, basis: Basis): Difference | null {
  const [one, other] = [getLengthBy(row, basis), getLengthBy(base, basis)];
  if (!one || !other || other.low === 0) return null;
  const km: Bounds = { low: toMetres(one.low - other.high), high: toMetres(one.high - other.low) };
  const share: Bounds = { low: one.low / other.high - 1, high: one.high / other.low - 1 };
  if (basis === 'estimated' && row.estimate && base.estimate) {
    km.middle = toMetres(row.estimate.km - base.estimate.km);
    share.middle = row.estimate.km / base.estimate.km - 1;
  }
  return { km, share, isTie: basis === 'estimated' && overlaps(one, other) };
}

/** Length over straight line by a basis; null where the ends are the same or there is no such length. */
export function computeDetour(row: ComparedRow, basis: Basis): Span | null {
  const length = getLengthBy(row, basis);
  return length && row.straightKm > 0 ? { low: length.low / row.straightKm, high: length.high / row.straightKm } : null;
}
