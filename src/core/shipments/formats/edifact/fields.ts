/** Fields that the messages share. */
import type { ReportedPlace, ReportedTime, TransportMode } from '../../events/event.ts';
import { parseOffset, parseTime } from '../../events/time.ts';
import type { Segment } from './segments.ts';

/** A date of a DTM segment: formats 102, 203, 204, 205 (with an offset), 303 (with the name of a zone). */
export function readDate({ elements: [date = []] }: Segment): ReportedTime | null {
  const [, value = '', format = '203'] = date;
  const met = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?\s*(.*)$/.exec(value);
  if (!met || !['102', '203', '204', '205', '303'].includes(format)) return null;
  const [, year, month, day, hour, minute, second = '00', rest = ''] = met;
  const clock = hour ? ` ${hour}:${minute}:${format === '204' ? second : '00'}` : '';
  const zone = parseOffset(rest) ?? (/^(?:UTC|GMT)$/i.test(rest) ? 0 : null);
  return parseTime(`${year}-${month}-${day}${clock}`, 'dmy', zone);
}

/** The first date with one of the qualifiers. */
export function findDate(segments: readonly Segment[], ...qualifiers: string[]): ReportedTime | null {
  const found = segments.find(({ tag, elements }) => tag === 'DTM' && qualifiers.includes(elements[0]?.[0] ?? ''));
  return found ? readDate(found) : null;
}

export const getQualifier = ({ elements }: Segment): string => elements[0]?.[0] ?? '';

/** A place of a LOC segment: code and name as far as there are any; what follows a comma of the name may be the country. */
export function readLocation({ elements }: Segment, mode?: TransportMode): ReportedPlace | null {
  const [, [code = '', , , name = ''] = [], [country = ''] = []] = elements;
  const text = name.trim() || code.trim();
  if (!text) return null;
  const isLocode = /^[A-Z]{2} ?[A-Z0-9]{3}$/i.test(code.trim());
  return {
    text,
    ...(name.trim() && { name: name.trim() }),
    ...(isLocode && { locode: code }),
    ...(!isLocode && code.trim() && !name.trim() && { closedCode: code.trim() }),
    ...(/^[A-Z]{2}$/.test(country) && { country }),
    ...(mode && { mode }),
  };
}

const MODES: Readonly<Record<string, TransportMode>> = { '1': 'sea', '2': 'rail', '3': 'road', '8': 'sea' };

/** The mode of a TDT segment. */
export const readMode = ({ elements }: Segment): TransportMode | undefined => MODES[elements[2]?.[0] ?? ''];

/** Container of an EQD segment, where it is one. */
export const readContainer = ({ elements }: Segment): string | null =>
  elements[0]?.[0] === 'CN' ? (elements[1]?.[0] ?? '').trim() || null : null;
