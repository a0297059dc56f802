/** FIT (Garmin and other watches and bicycle computers) by fit-file-parser: all positions in the order of recording are one line. */
import { ImportError } from '../checks/issues.ts';
import type { FileContent } from '../parse/content.ts';
import { hasMark } from '../parse/decode.ts';
import type { ImportFormat, Read } from './format.ts';

export const fit: ImportFormat = {
  id: 'fit',
  label: 'FIT',
  extensions: ['fit'],
  // ".FIT" behind the size of the header, two versions and the size of the data.
  is: ({ bytes }) => hasMark(bytes, [0x2e, 0x46, 0x49, 0x54], 8),
  read: readFit,
};

interface FitRecord {
  position_lat?: number;
  position_long?: number;
  altitude?: number;
}

/** Throws `bad-binary`. */
async function readFit({ bytes }: FileContent): Promise<Read> {
  const { default: FitParser } = await import('fit-file-parser');
  const parser = new FitParser({ force: true, mode: 'list', lengthUnit: 'm' });
  let records: readonly FitRecord[];
  try {
    const data = await parser.parseAsync(new Uint8Array(bytes).buffer);
    records = data.records ?? [];
  } catch (error) {
    throw new ImportError({ code: 'bad-binary', params: { what: 'FIT' } }, error);
  }
  const coordinates = records.flatMap(({ position_lat: lat, position_long: lon, altitude }) => {
    if (lat === undefined || lon === undefined) return [];
    return [[lon, lat, ...(altitude === undefined ? [] : [altitude])].map((value) => Number(value.toFixed(7)))];
  });
  if (coordinates.length === 0) return { features: [], issues: [] };
  return {
    features: [{ value: { type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates } } }],
    issues: [],
  };
}
