/** Whether compared paths run between the same ends, and between which they can be compared like with like. */
import type { Atlas } from '../dataset/dataset.ts';
import type { Leg, Position } from '../dataset/model.ts';
import { getEnd, type MeasuredLeg, measureStraight, toMetres } from '../measure/measure.ts';
import type { Network } from '../routing/best-paths.ts';
import { describePath, NO_CONDITIONS } from '../routing/describe-path.ts';
import { findLegs } from '../routing/legs.ts';
import { createPathSearch } from '../routing/shortest-path.ts';
import { readItem, writeItem } from '../url/compare-items.ts';
import type { ComparedRow } from './comparison.ts';

/** Kilometres up to which two nodes are ends of one place: the station and the harbour of a city. */
const NEAR_KM = 25;
const MOST_CANDIDATES = 3;
/** Least part of each path that two ends must keep to be worth offering. */
const LEAST_KEPT = 0.1;
/** Places that readers know: those shown from far out. */
const RANK_OF_PLACES = 2;

interface EndsReport {
  /** `near`: ends of the same places, but not the same nodes. */
  agreement: 'same' | 'near' | 'different';
  /** Kilometres between the ends that lie farthest apart where they are `near`; 0 else. */
  apartKm: number;
}

/** Common ends, and what to compare between them. */
export interface CommonEnds {
  from: string;
  to: string;
  /** `cut`: each path is cut to them; `extended`: paths that end elsewhere go on to them by the shortest way. */
  kind: 'cut' | 'extended';
  /** The items of the new comparison, in the order of the rows. */
  items: string[];
  /** Least part of a path that stays, or that is its own: from 0 to 1. */
  kept: number;
}

/** An end of a row: a node, or a point of a reader's own line. */
interface End {
  id: string | null;
  at: Position | undefined;
}

/** What a search for common ends asks of a row. */
export interface EndedRow extends Pick<ComparedRow, 'text' | 'nodes' | 'drawnKm' | 'unbuiltKm' | 'byStatus'> {
  /** At least its first and its last point. */
  line: readonly Position[];
  legs: readonly Leg[];
  /** The route that it is or is a part of. */
  route: string | null;
}

export function packRow({ line, resolvedPath: { legs, on }, ...row }: ComparedRow): EndedRow {
  const { text, nodes, drawnKm, unbuiltKm, byStatus } = row;
  return {
    text,
    nodes,
    drawnKm,
    unbuiltKm,
    byStatus,
    line: [...line.slice(0, 1), ...line.slice(-1)],
    legs: legs.map(({ link, reversed }) => ({ id: link.properties.id, reversed })),
    route: on?.route ?? null,
  };
}

/** Rows of a reader's own route have no nodes. */
const hasNodes = ({ nodes }: EndedRow): boolean => nodes.length > 1;

type Ended = Pick<EndedRow, 'nodes' | 'line'>;

function findEnds({ nodes: places }: Pick<Atlas, 'nodes'>, { nodes, line }: Ended): { from: End; to: End } {
  const find = (id: string | undefined, at: Position | undefined): End => ({
    id: id ?? null,
    at: (id === undefined ? undefined : places.get(id)?.geometry.coordinates) ?? at,
  });
  return { from: find(nodes[0]?.id, line[0]), to: find(nodes.at(-1)?.id, line.at(-1)) };
}

/** Says whether the rows have the same ends; the direction of travel does not matter. */
export function compareEnds(atlas: Pick<Atlas, 'nodes'>, rows: readonly Ended[]): EndsReport {
  const ends = rows.map((row) => findEnds(atlas, row));
  const [first] = ends;
  const apart = ends.map((one) =>
    first
      ? Math.min(
          Math.max(measureApart(first.from, one.from), measureApart(first.to, one.to)),
          Math.max(measureApart(first.from, one.to), measureApart(first.to, one.from)),
        )
      : 0,
  );
  const apartKm = Math.max(0, ...apart);
  const agreement = apartKm === 0 ? 'same' : apartKm <= NEAR_KM ? 'near' : 'different';
  return { agreement, apartKm: agreement === 'near' ? apartKm : 0 };
}

/** Kilometres between two ends; infinite where it is not known where one lies. */
function measureApart(one: End, other: End): number {
  if (one.id !== null && one.id === other.id) return 0;
  return one.at && other.at ? measureStraight(one.at, other.at) : Infinity;
}

