/** One row of a table to reports. */
import type { Position } from '../../dataset/model.ts';
import { foldText } from '../fold.ts';
import type { EventKind, Report, ReportedEvent, ReportedPlace, ReportedTime, Where } from '../events/event.ts';
import { type IgnoredReason, type ShipmentIssue, type ShipmentIssueCode, shorten } from '../events/issues.ts';
import { parseIdentifier } from '../events/identifiers.ts';
import { type DateOrder, findZone, parseTime, readSerial } from '../events/time.ts';
import { findClassifier, findKind, findMode, findRailwayCountry, isBlank, parseCountry, parseNumber } from '../events/words.ts';
import type { Column, Columns } from './columns.ts';
import { type Cell, CellError, getText } from './cell.ts';

interface RowContext {
  columns: Columns;
  texts: readonly string[];
  order: DateOrder;
  is1904: boolean;
  sheet?: string;
}

type Row = readonly Cell[];
/** Columns that an event cannot do without; an error in another one costs only a figure. */
const NEEDED: readonly Column[] = ['container', 'wagon', 'place', 'datetime', 'date', 'operation', 'lon', 'lat'];
/** Columns that state a departure or an arrival of the whole way, with what they say. */
const WIDE: readonly [Column, 'origin' | 'destination', EventKind, 'ACT' | 'EST'][] = [
  ['atd', 'origin', 'departed', 'ACT'],
  ['etd', 'origin', 'departed', 'EST'],
  ['ata', 'destination', 'arrived', 'ACT'],
  ['eta', 'destination', 'arrived', 'EST'],
];

const getLetter = (column: number): string =>
  (column >= 26 ? getLetter(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));

/** A station as tables write it, with a code of the ESR in brackets or alone. */
export function parsePlace(text: string): ReportedPlace | undefined {
  if (isBlank(text)) return undefined;
  const esr = /(?:\(|^)(\d{6})(?:\)|$)/.exec(text)?.[1];
  const name = text.replace(/\(?\b\d{6}\b\)?/, '').trim();
  return { text, ...(name && { name }), ...(esr && { esr }) };
}

