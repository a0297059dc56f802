import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ShipmentDesk } from '../../../../src/core/shipments/view/desk.ts';
import { buildCalendar } from '../../../../src/app/shipments/page/build-calendar.ts';
import { loadDictionary } from '../../../../src/i18n/index.ts';
import { translator } from '../../../../src/i18n/translate.ts';
import { FIXTURES, network, times } from '../../core/shipments/read-file.ts';

async function build(file: string, id: string, lang: 'en' | 'ru' = 'en'): Promise<string | null> {
  const desk = new ShipmentDesk(network, times);
  const steps = desk.add({ n: 1, name: file, bytes: readFileSync(`${FIXTURES}/${file}`) });
  while (!steps.next().done);
  const tr = translator(lang, await loadDictionary(lang));
  const getName = (node: string) => network.nodes.get(node)?.properties.names[lang] ?? node;
  return buildCalendar(desk.describe(`1:${id}`)!, { tr, getName, times, now: Date.UTC(2026, 10, 29) });
}
const unfold = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');
const pick = (text: string, name: string) => unfold(text).filter((line) => line.startsWith(`${name}:`));

describe.each(['en', 'ru'] as const)('the calendar of a shipment in %s', (lang) => {
  it('is what RFC 5545 wants: each event with a number of its own, a stamp and a start; short lines', async () => {
    const text = (await build('dcsa22-01-array.json', 'CATU0003010', lang))!;
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    const count = pick(text, 'BEGIN').length - 1;
    expect(count).toBeGreaterThan(1);
    expect(new Set(pick(text, 'UID')).size).toBe(count);
    expect(pick(text, 'DTSTAMP')).toEqual(Array.from({ length: count }, () => 'DTSTAMP:20261129T000000Z'));
    expect(unfold(text).filter((line) => line.startsWith('DTSTART'))).toHaveLength(count);
  });
});

it('a calendar names the published times that a range rests on, not their ids', async () => {
  const texts = [
    await build('dcsa22-01-array.json', 'CATU0003010'),
    await build('disl-02-history-disordered.utf8bom.csv', 'CATU0000114'),
  ];
  const said = texts.flatMap((text) => (text === null ? [] : pick(text, 'DESCRIPTION'))).join('\n');
  for (const { id } of times) expect(said).not.toContain(id);
});

it('there is none where nothing is expected', async () => {
  expect(await build('fwd-03-day-or-month-first.csv', 'CATU0002210')).toBeNull();
});
