/** Rows of cells to reports, whatever the table was written in: header, title rows, repeated headers and totals told apart. */
import type { Report, ReportedTime } from '../events/event.ts';
import { ShipmentError, type ShipmentIssue } from '../events/issues.ts';
import { decideDateOrder, findTime } from '../events/time.ts';
import { type Cell, getText } from './cell.ts';
import { type Columns, isHeader, nameTable, readColumns } from './columns.ts';
import { RowReader } from './row.ts';

export interface Table {
  rows: readonly (readonly Cell[])[];
  sheet?: string;
  is1904?: boolean;
}

export interface ReadTable {
  kind: ReturnType<typeof nameTable>;
  asOf?: ReportedTime;
  reports: Report[];
  issues: ShipmentIssue[];
}

interface Header {
  columns: Columns;
  /** The row of the header, from 0, and the first row below. */
  start: number;
  end: number;
  texts: string[];
}

/** How far down a header is looked for. */
const HEADER_ROWS = 30;

/** The header of a table: the first row with the right words, or two rows that have them together. */
export function findHeader(rows: Table['rows']): Header | null {
  for (let i = 0; i < Math.min(rows.length, HEADER_ROWS); i++) {
    const texts = rows[i]!.map(getText);
    const alone = readColumns(texts);
    const joined = joinRows(texts, rows[i + 1]?.map(getText) ?? []);
    const both = joined ? readColumns(joined) : {};
    if (joined && isHeader(both) && Object.keys(both).length > Object.keys(alone).length) {
      return { columns: both, start: i, end: i + 2, texts: joined };
    }
    if (isHeader(alone)) return { columns: alone, start: i, end: i + 1, texts };
  }
  return null;
}

/** A header over two rows: merged cells of the upper one stand over several of the lower one. */
function joinRows(upper: readonly string[], lower: readonly string[]): string[] | null {
  const isSecondRow = lower.some((text, i) => text !== '' && !upper[i]) && !lower.some((text) => /\d{3}/.test(text));
  if (!isSecondRow || upper.filter(Boolean).length < 2) return null;
  let above = '';
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, i) => {
    const [top, below] = [upper[i] ?? '', lower[i] ?? ''];
    if (top) above = top;
    return below ? `${above} ${below}`.trim() : top;
  });
}

const findDateOrder = (rows: Table['rows'], { columns, end }: Header): ReturnType<typeof decideDateOrder> =>
  decideDateOrder(
    [columns.datetime, columns.date].flatMap((column) =>
      column === undefined ? [] : rows.slice(end).map((row) => getText(row[column])),
    ),
  );

/**
 * Reads a table.
 *
 * @throws ShipmentError `no-header`
 */
export function readTable(table: Table): ReadTable {
  const { rows, sheet } = table;
  const header = findHeader(rows);
  if (!header) throw new ShipmentError({ code: 'no-header', where: { ...(sheet && { sheet }), row: 1 } });
  const { columns, start, end, texts } = header;
  const dates = findDateOrder(rows, header);
  const issues: ShipmentIssue[] = [];
  if (dates.is === 'from-column') issues.push({ code: 'date-order-from-column' });
  if (dates.is === 'undecided') issues.push({ code: 'date-order-undecided' });
  const reader = new RowReader(
    { columns, texts, order: dates.order, is1904: table.is1904 ?? false, ...(sheet && { sheet }) },
    issues,
  );
  const reports: Report[] = [];
  for (let i = end; i < rows.length; i++) reports.push(...reader.read(rows[i]!, i + 1));
  const asOf = findTitleTime(rows.slice(0, start));
  return { kind: nameTable(columns), ...(asOf && { asOf }), reports, issues };
}

function findTitleTime(rows: Table['rows']): ReportedTime | undefined {
  for (const row of rows) {
    const time = findTime(row.map(getText).filter(Boolean).join(', '));
    if (time) return time;
  }
  return undefined;
}
