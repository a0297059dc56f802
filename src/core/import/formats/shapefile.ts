/** Shapefiles by shpjs, in a ZIP with their attributes and system of coordinates, or the `.shp` alone. */
import { ImportError } from '../checks/issues.ts';
import type { FileContent } from '../parse/content.ts';
import { hasMark } from '../parse/decode.ts';
import type { ImportFormat, Read } from './format.ts';

export const shapefile: ImportFormat = {
  id: 'shapefile',
  label: 'Shapefile',
  extensions: ['shp'],
  is: ({ bytes }) => hasMark(bytes, [0, 0, 0x27, 0x0a]),
  read: readShapefile,
};

/** Throws `bad-binary`. */
async function readShapefile({ bytes, siblings }: FileContent): Promise<Read> {
  const { parseShp, parseDbf, combine } = await import('shpjs');
  const text = (ending: string): string | undefined => {
    const content = siblings?.get(ending);
    return content && new TextDecoder().decode(content).trim();
  };
  // The header has the length of the file in words of 16 bits; the library takes what there is.
  if (bytes.length < 100 || new DataView(bytes.buffer, bytes.byteOffset).getInt32(24) * 2 > bytes.length) throw bad();
  try {
    const dbf = siblings?.get('dbf');
    const shapes = parseShp(bytes, text('prj') ?? '');
    const { features } = combine([shapes, dbf ? parseDbf(dbf, text('cpg') ?? '') : []]);
    return { features: features.map((value) => ({ value })), issues: [] };
  } catch (error) {
    // The library reads beyond the end of broken files, which throws a RangeError and its like.
    throw bad(error);
  }
}

const bad = (cause?: unknown): ImportError => new ImportError({ code: 'bad-binary', params: { what: 'Shapefile' } }, cause);
