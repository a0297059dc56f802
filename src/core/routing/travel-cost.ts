/**
 * What travelling costs where links meet: border crossings, gauge breaks, changes of mode. One leg at a time, so that a search can
 * add them up; over a whole path they are the numbers that `findTurningPoints` of `measure.ts` counts, which a test ties together.
 */
import { type MeasuredLeg, getCountrySegments } from '../measure/measure.ts';
import type { Mode } from '../dataset/model.ts';

/** What the next leg is compared with. */
export interface TravelState {
  country: string;
  /** Null before the first leg. */
  mode: Mode | null;
  gaugeMm: number | null;
}

export interface TravelCosts {
  borders: number;
  gauge: number;
  changes: number;
}

/** Where a path starts; `country` is that of its first node. */
export const startTravel = (country: string): TravelState => ({ country, mode: null, gaugeMm: null });

/**
 * Travels a leg: what it costs, and the state at its end.
 *
 * @param nodeCountry country of the node where the leg starts: a ship that came there has entered it
 */
export function traverse(state: TravelState, leg: MeasuredLeg, nodeCountry: string): { state: TravelState; costs: TravelCosts } {
  const { mode, gaugeMm } = leg.link.properties;
  let { country } = state;
  let borders = 0;
  const enter = (code: string): void => {
    if (code !== country) borders++;
    country = code;
  };
  const isRail = state.mode === 'rail' && mode === 'rail';
  if (state.mode === 'sea' && mode !== 'sea') enter(nodeCountry);
  if (mode !== 'sea') for (const { code } of getCountrySegments(leg)) enter(code);
  return {
    state: { country, mode, gaugeMm },
    costs: {
      borders,
      gauge: isRail && gaugeMm !== null && state.gaugeMm !== null && state.gaugeMm !== gaugeMm ? 1 : 0,
      changes: state.mode !== null && state.mode !== mode ? 1 : 0,
    },
  };
}

/** Border crossings of arriving at the last node, by ship or at a station across a border that is drawn a little off. */
export const arrive = (state: TravelState, nodeCountry: string): number =>
  state.mode !== null && state.country !== nodeCountry ? 1 : 0;
