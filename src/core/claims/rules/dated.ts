import * as v from 'valibot';
import { id, iso } from '../../dataset/schema/fields.ts';
import { judgeAll, type Row } from '../finding.ts';
import { defineRule, createIdField, some } from '../rule.ts';

/** The events took place when (and where) the claim says, by a source other than those of `except`. */
export const dated = defineRule(
  'dated',
  {
    events: some(v.object({ event: createIdField('event'), says: iso, place: v.optional(createIdField('node')) })),
    except: v.array(id),
  },
  (atlas, { events, except }) => {
    const rows = events.map(({ event: eventId, says, place }): Row => {
      const event = atlas.events.get(eventId);
      const independent = event?.sources.some((source) => !except.includes(source)) ?? false;
      const agrees = event !== undefined && isSameTime(event.date, says) && (place === undefined || event.place === place);
      return {
        cells: [
          { type: 'feature', id: eventId },
          { type: 'date', date: says },
          event ? { type: 'date', date: event.date } : { type: 'none' },
          event?.place ? { type: 'feature', id: event.place } : { type: 'none' },
        ],
        holds: independent ? agrees : null,
      };
    });
    return { verdict: judgeAll(rows), columns: ['event', 'says', 'found', 'place'], rows };
  },
);

/** A month agrees with each of its days. */
const isSameTime = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);
