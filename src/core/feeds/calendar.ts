/** A calendar file (iCalendar, RFC 5545). */

/** A day, a moment, or the clock at a place. */
interface CalendarTime {
  /** Milliseconds since 1970; of a local time as if it were one of UTC. */
  ms: number;
  zone: 'local' | 'given';
  precision: 'day' | 'minute';
}

export interface CalendarEntry {
  /** The same for the same entry, so that a calendar replaces it. */
  uid: string;
  summary: string;
  description: string;
  start: CalendarTime;
  /** The start, where it is left out; of days the last one. */
  end?: CalendarTime;
  place?: string;
  url?: string;
}

/** Octets of a line, its break left out. */
const MOST_OCTETS = 75;
const DAY = 86_400_000;

/** Text without what has no place in a calendar file, and with what would end a value made harmless. */
const escapeValue = (text: string): string =>
  text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r?\n|\r/g, '\\n')
    .replace(/\p{Cc}/gu, ' ');

/** Cuts a line where it is too long; the rest goes on after a blank. */
function foldLine(line: string): string {
  const encoder = new TextEncoder();
  let folded = '';
  let size = 0;
  for (const letter of line) {
    const octets = encoder.encode(letter).length;
    if (size + octets > MOST_OCTETS) {
      folded += '\r\n ';
      size = 1;
    }
    folded += letter;
    size += octets;
  }
  return folded;
}

const toStamp = (ms: number): string => new Date(ms).toISOString().replace(/[-:]|\.\d+/g, '');

/** A day, a time of UTC, or the clock at the place: a local time stays one that every calendar shows as it stands. */
function writeTime(name: string, { ms, zone, precision }: CalendarTime): string {
  if (precision === 'day') return `${name};VALUE=DATE:${toStamp(ms).slice(0, 8)}`;
  return `${name}:${toStamp(ms).slice(0, zone === 'local' ? 15 : 16)}`;
}

/** An end that is no later than the start is left out, as the standard wants. */
function writeEnd(start: CalendarTime, end: CalendarTime): string[] {
  // The end of a day is the day after it.
  if (end.precision === 'day') return [writeTime('DTEND', { ...end, ms: end.ms + DAY })];
  return end.ms > start.ms ? [writeTime('DTEND', end)] : [];
}

/**
 * Writes a calendar.
 *
 * @param made when the file is written, in milliseconds since 1970
 * @param name what a program calls the calendar that it makes of it
 */
export function writeCalendar(entries: readonly CalendarEntry[], made: number, name?: string): string {
  const lines = entries.flatMap(({ uid, summary, description, start, end = start, place, url }) => [
    'BEGIN:VEVENT',
    `UID:${escapeValue(uid)}`,
    `DTSTAMP:${toStamp(made)}`,
    writeTime('DTSTART', start),
    ...writeEnd(start, end),
    // It keeps nobody busy.
    'TRANSP:TRANSPARENT',
    `SUMMARY:${escapeValue(summary)}`,
    `DESCRIPTION:${escapeValue(description)}`,
    ...(place === undefined ? [] : [`LOCATION:${escapeValue(place)}`]),
    ...(url === undefined ? [] : [`URL:${url}`]),
    'END:VEVENT',
  ]);
  const head = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Corridor Atlas//Calendar//EN'];
  const all = [...head, ...(name === undefined ? [] : [`X-WR-CALNAME:${escapeValue(name)}`]), ...lines, 'END:VCALENDAR'];
  return all.map((line) => `${foldLine(line)}\r\n`).join('');
}
