/** How much of a reader's own file is taken. What goes beyond is refused by name, before anything is built from it. */
export const LIMITS = {
  /** Size of a file, in bytes; of a file inside a KMZ as well. */
  bytes: 128 * 1024 * 1024,
  /** Lines of one file that become routes. */
  features: 5000,
  /** Features of any kind that are looked at. */
  read: 500_000,
  vertices: 1_000_000,
  /** Nesting of JSON values, XML elements, WKT brackets. */
  depth: 100,
  /** Nesting of geometry collections. */
  collections: 8,
  /** Files inside a KMZ. */
  entries: 2000,
  /** How many times larger than its packed form a file inside a KMZ may be. */
  ratio: 200,
  /** Bytes up to which that does not count. */
  anyRatio: 1024 * 1024,
  /** Vertices that are drawn of all routes of one file; what has more is thinned for the picture, not for the figures. */
  drawn: 30_000,
  /** Faults that are listed one by one. */
  issues: 500,
  /** Characters of a name. */
  name: 120,
  /** Bytes of a file that are read where there is no worker: some libraries read all in one step, during which the page stands still: at most 0.2 s. */
  bytesWithoutWorker: 1024 * 1024,
} as const;

export const toMegabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024);
