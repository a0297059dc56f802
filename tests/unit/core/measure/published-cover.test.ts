import { expect, it } from 'vitest';
import type { LengthModel } from '../../../../src/core/dataset/schema/length-model.ts';
import { findPublishedCover } from '../../../../src/core/measure/published-cover.ts';
import { network } from '../routing/small-network.ts';

const { links } = network({ a: 'AA', b: 'AA', c: 'AA', d: 'AA' }, [
  { id: 'ab', from: 'a', to: 'b', km: 10 },
  { id: 'bc', from: 'b', to: 'c', km: 10 },
  { id: 'cd', from: 'c', to: 'd', km: 10 },
]);
const section = (id: string, km: number, over: string[]) => ({
  id,
  km,
  drawnKm: 10 * over.length,
  errorBelow: 0,
  errorAbove: 0,
  sharesKm: 0,
  links: over,
  sources: ['book'],
});
const model = (...sections: LengthModel['sections']): LengthModel => ({ level: 0.8, z: 1, kinds: [], sections });
const path = (...ids: string[]) => ids.map((id) => links.get(id)!.properties);

it('the published length of a path is that of the section that covers it, in either direction', () => {
  const one = model(section('S', 21, ['ab', 'bc']));
  expect(findPublishedCover(path('ab', 'bc'), one)).toBe(21);
  expect(findPublishedCover(path('bc', 'ab'), one)).toBe(21);
});

it('it is put together from as few sections and links as follow each other without a gap', () => {
  const some = model(section('S', 21, ['ab', 'bc']), section('T', 11, ['ab']), section('U', 12, ['bc']), section('V', 9, ['cd']));
  expect(findPublishedCover(path('ab', 'bc', 'cd'), some)).toBe(30);
  const own = path('ab', 'cd').map((link) => ({
    ...link,
    published: [
      { km: 5, source: 'book', part: true },
      { km: 7, source: 'x' },
    ],
  }));
  expect(findPublishedCover([own[0]!], null)).toBe(7);
});

it('there is none where a part is not covered', () => {
  expect(findPublishedCover(path('ab', 'bc', 'cd'), model(section('S', 21, ['ab', 'bc'])))).toBeNull();
  expect(findPublishedCover(path('ab'), model(section('S', 21, ['ab', 'bc'])))).toBeNull();
  expect(findPublishedCover([], model())).toBeNull();
});
