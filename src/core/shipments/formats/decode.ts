/** Bytes to text: marks, UTF-16, valid UTF-8; else what Windows writes in Russia, or in China where its words are met. */
import { readColumns } from './columns.ts';

const MARKS: readonly [encoding: string, mark: readonly number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** Bytes of the beginning that decide between encodings. */
const HEAD = 8000;

export function decodeText(bytes: Uint8Array): { text: string; encoding: string } {
  const mark = MARKS.find(([, signs]) => signs.every((byte, i) => bytes[i] === byte))?.[0];
  if (mark) return { text: new TextDecoder(mark).decode(bytes), encoding: mark };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  const encoding = isChinese(bytes) ? 'gb18030' : 'windows-1251';
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

/** Whether a line, read as Chinese, has words of a header. */
function isChinese(bytes: Uint8Array): boolean {
  const lines = new TextDecoder('gb18030').decode(bytes.subarray(0, HEAD)).split(/\r?\n/);
  return lines.some((line) => /[\u4e00-\u9fff]/.test(line) && Object.keys(readColumns(line.split(/[,;\t]/))).length >= 2);
}
