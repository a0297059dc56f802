/** One row of a table to reports. */
import type { Position } from '../../dataset/model.ts';
import { foldText } from '../fold.ts';
import type { EventKind, Report, ReportedEvent, ReportedPlace, ReportedTime, TransportMode } from '../events/event.ts';
import { type IgnoredReason, type ShipmentIssue, type ShipmentIssueCode, shorten, type Where } from '../events/issues.ts';
import { parseIdentifier } from '../events/identifiers.ts';
import { type DateOrder, findZone, parseTime, readSerial } from '../events/time.ts';
import { findClassifier, findKind, findMode, findRailwayCountry, isBlank, parseCountry, parseNumber } from '../events/words.ts';
import { type Column, type Columns, hasPositions } from './columns.ts';
import { type Cell, CellError, getText } from './cell.ts';

interface RowContext {
  columns: Columns;
  texts: readonly string[];
  order: DateOrder;
  is1904: boolean;
  sheet?: string;
}

type Row = readonly Cell[];
interface Operation {
  kind: EventKind;
  mode: TransportMode | undefined;
}
/** Columns that an event cannot do without; an error in another one costs only a figure. */
const NEEDED: readonly Column[] = ['container', 'wagon', 'place', 'datetime', 'date', 'operation', 'lon', 'lat'];
/** Columns that make a row more than a total. */
const PLACES: readonly Column[] = ['place', 'origin', 'destination', 'lon', 'lat'];
/** Numbers beyond it are seconds since 1970, not days of a spreadsheet. */
const MOST_SERIAL = 1e8;
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
function parsePlace(text: string): ReportedPlace | undefined {
  if (isBlank(text)) return undefined;
  const esr = /(?:\(|^)(\d{6})(?:\)|$)/.exec(text)?.[1];
  const name = text.replace(/\(?\b\d{6}\b\)?/, '').trim();
  return { text, ...(name && { name }), ...(esr && { esr }) };
}

/** Reads rows in turn; what is wrong with one goes to `issues`. */
export class RowReader {
  readonly #columns: Columns;
  readonly #zones = new Map<Column, number | null>();
  /** What operations mean; a long table has few different ones. */
  readonly #operations = new Map<string, Operation>();

  constructor(
    private readonly context: RowContext,
    private readonly issues: ShipmentIssue[],
  ) {
    this.#columns = context.columns;
  }

