/** What a bench module exports: `name`, what its columns mean, and `run`, which measures. */
export interface Bench {
  name: string;
  about?: string;
  run(): Promise<Row[] | Measured>;
}

export interface Measured {
  tables: Row[][];
  /** Limits of bytes that were passed, in words: the bench fails, once all is written. Times never fail it. */
  issues: string[];
}

/** A line of a table: column by column, in order. Absolute times hold for one machine; ratios within a run are to be compared. */
export type Row = Record<string, string | number>;

/** The value below which a share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

/** As a table of Markdown, columns as wide as their widest cell. */
export function tableOf(rows: readonly Row[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cells = [columns, ...rows.map((row) => columns.map((column) => String(row[column] ?? '')))];
  const widths = columns.map((_, i) => Math.max(...cells.map((row) => row[i]!.length)));
  const lines = cells.map((row) => `| ${row.map((cell, i) => cell.padEnd(widths[i]!)).join(' | ')} |`);
  return [lines[0], `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...lines.slice(1)].join('\n');
}
