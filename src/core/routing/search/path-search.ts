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
 * How many labels a search follows or compares before it is given up, where it is for a further path, or compares labels by length
 * alone, where it is for the first. Their number grows exponentially in the worst case. With a tenth of it one request in ten with a
 * stop on the way had a path less.
 */
const MOST_WORK = 250_000;

/** What is looked up once of each state. */
interface Facts {
  state: State;
  /** The number of its junction; null where it need not be remembered. */
  junction: number | null;
  /** The least cost, and the least metres, that are still to come; infinite where nothing leads on. */
  costLeft: number;
  metresLeft: number;
  /** Labels that were settled there in the search of this number. */
  settled: Label[];
  search: number;
}

/** Junctions passed since the last stop, the last one first: what labels have in common they share. */
interface Passed {
  junction: number;
  before: Passed | null;
}

interface Label {
  at: Facts;
  before: Label | null;
  leg: MeasuredLeg | null;
  cost: number;
  metres: number;
  passed: Passed | null;
  /** Metres shared with each better path. */
  shared: readonly number[];
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
  const { by, near } = options;
  const computeCost = ({ metres, costs }: Arc): number => (by === 'length' ? 0 : costs[by] * METRES_OF_COST) + metres;
  const measureLeft = near
    ? ({ node, passed }: State) => near.measureLeft(node, passed)
    : computeLeastLeft(states, ({ metres }) => metres);
  const computeLeft = by === 'length' ? measureLeft : computeLeastLeft(states, computeCost);
  const shortest = measureLeft(states.start);
  if (!Number.isFinite(shortest)) return [];
  const junctions = new Junctions(states, stops);
  const known = new Map<State, Facts>();
  const look = (state: State): Facts => {
    let facts = known.get(state);
    if (!facts) {
      const left = { costLeft: computeLeft(state), metresLeft: measureLeft(state) };
      facts = { state, junction: junctions.number(state.node), ...left, settled: [], search: 0 };
      known.set(state, facts);
    }
    return facts;
  };
  const mostMetres = near?.mostMetres ?? shortest * options.mostDetour;
  const found: MeasuredLeg[][] = [];
  const better: BetterPath[] = [];
  while (found.length < options.count) {
    const path = searchOne({ states, look, junctions, computeCost, better, mostMetres });
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
  const backwards = { edgesFrom: (state: State) => state.into ?? [], endOf: ({ from }: Arc) => from, costOf: computeCost };
  const reached = reachNodes(backwards, ends);
  return (state) => reached.get(state)?.cost ?? Infinity;
}

/**
 * The junctions and stops of the states. A path that never turns round comes back to a node only through a junction, so only those
 * need remembering. They are numbered as they are met, so that in a large network the numbers stay small.
 */
class Junctions {
  readonly #states: States;
  readonly #stops: readonly string[];
  readonly #numbers = new Map<string, number | null>();
  readonly #marks: number[] = [];
  #round = 0;

  constructor(states: States, stops: readonly string[]) {
    this.#states = states;
    this.#stops = stops;
  }

  number(node: string): number | null {
    let number = this.#numbers.get(node);
    if (number === undefined) {
      number = this.#states.getDegree(node) <= 2 && !this.#stops.includes(node) ? null : this.#marks.push(0) - 1;
      this.#numbers.set(node, number);
    }
    return number;
  }

  /** Marks what was passed, for `areMarked`. */
  mark(passed: Passed | null): void {
    this.#round += 1;
    for (let at = passed; at; at = at.before) this.#marks[at.junction] = this.#round;
  }

  areMarked(passed: Passed | null): boolean {
    for (let at = passed; at; at = at.before) if (this.#marks[at.junction] !== this.#round) return false;
    return true;
  }
}

function hasPassed(passed: Passed | null, junction: number): boolean {
  for (let at = passed; at; at = at.before) if (at.junction === junction) return true;
  return false;
}

interface Task {
  states: States;
  look: (state: State) => Facts;
  junctions: Junctions;
  computeCost: (arc: Arc) => number;
  /** As many as were found before this search. */
  better: readonly BetterPath[];
  mostMetres: number;
}

/**
 * The best path, or null where there is none, or none was found with the work that a further path is worth. A first path is always
 * found where there is one: what is left of each state, where labels are compared by length alone, includes the shortest path.
 */
function searchOne(task: Task): { legs: MeasuredLeg[]; metres: number } | null {
  const { junctions, better } = task;
  const queue = new TinyQueue<Label>([makeFirstLabel(task)], (a, b) => a.estimate - b.estimate || a.order - b.order);
  let order = 0;
  let compared = 0;
  for (let label = queue.pop(); label; label = queue.pop()) {
    const { at } = label;
    if (at.state.final) return { legs: listLegs(label), metres: label.metres };
    const isThorough = order + compared <= MOST_WORK;
    if (better.length > 0 && !isThorough) return null;
    if (at.junction !== null) {
      if (at.search !== better.length) Object.assign(at, { search: better.length, settled: [] });
      compared += at.settled.length;
      if (isSettled(label, junctions, isThorough)) continue;
      at.settled.push(label);
    }
    for (const arc of task.states.listArcs(at.state)) {
      order++;
      const next = follow(label, arc, task, order);
      if (next) queue.push(next);
    }
  }
  return null;
}

function makeFirstLabel({ states, look, better }: Task): Label {
  const at = look(states.start);
  const passed = at.junction === null ? null : { junction: at.junction, before: null };
  const shared = better.map(() => 0);
  return { at, before: null, leg: null, cost: 0, metres: 0, passed, shared, estimate: at.costLeft, order: 0 };
}

/**
 * Whatever leads on from a label leads on from one that was settled before, which costs no more: that has come no farther, over no other
 * junctions, and shares no more of a better path.
 */
function isSettled({ at, metres, passed, shared }: Label, junctions: Junctions, isThorough: boolean): boolean {
  if (at.settled.length === 0) return false;
  if (isThorough) junctions.mark(passed);
  return at.settled.some(
    (other) =>
      other.metres <= metres &&
      (!isThorough || (other.shared.every((one, i) => one <= (shared[i] ?? 0)) && junctions.areMarked(other.passed))),
  );
}

const NONE: readonly number[] = [];

/** The label at the end of an arc, or null where no path that is wanted leads on. */
function follow(label: Label, arc: Arc, { look, computeCost, better, mostMetres }: Task, order: number): Label | null {
  const at = look(arc.to);
  const metres = label.metres + arc.metres;
  // Infinite where nothing leads on.
  if (!Number.isFinite(at.costLeft) || metres + at.metresLeft > mostMetres) return null;
  const { junction } = at;
  if (junction !== null && hasPassed(label.passed, junction)) return null;
  const { id } = arc.leg.link.properties;
  const shared =
    better.length === 0 ? NONE : better.map(({ links }, i) => (label.shared[i] ?? 0) + (links.has(id) ? arc.metres : 0));
  if (better.some((path, i) => (shared[i] ?? 0) > path.mostMetres)) return null;
  const cost = label.cost + computeCost(arc);
  // From a stop on, the path may pass again what it has passed before.
  const earlier = arc.to.passed > label.at.state.passed ? null : label.passed;
  const passed = junction === null ? earlier : { junction, before: earlier };
  return { at, before: label, leg: arc.leg, cost, metres, passed, shared, estimate: cost + at.costLeft, order };
}

function listLegs(label: Label): MeasuredLeg[] {
  const legs: MeasuredLeg[] = [];
  for (let at: Label | null = label; at; at = at.before) if (at.leg) legs.push(at.leg);
  return legs.reverse();
}