  /** @param number of the row in the file, from 1 */
  read(row: Row, number: number): Report[] {
    const { sheet, texts } = this.context;
    const where: Where = { ...(sheet && { sheet }), row: number };
    const [id, idKind] = this.#findId(row);
    const hasPlace = PLACES.some((column) => getText(this.#cell(row, column)));
    const isBlankRow = !row.some((cell) => getText(cell) !== '');
    if (isBlankRow || (!hasPlace && (!id || parseIdentifier(id).kind === 'other'))) return [];
    // A header that comes again.
    if (idKind && id === texts[this.#columns[idKind]!]?.trim()) return [];
    this.#reportCellErrors(row, where);
    const shared: Report = {
      where,
      id: id || null,
      ...(idKind && { idKind }),
      ...this.#readEnds(row),
      ...this.#readFigures(row),
    };
    return [{ ...shared, ...this.#readEvent(row, where), key: JSON.stringify(row) }, ...this.#readWide(row, shared)];
  }

  #cell(row: Row, column: Column): Cell {
    return row[this.#columns[column] ?? -1] ?? '';
  }

  #text(row: Row, column: Column): string {
    const text = getText(this.#cell(row, column));
    return isBlank(text) ? '' : text;
  }

  #zone(column: Column): number | null {
    const known = this.#zones.get(column);
    if (known !== undefined) return known;
    const zone = findZone(this.context.texts[this.#columns[column] ?? -1] ?? '');
    this.#zones.set(column, zone);
    return zone;
  }

  #findId(row: Row): [string, 'container' | 'wagon' | undefined] {
    for (const column of ['container', 'wagon'] as const) {
      const text = this.#text(row, column);
      if (text) return [text, column];
    }
    return ['', undefined];
  }

  /** Undefined where the cell is blank, null where it is no time. */
  #readTime(row: Row, column: Column): ReportedTime | null | undefined {
    const { order, is1904 } = this.context;
    const cell = this.#cell(row, column);
    const clock = column === 'date' ? this.#cell(row, 'time') : '';
    if (typeof cell === 'number' && cell < MOST_SERIAL) return readSerial(cell + (typeof clock === 'number' ? clock : 0), is1904);
    const date = this.#text(row, column);
    if (!date) return undefined;
    const time = getText(clock);
    return parseTime(`${date} ${isBlank(time) ? '' : time}`.trim(), order, this.#zone(column));
  }

  #readEvent(row: Row, where: Where): Pick<Report, 'event' | 'ignored'> {
    const isPosition = hasPositions(this.#columns);
    const lonLat = isPosition ? this.#readLonLat(row) : null;
    const operation = this.#text(row, 'operation');
    const place = isPosition ? readPositionPlace(lonLat) : this.#readStation(row, operation);
    const column = this.#columns.date !== undefined && this.#columns.time !== undefined ? 'date' : 'datetime';
    const time = this.#readTime(row, column);
    if (!place && !operation && time === undefined && !isPosition) return {};
    const status = foldText(this.#text(row, 'status'));
    const kind = isPosition && !operation ? 'position' : this.#readOperation(operation).kind;
    const event: ReportedEvent = { kind, classifier: findClassifier(status) ?? 'ACT', place: place ?? null, time: time ?? null };
    const reason = findReason(event, isPosition, lonLat);
    const ignored = reason === 'no-time' && time === null ? 'bad-time' : reason;
    const raw = isPosition && !lonLat ? (['lon', 'lat'] as const) : ([column] as const);
    if (ignored === 'bad-coordinates' || ignored === 'bad-time' || ignored === 'no-time') {
      this.#report(ignored, where, raw.map((one) => getText(this.#cell(row, one))).join(', '));
    }
    return { event, ...(ignored && { ignored }) };
  }

  #readOperation(text: string): Operation {
    const known = this.#operations.get(text);
    if (known) return known;
    const folded = foldText(text);
    const operation = { kind: findKind(folded), mode: findMode(folded) };
    this.#operations.set(text, operation);
    return operation;
  }

  #readLonLat(row: Row): Position | null {
    const [lon, lat] = [parseNumber(this.#text(row, 'lon')), parseNumber(this.#text(row, 'lat'))];
    return lon !== null && lat !== null && Math.abs(lon) <= 180 && Math.abs(lat) <= 90 ? [lon, lat] : null;
  }

  #readStation(row: Row, operation: string): ReportedPlace | undefined {
    const place = parsePlace(this.#text(row, 'place'));
    if (!place) return undefined;
    const { railway, wagon } = this.#columns;
    const country = parseCountry(this.#text(row, 'country')) ?? findRailwayCountry(this.#text(row, 'railway'));
    const said = findMode(foldText(this.#text(row, 'mode'))) ?? this.#readOperation(operation).mode;
    const mode = said ?? ((railway ?? wagon) === undefined ? undefined : 'rail');
    return { ...place, ...(country && { country }), ...(mode && { mode }) };
  }

  #readEnds(row: Row): Partial<Report> {
    const [origin, destination] = [parsePlace(this.#text(row, 'origin')), parsePlace(this.#text(row, 'destination'))];
    const mode = this.#columns.wagon === undefined ? {} : { mode: 'rail' as const };
    return {
      ...(origin && { origin: { ...origin, ...mode } }),
      ...(destination && { destination: { ...destination, ...mode } }),
    };
  }

  #readFigures(row: Row): Partial<Report> {
    const [kmLeft, days] = [parseNumber(this.#text(row, 'kmLeft')), parseNumber(this.#text(row, 'forecastDays'))];
    const due = this.#readTime(row, 'due');
    const waybill = this.#text(row, 'waybill');
    const isEmpty = /^(?:порож|empty|bos|空|mt$|e$|п$)/.test(foldText(this.#text(row, 'load')));
    return {
      ...(waybill && { waybill }),
      ...(kmLeft !== null && { kmLeft }),
      ...(days !== null && { forecastDays: days }),
      ...(due && { due }),
      ...(isEmpty && { empty: true }),
    };
  }

  #readWide(row: Row, shared: Report): Report[] {
    return WIDE.flatMap(([column, end, kind, classifier]): Report[] => {
      const place = shared[end];
      const time = this.#readTime(row, column);
      if (time === undefined || !place) return [];
      if (time === null) this.#report('bad-time', shared.where, getText(this.#cell(row, column)));
      const ignored = time === null ? { ignored: 'bad-time' as const } : {};
      return [{ ...shared, event: { kind, classifier, place, time }, ...ignored, key: `${column} ${JSON.stringify(row)}` }];
    });
  }

  #report(code: ShipmentIssueCode, where: Where, value: string): void {
    this.issues.push({ code, where, ...(value && { params: { value: shorten(value) } }) });
  }

  /** One issue a row: the first cell that an event needs, and the letters of all. */
  #reportCellErrors(row: Row, where: Where): void {
    const wrong = row.flatMap((cell, i) => (cell instanceof CellError ? [{ text: cell.text, i }] : []));
    const named = wrong.find(({ i }) => NEEDED.some((column) => this.#columns[column] === i)) ?? wrong[0];
    if (!named) return;
    const columns = wrong.map(({ i }) => getLetter(i)).join(', ');
    this.issues.push({
      code: 'cell-error',
      where: { ...where, column: getLetter(named.i) },
      params: { value: named.text, columns },
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
