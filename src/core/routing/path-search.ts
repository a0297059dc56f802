/**
 * The best ways through the states of a network, each of them unlike the ones before: label-setting search (A*), whose estimate of
 * what is still to come is exact but for the conditions on the whole way: that it passes no node twice, is not absurdly long and
 * leaves out enough of each better way.
 */
import TinyQueue from 'tinyqueue';
import type { MeasuredLeg } from '../measure/measure.ts';
import type { Arc, State, States } from './path-states.ts';
import type { TravelCosts } from './travel-cost.ts';

/** What a way has least of; equal ones by their length. */
export type CostOptions = keyof TravelCosts | 'length';

export interface SearchOptions {
  by: CostOptions;
  /** How many ways at most. */
  count: number;
  /** The greatest part of a better way's length that a further way may share, from 0 to 1. */
  mostShared: number;
  /** No way is longer than this many times the shortest one. */
  mostDetour: number;
}

/** Above any length in metres, so that one number orders ways by cost first, then by length; exact up to 2^53. */
const COST = 1e9;
/** A search for a further way is given up after as many steps; about 20 ms. */
const MOST_STEPS = 40_000;

interface Label {
  state: State;
  before: Label | null;
  leg: MeasuredLeg | null;
  cost: number;
  metres: number;
  /** Junctions passed since the last stop, a bit each. */
  seen: bigint;
  /** Metres shared with each better way. */
  shared: number[];
  /** Cost, and the least that is still to come. */
  estimate: number;
  order: number;
}

interface Rival {
  links: ReadonlySet<string>;
  /** Metres of it that another way may share. */
  most: number;
}

/** The ways, best first; none where there is no way. */
export function searchPaths(states: States, stops: readonly string[], options: SearchOptions): MeasuredLeg[][] {
  const costOf = ({ metres, costs }: Arc): number => (options.by === 'length' ? 0 : costs[options.by] * COST) + metres;
  const metresLeft = leastLeft(states, ({ metres }) => metres);
  const costLeft = options.by === 'length' ? metresLeft : leastLeft(states, costOf);
  const shortest = metresLeft.get(states.start);
  if (shortest === undefined) return [];
  const bits = junctionBits(states, stops);
  const found: MeasuredLeg[][] = [];
  const alternatives: Rival[] = [];
  while (found.length < options.count) {
    const way = searchOne({
      states,
      bits,
      costOf,
      costLeft,
      metresLeft,
      alternatives,
      mostMetres: shortest * options.mostDetour,
    });
    if (!way) break;
    found.push(way.legs);
    alternatives.push({ links: new Set(way.legs.map(({ link }) => link.properties.id)), most: way.metres * options.mostShared });
  }
  return found;
}

/** The least that is still to pay from each state that leads to the end: Dijkstra, backwards from the end. */
function leastLeft({ all }: States, costOf: (arc: Arc) => number): Map<State, number> {
  const left = new Map<State, number>();
  const queue = new TinyQueue<{ state: State; cost: number }>(
    all.filter(({ final }) => final).map((state) => ({ state, cost: 0 })),
    (a, b) => a.cost - b.cost,
  );
  for (let next = queue.pop(); next; next = queue.pop()) {
    if (left.has(next.state)) continue;
    left.set(next.state, next.cost);
    for (const arc of next.state.into) {
      if (!left.has(arc.from)) queue.push({ state: arc.from, cost: next.cost + costOf(arc) });
    }
  }
  return left;
}

/** Who does not turn round comes back to a node only by a junction, so only those need remembering. */
function junctionBits({ degree }: States, stops: readonly string[]): Map<string, bigint> {
  const junctions = [...degree].filter(([node, links]) => links > 2 || stops.includes(node));
  return new Map(junctions.map(([node], i) => [node, 1n << BigInt(i)]));
}

interface Task {
  states: States;
  bits: ReadonlyMap<string, bigint>;
  costOf: (arc: Arc) => number;
  costLeft: ReadonlyMap<State, number>;
  metresLeft: ReadonlyMap<State, number>;
  alternatives: readonly Rival[];
  mostMetres: number;
}

function searchOne(task: Task): { legs: MeasuredLeg[]; metres: number } | null {
  const { states, bits, costLeft, alternatives } = task;
  const queue = new TinyQueue<Label>([], (a, b) => a.estimate - b.estimate || a.order - b.order);
  const settled = new Map<State, Label[]>();
  let order = 0;
  queue.push({
    ...{ state: states.start, before: null, leg: null, cost: 0, metres: 0, estimate: costLeft.get(states.start)!, order },
    ...{ seen: bits.get(states.start.node) ?? 0n, shared: alternatives.map(() => 0) },
  });
  for (let label = queue.pop(); label; label = queue.pop()) {
    if (label.state.final) return { legs: legsTo(label), metres: label.metres };
    if (alternatives.length > 0 && order > MOST_STEPS) return null;
    if (bits.has(label.state.node)) {
      const others = settled.get(label.state) ?? [];
      if (others.some((other) => isNoWorse(other, label))) continue;
      settled.set(label.state, [...others, label]);
    }
    for (const arc of label.state.arcs) {
      const next = follow(label, arc, task, ++order);
      if (next) queue.push(next);
    }
  }
  return null;
}

/** Whatever leads on from the second label leads on from the first. It was settled before, so it costs no more. */
const isNoWorse = (one: Label, other: Label): boolean =>
  one.metres <= other.metres && (one.seen & ~other.seen) === 0n && one.shared.every((metres, i) => metres <= other.shared[i]!);

/** The label at the end of an arc, or null where no way that is wanted leads on. */
function follow(
  label: Label,
  arc: Arc,
  { bits, costOf, costLeft, metresLeft, alternatives, mostMetres }: Task,
  order: number,
): Label | null {
  const left = costLeft.get(arc.to);
  const metres = label.metres + arc.metres;
  if (left === undefined || metres + metresLeft.get(arc.to)! > mostMetres) return null;
  const bit = bits.get(arc.to.node) ?? 0n;
  if ((label.seen & bit) !== 0n) return null;
  const { id } = arc.leg.link.properties;
  const shared = label.shared.map((sum, i) => (alternatives[i]!.links.has(id) ? sum + arc.metres : sum));
  if (shared.some((sum, i) => sum > alternatives[i]!.most)) return null;
  const cost = label.cost + costOf(arc);
  // From a stop on, the way may pass again what it has passed before.
  const seen = arc.to.passed > label.state.passed ? bit : label.seen | bit;
  return { state: arc.to, before: label, leg: arc.leg, cost, metres, seen, shared, estimate: cost + left, order };
}

function legsTo(label: Label): MeasuredLeg[] {
  const legs: MeasuredLeg[] = [];
  for (let at: Label | null = label; at; at = at.before) if (at.leg) legs.push(at.leg);
  return legs.reverse();
}
