/**
 * What can be wrong with a file of shipments, or with what it says. Each kind is a code, and the dictionary has a sentence for
 * each (`shipment.issue.CODE`). An error costs the file, or the row that it names; a warning costs nothing.
 */
export const SHIPMENT_ISSUES = {
  // The file, or a row of it
  'bad-coordinates': 'error',
  'bad-time': 'error',
  'bad-xml': 'error',
  'cell-error': 'error',
  'doctype-refused': 'error',
  empty: 'error',
  html: 'error',
  'no-header': 'error',
  'no-time': 'error',
  'not-a-shipment-file': 'error',
  'too-large': 'error',
  truncated: 'error',
  'unsupported-format': 'error',
  'unsupported-message': 'error',
  'wrong-structure': 'error',
  // How the file is understood
  'date-order-from-column': 'warning',
  'date-order-undecided': 'warning',
  'no-id': 'warning',
  'segment-count': 'warning',
  'several-sheets': 'warning',
  // One shipment
  'actual-in-future': 'warning',
  'ambiguous-place': 'warning',
  'assumed-place': 'warning',
  'bad-check-digit': 'warning',
  'bad-code-check': 'warning',
  detour: 'warning',
  'earlier-trip': 'warning',
  'estimate-after-actual': 'warning',
  'far-from-network': 'warning',
  'impossible-leg': 'warning',
  'km-left-differs': 'warning',
  late: 'warning',
  'left-network': 'warning',
  'no-actual-event': 'warning',
  'no-destination': 'warning',
  'no-placed-event': 'warning',
  'no-usable-event': 'warning',
  'no-way': 'warning',
  'off-network': 'warning',
  overdue: 'warning',
  'place-not-served': 'warning',
  retracted: 'warning',
  'swapped-suspected': 'warning',
  'time-goes-back': 'warning',
  'turned-back': 'warning',
  'unknown-code': 'warning',
  'unknown-event-code': 'warning',
  'unknown-place': 'warning',
} as const;
export type ShipmentIssueCode = keyof typeof SHIPMENT_ISSUES;

/** Why an event that was read does not count. */
export type IgnoredReason =
  | 'actual-in-future'
  | 'bad-coordinates'
  | 'bad-time'
  | 'duplicate'
  | 'earlier-trip'
  | 'no-classifier'
  | 'no-place'
  | 'no-time'
  | 'not-a-movement'
  | 'null-island'
  | 'retracted'
  | 'superseded';

/** Where in a file something stands: rows and segments from 1, columns by letter, JSON by path. */
export interface Where {
  sheet?: string;
  row?: number;
  column?: string;
  segment?: number;
  path?: string;
}

export interface ShipmentIssue {
  code: ShipmentIssueCode;
  where?: Where;
  /** Id of the shipment that it speaks of. */
  shipment?: string;
  /** What stands there, shortened, and what the sentence names: `node` by its id, `time` and `against` as `formatTime` writes them. */
  params?: Readonly<Record<string, string | number>>;
}

/** Ends the reading of a file; caught where the file is read. */
export class ShipmentError extends Error {
  override readonly name = 'ShipmentError';
  /** The encoding of the file, where it is text. */
  encoding?: string;

  constructor(
    readonly issue: ShipmentIssue,
    /** The format, where it could be told. */
    readonly format = 'unknown',
    cause?: unknown,
  ) {
    super(issue.code, { cause });
  }
}

const CONTROL = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu;

/** Text of a file made fit for one line of a message. */
export function shorten(text: string, most = 60): string {
  const letters = [
    ...text
      .slice(0, most * 4)
      .replace(CONTROL, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  ];
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : letters.join('');
}
