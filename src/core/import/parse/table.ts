/** Rows of a table with the line of the file that each begins in. */
import type Papa from 'papaparse';
import { ImportError } from '../checks/issues.ts';
import { LIMITS } from '../checks/limits.ts';
import type { Pause } from '../formats/format.ts';

export interface TableRow {
  cells: string[];
  /** Line of the file, from 1. */
  line: number;
}

export interface Table {
  header: string[];
  rows: TableRow[];
}

const DELIMITERS = [',', ';', '\t', '|'];

/** Throws `bad-csv` or `too-many-vertices`. Rows without content are left out. */
export async function parseTable(text: string, pause: Pause): Promise<Table> {
  // The first line may name the delimiter for Excel.
  const declared = /^\s*"?sep=(.)"?[ \t]*\r?\n/i.exec(text);
  const body = declared ? text.slice(declared[0].length) : text;
  const { default: papa } = await import('papaparse');
  const { data, errors, meta } = papa.parse<string[]>(body, {
    preview: 1,
    delimitersToGuess: DELIMITERS,
    ...(declared?.[1] !== undefined && { delimiter: declared[1] }),
    skipEmptyLines: 'greedy',
  });
  const first = (declared?.[0].split('\n').length ?? 1) - 1;
  if (errors.some(({ type }) => type === 'Quotes')) throw new ImportError({ code: 'bad-csv', line: first + 1 });
  const rows = await splitRows(papa, body, { delimiter: meta.delimiter, linesBefore: first, pause });
  return { header: data[0] ?? [], rows: rows.slice(1) };
}

/** Characters that are read between two pauses, and as many more as the row that they end in. */
const PIECE = 1_000_000;

async function splitRows(
  papa: typeof Papa,
  text: string,
  { delimiter, linesBefore, pause }: { delimiter: string; linesBefore: number; pause: Pause },
): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  let line = linesBefore + 1;
  for (let at = 0; at < text.length;) {
    const end = findRowEnd(text, at + PIECE);
    const piece = text.slice(at, end);
    let from = 0;
    papa.parse<string[]>(piece, {
      delimiter,
      step: ({ data, errors, meta }) => {
        if (errors.some(({ type }) => type === 'Quotes')) throw new ImportError({ code: 'bad-csv', line });
        if (data.some((cell) => cell.trim() !== '')) rows.push({ cells: data, line });
        line += countLines(piece, from, meta.cursor);
        from = meta.cursor;
      },
    });
    if (rows.length > LIMITS.vertices + 1)
      throw new ImportError({ code: 'too-many-vertices', params: { most: LIMITS.vertices } });
    at = end;
    await pause(at / text.length);
  }
  return rows;
}

/** Where a row ends at or after an index: behind a line break that no quotation marks hold. */
function findRowEnd(text: string, from: number): number {
  if (from >= text.length) return text.length;
  // Cells that run over several lines are rare: a table with quotation marks is read at once.
  if (text.includes('"')) return text.length;
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end + 1;
}

function countLines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
