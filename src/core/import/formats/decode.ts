/** Bytes to text: byte order marks, UTF-16 without one, the encoding that XML declares; anything else must be UTF-8. */
import { ImportError } from '../checks/issues.ts';

const MARKS: [encoding: string, mark: number[]][] = [
  ['utf-32', [0xff, 0xfe, 0, 0]],
  ['utf-32', [0, 0, 0xfe, 0xff]],
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** Beginnings of files that are no text. */
const BINARY: [what: string, mark: number[]][] = [
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
  ['GIF', [0x47, 0x49, 0x46, 0x38]],
  ['GeoPackage', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]],
  ['gzip', [0x1f, 0x8b]],
  ['Shapefile', [0, 0, 0x27, 0x0a]],
  ['RAR', [0x52, 0x61, 0x72, 0x21]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['FlatGeobuf', [0x66, 0x67, 0x62, 0x03]],
];

const starts = (bytes: Uint8Array, mark: readonly number[]): boolean => mark.every((byte, i) => bytes[i] === byte);

export const isZip = (bytes: Uint8Array): boolean => starts(bytes, [0x50, 0x4b, 3, 4]) || starts(bytes, [0x50, 0x4b, 5, 6]);

/** Text of a file. Throws `empty-file`, `not-text` or `bad-encoding`. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes.length === 0) throw new ImportError({ code: 'empty-file' });
  const binary = BINARY.find(([, mark]) => starts(bytes, mark));
  if (binary) throw new ImportError({ code: 'not-text', params: { what: binary[0] } });
  const mark = MARKS.find(([, sequence]) => starts(bytes, sequence));
  if (mark?.[0] === 'utf-32') throw new ImportError({ code: 'bad-encoding', line: 1, params: { encoding: 'UTF-32' } });
  const encoding = mark?.[0] ?? wide(bytes) ?? 'utf-8';
  const text = decoded(bytes, encoding) ?? declared(bytes);
  if (text === null) {
    const rough = new TextDecoder(encoding).decode(bytes);
    const line = rough.slice(0, rough.indexOf('\uFFFD')).split('\n').length;
    throw new ImportError({ code: 'bad-encoding', line, params: { encoding: encoding.toUpperCase() } });
  }
  if (text.includes('\0')) throw new ImportError({ code: 'not-text', params: { what: '?' } });
  if (text.trim() === '') throw new ImportError({ code: 'empty-file' });
  return text;
}

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** UTF-16 without a mark: every other byte of its beginning is zero. */
function wide(bytes: Uint8Array): string | null {
  const head = bytes.subarray(0, 64);
  if (head.length < 4) return null;
  const zeros = [0, 0];
  head.forEach((byte, i) => (zeros[i % 2]! += byte === 0 ? 1 : 0));
  const half = head.length / 2;
  if (zeros[1]! > half * 0.7 && zeros[0] === 0) return 'utf-16le';
  if (zeros[0]! > half * 0.7 && zeros[1] === 0) return 'utf-16be';
  return null;
}

/** Old XML files say in their first line how they are written. */
function declared(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const label = /^\s*<\?xml[^>]*\sencoding=["']([\w.-]+)["']/.exec(head)?.[1];
  if (!label || /^utf-?(8|16|32)/i.test(label)) return null;
  try {
    return decoded(bytes, label);
  } catch (error) {
    // An encoding that nobody knows.
    if (error instanceof RangeError) return null;
    throw error;
  }
}
