/** What readers of 2026 ask for beside the lines: works, limits and traffic, each with a date and a source that can be followed. */
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { manifest } from '../../../src/core/dataset/model.ts';
import { realAtlas } from '../../fixtures/real.ts';

const atlas = await realAtlas();
const { sources: all } = v.parse(manifest, JSON.parse(readFileSync('static/data/manifest.json', 'utf8')));
const addresses = new Map(all.map(({ id, url }) => [id, url]));
const isFollowed = (sources: readonly string[]) => sources.some((id) => addresses.get(id));

describe('events along the corridors', () => {
  it.each([
    ['works on Ayagoz–Bakhty', 'X32', '2023-12'],
    ['works on the port of Anaklia', 'X33', '2024-10-22'],
    ['the terminal at Poti', 'X34', '2025-06-09'],
    ['works at Aktau and Kuryk', 'X35', '2026-02-25'],
    ['the demand of March 2026', 'X36', '2026-03'],
    ['credit for Divriği–Kars', 'X37', '2024-12-05'],
    ['rebuilding of Alat–Osmanli', 'X38', '2025-02-28'],
    ['the train from Xi’an to Aprin', 'X39', '2025-05-25'],
    ['Chabahar–Zahedan', 'X40', '2025-10-25'],
    ['electric trains Garmsar–Incheh Borun', 'X41', '2017-03-28'],
    ['the new line to Kapıkule', 'X42', '2025-12-21'],
    ['night hours of freight through Marmaray', 'X43', '2019-10'],
  ])('tell of %s, with a place and a date', (_, id, date) => {
    const event = atlas.events.get(id)!;
    expect(event.date).toBe(date);
    expect(event.place ?? event.at).toBeDefined();
    expect(event.features.length).toBeGreaterThan(0);
  });

  it('that the article does not tell can be followed to a source with an address', () => {
    for (const { id, inArticle, sources } of atlas.events.values()) if (!inArticle) expect(isFollowed(sources), id).toBe(true);
  });
});

describe('figures of traffic', () => {
  it('have the trains of the Middle Corridor and of the northern route, year by year', () => {
    const middle = atlas.corridors.get('east-west')!.figures.filter(({ kind }) => kind === 'trains');
    expect(middle.map(({ when, value }) => [when, value])).toEqual([
      ['2024', 287],
      ['2025', 392],
    ]);
    const northern = atlas.routes.get('northern')!.figures.filter(({ kind }) => kind === 'trains' || kind === 'containers');
    expect(northern.length).toBeGreaterThanOrEqual(3);
    for (const { sources, when } of [...middle, ...northern]) {
      expect(when).toMatch(/^202[45]/);
      expect(isFollowed(sources)).toBe(true);
    }
  });
});

it('every link has the date of the newest evidence of its status', () => {
  for (const [id, { properties }] of atlas.links) expect(properties.asOf, id).toMatch(/^\d{4}(-\d{2}){0,2}$/);
});
