/** The two ends of a route in parts, which files may hold in any order and direction. */
import type { Position } from '../../dataset/model.ts';
import { measureStraight } from '../../measure/measure.ts';

export interface Ends {
  start: Position;
  end: Position;
  /** Kilometres between parts that do not touch. */
  gapsKm: number;
  /** Straight lines from end to end of what does touch, in kilometres. */
  chainsKm: number;
}

/** Chains that are tried against each other; of more, the order of the file counts. */
const MOST_CHAINS = 60;
/** Decimals by which ends are the same point: about a metre. */
const DIGITS = 5;

interface Chain {
  start: Position;
  end: Position;
}

const getPositionKey = ([lon, lat]: Position): string => `${lon.toFixed(DIGITS)},${lat.toFixed(DIGITS)}`;

/** Parts that touch are joined first; chains that are left are joined where the gaps are the shortest. */
export function findEnds(parts: readonly (readonly Position[])[]): Ends {
  const chains = joinTouching(
    parts.flatMap((part): Chain[] => {
      const [start, end] = [part[0], part.at(-1)];
      return start && end ? [{ start, end }] : [];
    }),
  );
  const chainsKm = chains.reduce((sum, { start, end }) => sum + measureStraight(start, end), 0);
  return { ...(chains.length <= MOST_CHAINS ? joinNearest(chains) : followOrder(chains)), chainsKm };
}

/** Chains through all points where exactly two parts end: where three meet, none is the way on. */
function joinTouching(chains: readonly Chain[]): Chain[] {
  const at = new Map<string, Set<Chain>>();
  const link = (chain: Chain): void => {
    for (const position of [chain.start, chain.end]) {
      const key = getPositionKey(position);
      at.set(key, (at.get(key) ?? new Set<Chain>()).add(chain));
    }
  };
  const unlink = (chain: Chain): void => {
    for (const position of [chain.start, chain.end]) at.get(getPositionKey(position))?.delete(chain);
  };
  chains.forEach(link);
  const left = new Set(chains);
  for (const key of [...at.keys()]) {
    const [one, other, third] = at.get(key) ?? [];
    if (!one || !other || third) continue;
    const joined = join(one, other, key);
    for (const chain of [one, other]) {
      unlink(chain);
      left.delete(chain);
    }
    link(joined);
    left.add(joined);
  }
  return [...left];
}

/** Two chains that end at one point as one; the first keeps its direction. */
function join(one: Chain, other: Chain, key: string): Chain {
  const far = getPositionKey(other.start) === key ? other.end : other.start;
  return getPositionKey(one.end) === key ? { start: one.start, end: far } : { start: far, end: one.end };
}

function joinNearest(given: readonly Chain[]): Omit<Ends, 'chainsKm'> {
  let chains = [...given];
  let gapsKm = 0;
  while (chains.length > 1) {
    let best: { km: number; joined: Chain; rest: Chain[] } | undefined;
    for (const [i, one] of chains.entries()) {
      for (const other of chains.slice(i + 1)) {
        for (const [from, to, joined] of listJoints(one, other)) {
          const km = measureStraight(from, to);
          if (!best || km < best.km) best = { km, joined, rest: chains.filter((chain) => chain !== one && chain !== other) };
        }
      }
    }
    if (!best) break;
    gapsKm += best.km;
    chains = [best.joined, ...best.rest];
  }
  return { ...getEnds(chains), gapsKm };
}

/** The four ways to join two chains; the one in the order of the file comes first. */
const listJoints = (one: Chain, other: Chain): [from: Position, to: Position, joined: Chain][] => [
  [one.end, other.start, { start: one.start, end: other.end }],
  [one.end, other.end, { start: one.start, end: other.start }],
  [one.start, other.end, { start: other.start, end: one.end }],
  [one.start, other.start, { start: other.end, end: one.end }],
];

function followOrder(chains: readonly Chain[]): Omit<Ends, 'chainsKm'> {
  let gapsKm = 0;
  chains.forEach(({ start }, i) => {
    const before = chains[i - 1];
    if (before) gapsKm += measureStraight(before.end, start);
  });
  return { ...getEnds(chains), gapsKm };
}

function getEnds(chains: readonly Chain[]): Chain {
  const [start, end] = [chains[0]?.start, chains.at(-1)?.end];
  if (!start || !end) throw new Error('A route has at least one part.');
  return { start, end };
}
