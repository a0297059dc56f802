/**
 * The best paths through the states of a network, each of them unlike the ones before: label-setting search (A*). Its heuristic is
 * the exact cost still to come, but for the conditions on the whole path: that it passes no node twice, is not absurdly long and
 * leaves out enough of each better path.
 */
import TinyQueue from 'tinyqueue';
import type { MeasuredLeg } from '../../measure/measure.ts';
import { reachNodes } from '../dijkstra.ts';
import type { Arc, State, States, TravelCosts } from './path-states.ts';

/** What a path has least of; equal ones by their length. */
type CostOptions = keyof TravelCosts | 'length';

export interface SearchOptions {
  by: CostOptions;
  /** How many paths at most. */
  count: number;
  /** The greatest part of a better path's length that a further path may share, from 0 to 1. */
  mostShared: number;
  /** No path is longer than this many times the shortest one. */
  mostDetour: number;
  /** Where shortest paths are looked for near by: what is known of the way on, in place of a look at all states. */
  near?: Near;
}

/** What bounds a search for the shortest paths. */
export interface Near {
  /** No path is longer. */
  mostMetres: number;
  /** Metres that are left from a node at least, after so many stops. */
  measureLeft(node: string, passed: number): number;
}

/** Above any length in metres, so that one number orders paths by cost first, then by length; exact up to 2^53. */
const METRES_OF_COST = 1e9;
/**
 * How many labels a search follows or compares, about 50 ms, before it is given up, where it is for a further path, or compares labels
 * by length alone, where it is for the first. Their number grows exponentially in the worst case.
 */
const MOST_WORK = 250_000;

/** The bit of what need not be remembered. */
const NONE = 0n;

interface Label {
  state: State;
  before: Label | null;
  leg: MeasuredLeg | null;
  cost: number;
  metres: number;
  /** Junctions passed since the last stop, a bit each. */
  seen: bigint;
  /** Metres shared with each better path. */
  shared: number[];
  /** Cost, and the least that is still to come. */
  estimate: number;
  order: number;
}

interface BetterPath {
  links: ReadonlySet<string>;
  /** Metres of it that another path may share. */
  mostMetres: number;
}

/** The paths, best first; none where there is no path. */
export function searchPaths(states: States, stops: readonly string[], options: SearchOptions): MeasuredLeg[][] {
  const { by } = options;
  const computeCost = ({ metres, costs }: Arc): number => (by === 'length' ? 0 : costs[by] * METRES_OF_COST) + metres;
  const { near } = options;
  const metresLeft = near
    ? ({ node, passed }: State) => near.measureLeft(node, passed)
    : computeLeastLeft(states, ({ metres }) => metres);
  const costLeft = by === 'length' ? metresLeft : computeLeastLeft(states, computeCost);
  const shortest = metresLeft(states.start);
  if (!Number.isFinite(shortest)) return [];
  const getBit = createNumbering(states, stops);
  const mostMetres = near?.mostMetres ?? shortest * options.mostDetour;
  const found: MeasuredLeg[][] = [];
  const better: BetterPath[] = [];
  while (found.length < options.count) {
    const path = searchOne({ states, getBit, computeCost, costLeft, metresLeft, better, mostMetres });
    if (!path) break;
    found.push(path.legs);
    const links = new Set(path.legs.map(({ link }) => link.properties.id));
    better.push({ links, mostMetres: path.metres * options.mostShared });
  }
  return found;
}

/** The least cost from each state to the end, searched backwards from there; infinite where none leads there. */
function computeLeastLeft({ all }: States, computeCost: (arc: Arc) => number): (state: State) => number {
  const ends = all.filter(({ final }) => final);
  const backwards = { edgesFrom: (state: State) => state.into, endOf: ({ from }: Arc) => from, costOf: computeCost };
  const reached = reachNodes(backwards, ends);
  return (state) => reached.get(state)?.cost ?? Infinity;
}

/**
 * The bit of a junction or stop, none for any other node. A path that never turns round comes back to a node only through a junction, so
 * only those need remembering. They are numbered as they are met, so that in a large network the numbers stay small.
 */
