/** Clocks of countries, for the order of local times: general knowledge, railway time where it differs. */
import type { ReportedTime } from './event.ts';

/** Minutes east of UTC all the year; railways of Russia keep one time for all. */
const FIXED: Readonly<Record<string, number>> = {
  CN: 480,
  KZ: 300,
  UZ: 300,
  TM: 300,
  KG: 360,
  TJ: 300,
  AF: 270,
  PK: 300,
  IN: 330,
  IR: 210,
  AZ: 240,
  GE: 240,
  AM: 240,
  AE: 240,
  TR: 180,
  RU: 180,
  BY: 180,
  IQ: 180,
  SA: 180,
  SG: 480,
  MN: 480,
};
/** Minutes east of UTC in winter; an hour more from the last Sunday of March to that of October, at 01:00 UTC. */
const SUMMER: Readonly<Record<string, number>> = {
  RO: 120,
  BG: 120,
  UA: 120,
  MD: 120,
  GR: 120,
  FI: 120,
  EE: 120,
  LV: 120,
  LT: 120,
  CY: 120,
  PL: 60,
  DE: 60,
  HU: 60,
  AT: 60,
  CZ: 60,
  SK: 60,
  RS: 60,
  HR: 60,
  SI: 60,
  IT: 60,
  FR: 60,
  ES: 60,
  NL: 60,
  BE: 60,
  CH: 60,
  GB: 0,
};

function getLastSunday(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month + 1, 0, 1));
  return last.getTime() - last.getUTCDay() * 86_400_000;
}

/** Minutes east of UTC of a country's clock at a local time; null where it is not known. */
export function getZoneOffset(country: string, localMs: number): number | null {
  const fixed = FIXED[country];
  if (fixed !== undefined) return fixed;
  const winter = SUMMER[country];
  if (winter === undefined) return null;
  const utc = localMs - winter * 60_000;
  const year = new Date(utc).getUTCFullYear();
  return utc >= getLastSunday(year, 2) && utc < getLastSunday(year, 9) ? winter + 60 : winter;
}

/** Milliseconds since 1970 of a reported time; a local one by the clock of the country, `fallback` minutes where it has none. */
export function toInstant(time: ReportedTime, country: string | null, fallback: number): number {
  if (time.zone === 'given') return time.ms;
  return time.ms - (country === null ? fallback : (getZoneOffset(country, time.ms) ?? fallback)) * 60_000;
}
