/** FlatGeobuf by its own library. */
import { ImportError, formatShown } from '../checks/issues.ts';
import { LIMITS } from '../checks/limits.ts';
import type { FileContent } from '../parse/content.ts';
import { hasMark } from '../parse/decode.ts';
import type { ImportFormat, RawFeature, Read, ReadOptions } from './format.ts';

export const flatgeobuf: ImportFormat = {
  id: 'flatgeobuf',
  label: 'FlatGeobuf',
  extensions: ['fgb'],
  is: ({ bytes }) => hasMark(bytes, [0x66, 0x67, 0x62, 0x03]),
  read: readFlatgeobuf,
};

const WGS84 = 4326;
/** Features that are read between two pauses. */
const SOME = 200;

/** Throws `bad-binary`, `foreign-crs` or `too-many-features`. */
async function readFlatgeobuf({ bytes }: FileContent, { pause }: ReadOptions): Promise<Read> {
  const { deserialize } = await import('flatgeobuf/lib/mjs/geojson.js');
  // Behind eight bytes of magic stands the size of the header; the library reads what is not there as zeros.
  if (bytes.length < 12 || new DataView(bytes.buffer, bytes.byteOffset).getUint32(8, true) + 12 > bytes.length) throw bad();
  const features: RawFeature[] = [];
  let code = 0;
  let count = 0;
  try {
    for await (const value of deserialize(bytes, {
      headerMetaFn: ({ crs, featuresCount }) => {
        code = crs?.code ?? 0;
        count = featuresCount;
      },
    })) {
      if (code !== 0 && code !== WGS84)
        throw new ImportError({ code: 'foreign-crs', params: { crs: formatShown(`EPSG:${code}`) } });
      if (features.length >= LIMITS.read) throw new ImportError({ code: 'too-many-features', params: { most: LIMITS.read } });
      features.push({ value });
      if (features.length % SOME === 0) await pause(count > 0 ? features.length / count : 0);
    }
  } catch (error) {
    if (error instanceof ImportError) throw error;
    // The library reads beyond the end of broken files.
    throw bad(error);
  }
  // Where a file is cut off between two features, it does not.
  if (features.length < count) throw bad();
  return { features, issues: [] };
}

const bad = (cause?: unknown): ImportError => new ImportError({ code: 'bad-binary', params: { what: 'FlatGeobuf' } }, cause);
