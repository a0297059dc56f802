/** What is wrong with a file of shipments, said in one sentence with its place in the file. */
import type { ShipmentIssue, Where } from '../../core/shipments/events/issues.ts';
import type { PlacesIssue } from '../../core/shipments/view/picked-places.ts';
import { writeDigits } from '../punctuation.ts';
import { formatExpected, formatReportedText } from './shipment.ts';
import type { Translator } from '../translate.ts';

const PLACES = ['sheet', 'row', 'column', 'segment', 'path'] as const;

/** "Sheet “Wagons”, row 5, column D"; empty where nothing is known. Numbers of rows are told without separators. */
function formatShipmentPlace(tr: Translator, where: Where): string {
  return tr.list(
    PLACES.flatMap((one) => {
      const value = where[one];
      if (value === undefined) return [];
      return tr.t(`shipment.where.${one}`, { value: typeof value === 'number' ? writeDigits(tr, value) : value });
    }),
  );
}

/** @param getName name of a node, by its id */
export function formatShipmentIssue(
  tr: Translator,
  { code, params, where }: ShipmentIssue,
  getName: (id: string) => string,
): string {
  const words = Object.entries(params ?? {}).map(([name, value]) => [name, describeParam(tr, name, value, getName)] as const);
  const sentence = tr.t(`shipment.issue.${code}`, Object.fromEntries(words));
  const place = where ? formatShipmentPlace(tr, where) : '';
  return place ? tr.t('shipment.issue.at', { place, sentence }) : sentence;
}

/** Parameters of issues that are lengths. */
const LENGTHS: ReadonlySet<string> = new Set(['done', 'whole', 'file', 'ours', 'km']);

function describeParam(tr: Translator, name: string, value: string | number, getName: (id: string) => string): string | number {
  if (typeof value === 'number') return LENGTHS.has(name) ? tr.km(value) : value;
  if (name === 'node') return getName(value);
  if (name === 'time') return formatReportedText(tr, value);
  return name === 'against' ? formatExpected(tr, value) : value;
}

/** What is wrong with a list of picked places. */
export function formatPlacesIssue(tr: Translator, { code, row, params }: PlacesIssue): string {
  const sentence =
    code === 'too-large' ? tr.t('shipment.issue.too-large', params) : tr.t(`shipment.places.issue.${code}`, params);
  return row === undefined
    ? sentence
    : tr.t('shipment.issue.at', { place: tr.t('shipment.where.row', { value: writeDigits(tr, row) }), sentence });
}
