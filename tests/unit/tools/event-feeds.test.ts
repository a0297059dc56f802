import { DOMParser } from '@xmldom/xmldom';
import { describe, expect, it } from 'vitest';
import { LANGS } from '../../../src/core/dataset/model.ts';
import { loadDictionary } from '../../../src/i18n/index.ts';
import { translator } from '../../../src/i18n/translate.ts';
import { writeEventCalendar, writeEventFeed } from '../../../tools/build/event-feeds.ts';
import { realAtlas } from '../../fixtures/real.ts';

const atlas = await realAtlas();
const site = 'https://atlas.example/';
const made = Date.UTC(2026, 0, 2);
const getSource = async (lang: (typeof LANGS)[number]) => ({ atlas, site, tr: translator(lang, await loadDictionary(lang)) });

/** Reads a calendar as RFC 5545 says: unfolds its lines, and gives the properties of each event. */
function parseCalendar(text: string): Map<string, string>[] {
  expect(text.endsWith('\r\n')).toBe(true);
  const lines = text.replaceAll('\r\n ', '').split('\r\n').slice(0, -1);
  expect([lines[0], lines.at(-1)]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR']);
  const events: Map<string, string>[] = [];
  let open: Map<string, string> | null = null;
  for (const line of lines) {
    const [, name = '', value = ''] = /^([A-Z-]+(?:;[A-Z]+=[^:;]+)*):(.*)$/.exec(line) ?? [];
    expect(name, line).not.toBe('');
    if (line === 'BEGIN:VEVENT') open = new Map();
    else if (line === 'END:VEVENT' && open) events.push(open);
    else open?.set(name, value);
  }
  return events;
}

describe('the calendar of events', () => {
  it.each(LANGS)('in %s has every event once, with an id, a day and a name', async (lang) => {
    const events = parseCalendar(writeEventCalendar(await getSource(lang), made));
    expect(events).toHaveLength(atlas.events.size);
    expect(new Set(events.map((one) => one.get('UID'))).size).toBe(events.length);
    for (const one of events) {
      expect(one.get('DTSTART;VALUE=DATE')).toMatch(/^\d{8}$/);
      expect(one.get('SUMMARY')).not.toBe('');
      expect(one.get('DTSTAMP')).toBe('20260102T000000Z');
    }
  });

  it('lets what is dated by month or year last all of it', async () => {
    const events = parseCalendar(writeEventCalendar(await getSource('en'), made));
    const find = (id: string) => events.find((one) => one.get('UID') === `event-${id}@corridor-atlas`);
    const getDays = (id: string) => [find(id)?.get('DTSTART;VALUE=DATE'), find(id)?.get('DTEND;VALUE=DATE')];
    expect(getDays('E02')).toEqual(['20130101', '20140101']);
    expect(getDays('E03')).toEqual(['20151201', '20160101']);
    expect(getDays('E04')).toEqual(['20180514', '20180515']);
    expect(find('E04')?.get('LOCATION')).toMatch(/Alat/);
    expect(find('E04')?.get('URL')).toBe('https://atlas.example/index.html?select=E04');
  });
});

describe('the feed of events', () => {
  it.each(LANGS)('in %s is well-formed, and has what Atom asks of feed and entries', async (lang) => {
    const { documentElement: feed } = new DOMParser().parseFromString(writeEventFeed(await getSource(lang)), 'text/xml');
    expect(feed?.getAttribute('xml:lang')).toBe(lang);
    const entries = Array.from(feed?.getElementsByTagName('entry') ?? []);
    expect(entries).toHaveLength(atlas.events.size);
    const ids = entries.map((entry) => entry.getElementsByTagName('id')[0]?.textContent);
    expect(new Set(ids).size).toBe(ids.length);
    for (const entry of entries) {
      expect(entry.getElementsByTagName('id')[0]?.textContent).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
      expect(entry.getElementsByTagName('updated')[0]?.textContent).toMatch(/^\d{4}-\d\d-\d\dT00:00:00Z$/);
      expect(entry.getElementsByTagName('title')[0]?.textContent).not.toBe('');
      expect(entry.getElementsByTagName('link')[0]?.getAttribute('href')).toMatch(
        /^https:\/\/atlas\.example\/index\.html\?select=/,
      );
    }
  });
});
