/** Paths that come back into a country that they left: rarely what somebody asks for who wants to cross few borders. */
import type { measureLegs } from '../measure/measure.ts';

type Measured = Pick<ReturnType<typeof measureLegs>, 'crossings'>;

/** The countries that a path enters again after it left them for another one, each once. */
export function listReturns({ crossings }: Measured, isCountry: (code: string) => boolean): string[] {
  const [first] = crossings;
  const visits = [...(first ? [first.from] : []), ...crossings.map(({ to }) => to)].filter(isCountry);
  // Waters of no country lie between two visits of the same one without leaving it for another.
  const stays = visits.filter((code, i) => code !== visits[i - 1]);
  return [...new Set(stays.filter((code, i) => stays.indexOf(code) < i))];
}
