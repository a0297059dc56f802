/** Spreadsheets: sheets by their relationships, visible ones only, cells by their letters, dates as the numbers that they are. */
import type { Document as XmlDocument, Element } from '@xmldom/xmldom';
import { unzipSync } from 'fflate';
import type { ReadReports } from '../events/event.ts';
import { ShipmentError } from '../events/issues.ts';
import { type Cell, CellError } from './cell.ts';
import { findHeader, readTable, type Table } from './table.ts';
import { parseXml } from './xml.ts';

/** Bytes of all parts together, unpacked. */
const MOST_BYTES = 256 * 1024 * 1024;
const MOST_COLUMNS = 1000;
const PARTS = /^xl\/(?:workbook\.xml|sharedStrings\.xml|_rels\/workbook\.xml\.rels|.*\.xml)$/;

function unpack(bytes: Uint8Array): Record<string, Uint8Array> {
  let total = 0;
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!PARTS.test(name)) return false;
        total += originalSize;
        if (total > MOST_BYTES) throw new ShipmentError({ code: 'too-large', params: { most: MOST_BYTES / 1024 / 1024 } });
        return true;
      },
    });
  } catch (error) {
    if (error instanceof ShipmentError) throw error;
    throw new ShipmentError({ code: 'truncated' }, 'unknown', error);
  }
}

const getAll = (parent: XmlDocument | Element, name: string): Element[] => [...parent.getElementsByTagNameNS('*', name)];
const getChildText = (parent: Element, name: string): string | null => getAll(parent, name)[0]?.textContent ?? null;

/** Column of "AB12", from 0. */
function readColumn(reference: string): number {
  return [...reference.replace(/\d+$/, '')].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Text of a rich or plain string; hints for pronunciation are no part of it. */
const readRuns = (item: Element): string =>
  getAll(item, 't')
    .filter((run) => run.parentNode?.nodeName.replace(/^.*:/, '') !== 'rPh')
    .map((run) => run.textContent ?? '')
    .join('');

function readCell(cell: Element, strings: readonly string[]): Cell {
  const type = cell.getAttribute('t');
  if (type === 'inlineStr') return readRuns(cell);
  const value = getChildText(cell, 'v') ?? '';
  if (type === 's') return strings[Number(value)] ?? '';
  if (type === 'e') return new CellError(value);
  return type === 'str' || type === 'd' || value === '' || !Number.isFinite(Number(value)) ? value : Number(value);
}

function readRows(sheet: XmlDocument, strings: readonly string[]): Cell[][] {
  const rows: Cell[][] = [];
  for (const row of getAll(sheet, 'row')) {
    const number = Number(row.getAttribute('r') ?? rows.length + 1);
    // Rows that are left out are blank; a number far below the rest is none to count up to.
    if (!(number >= 1 && number <= 1_048_576)) continue;
    while (rows.length < number) rows.push([]);
    const cells = rows[number - 1]!;
    for (const cell of getAll(row, 'c')) {
      const column = cell.getAttribute('r') ? readColumn(cell.getAttribute('r')!) : cells.length;
      if (!(column >= 0 && column < MOST_COLUMNS)) continue;
      while (cells.length < column) cells.push('');
      cells[column] = readCell(cell, strings);
    }
  }
  return rows;
}

/** The visible sheets of a workbook. */
function readSheets(parts: Record<string, Uint8Array>): Table[] {
  const load = (name: string): XmlDocument | null => {
    const bytes = parts[name];
    return bytes ? parseXml(new TextDecoder().decode(bytes), 'dislocation-xlsx') : null;
  };
  const workbook = load('xl/workbook.xml');
  if (!workbook) throw new ShipmentError({ code: 'not-a-shipment-file' });
  const shared = load('xl/sharedStrings.xml');
  const strings = shared ? getAll(shared, 'si').map(readRuns) : [];
  const relations = load('xl/_rels/workbook.xml.rels');
  const targets = new Map(
    (relations ? getAll(relations, 'Relationship') : []).map((one) => [one.getAttribute('Id'), one.getAttribute('Target') ?? '']),
  );
  const is1904 = /^(?:1|true)$/.test(getAll(workbook, 'workbookPr')[0]?.getAttribute('date1904') ?? '');
  return getAll(workbook, 'sheet').flatMap((sheet): Table[] => {
    if (/hidden/i.test(sheet.getAttribute('state') ?? '')) return [];
    const target = targets.get(sheet.getAttribute('r:id')) ?? '';
    const document = load(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    return document ? [{ rows: readRows(document, strings), sheet: sheet.getAttribute('name') ?? '', is1904 }] : [];
  });
}

/**
 * Reads every visible sheet that has a table of shipments.
 *
 * @throws ShipmentError `truncated`, `too-large`, `bad-xml`, `doctype-refused`, `no-header`, `empty`, `not-a-shipment-file`
 */
export function readXlsx(bytes: Uint8Array): ReadReports {
  const sheets = readSheets(unpack(bytes));
  const tables = sheets.filter(({ rows }) => findHeader(rows));
  if (tables.length === 0) {
    throw new ShipmentError(
      { code: sheets.some(({ rows }) => rows.length > 0) ? 'no-header' : 'empty', where: { row: 1 } },
      'dislocation-xlsx',
    );
  }
  // With one table the name of its sheet says nothing.
  const read = tables.map(({ sheet, ...table }) => readTable(tables.length > 1 && sheet ? { ...table, sheet } : table));
  const format = `${read[0]!.kind}-xlsx`;
  const reports = read.flatMap((table) => table.reports);
  if (reports.length === 0) throw new ShipmentError({ code: 'empty' }, format);
  const asOf = read.flatMap((table) => table.asOf ?? []).sort((a, b) => b.ms - a.ms)[0];
  const several =
    tables.length > 1
      ? [{ code: 'several-sheets' as const, params: { sheets: tables.map(({ sheet }) => sheet).join(', ') } }]
      : [];
  return { format, ...(asOf && { asOf }), reports, issues: [...several, ...read.flatMap((table) => table.issues)] };
}
