/** What is wrong with a file of shipments, said in one sentence with its place in the file. */
import type { ShipmentIssue, Where } from '../core/shipments/events/issues.ts';
import type { Translator } from './translate.ts';

const PLACES = ['sheet', 'row', 'column', 'segment', 'path'] as const;

/** "Sheet “Wagons”, row 5, column D"; empty where nothing is known. Numbers of rows are told without separators. */
function formatShipmentPlace({ t, list }: Pick<Translator, 't' | 'list'>, where: Where): string {
  return list(
    PLACES.flatMap((one) => (where[one] === undefined ? [] : t(`shipment.where.${one}`, { value: String(where[one]) }))),
  );
}

export function formatShipmentIssue(words: Pick<Translator, 't' | 'list'>, { code, params, where }: ShipmentIssue): string {
  const sentence = words.t(`shipment.issue.${code}`, params);
  const place = where ? formatShipmentPlace(words, where) : '';
  return place ? words.t('shipment.issue.at', { place, sentence }) : sentence;
}
