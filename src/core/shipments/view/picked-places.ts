/** The list of picked places as a table: written to be handed on or filled in, and read again row by row. */
import Papa from 'papaparse';
import * as v from 'valibot';
import { writeCsv } from '../../dataset/csv.ts';
import { shorten } from '../events/issues.ts';
import { decodeText } from '../formats/decode.ts';
import type { OpenPlace } from './open-places.ts';

/** What files call a place, and the id of its node. */
export type PickedPlace = [text: string, node: string];

export interface PlacesIssue {
  code: 'no-columns' | 'no-text' | 'unknown-node' | 'picked-twice' | 'too-large';
  /** From 1, the header included. */
  row?: number;
  params?: Readonly<Record<string, string | number>>;
}

export interface ReadPlaces {
  picked: PickedPlace[];
  /** Rows that name no place yet. */
  open: number;
  issues: PlacesIssue[];
}

const MOST_BYTES = 1024 * 1024;
const MOST_TEXT = 500;

/** The open places, and those that the reader has picked. */
export function writePlacesCsv(open: readonly OpenPlace[], picked: readonly (readonly [text: string, node: string])[]): string {
  return writeCsv(
    ['text', 'node', 'count', 'country', 'finding'],
    [
      ...picked.map(([text, node]) => [text, node, undefined, undefined, 'picked']),
      ...open.map(({ text, count, country, code }) => [text, undefined, count, country ?? undefined, code]),
    ],
  );
}

/** Takes back what `writeCsv` puts before text that a spreadsheet would run. */
const enableText = (text: string): string => text.replace(/^'(?=[=+\-@\t\r])/, '');

const rowSchema = v.object({
  text: v.pipe(
    v.string(),
    v.maxLength(MOST_TEXT),
    v.transform(enableText),
    v.check((text) => text.trim() !== ''),
  ),
  node: v.optional(v.pipe(v.string(), v.trim()), ''),
});

/** @param findNode the node of an id, a code or a name; null where there is none, or more than one */
export function readPlacesCsv(bytes: Uint8Array, findNode: (text: string) => string | null): ReadPlaces {
  const refuse = (issue: PlacesIssue): ReadPlaces => ({ picked: [], open: 0, issues: [issue] });
  if (bytes.length > MOST_BYTES) return refuse({ code: 'too-large', params: { most: MOST_BYTES / 1024 / 1024 } });
  const { data, meta } = Papa.parse<unknown>(decodeText(bytes).text, {
    header: true,
    delimitersToGuess: [',', ';', '\t'],
    transformHeader: (name) => name.trim().toLowerCase(),
  });
  if (!['text', 'node'].every((name) => meta.fields?.includes(name))) return refuse({ code: 'no-columns' });
  const picked = new Map<string, string>();
  const issues: PlacesIssue[] = [];
  let open = 0;
  data.forEach((cells, i) => {
    if (Object.values(cells ?? {}).every((cell) => cell === '')) return;
    const row = i + 2;
    const read = v.safeParse(rowSchema, cells);
    if (!read.success) return void issues.push({ code: 'no-text', row });
    const { text, node } = read.output;
    if (node === '') return void open++;
    const found = findNode(node);
    const value = shorten(found === null ? node : text);
    if (found === null) issues.push({ code: 'unknown-node', row, params: { value } });
    else if ((picked.get(text) ?? found) !== found) issues.push({ code: 'picked-twice', row, params: { value } });
    else picked.set(text, found);
  });
  return { picked: [...picked], open, issues };
}
