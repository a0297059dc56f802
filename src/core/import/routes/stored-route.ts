/** An imported route as the browser keeps it. What is stored may be old, damaged or forged: it is parsed, and converted like a file. */
import * as v from 'valibot';
import { IMPORTED_ID } from '../../dataset/ids.ts';
import type { ImportedRoute } from './imported-route.ts';

export const storedRoute = v.object({
  v: v.literal(1),
  id: v.pipe(v.string(), v.regex(IMPORTED_ID)),
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  /** GeoJSON feature on one line. */
  source: v.pipe(v.string(), v.startsWith('{'), v.regex(/^[^\n]*$/)),
  /** Milliseconds since 1970, for the order of the list. */
  added: v.pipe(v.number(), v.finite()),
  /** Shares by country, so that they are computed once. */
  countries: v.optional(
    v.array(v.object({ code: v.pipe(v.string(), v.regex(/^[A-Z]{2}$/)), km: v.pipe(v.number(), v.finite(), v.minValue(0)) })),
  ),
});
export type StoredRoute = v.InferOutput<typeof storedRoute>;

export interface StoredRecord {
  key: string;
  value: unknown;
}

/** Records sorted into those that can be read and those that cannot; none is lost. */
export function readStored(records: readonly StoredRecord[]): { good: StoredRoute[]; broken: StoredRecord[] } {
  const good: StoredRoute[] = [];
  const broken: StoredRecord[] = [];
  for (const record of records) {
    const result = v.safeParse(storedRoute, record.value);
    if (result.success && result.output.id === record.key) good.push(result.output);
    else broken.push(record);
  }
  return { good: good.sort((a, b) => a.added - b.added), broken };
}

export const toStored = ({ id, name, source, countries }: ImportedRoute, added: number): StoredRoute => ({
  v: 1,
  id,
  name,
  source,
  added,
  ...(countries && { countries: [...countries] }),
});

/** Bytes that are converted in one go. */
const BATCH = 4_000_000;

/** Records in portions that are converted together, so that one route of a million vertices does not shut out the others. */
export function splitIntoBatches(rows: readonly StoredRoute[]): StoredRoute[][] {
  const batches: StoredRoute[][] = [];
  let batch: StoredRoute[] = [];
  let size = 0;
  for (const row of rows) {
    if (batch.length > 0 && size + row.source.length > BATCH) {
      batches.push(batch);
      batch = [];
      size = 0;
    }
    batch.push(row);
    size += row.source.length;
  }
  return batch.length > 0 ? [...batches, batch] : batches;
}

/** A text sequence: a damaged record spoils its own line only. */
export const createSequence = (rows: readonly StoredRoute[]): string => rows.map(({ source }) => `\u001e${source}\n`).join('');
