import * as v from 'valibot';
import { country } from '../../dataset/schema/fields.ts';
import { judgeAll, type Row } from '../finding.ts';
import { defineRule, createIdField, some } from '../rule.ts';

/** True where `a` is surely before `b`, false where it is surely after, null where their dates are too coarse to say. */
export function isBefore(a: string, b: string): boolean | null {
  const digits = Math.min(a.length, b.length);
  const [short, other] = [a.slice(0, digits), b.slice(0, digits)];
  return short === other ? null : short < other;
}

/** The event comes before the `others`; each with the country that it speaks of. */
export const earliest = defineRule(
  'earliest',
  { event: createIdField('event'), country, others: some(v.object({ event: createIdField('event'), country })) },
  (atlas, { event, country: home, others }) => {
    const first = atlas.events.get(event);
    if (!first) return { verdict: 'cannot-be-tested', columns: COLUMNS, rows: [] };
    const known = others.flatMap(({ event: id, country: code }): DatedRow[] => {
      const date = atlas.events.get(id)?.date;
      return date === undefined ? [] : [{ date, row: makeRow(id, code, date, isBefore(first.date, date)) }];
    });
    const verdict = judgeAll(known.map(({ row }) => row));
    const holds = verdict === 'supported' ? true : verdict === 'contradicted' ? false : null;
    const rows = [...known, { date: first.date, row: makeRow(event, home, first.date, holds) }]
      .sort((a, b) => (a.date < b.date ? -1 : 1))
      .map(({ row }) => row);
    return { verdict, columns: COLUMNS, rows };
  },
);

interface DatedRow {
  date: string;
  row: Row;
}

const COLUMNS = ['country', 'event', 'date'] as const;

const makeRow = (id: string, code: string, date: string, holds: boolean | null): Row => ({
  cells: [
    { type: 'countries', codes: [code] },
    { type: 'feature', id },
    { type: 'date', date },
  ],
  holds,
});
