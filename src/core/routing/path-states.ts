/**
 * The network unrolled for a search. Gauge breaks, changes of mode and border crossings are paid between two links, so a state is
 * not a node but a link travelled in a direction, with the country that the traveller is in and the places on the way that are
 * behind. States are made as they are reached.
 */
import type { LinkFeature } from '../dataset/model.ts';
import { type MeasuredLeg, getEnd, getStart } from '../measure/measure.ts';
import { startTravel, arrive, traverse, type TravelState, type TravelCosts } from './travel-cost.ts';

export interface State {
  node: string;
  /** How many of the stops are behind, from 1: the start is the first. */
  passed: number;
  /** The leg that led here; null at the start. */
  leg: MeasuredLeg | null;
  state: TravelState;
  /** True where the way ends. */
  final: boolean;
  arcs: Arc[];
  into: Arc[];
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
  all: State[];
  /** Links that meet at a node. */
  degree: ReadonlyMap<string, number>;
}

const inMetres = ({ link }: MeasuredLeg): number => Math.round(link.properties.drawnKm * 1000);

/** @param stops node ids, at least two, no two alike in a row: from, places on the way, to */
export function buildStates(
  links: readonly LinkFeature[],
  stops: readonly string[],
  countryOf: (node: string) => string,
): States {
  const leaving = legsByNode(links);
  const known = new Map<string, State>();
  const start: State = {
    ...{ node: stops[0]!, passed: 1, leg: null, final: false, arcs: [], into: [] },
    state: startTravel(countryOf(stops[0]!)),
  };
  const all = [start];
  const reach = (from: State, leg: MeasuredLeg): Arc => {
    const node = getEnd(leg);
    const passed = from.passed + (node === stops[from.passed] ? 1 : 0);
    const final = passed === stops.length;
    const { state, costs } = traverse(from.state, leg, countryOf(from.node));
    const borders = costs.borders + (final ? arrive(state, countryOf(node)) : 0);
    const key = `${passed} ${leg.link.properties.id} ${leg.reversed} ${state.country}`;
    let to = known.get(key);
    if (!to) {
      to = { node, passed, leg, state, final, arcs: [], into: [] };
      known.set(key, to);
      all.push(to);
    }
    return { from, to, leg, metres: inMetres(leg), costs: { ...costs, borders } };
  };
  // `all` grows while it is read.
  for (const state of all) {
    if (state.final) continue;
    for (const leg of leaving.get(state.node) ?? []) {
      // Nobody turns round on the line, except at a place that they wanted to see.
      const turnsRound = state.leg?.link === leg.link && !(stops[state.passed - 1] === state.node && state.passed > 1);
      if (turnsRound) continue;
      const arc = reach(state, leg);
      state.arcs.push(arc);
      arc.to.into.push(arc);
    }
  }
  return { start, all, degree: new Map([...leaving].map(([node, legs]) => [node, legs.length])) };
}

/** Legs by the node where they start, in the order of their ids, so that a way never depends on the order of a file. */
function legsByNode(links: readonly LinkFeature[]): Map<string, MeasuredLeg[]> {
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