/**
 * Ends between which all rows can be compared, the best first: those that leave most of the path that loses, or gains, most.
 *
 * @returns none where there are fewer than two rows, or they share no two places
 */
export function findCommonEnds(network: Network, rows: readonly EndedRow[]): CommonEnds[] {
  if (rows.length < 2) return [];
  const candidates = (
    rows.every(hasNodes) ? [...findCuts(network, rows), ...findExtensions(network, rows)] : findCutsToImport(network, rows)
  ).sort((a, b) => b.kept - a.kept);
  const offered: CommonEnds[] = [];
  for (const { from, to, kind, kept, write } of candidates) {
    if (offered.length === MOST_CANDIDATES) break;
    if (kept < LEAST_KEPT || offered.some((one) => one.kind === kind && (one.from === from || one.to === to))) continue;
    const items = rows.map(write);
    const isUsable = items.every((item) => item !== null) && new Set(items).size === items.length;
    if (isUsable) offered.push({ from, to, kind, kept, items: items });
  }
  return offered;
}

interface Candidate extends Pick<CommonEnds, 'from' | 'to' | 'kind' | 'kept'> {
  /** The item of a row between these ends; null where there is none. */
  write(row: EndedRow): string | null;
}

/** A place that each row passes: the same node, or another one near it. */
interface SharedPlace {
  id: string;
  /** Place of its node among those of each row. */
  at: number[];
}

function findSharedPlaces(network: Network, rows: readonly EndedRow[]): SharedPlace[] {
  return rows[0]!.nodes.flatMap(({ id }): SharedPlace[] => {
    const node = network.nodes.get(id)?.properties;
    if (!node || node.kind === 'waypoint' || node.rank > RANK_OF_PLACES) return [];
    const at = rows.map((row) => findNearest(network, { id, at: network.nodes.get(id)?.geometry.coordinates }, row));
    return at.every((place) => place >= 0) ? [{ id, at }] : [];
  });
}

/** Which node of a row lies at an end, or near it; -1 where none does. */
function findNearest(network: Network, end: End, { nodes }: EndedRow): number {
  const same = nodes.findIndex(({ id }) => id === end.id);
  if (same >= 0) return same;
  const distances = nodes.map(({ id }) => measureApart(end, { id, at: network.nodes.get(id)?.geometry.coordinates }));
  const nearest = Math.min(...distances);
  return nearest <= NEAR_KM ? distances.indexOf(nearest) : -1;
}

function findCuts(network: Network, rows: readonly EndedRow[]): Candidate[] {
  const places = findSharedPlaces(network, rows);
  return places.flatMap((a, i) =>
    places.slice(i + 1).flatMap((b): Candidate[] => {
      const parts = rows.map((row, r) => Math.abs(row.nodes[b.at[r]!]!.km - row.nodes[a.at[r]!]!.km) / row.drawnKm);
      const shared = new Set(rows.map((row, r) => linksBetween(row, a.at[r]!, b.at[r]!).sort().join()));
      // What runs over the same links has nothing to compare.
      if (shared.size < 2) return [];
      const write = (row: EndedRow) => writePart(network, row, a.at[rows.indexOf(row)]!, b.at[rows.indexOf(row)]!);
      return [{ from: a.id, to: b.id, kind: 'cut', kept: Math.min(...parts), write }];
    }),
  );
}

/** A reader's own line keeps its ends: the others are cut to their nodes near them, where each of them has two. */
function findCutsToImport(network: Network, rows: readonly EndedRow[]): Candidate[] {
  const [known, imported] = [rows.filter(hasNodes), rows.filter((row) => !hasNodes(row))];
  const [first] = known;
  if (!first || compareEnds(network, imported).agreement === 'different') return [];
  const { from, to } = findEnds(network, imported[0]!);
  const spans = new Map(known.map((row) => [row, [findNearest(network, from, row), findNearest(network, to, row)] as const]));
  if ([...spans.values()].some(([a, b]) => a < 0 || b < 0 || a === b)) return [];
  const measurePart = (row: EndedRow, [a, b]: readonly [number, number]) =>
    Math.abs(row.nodes[b]!.km - row.nodes[a]!.km) / row.drawnKm;
  const [start, end] = spans.get(first)!;
  return [
    {
      from: first.nodes[start]!.id,
      to: first.nodes[end]!.id,
      kind: 'cut',
      kept: Math.min(...[...spans].map(([row, span]) => measurePart(row, span))),
      write(row) {
        const span = spans.get(row);
        return span ? writePart(network, row, ...span) : row.text;
      },
    },
  ];
}

