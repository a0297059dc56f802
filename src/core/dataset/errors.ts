/** Expected failures that a person should hear of; a dictionary or a command turns the code into words. */
export type ErrorCode =
  /** A file could not be fetched or opened; `file`, and `status` where a server answered. */
  | 'unreachable'
  /** No answer in time; `file`, `seconds`. */
  | 'timeout'
  /** Not JSON: truncated, or a page of HTML in its place; `file`. */
  | 'malformed'
  /** JSON, but not of the published shape; `file`, `path`, `problem`. */
  | 'invalid'
  /** Bytes differ from what the manifest promises; `file`. */
  | 'mismatch'
  /** Written for a later version of the dataset; `version`, `supported`. */
  | 'newer'
  /** The browser took the graphics context away from the map, as when the driver restarts. */
  | 'graphics-lost'
  /** The map's worker did not start: blocked, or its file is missing. */
  | 'no-worker'
  /** A part of the page's program cannot be fetched: no connection, or another version of it is in place. */
  | 'code-missing'
  /** The words of a language cannot be fetched; `language`, as it calls itself. */
  | 'language-missing'
  /** No such node, link, route …; `id`, `suggestions`. */
  | 'unknown-id'
  /** No path between two nodes under the given conditions; `from`, `to`. */
  | 'no-path'
  /** An option or parameter that makes no sense; `option`, `value`, `allowed`. */
  | 'bad-option'
  /** Data that people edit does not hold; `file`, `feature`, `problem`, `remedy`. */
  | 'check-failed';
export type ErrorParams = Readonly<Record<string, string | number>>;

/** An expected failure: typed, without any text for people inside; everything else that is thrown is a bug. */
export class AtlasError extends Error {
  override readonly name = 'AtlasError';

  /** `cause` is what was caught on the way, for the console. */
  constructor(
    readonly code: ErrorCode,
    readonly params: ErrorParams = {},
    cause?: unknown,
  ) {
    super(`${code} ${JSON.stringify(params)}`, { cause });
  }
}
