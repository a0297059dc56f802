/**
 * What a traveller pays at the joints of a way: border crossings, gauge breaks, changes of mode. One leg at a time, so that a
 * search can add them up; over a whole way they are the numbers that `turningPoints` of `measure.ts` counts.
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

/** Where a way starts; `country` is that of its first node. */
export const startTravel = (country: string): TravelState => ({ country, mode: null, gaugeMm: null });

/**
 * Rides a leg.
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
  if (state.mode === 'sea' && mode !== 'sea') enter(nodeCountry);
  if (mode !== 'sea') for (const { code } of getCountrySegments(leg)) enter(code);
  return {
    state: { country, mode, gaugeMm },
    costs: {
      borders,
      gauge: state.mode === 'rail' && mode === 'rail' && state.gaugeMm !== gaugeMm ? 1 : 0,
      changes: state.mode !== null && state.mode !== mode ? 1 : 0,
    },
  };
}

/** Border crossings of arriving at the last node, by ship or at a station across a border that is drawn a little off. */
export const arrive = (state: TravelState, nodeCountry: string): number =>
  state.mode !== null && state.country !== nodeCountry ? 1 : 0;
