/** Cells of tables, as text or as a spreadsheet keeps them. */

/** An error that a spreadsheet shows instead of a value, such as `#N/A`. */
export class CellError {
  constructor(readonly text: string) {}
}
export type Cell = string | number | CellError;

export const getText = (cell: Cell | undefined): string =>
  typeof cell === 'string' ? cell.trim() : typeof cell === 'number' ? String(cell) : '';