function createNumbering({ getDegree }: States, stops: readonly string[]): (node: string) => bigint {
  const bits = new Map<string, bigint>();
  return (node) => {
    const known = bits.get(node);
    if (known !== undefined) return known;
    if (getDegree(node) <= 2 && !stops.includes(node)) return NONE;
    const bit = 1n << BigInt(bits.size);
    bits.set(node, bit);
    return bit;
  };
}

interface Task {
  states: States;
  getBit: (node: string) => bigint;
  computeCost: (arc: Arc) => number;
  costLeft: (state: State) => number;
  metresLeft: (state: State) => number;
  better: readonly BetterPath[];
  mostMetres: number;
}

/**
 * The best path, or null where there is none, or none was found with the work that a further path is worth. A first path is always
 * found where there is one: what is left of each state, where labels are compared by length alone, includes the shortest path.
 */
function searchOne(task: Task): { legs: MeasuredLeg[]; metres: number } | null {
  const { getBit, better } = task;
  const queue = new TinyQueue<Label>([makeFirstLabel(task)], (a, b) => a.estimate - b.estimate || a.order - b.order);
  const settled = new Map<State, Label[]>();
  let order = 0;
  let compared = 0;
  for (let label = queue.pop(); label; label = queue.pop()) {
    if (label.state.final) return { legs: listLegs(label), metres: label.metres };
    const isThorough = order + compared <= MOST_WORK;
    if (better.length > 0 && !isThorough) return null;
    if (getBit(label.state.node) !== NONE) {
      const others = settled.get(label.state) ?? [];
      compared += others.length;
      if (others.some((other) => (isThorough ? isNoWorse(other, label) : other.metres <= label.metres))) continue;
      others.push(label);
      settled.set(label.state, others);
    }
    for (const arc of task.states.listArcs(label.state)) {
      order++;
      const next = follow(label, arc, task, order);
      if (next) queue.push(next);
    }
  }
  return null;
}

const makeFirstLabel = ({ states: { start }, getBit, costLeft, better }: Task): Label => ({
  state: start,
  before: null,
  leg: null,
  cost: 0,
  metres: 0,
  estimate: costLeft(start),
  order: 0,
  seen: getBit(start.node),
  shared: better.map(() => 0),
});

/** Whatever leads on from the second label leads on from the first. It was settled before, so it costs no more. */
const isNoWorse = (one: Label, other: Label): boolean =>
  one.metres <= other.metres &&
  (one.seen & ~other.seen) === 0n &&
  one.shared.every((metres, i) => metres <= (other.shared[i] ?? 0));

/** The label at the end of an arc, or null where no path that is wanted leads on. */
function follow(
  label: Label,
  arc: Arc,
  { getBit, computeCost, costLeft, metresLeft, better, mostMetres }: Task,
  order: number,
): Label | null {
  const [left, leftMetres] = [costLeft(arc.to), metresLeft(arc.to)];
  const metres = label.metres + arc.metres;
  // Infinite where nothing leads on.
  if (!Number.isFinite(left) || metres + leftMetres > mostMetres) return null;
  const bit = getBit(arc.to.node);
  if ((label.seen & bit) !== 0n) return null;
  const { id } = arc.leg.link.properties;
  const shared = better.map(({ links }, i) => (label.shared[i] ?? 0) + (links.has(id) ? arc.metres : 0));
  if (better.some((path, i) => (shared[i] ?? 0) > path.mostMetres)) return null;
  const cost = label.cost + computeCost(arc);
  // From a stop on, the path may pass again what it has passed before.
  const seen = arc.to.passed > label.state.passed ? bit : label.seen | bit;
  return { state: arc.to, before: label, leg: arc.leg, cost, metres, seen, shared, estimate: cost + left, order };
}

function listLegs(label: Label): MeasuredLeg[] {
  const legs: MeasuredLeg[] = [];
  for (let at: Label | null = label; at; at = at.before) if (at.leg) legs.push(at.leg);
  return legs.reverse();
}
