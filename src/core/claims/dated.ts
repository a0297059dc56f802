import type { Atlas } from '../dataset/dataset.ts';
import { type Finding, type Row, type RuleOf, judgeAll } from './finding.ts';

/** Do sources other than the article date the events, and place them, as the claim does? */
export function evaluateDated(atlas: Atlas, { events, except }: RuleOf<'dated'>): Finding {
  const rows = events.map(({ event: id, says, place }): Row => {
    const event = atlas.events.get(id);
    const independent = event?.sources.some((source) => !except.includes(source)) ?? false;
    const agrees = event !== undefined && sameTime(event.date, says) && (place === undefined || event.place === place);
    return {
      cells: [
        { type: 'feature', id },
        { type: 'date', date: says },
        event ? { type: 'date', date: event.date } : { type: 'none' },
        event?.place ? { type: 'feature', id: event.place } : { type: 'none' },
      ],
      holds: independent ? agrees : null,
    };
  });
  return { verdict: judgeAll(rows), columns: ['event', 'says', 'found', 'place'], rows };
}

/** A month agrees with each of its days. */
const sameTime = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);
