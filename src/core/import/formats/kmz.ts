/** The KML (or another file that we read) inside a KMZ or zip, with a guard against archives that unfold without end. */
import { unzipSync } from 'fflate';
import { ImportError } from '../checks/issues.ts';
import { LIMITS, toMegabytes } from '../checks/limits.ts';

const READABLE = /\.(kml|gpx|geojson|json|topojson|csv|wkt|txt)$/i;
const MEGABYTE = 1024 * 1024;

/** Bytes of the file inside. Throws `bad-zip`, `zip-bomb` or `zip-nothing`. */
export function unpackArchive(bytes: Uint8Array): Uint8Array {
  let entries = 0;
  let chosen: string | null = null;
  let files: Record<string, Uint8Array>;
  const guard = ({ name, size, originalSize }: { name: string; size: number; originalSize: number }): boolean => {
    if (++entries > LIMITS.entries) throw bomb();
    if (!READABLE.test(name) || name.startsWith('__MACOSX') || (chosen !== null && !isMain(name))) return false;
    if (originalSize > LIMITS.bytes || (originalSize > MEGABYTE && originalSize > size * LIMITS.ratio)) throw bomb();
    chosen = name;
    return true;
  };
  try {
    files = unzipSync(bytes, { filter: guard });
  } catch (error) {
    if (error instanceof ImportError) throw error;
    // The library throws plain errors for whatever is wrong with an archive.
    throw new ImportError({ code: 'bad-zip' }, error);
  }
  const found = chosen === null ? undefined : files[chosen];
  if (!found) throw new ImportError({ code: 'zip-nothing' });
  return found;
}

/** By the rule of the format the main file is the KML at the top. */
const isMain = (name: string): boolean => /^[^/]*\.kml$/i.test(name);
const bomb = (): ImportError => new ImportError({ code: 'zip-bomb', params: { most: toMegabytes(LIMITS.bytes) } });
