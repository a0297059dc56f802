/** Encoded polylines, one a line: Google's with five or six decimals (OSRM, Valhalla), and HERE's flexible ones. */
import type { ImportIssue } from '../checks/issues.ts';
import type { FileContent } from '../parse/content.ts';
import type { ImportFormat, RawFeature, Read } from './format.ts';

export const polyline: ImportFormat = {
  id: 'polyline',
  label: 'Encoded polyline',
  extensions: ['polyline', 'txt'],
  is: isPolyline,
  read: readPolylines,
};

const GOOGLE = /^[?-~]{8,}$/;
/** Version 1, then header and positions in URL-safe Base64. */
const FLEXIBLE = /^B[A-Za-z0-9_-]{7,}$/;

const splitRows = (text: string): string[] => text.split(/\r?\n/).map((row) => row.trim().replace(/^"(.*)"[,;]?$/, '$1'));

/** Words in letters only look alike: those of people have few capitals and signs. */
function isPolyline(content: FileContent): boolean {
  const rows = splitRows(content.head().split(/\r?\n/).slice(0, 20).join('\n')).filter((row) => row !== '');
  const isOne = (row: string): boolean =>
    FLEXIBLE.test(row) || (GOOGLE.test(row) && !/^[A-Za-z]?[a-z]+$/.test(row) && !/^[[{]/.test(row));
  // The last row may be cut off by the head.
  return rows.length > 0 && rows.every(isOne);
}

async function readPolylines(content: FileContent): Promise<Read> {
  const [google, flexible] = await Promise.all([import('@googlemaps/polyline-codec'), import('@here/flexpolyline')]);
  const features: RawFeature[] = [];
  const issues: ImportIssue[] = [];
  splitRows(content.text()).forEach((row, i) => {
    if (row === '') return;
    const line = i + 1;
    const coordinates =
      (FLEXIBLE.test(row) ? decodeWith(() => flexible.decode(row).polyline) : null) ??
      // Continued signs at the end mean that the text was cut off.
      (GOOGLE.test(row) && row.charCodeAt(row.length - 1) < 95
        ? (decodeWith(() => google.decode(row, 5)) ?? decodeWith(() => google.decode(row, 6)))
        : null);
    if (!coordinates) issues.push({ code: 'bad-line', line });
    else features.push({ value: { type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates } }, line });
  });
  return { features, issues };
}

/** Positions with longitude first; null where they do not lie on the globe, which is how a wrong number of decimals shows. */
function decodeWith(decode: () => readonly (readonly number[])[]): number[][] | null {
  let positions: readonly (readonly number[])[];
  try {
    positions = decode();
  } catch {
    // The libraries throw plain errors; whatever they say, it is not of their kind.
    return null;
  }
  const isOnGlobe = positions.every(([lat = NaN, lon = NaN]) => Math.abs(lat) <= 90 && Math.abs(lon) <= 180);
  return isOnGlobe ? positions.map(([lat = 0, lon = 0, ...rest]) => [lon, lat, ...rest]) : null;
}
