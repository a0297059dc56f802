/**
 * The network unrolled for a search. Gauge breaks, changes of mode and border crossings cost something between two links, so a
 * state is not a node but a link travelled in a direction, with the country it is in and the stops that were passed. States are
 * made as they are reached.
 */
import type { LinkFeature } from '../../dataset/model.ts';
import { getMetres } from './flat-network.ts';
import { arrive, getEnd, getStart, type MeasuredLeg, startTravel, traverse, type TravelState } from '../../measure/measure.ts';

export interface State {
  node: string;
  /** How many of the stops were passed, from 1: the start is the first. */
  passed: number;
  /** The leg that led here; null at the start. */
  leg: MeasuredLeg | null;
  travel: TravelState;
  /** True where the path ends. */
  final: boolean;
  /** What leads on from it; null until it is asked for. */
  arcs: Arc[] | null;
  /** What leads to it, of the arcs that were asked for; null where nothing does. */
  into: Arc[] | null;
  /** Another state that the same leg leads to: they differ by country and stops passed. */
  beside: State | null;
}

/** How many borders, gauge breaks and changes of mode an arc costs. */
export interface TravelCosts {
  borders: number;
  gauge: number;
  changes: number;
}

export interface Arc {
  from: State;
  to: State;
  leg: MeasuredLeg;
  metres: number;
  costs: TravelCosts;
}

export interface States {
  start: State;
  /** Those that have been reached. */
  all: readonly State[];
  /** What leads on from a state; looked up when it is first asked for. */
  listArcs(state: State): readonly Arc[];
  /** Links that meet at a node. */
  getDegree(node: string): number;
}

const NO_ARCS: readonly Arc[] = [];

/** Legs that start at a node, the same objects each time. */
export type LegsAt = (node: string) => readonly MeasuredLeg[];

/** Every state that can be reached from the first stop, with the arcs between them: see `openStates`. */
export function buildStates(
  links: readonly LinkFeature[],
  stops: readonly string[],
  getCountry: (node: string) => string,
): States {
  const leaving = groupLegsByNode(links);
  const states = openStates((node) => leaving.get(node) ?? [], stops, getCountry);
  // They grow while they are read.
  for (const state of states.all) states.listArcs(state);
  return states;
}

/**
 * The states from the first stop on, made as a search comes to them: one that stays near to its way sees few of a large network.
 *
 * @param stops node ids, at least two, no two alike in a row: from, places between, to
 * @param getCountry country of a node
 * @throws RangeError where there are no stops
 */
export function openStates(legsAt: LegsAt, stops: readonly string[], getCountry: (node: string) => string): States {
  const [first] = stops;
  if (first === undefined) throw new RangeError('no stops');
  // One of those that the leg leads to.
  const known = new Map<MeasuredLeg, State>();
  const start: State = {
    node: first,
    passed: 1,
    leg: null,
    travel: startTravel(getCountry(first)),
    final: false,
    arcs: null,
    into: null,
    beside: null,
  };
  const all = [start];
  const reach = (from: State, leg: MeasuredLeg): Arc => {
    const node = getEnd(leg);
    const passed = from.passed + (node === stops[from.passed] ? 1 : 0);
    const final = passed === stops.length;
    const { state: travel, turns } = traverse(from.travel, leg, getCountry(from.node));
    const arrival = final ? arrive(travel, getCountry(node)) : null;
    const costs = {
      borders: turns.crossings.length + (arrival ? 1 : 0),
      gauge: turns.gaugeBreak ? 1 : 0,
      changes: turns.modeChange ? 1 : 0,
    };
    const beside = known.get(leg) ?? null;
    let to = beside;
    while (to && (to.passed !== passed || to.travel.country !== travel.country)) to = to.beside;
    if (!to) {
      to = { node, passed, leg, travel, final, arcs: null, into: null, beside };
      known.set(leg, to);
      all.push(to);
    }
    return { from, to, leg, metres: getMetres(leg.link), costs };
  };
  const listArcs = (state: State): readonly Arc[] => {
    if (state.final) return NO_ARCS;
    if (state.arcs) return state.arcs;
    const arcs: Arc[] = [];
    for (const leg of legsAt(state.node)) {
      // A path does not turn round on its line, except at a stop.
      const turnsRound = state.leg?.link === leg.link && !(stops[state.passed - 1] === state.node && state.passed > 1);
      if (turnsRound) continue;
      const arc = reach(state, leg);
      arcs.push(arc);
      (arc.to.into ??= []).push(arc);
    }
    state.arcs = arcs;
    return arcs;
  };
  return { start, all, listArcs, getDegree: (node) => legsAt(node).length };
}

/** Legs by the node where they start, in the order of their ids, so that a path never depends on the order of a file. */
function groupLegsByNode(links: readonly LinkFeature[]): Map<string, MeasuredLeg[]> {
  const leaving = new Map<string, MeasuredLeg[]>();
  const sorted = links
    .filter(({ properties: { from, to } }) => from !== to)
    .toSorted((a, b) => (a.properties.id < b.properties.id ? -1 : 1));
  for (const link of sorted) {
    for (const reversed of [false, true]) {
      const leg = { link, reversed };
      const legs = leaving.get(getStart(leg));
      if (legs) legs.push(leg);
      else leaving.set(getStart(leg), [leg]);
    }
  }
  return leaving;
}
