/** What could not be read for want of the page's own code, kept while the page is loaded again. */
import * as v from 'valibot';
import { ImportError } from '../../core/import/checks/issues.ts';
import { REPAIRS } from '../../core/import/checks/repair.ts';
import type { Given } from '../import/types.ts';

/** Bytes that are kept: what every browser takes with a place of its history. */
const ROOM = 2 * 1024 * 1024;

const bytes = v.custom<Uint8Array>((value) => value instanceof Uint8Array);
export const keptFile = v.object({
  name: v.string(),
  /** Null where there was no room for it. */
  bytes: v.nullable(bytes),
  siblings: v.optional(v.map(v.string(), bytes)),
  repair: v.optional(v.picklist(REPAIRS)),
});
type KeptFile = v.InferOutput<typeof keptFile>;

/** The content of what was given, as long as there is room. */
export async function takeKeptFiles(given: readonly Given[]): Promise<KeptFile[]> {
  const kept: KeptFile[] = [];
  let room = ROOM;
  for (const { name, load, repair } of given) {
    const source = await attempt(load);
    const parts = source ? [source.bytes, ...(source.siblings?.values() ?? [])] : [];
    const size = parts.reduce((sum, part) => sum + part.length, 0);
    if (!source || size > room) kept.push({ name, bytes: null });
    else
      kept.push({ name, bytes: source.bytes, ...(source.siblings && { siblings: source.siblings }), ...(repair && { repair }) });
    if (source && size <= room) room -= size;
  }
  return kept;
}

/** Null for a file that is gone or too large by now, and for an address that does not answer. */
async function attempt(load: Given['load']): Promise<Awaited<ReturnType<Given['load']>> | null> {
  try {
    return await load();
  } catch (error) {
    if (error instanceof ImportError || error instanceof DOMException) return null;
    throw error;
  }
}

/** The same once more; what there was no room for is told of, so that its reader can give it again. */
export const listKept = (files: readonly KeptFile[]): Given[] =>
  files.map(({ name, bytes: content, siblings, repair }) => ({
    name,
    repair,
    load: () => {
      if (!content) throw new ImportError({ code: 'not-kept' });
      return { name, bytes: content, ...(siblings && { siblings }) };
    },
  }));