/** Reads rows in turn; what is wrong with one goes to `issues`. */
export function createRowReader(context: RowContext, issues: ShipmentIssue[]): (row: Row, number: number) => Report[] {
  const { columns, texts, order, is1904, sheet } = context;
  const cellOf = (row: Row, column: Column): Cell => row[columns[column] ?? -1] ?? '';
  const textOf = (row: Row, column: Column): string => {
    const text = getText(cellOf(row, column));
    return isBlank(text) ? '' : text;
  };
  const zones = new Map<Column, number | null>();
  const zoneOf = (column: Column): number | null => {
    if (!zones.has(column)) zones.set(column, findZone(texts[columns[column] ?? -1] ?? ''));
    return zones.get(column)!;
  };

  const readTime = (row: Row, column: Column): ReportedTime | null | undefined => {
    const cell = cellOf(row, column);
    if (typeof cell === 'number' && cell < 1e8) return readSerial(cell, is1904);
    const date = textOf(row, column);
    if (!date) return undefined;
    const clock = column === 'date' ? cellOf(row, 'time') : '';
    if (typeof clock === 'number') return readSerial(Number(date) + clock, is1904);
    return parseTime(`${date} ${isBlank(getText(clock)) ? '' : getText(clock)}`.trim(), order, zoneOf(column));
  };
  const readMain = (row: Row): ReportedTime | null | undefined =>
    columns.date !== undefined && columns.time !== undefined ? readTime(row, 'date') : readTime(row, 'datetime');

  const readLonLat = (row: Row): Position | null => {
    const [lon, lat] = [parseNumber(textOf(row, 'lon')), parseNumber(textOf(row, 'lat'))];
    return lon !== null && lat !== null && Math.abs(lon) <= 180 && Math.abs(lat) <= 90 ? [lon, lat] : null;
  };

  const report = (code: ShipmentIssueCode, where: Where, value: string) =>
    issues.push({ code, where, ...(value && { params: { value: shorten(value) } }) });

  const readEvent = (row: Row, where: Where): Pick<Report, 'event' | 'ignored'> => {
    const isPosition = columns.lon !== undefined && columns.lat !== undefined;
    const lonLat = isPosition ? readLonLat(row) : null;
    const operation = textOf(row, 'operation');
    const place = isPosition ? readPositionPlace(lonLat) : readStation(row, operation);
    const time = readMain(row);
    if (!place && !operation && time === undefined && !isPosition) return {};
    const status = textOf(row, 'status');
    const event: ReportedEvent = {
      kind: isPosition && !operation ? 'position' : findKind(foldText(operation)),
      classifier: status ? (findClassifier(foldText(status)) ?? 'ACT') : 'ACT',
      place: place ?? null,
      time: time ?? null,
    };
    const ignored = findReason(event, isPosition, lonLat);
    if (ignored === 'bad-coordinates') report(ignored, where, `${getText(cellOf(row, 'lon'))}, ${getText(cellOf(row, 'lat'))}`);
    if (ignored === 'no-time') {
      const isWrong = time === null;
      const raw = getText(cellOf(row, columns.date !== undefined && columns.time !== undefined ? 'date' : 'datetime'));
      report(isWrong ? 'bad-time' : 'no-time', where, raw);
      return { event, ignored: isWrong ? 'bad-time' : 'no-time' };
    }
    return { event, ...(ignored && { ignored }) };
  };

  const readStation = (row: Row, operation: string): ReportedPlace | undefined => {
    const place = parsePlace(textOf(row, 'place'));
    if (!place) return undefined;
    const country = parseCountry(textOf(row, 'country')) ?? findRailwayCountry(textOf(row, 'railway'));
    const mode =
      findMode(foldText(textOf(row, 'mode'))) ??
      findMode(foldText(operation)) ??
      (columns.railway ?? columns.wagon) !== undefined;
    return { ...place, ...(country && { country }), ...(mode && { mode: mode === true ? 'rail' : mode }) };
  };

  const readFigures = (row: Row): Partial<Report> => {
    const [kmLeft, days] = [parseNumber(textOf(row, 'kmLeft')), parseNumber(textOf(row, 'forecastDays'))];
    const due = readTime(row, 'due');
    const load = foldText(textOf(row, 'load'));
    return {
      ...(kmLeft !== null && { kmLeft }),
      ...(days !== null && { forecastDays: days }),
      ...(due && { due }),
      ...(/^(?:порож|empty|bos|空|mt$|e$|п$)/.test(load) && { empty: true }),
    };
  };

  return (row, number) => {
    const where: Where = { ...(sheet && { sheet }), row: number };
    const ids: [string, 'container' | 'wagon'][] = [
      [textOf(row, 'container'), 'container'],
      [textOf(row, 'wagon'), 'wagon'],
    ];
    const [id, idKind] = ids.find(([text]) => text) ?? ['', undefined];
    const hasPlace = (['place', 'origin', 'lon', 'lat', 'destination'] as const).some((column) => getText(cellOf(row, column)));
    if (!row.some((cell) => getText(cell) !== '') || (!hasPlace && (!id || parseIdentifier(id).kind === 'other'))) return [];
    if (id && foldText(id) === foldText(texts[columns[idKind!]!] ?? '')) return [];
    reportCellErrors(row, where);
    const ends = { origin: parsePlace(textOf(row, 'origin')), destination: parsePlace(textOf(row, 'destination')) };
    for (const end of Object.values(ends)) if (end && columns.wagon !== undefined) end.mode = 'rail';
    const waybill = textOf(row, 'waybill');
    const shared: Report = {
      ...{ where, id: id || null, ...(idKind && { idKind }) },
      ...(ends.origin && { origin: ends.origin }),
      ...(ends.destination && { destination: ends.destination }),
      ...(waybill && { waybill }),
      ...readFigures(row),
    };
    const main: Report = { ...shared, ...readEvent(row, where), key: JSON.stringify(row) };
    return [main, ...readWide(row, shared)];
  };

  function readWide(row: Row, shared: Report): Report[] {
    return WIDE.flatMap(([column, end, kind, classifier]): Report[] => {
      const place = shared[end];
      const time = readTime(row, column);
      if (time === undefined || !place) return [];
      const raw = getText(cellOf(row, column));
      if (time === null) report('bad-time', shared.where, raw);
      return [
        {
          ...shared,
          event: { kind, classifier, place, time },
          ...(time === null && { ignored: 'bad-time' as const }),
          key: `${column} ${JSON.stringify(row)}`,
        },
      ];
    });
  }

  function reportCellErrors(row: Row, where: Where): void {
    const wrong = row.flatMap((cell, i) => (cell instanceof CellError ? [{ cell, i }] : []));
    const [first] = wrong.filter(({ i }) => NEEDED.some((column) => columns[column] === i));
    const named = first ?? wrong[0];
    if (!named) return;
    const others = wrong.map(({ i }) => getLetter(i)).join(', ');
    issues.push({
      code: 'cell-error',
      where: { ...where, column: getLetter(named.i) },
      params: { value: named.cell.text, columns: others },
    });
  }
}

const readPositionPlace = (lonLat: Position | null): ReportedPlace | undefined =>
  lonLat ? { text: lonLat.join(','), lonLat } : undefined;

function findReason(event: ReportedEvent, isPosition: boolean, lonLat: Position | null): IgnoredReason | null {
  if (isPosition && !lonLat) return 'bad-coordinates';
  if (lonLat?.every((degrees) => degrees === 0)) return 'null-island';
  if (!event.place) return 'no-place';
  return event.time ? null : 'no-time';
}