const linksBetween = ({ legs }: EndedRow, a: number, b: number): string[] =>
  legs.slice(Math.min(a, b), Math.max(a, b)).map(({ id }) => id);

/** The item of a part of a row, between two of its nodes, in the direction from the first to the second. */
function writePart(network: Network, row: EndedRow, from: number, to: number): string | null {
  const [first, second] = [row.nodes[from]!, row.nodes[to]!];
  const isWhole = Math.abs(to - from) === row.nodes.length - 1;
  if (isWhole && from < to) return row.text;
  const { route, legs } = row;
  if (route !== null) return writeItem({ kind: 'section', route, from: first.id, to: second.id });
  const part = legs.slice(Math.min(from, to), Math.max(from, to));
  const ahead = from < to ? part : part.toReversed().map(({ id, reversed }) => ({ id, reversed: !reversed }));
  const whole = findWholeLegs(network, ahead);
  return whole && (describePath(network, whole, getConditions(row))?.text ?? null);
}

/** Legs with their links as the dataset has them; null where one of them is a piece of a link. */
function findWholeLegs(network: Network, legs: readonly Leg[]): MeasuredLeg[] | null {
  const whole = findLegs(network, legs);
  return whole.length === legs.length ? whole : null;
}

/** The conditions of a row's own item; of a route whether all of it is open. */
function getConditions({ text, unbuiltKm, byStatus }: EndedRow) {
  const item = readItem(text);
  if (typeof item !== 'string' && item.kind === 'path') {
    const { avoidCountries, avoidModes, avoidDisrupted, openOnly, year, cut } = item;
    return { avoidCountries, avoidModes, avoidDisrupted, openOnly, year, cut };
  }
  return { ...NO_CONDITIONS, openOnly: unbuiltKm === 0 && byStatus.every(({ status }) => status === 'open') };
}

/** Where all start at one place but end at several: each of the other ends, to which the rest goes on. */
function findExtensions(network: Network, rows: readonly EndedRow[]): Candidate[] {
  const start = rows[0]!.nodes[0]!.id;
  if (rows.some(({ nodes }) => nodes[0]!.id !== start)) return [];
  const ends = [...new Set(rows.map(({ nodes }) => nodes.at(-1)!.id))];
  if (ends.length < 2) return [];
  return ends.flatMap((to): Candidate[] => {
    const extended = rows.map((row) => extend(network, row, to));
    if (extended.some((one) => one === null)) return [];
    const kept = Math.min(...extended.map((one) => one!.kept));
    return [{ from: start, to, kind: 'extended', kept, write: (row) => extended[rows.indexOf(row)]!.text }];
  });
}

/** True where the shortest way on from the end of a row goes back over it, or there is none. */
function turnsBack(network: Network, legs: readonly MeasuredLeg[], to: string): boolean {
  const own = new Set(legs.map(({ link }) => link.properties.id));
  const links = [...network.links.values()].map(({ properties }) => properties);
  const further = createPathSearch(links)(getEnd(legs.at(-1)!), to);
  return further === null || further.some(({ id }) => own.has(id));
}

/** A row that goes on to another end, with the part of it that is its own. */
function extend(network: Network, row: EndedRow, to: string): { text: string; kept: number } | null {
  if (row.nodes.at(-1)!.id === to) return { text: row.text, kept: 1 };
  const passes = row.nodes.findIndex(({ id }) => id === to);
  if (passes > 0) {
    const text = writePart(network, row, 0, passes);
    return text === null ? null : { text, kept: row.nodes[passes]!.km / row.drawnKm };
  }
  const legs = findWholeLegs(network, row.legs);
  if (!legs || turnsBack(network, legs, to)) return null;
  const described = describePath(network, legs, getConditions(row), to);
  if (!described) return null;
  const km = findLegs(network, described.legs).reduce((sum, { link }) => sum + link.properties.drawnKm, 0);
  return { text: described.text, kept: row.drawnKm / toMetres(km) };
}
