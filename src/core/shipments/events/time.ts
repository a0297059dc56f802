/** Times of files, as they are written and as they are told: local clocks stay local. */
import type { ReportedTime } from './event.ts';

/** Which number of a date with slashes comes first. */
export type DateOrder = 'dmy' | 'mdy';

interface Parts {
  year: number;
  month: number;
  day: number;
  hour?: number;
  minute?: number;
  second?: number;
}

const MINUTE = 60_000;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const YEAR_FIRST = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?/;
const YEAR_LAST = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/;
const NAMED_MONTH = /^(\d{1,2})[ -]([a-z]{3})[a-z]*\.?[ -](\d{4}|\d{2})(?!\d)/i;
const CLOCK = /^[T ,]*(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([ap]\.?m\.?)?/i;
const OFFSET = /^\s*(Z|[+-]\d{2}:?\d{2}|[+-]\d{2})$/i;

const fullYear = (text: string): number => (text.length === 2 ? 2000 + Number(text) : Number(text));

function readDate(text: string, order: DateOrder): { rest: string; parts: Parts } | null {
  let met = YEAR_FIRST.exec(text);
  if (met)
    return { rest: text.slice(met[0].length), parts: { year: Number(met[1]), month: Number(met[2]), day: Number(met[3]) } };
  met = YEAR_LAST.exec(text);
  if (met) {
    const [first, second] = [Number(met[1]), Number(met[3])];
    const [day, month] = order === 'mdy' && met[2] !== '.' ? [second, first] : [first, second];
    return { rest: text.slice(met[0].length), parts: { year: fullYear(met[4]!), month, day } };
  }
  met = NAMED_MONTH.exec(text);
  if (!met) return null;
  const month = MONTHS.indexOf(met[2]!.toLowerCase()) + 1;
  return { rest: text.slice(met[0].length), parts: { year: fullYear(met[3]!), month, day: Number(met[1]) } };
}

function readClock(text: string): { rest: string; clock: Pick<Parts, 'hour' | 'minute' | 'second'> } {
  const met = CLOCK.exec(text);
  if (!met) return { rest: text, clock: {} };
  let hour = Number(met[1]);
  const half = met[4]?.[0]?.toLowerCase();
  if (half && (hour < 1 || hour > 12)) hour = NaN;
  else if (half) hour = (hour % 12) + (half === 'p' ? 12 : 0);
  return { rest: text.slice(met[0].length), clock: { hour, minute: Number(met[2]), second: Number(met[3] ?? 0) } };
}

/** Milliseconds of a date that exists, else null. */
function toMs({ year, month, day, hour = 0, minute = 0, second = 0 }: Parts): number | null {
  if (!(hour < 24 && minute < 60 && second < 60)) return null;
  const ms = Date.UTC(year, month - 1, day, hour, minute, second);
  const date = new Date(ms);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year > 1970 && year < 2200 ? ms : null;
}

/** Minutes east of UTC of "Z", "+05:00", "+0500" or "+05". */
export function parseOffset(text: string): number | null {
  if (/^z$/i.test(text)) return 0;
  const met = /^([+-])(\d{2}):?(\d{2})?$/.exec(text);
  return met ? (met[1] === '-' ? -1 : 1) * (Number(met[2]) * 60 + Number(met[3] ?? 0)) : null;
}

/**
 * A time as files write it: ISO, day or month first, with AM and PM, Chinese, named months, seconds or milliseconds since 1970.
 *
 * @param zone minutes east of UTC that the column states for all its times
 * @returns null for a word, or a day that does not exist
 */
export function parseTime(text: string, order: DateOrder = 'dmy', zone: number | null = null): ReportedTime | null {
  const clean = text.normalize('NFKC').trim();
  if (/^(?:\d{10}|\d{13})$/.test(clean)) {
    return { ms: Number(clean) * (clean.length === 10 ? 1000 : 1), zone: 'given', offset: 0, precision: 'minute' };
  }
  const date = readDate(clean, order);
  if (!date) return null;
  const { rest, clock } = readClock(date.rest);
  const ms = toMs({ ...date.parts, ...clock });
  if (ms === null) return null;
  const precision = clock.hour === undefined ? 'day' : 'minute';
  const met = OFFSET.exec(rest);
  if (!met && rest.trim() !== '') return null;
  const offset = met ? parseOffset(met[1]!) : zone;
  if (offset === null || precision === 'day') return { ms, zone: 'local', offset: 0, precision };
  return { ms: ms - offset * MINUTE, zone: 'given', offset, precision };
}

/** A serial day number of a spreadsheet: a local clock, to the minute. */
export function readSerial(serial: number, is1904: boolean): ReportedTime | null {
  if (!(serial > 0 && serial < 100_000)) return null;
  const days = serial - 25_569 + (is1904 ? 1462 : 0);
  const precision = Number.isInteger(serial) ? 'day' : 'minute';
  return { ms: Math.round(days * 1440) * MINUTE, zone: 'local', offset: 0, precision };
}

/** "2026-11-14T08:00" of a local clock, with seconds and offset where one was given, a day without a time of day. */
export function formatTime({ ms, zone, offset, precision }: ReportedTime): string {
  const text = new Date(ms + offset * MINUTE).toISOString();
  if (precision === 'day') return text.slice(0, 10);
  if (zone === 'local') return text.slice(0, text.slice(17, 19) === '00' ? 16 : 19);
  if (offset === 0) return `${text.slice(0, 19)}Z`;
  const east = Math.abs(offset);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${text.slice(0, 19)}${offset < 0 ? '-' : '+'}${two(Math.floor(east / 60))}:${two(east % 60)}`;
}

/** The date in a line of a title, such as "по состоянию на 14.11.2026 08:00" or "As of 2026-11-14 08:00 (UTC+5)". */
export function findTime(line: string): ReportedTime | null {
  const met =
    /(\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2}))(?:[T ,г.в]*(\d{1,2}:\d{2}(?::\d{2})?))?/.exec(
      line,
    );
  return met && parseTime(`${met[1]} ${met[2] ?? ''}`, 'dmy', findZone(line));
}

const MOSCOW = 180;

/** The zone that a header or title names, such as "(МСК)" or "UTC+5", in minutes east of UTC. */
export function findZone(text: string): number | null {
  if (/(?:мск|\bmsk\b|москов)/i.test(text)) return MOSCOW;
  const met = /(?:UTC|GMT)\s*([+-])\s*(\d{1,2})(?::?(\d{2}))?/i.exec(text);
  if (met) return (met[1] === '-' ? -1 : 1) * (Number(met[2]) * 60 + Number(met[3] ?? 0));
  return /\b(?:UTC|GMT)\b/i.test(text) ? 0 : null;
}

/** What the dates of a column say of their order, and whether any of them needed to be told. */
export function decideDateOrder(texts: Iterable<string>): { order: DateOrder; is: 'clear' | 'from-column' | 'undecided' } {
  let isUnclear = false;
  let decided: DateOrder | null = null;
  for (const text of texts) {
    const met = /^\s*(\d{1,2})[/-](\d{1,2})[/-]\d{2,4}/.exec(text);
    if (!met) continue;
    const [first, second] = [Number(met[1]), Number(met[2])];
    if (first > 12) decided = 'dmy';
    else if (second > 12) decided ??= 'mdy';
    else if (first !== second) isUnclear = true;
  }
  return { order: decided ?? 'dmy', is: !isUnclear ? 'clear' : decided ? 'from-column' : 'undecided' };
}
