import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { checkSignings, listSigningEvents } from '../../../geo/read/signings.ts';
import { manifest } from '../../../src/core/dataset/model.ts';
import { signingsFile } from '../../../src/core/dataset/schema/context/signings.ts';
import { realAtlas } from '../../fixtures/real.ts';

const countryName = (code: string) => (code === 'XX' ? undefined : { en: `Land ${code}`, ru: `Страна ${code}`, zh: `${code}国` });
const signings = {
  about: { en: 'Some.' },
  sources: ['s'],
  documents: { pact: { kind: 'agreement' as const, title: { en: 'a pact', ru: 'пакт', zh: '条约' }, features: ['road'] } },
  signings: [
    { id: 'E1', country: 'AA', document: 'pact', date: '2001', sources: ['s'] },
    { id: 'S-BB', country: 'BB', document: 'pact', date: '2002-03', place: 'town', sources: ['s'] },
  ],
};
const event = {
  id: 'E1',
  date: '2001',
  kind: 'other' as const,
  title: { en: 'One' },
  features: [],
  inArticle: false,
  paragraphs: [],
  sources: ['s'],
};

describe('signings', () => {
  it('become events of the kind of their document, but for those that are events already', () => {
    const events = listSigningEvents(signings, [event], countryName);
    expect(events).toMatchObject([
      {
        id: 'S-BB',
        date: '2002-03',
        kind: 'agreement',
        place: 'town',
        title: { en: 'Land BB: a pact', ru: 'Страна BB: пакт', zh: 'BB国：条约' },
        features: ['road'],
      },
    ]);
  });

  it('that name a country or a document that there is not are told with the remedy', () => {
    const wrong = { ...signings, signings: [{ ...signings.signings[1]!, country: 'XX', document: 'none' }] };
    const problems = checkSignings('signings.json', wrong, countryName);
    expect(problems.map(({ problem }) => problem)).toEqual([expect.stringContaining('"none"'), expect.stringContaining('"XX"')]);
  });

  it('of this atlas are events of the timeline, each with a source that has an address', async () => {
    const atlas = await realAtlas();
    const file = v.parse(signingsFile, JSON.parse(readFileSync('static/data/signings.json', 'utf8')));
    const { sources } = v.parse(manifest, JSON.parse(readFileSync('static/data/manifest.json', 'utf8')));
    const addressed = new Set(sources.flatMap(({ id, url }) => (url ? id : [])));
    expect(file.signings.length).toBeGreaterThan(10);
    for (const one of file.signings) {
      expect(['agreement', 'memorandum'], one.id).toContain(atlas.events.get(one.id)?.kind);
      expect(
        one.sources.some((id) => addressed.has(id)),
        one.id,
      ).toBe(true);
    }
  });
});
