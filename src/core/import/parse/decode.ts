/** Bytes to text: byte order marks, UTF-16 without one, the encoding that XML declares; anything else must be UTF-8. */
import { ImportError } from '../checks/issues.ts';

const MARKS: [encoding: string, mark: number[]][] = [
  ['utf-32', [0xff, 0xfe, 0, 0]],
  ['utf-32', [0, 0, 0xfe, 0xff]],
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** Beginnings of files that are no text, and what to do with them; `at` is where the mark stands. */
const BINARY: readonly {
  what: string;
  mark: readonly number[];
  at?: number;
  code: 'not-text' | 'convert-first' | 'spreadsheet';
}[] = [
  { what: 'PNG', mark: [0x89, 0x50, 0x4e, 0x47], code: 'not-text' },
  { what: 'JPEG', mark: [0xff, 0xd8, 0xff], code: 'not-text' },
  { what: 'PDF', mark: [0x25, 0x50, 0x44, 0x46], code: 'not-text' },
  { what: 'GIF', mark: [0x47, 0x49, 0x46, 0x38], code: 'not-text' },
  { what: 'gzip', mark: [0x1f, 0x8b], code: 'not-text' },
  { what: 'RAR', mark: [0x52, 0x61, 0x72, 0x21], code: 'not-text' },
  { what: '7z', mark: [0x37, 0x7a, 0xbc, 0xaf], code: 'not-text' },
  { what: 'GeoPackage', mark: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66], code: 'convert-first' },
  { what: 'Parquet', mark: [0x50, 0x41, 0x52, 0x31], code: 'convert-first' },
  { what: 'Arrow', mark: [0x41, 0x52, 0x52, 0x4f, 0x57, 0x31], code: 'convert-first' },
  // "OSMHeader", behind the length of that block and two bytes of its encoding.
  { what: 'OpenStreetMap PBF', mark: [0x4f, 0x53, 0x4d, 0x48, 0x65, 0x61, 0x64, 0x65, 0x72], at: 6, code: 'convert-first' },
  { what: 'Excel', mark: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], code: 'spreadsheet' },
];

/** Control characters that no text has; record separators and the like are left out. */
const CONTROL_BYTES = new Set([
  ...Array.from({ length: 9 }, (_, i) => i),
  ...Array.from({ length: 13 }, (_, i) => i + 14),
  28,
  29,
  31,
]);
const HEAD = 512;

/** True where the bytes have the mark at that place. */
export const hasMark = (bytes: Uint8Array, mark: readonly number[], at = 0): boolean =>
  mark.every((byte, i) => bytes[at + i] === byte);

/** Text of a file. Throws `empty-file`, `not-text`, `convert-first`, `spreadsheet` or `bad-encoding`. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes.length === 0) throw new ImportError({ code: 'empty-file' });
  const binary = BINARY.find(({ mark, at }) => hasMark(bytes, mark, at));
  if (binary) throw new ImportError({ code: binary.code, params: { what: binary.what } });
  const mark = MARKS.find(([, sequence]) => hasMark(bytes, sequence));
  if (mark?.[0] === 'utf-32') throw new ImportError({ code: 'bad-encoding', line: 1, params: { encoding: 'UTF-32' } });
  const encoding = mark?.[0] ?? guessWideEncoding(bytes) ?? 'utf-8';
  const text = decode(bytes, encoding) ?? decodeAsDeclared(bytes);
  if (text === null) {
    if (encoding === 'utf-8' && bytes.subarray(0, HEAD).some((byte) => CONTROL_BYTES.has(byte))) throw notText();
    const rough = new TextDecoder(encoding).decode(bytes);
    const line = rough.slice(0, rough.indexOf('\uFFFD')).split('\n').length;
    throw new ImportError({ code: 'bad-encoding', line, params: { encoding: encoding.toUpperCase() } });
  }
  if (text.includes('\0')) throw notText();
  if (text.trim() === '') throw new ImportError({ code: 'empty-file' });
  return text;
}

const notText = (): ImportError => new ImportError({ code: 'not-text', params: { what: '?' } });

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** UTF-16 without a mark: every other byte of its beginning is zero. */
function guessWideEncoding(bytes: Uint8Array): string | null {
  const head = bytes.subarray(0, 64);
  if (head.length < 4) return null;
  const countZeros = (odd: number): number => head.filter((byte, i) => byte === 0 && i % 2 === odd).length;
  const [even, odd] = [countZeros(0), countZeros(1)];
  const many = (head.length / 2) * 0.7;
  if (odd > many && even === 0) return 'utf-16le';
  if (even > many && odd === 0) return 'utf-16be';
  return null;
}

/** Old XML files say in their first line how they are written. */
function decodeAsDeclared(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const label = /^\s*<\?xml[^>]*\sencoding=["']([\w.-]+)["']/.exec(head)?.[1];
  if (!label || /^utf-?(8|16|32)/i.test(label)) return null;
  try {
    return decode(bytes, label);
  } catch (error) {
    // An encoding of that name is not known.
    if (error instanceof RangeError) return null;
    throw error;
  }
}
