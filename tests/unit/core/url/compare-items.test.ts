import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ComparedItem,
  CRITERIA,
  MOST_COMPARED,
  readCompared,
  readItem,
  splitCompared,
  writeItem,
} from '../../../../src/core/url/compare-items.ts';
import { MODES } from '../../../../src/core/dataset/model.ts';
import { readView } from '../../../../src/core/url/url.ts';

const id = fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,20}$/).filter((text) => text !== 'path' && text !== 'import');
const point = fc.oneof(
  id,
  fc.integer({ min: 0, max: 99_999_000 }).map((metres) => metres / 1000),
);
const item: fc.Arbitrary<ComparedItem> = fc.oneof(
  fc.record({ kind: fc.constant('feature' as const), id }),
  fc.record({ kind: fc.constant('imported' as const), id }),
  fc.record({ kind: fc.constant('section' as const), route: id, from: point, to: point }).filter(({ from, to }) => from !== to),
  fc
    .record({
      kind: fc.constant('path' as const),
      from: id,
      to: id,
      n: fc.integer({ min: 1, max: 9 }),
      by: fc.constantFrom(...CRITERIA),
      avoidCountries: fc.uniqueArray(fc.stringMatching(/^[A-Z]{2}$/), { maxLength: 3 }).map((codes) => codes.sort()),
      avoidModes: fc.subarray([...MODES]),
      via: fc.uniqueArray(id, { maxLength: 2 }),
      openOnly: fc.boolean(),
      avoidDisrupted: fc.boolean(),
      year: fc.option(fc.integer({ min: 1800, max: 2100 })),
      cut: fc.uniqueArray(id, { maxLength: 2 }).map((links) => links.sort()),
    })
    .filter(({ from, to }) => from !== to),
);

describe('a compared item', () => {
  it('comes back from its text as it was', () => {
    fc.assert(
      fc.property(item, (one) => {
        expect(readItem(writeItem(one))).toEqual(one);
      }),
    );
  });

  it('never throws, whatever the text, and is either taken or refused for a reason', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'path:own.-n1by') }))), (texts) => {
        const { items, rejected } = readCompared(texts);
        expect(items.length + rejected.length).toBe(texts.length);
        for (const { text } of items) expect(text).toMatch(/^[A-Za-z0-9:.-]+$/);
      }),
    );
  });

  it('reads the options of a path', () => {
    expect(readItem('path:alat:kars:n2.by-gauge.no-RU.no-sea.no-disrupted.via-tbilisi.open.y2017.cut-a-1')).toEqual({
      kind: 'path',
      from: 'alat',
      to: 'kars',
      n: 2,
      by: 'gauge',
      avoidCountries: ['RU'],
      avoidDisrupted: true,
      avoidModes: ['sea'],
      via: ['tbilisi'],
      openOnly: true,
      year: 2017,
      cut: ['a-1'],
    });
  });

  it.each([
    ['<script>', 'malformed'],
    ['a:b', 'malformed'],
    ['a:b:c:d', 'malformed'],
    ['path:a:b', 'malformed'],
    ['path:a:b:fast', 'malformed'],
    ['path:a:b:y99', 'malformed'],
    ['path:a:b:n1.n2', 'contradictory'],
    ['path:a:b:open.open', 'contradictory'],
    ['a:12:12', 'empty'],
    ['a:12.00:12', 'empty'],
    ['path:a:a:-', 'empty'],
  ])('refuses %s as %s', (text, reason) => {
    expect(readItem(text)).toBe(reason);
  });

  it('is taken once, and six times at most', () => {
    const texts = ['a:1:2', 'a:1.0:2', 'b', 'c', 'd', 'e', 'f', 'g'];
    const { items, rejected } = readCompared(texts);
    expect(items).toHaveLength(MOST_COMPARED);
    expect(rejected).toEqual([
      { text: 'a:1.0:2', reason: 'duplicate' },
      { text: 'g', reason: 'too-many' },
    ]);
  });

  it('keeps a bounded number of texts of an address, good and bad', () => {
    expect(splitCompared('a,,a, b ,<x>')).toEqual(['a', 'b', '<x>']);
    expect(readView(`?compare=${Array.from({ length: 99 }, (_, i) => `r${i}`).join(',')}`, '').compare).toHaveLength(12);
    expect(splitCompared('x'.repeat(9999))[0]).toHaveLength(400);
  });
});
