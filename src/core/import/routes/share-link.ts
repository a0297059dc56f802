/** Imported routes in an address: names and drawn lines, packed. What comes out is checked like any file. */
import { decode, encode } from '@googlemaps/polyline-codec';
import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate';
import type { Position } from '../../dataset/model.ts';
import { ImportError } from '../checks/issues.ts';
import { IMPORTED_ID } from '../../dataset/ids.ts';
import type { ImportedRoute } from './imported-route.ts';

/** Longest value that goes into a link: longer addresses are cut by mail programs and refused by servers. */
export const LINK_MOST = 6000;
/** Bytes that an unpacked link may have. */
const UNPACKED = 200_000;
const VERSION = '1';
/** Decimals of a coordinate: about a metre. */
const DIGITS = 5;

type Row = [id: string, name: string, lines: string[]];

const writePart = (part: readonly Position[]): string =>
  encode(
    part.map(([lon, lat]) => [lat, lon] as [number, number]),
    DIGITS,
  );

/** The parts of a line, packed. Rounding leaves some without any length, such as those beyond 180°: they are left out. */
export function writeParts(line: readonly (readonly Position[])[]): string[] {
  const isPoint = (part: readonly Position[]): boolean => new Set(part.map((position) => writePart([position]))).size < 2;
  const parts = line.filter((part) => !isPoint(part));
  return (parts.length > 0 ? parts : line).map(writePart);
}

/** The value for the address; null where it would be too long. */
export function writeLink(routes: readonly Pick<ImportedRoute, 'id' | 'name' | 'line'>[]): string | null {
  const rows = routes.map(({ id, name, line }): Row => [id, name, writeParts(line)]);
  const bytes = deflateSync(strToU8(JSON.stringify(rows)), { level: 9 });
  const text = btoa(String.fromCharCode(...bytes.subarray(0, LINK_MOST)));
  // Programs that set text turn two hyphens in a row into a dash: a point keeps them apart.
  const safe = text
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')
    .replaceAll(/-(?=-)/g, '-.');
  const value = `${VERSION}.${safe}`;
  return bytes.length < LINK_MOST && value.length <= LINK_MOST ? value : null;
}

export interface Linked {
  /** Ids in the order of the features. */
  ids: (string | null)[];
  /** GeoJSON of the routes, to be converted like a file. */
  text: string;
}

/** What a link carries. Throws `bad-link` for whatever is not written by `writeLink`. */
export function readLink(value: string): Linked {
  const rows = unpacked(value);
  if (!Array.isArray(rows) || !rows.every(isRow)) throw new ImportError({ code: 'bad-link' });
  const features = rows.map(([, name, lines]) => ({
    type: 'Feature',
    properties: { name },
    geometry: { type: 'MultiLineString', coordinates: lines.map((line) => decode(line, DIGITS).map(([lat, lon]) => [lon, lat])) },
  }));
  return {
    ids: rows.map(([id]) => (IMPORTED_ID.test(id) ? id : null)),
    text: JSON.stringify({ type: 'FeatureCollection', features }),
  };
}

const isRow = (row: unknown): row is Row =>
  Array.isArray(row) &&
  row.length === 3 &&
  typeof row[0] === 'string' &&
  typeof row[1] === 'string' &&
  Array.isArray(row[2]) &&
  row[2].every((line) => typeof line === 'string');

function unpacked(value: string): unknown {
  const [, packed] = new RegExp(`^${VERSION}\\.([A-Za-z0-9_.-]{1,${LINK_MOST}})$`).exec(value) ?? [];
  if (packed === undefined) throw new ImportError({ code: 'bad-link' });
  try {
    const bytes = Uint8Array.from(atob(packed.replaceAll('.', '').replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
      letter.charCodeAt(0),
    );
    return JSON.parse(strFromU8(inflated(bytes))) as unknown;
  } catch (error) {
    // Whatever the libraries say of it, it was not written by `writeLink`.
    throw new ImportError({ code: 'bad-link' }, error);
  }
}

/** Piece by piece, so that a few bytes cannot become gigabytes. */
function inflated(bytes: Uint8Array): Uint8Array {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const stream = new Inflate((piece) => {
    size += piece.length;
    if (size > UNPACKED) throw new ImportError({ code: 'bad-link' });
    pieces.push(piece);
  });
  for (let at = 0; at < bytes.length; at += 64) stream.push(bytes.subarray(at, at + 64), at + 64 >= bytes.length);
  const out = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    out.set(piece, at);
    at += piece.length;
  }
  return out;
}
