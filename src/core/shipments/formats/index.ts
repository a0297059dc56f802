/** The formats: each tells by the content whether a file is its own, and reads it. A new one is a file and a line here. */
import type { ReadReports } from '../events/event.ts';
import { ShipmentError } from '../events/issues.ts';
import { readCsv } from './csv.ts';
import { decodeText } from './decode.ts';
import { readEdifact } from './edifact/messages.ts';
import { readEpcisXml } from './epcis.ts';
import { readJson } from './json.ts';
import { readXlsx } from './xlsx.ts';

/** Bytes of a file that are read at all. */
const MOST_BYTES = 128 * 1024 * 1024;

interface TextFormat {
  id: string;
  detects(head: string): boolean;
  read(text: string): ReadReports;
}

const TEXT_FORMATS: readonly TextFormat[] = [
  { id: 'edifact', detects: (head) => /^UN[AB]/.test(head), read: readEdifact },
  { id: 'html', detects: (head) => /^<(?:!doctype html|html)/i.test(head), read: refuseHtml },
  { id: 'epcis-xml', detects: (head) => head.startsWith('<'), read: readEpcisXml },
  { id: 'json', detects: (head) => /^[{[]/.test(head), read: readJson },
  { id: 'table', detects: () => true, read: readCsv },
];

function refuseHtml(): never {
  throw new ShipmentError({ code: 'html' });
}

const startsWith = (bytes: Uint8Array, ...mark: number[]): boolean => mark.every((byte, i) => bytes[i] === byte);

/**
 * What a file reports, by its content; its name does not count.
 *
 * @throws ShipmentError where nothing of it can be used
 */
export function readReports(bytes: Uint8Array): ReadReports {
  if (bytes.length > MOST_BYTES) throw new ShipmentError({ code: 'too-large', params: { most: MOST_BYTES / 1024 / 1024 } });
  if (startsWith(bytes, 0x50, 0x4b)) return readXlsx(bytes);
  // The container of old .xls files.
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new ShipmentError({ code: 'unsupported-format', params: { what: 'XLS' } });
  const { text, encoding } = decodeText(bytes);
  const head = text.slice(0, 200).trimStart();
  if (text.trim() === '') throw new ShipmentError({ code: 'empty' });
  if (text.slice(0, 4000).includes('\0')) throw new ShipmentError({ code: 'unsupported-format', params: { what: '?' } });
  const { read } = TEXT_FORMATS.find(({ detects }) => detects(head))!;
  try {
    return { encoding, ...read(text) };
  } catch (error) {
    if (error instanceof ShipmentError) error.encoding = encoding;
    throw error;
  }
}
