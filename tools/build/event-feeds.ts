/** The events as calendar file and Atom feed, one of each in every language. */
import { createHash } from 'node:crypto';
import { findFeatureName } from '../../src/core/dataset/feature-name.ts';
import { getText } from '../../src/core/dataset/dataset.ts';
import type { AtlasEvent } from '../../src/core/dataset/model.ts';
import { formatUuid, writeAtom } from '../../src/core/feeds/atom.ts';
import { type CalendarEntry, writeCalendar } from '../../src/core/feeds/calendar.ts';
import { getEventFeedPath } from '../../src/core/url/paths.ts';
import { getMapPath } from '../../src/pages/site.ts';
import type { Source } from '../../src/pages/subject.ts';

const DAY = 86_400_000;

/** First and last day of a date, in milliseconds since 1970: a year and a month are whole. */
function computeDays(date: string): { first: number; last: number } {
  const [year = 1970, month, day] = date.split('-').map(Number);
  const first = Date.UTC(year, (month ?? 1) - 1, day ?? 1);
  if (day !== undefined) return { first, last: first };
  return { first, last: (month === undefined ? Date.UTC(year + 1, 0) : Date.UTC(year, month)) - DAY };
}

const toDay = (ms: number): CalendarEntry['start'] => ({ ms, zone: 'local', precision: 'day' });

/** What happened, where, and what is said of it. */
function describe({ atlas, tr }: Pick<Source, 'atlas' | 'tr'>, event: AtlasEvent) {
  const place = event.place ? (findFeatureName(atlas, event.place, tr.lang) ?? event.place) : '';
  return {
    title: getText(tr.lang, event.title),
    kind: tr.t(`event.${event.kind}`),
    place: event.placeName ? getText(tr.lang, event.placeName) : place,
    detail: event.detail ? getText(tr.lang, event.detail) : '',
  };
}

/**
 * A calendar of the events. Days are whole; what is dated by month or year lasts all of it, and says so.
 *
 * @param made when the data were built, in milliseconds since 1970
 */
export function writeEventCalendar(source: Pick<Source, 'atlas' | 'tr' | 'site'>, made: number): string {
  const { atlas, tr, site } = source;
  const entries = [...atlas.events.values()].map((event): CalendarEntry => {
    const { title, kind, place, detail } = describe(source, event);
    const { first, last } = computeDays(event.date);
    return {
      uid: `event-${event.id}@corridor-atlas`,
      summary: title,
      description: [`${kind}, ${tr.date(event.date)}.`, detail].filter(Boolean).join(' '),
      start: toDay(first),
      end: toDay(last),
      ...(place && { place }),
      url: site + getMapPath(event.id, tr.lang),
    };
  });
  return writeCalendar(entries, made, tr.t('events.feedTitle'));
}

/** The same as a feed. */
export function writeEventFeed(source: Pick<Source, 'atlas' | 'tr' | 'site'>): string {
  const { atlas, tr, site } = source;
  const createId = (name: string): string => formatUuid(createHash('sha256').update(`corridor-atlas:${name}`).digest('hex'));
  return writeAtom({
    id: createId(`events-${tr.lang}`),
    lang: tr.lang,
    title: tr.t('events.feedTitle'),
    self: site + getEventFeedPath('atom', tr.lang),
    page: `${site}index.html?panel=events&lang=${tr.lang}`,
    entries: [...atlas.events.values()].map((event) => {
      const { title, kind, place, detail } = describe(source, event);
      return {
        id: createId(`event-${event.id}`),
        title,
        date: event.date,
        category: { term: event.kind, label: kind },
        href: site + getMapPath(event.id, tr.lang),
        content: [[kind, tr.date(event.date), place].filter(Boolean).join(', '), detail].filter(Boolean).join('. '),
      };
    }),
  });
}
