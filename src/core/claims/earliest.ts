import type { Atlas } from '../dataset/dataset.ts';
import { type Finding, type Row, type RuleOf, judgeAll } from './finding.ts';

/** True where `a` is surely before `b`, false where it is surely after, null where their dates are too coarse to say. */
export function isBefore(a: string, b: string): boolean | null {
  const digits = Math.min(a.length, b.length);
  const [short, other] = [a.slice(0, digits), b.slice(0, digits)];
  return short === other ? null : short < other;
}

/** Is the event before all the others? */
export function evaluateEarliest(atlas: Atlas, { event, country, others }: RuleOf<'earliest'>): Finding {
  const first = atlas.events.get(event);
  const row = (id: string, code: string, holds: boolean | null): Row => ({
    cells: [
      { type: 'countries', codes: [code] },
      { type: 'feature', id },
      { type: 'date', date: atlas.events.get(id)?.date ?? '' },
    ],
    holds,
  });
  const alternatives = others.flatMap(({ event: id, country: code }) => {
    const other = atlas.events.get(id);
    return first && other ? [row(id, code, isBefore(first.date, other.date))] : [];
  });
  const verdict = judgeAll(alternatives);
  const rows = first
    ? [...alternatives, row(event, country, verdict === 'supported' ? true : verdict === 'contradicted' ? false : null)]
    : [];
  const dateOf = ({ cells }: Row) => (cells[2]?.type === 'date' ? cells[2].date : '');
  rows.sort((a, b) => (dateOf(a) < dateOf(b) ? -1 : 1));
  return { verdict, columns: ['country', 'event', 'date'], rows };
}
