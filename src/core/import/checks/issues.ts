/**
 * What can be wrong with a reader's file. Each kind is a code; the dictionary has a sentence for each. An issue refuses the whole
 * file, skips one feature, or stands beside a feature that is loaded all the same (`kept`).
 */
export const ISSUES = {
  // The file as a whole
  'empty-file': 'refused',
  'too-large': 'refused',
  'too-large-here': 'refused',
  'not-kept': 'refused',
  'not-text': 'refused',
  'convert-first': 'refused',
  spreadsheet: 'refused',
  'bad-binary': 'refused',
  'reader-missing': 'refused',
  'bad-encoding': 'refused',
  'html-page': 'refused',
  'unknown-format': 'refused',
  'bad-json': 'refused',
  'not-geojson': 'refused',
  'foreign-crs': 'refused',
  'bad-topology': 'refused',
  'bad-xml': 'refused',
  'xml-entities': 'refused',
  'network-link': 'refused',
  'osm-incomplete': 'refused',
  'bad-zip': 'refused',
  'zip-bomb': 'refused',
  'zip-nothing': 'refused',
  'bad-csv': 'refused',
  'csv-no-columns': 'refused',
  'too-deep': 'refused',
  'too-many-features': 'refused',
  'too-many-vertices': 'refused',
  'no-routes': 'refused',
  // On the way to the file
  'bad-address': 'refused',
  'address-blocked': 'refused',
  'address-failed': 'refused',
  'address-status': 'refused',
  'address-late': 'refused',
  'bad-link': 'refused',
  'bad-record': 'refused',
  // One feature
  'bad-feature': 'skipped',
  'bad-line': 'skipped',
  'no-geometry': 'skipped',
  'empty-geometry': 'skipped',
  'unknown-geometry': 'skipped',
  'not-a-line': 'skipped',
  'bad-coordinates': 'skipped',
  'decimal-comma': 'skipped',
  'not-a-number': 'skipped',
  'out-of-range': 'skipped',
  metres: 'skipped',
  grid: 'skipped',
  swapped: 'skipped',
  'one-point': 'skipped',
  'no-length': 'skipped',
  'nested-too-deep': 'skipped',
  // Loaded all the same
  'bad-row': 'kept',
  'bad-height': 'kept',
  'part-left-out': 'kept',
  'not-lines': 'kept',
  'osm-missing': 'kept',
  sorted: 'kept',
  'one-line': 'kept',
  'bad-properties': 'kept',
  'forbidden-key': 'kept',
  'duplicate-id': 'kept',
  'mixed-geometry': 'kept',
  'zero-point': 'kept',
} as const;
export type IssueCode = keyof typeof ISSUES;
export const ISSUE_CODES = Object.keys(ISSUES) as IssueCode[];

export interface ImportIssue {
  code: IssueCode;
  /** Name of the file inside an archive. */
  file?: string;
  /** Number of the feature in the file, from 1. */
  feature?: number;
  /** What the feature calls itself. */
  name?: string;
  /** Where in the file: a path such as `features[2].geometry`, or a line. */
  path?: string;
  line?: number;
  /** Character of the line, from 1. */
  column?: number;
  /** What stands there, shortened; and the limits that the sentence names. */
  params?: Readonly<Record<string, string | number>>;
}

/** An issue, and whether what it speaks of was loaded in spite of it. */
export interface ReportedIssue extends ImportIssue {
  loaded: boolean;
}

/** Ends the reading of a file; caught where the file is converted. */
export class ImportError extends Error {
  override readonly name = 'ImportError';

  constructor(
    readonly issue: ImportIssue,
    cause?: unknown,
  ) {
    super(issue.code, { cause });
  }
}

/** A value of the file as one short line for a message. */
export function formatShown(value: unknown, most = 40): string {
  const text = typeof value === 'string' ? value : typeof value === 'object' ? describeType(value) : String(value);
  return cleanText(text, most);
}

const describeType = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? '[…]' : '{…}');

/** Control characters, among them those that turn the direction of text, would spoil the line that they stand in. */
const CONTROL = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu;

/** Text of a file made fit for one line: no control characters, no more than `most` characters. */
export function cleanText(text: string, most: number): string {
  const line = text
    .slice(0, most * 4)
    .replace(CONTROL, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const letters = [...line];
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : line;
}
