/** Finds the format of a file and reads it with that. */
import { ImportError } from './checks/issues.ts';
import { LIMITS, toMegabytes } from './checks/limits.ts';
import type { Pause, Read } from './formats/format.ts';
import { FORMATS } from './formats/index.ts';
import type { FileContent } from './parse/content.ts';
import { explainUnknown } from './parse/unknown.ts';

/** Throws an `ImportError` where the file as a whole is refused. */
export async function readFile(content: FileContent, pause: Pause): Promise<Read> {
  if (content.bytes.length > LIMITS.bytes)
    throw new ImportError({ code: 'too-large', params: { most: toMegabytes(LIMITS.bytes) } });
  const format = FORMATS.find((one) => one.is(content));
  if (!format) throw explainUnknown(content);
  try {
    return await format.read(content, { pause, readInner: (inner, options) => readFile(inner, options.pause) });
  } catch (error) {
    if (!isMissingModule(error)) throw error;
    throw new ImportError({ code: 'reader-missing', params: { what: format.label } }, error);
  }
}

/** A library that cannot be fetched, as browsers say it: offline, or after a new version of the page was put in place. */
const isMissingModule = (error: unknown): boolean =>
  error instanceof TypeError && /dynamically imported module|importing a module script/i.test(error.message);
