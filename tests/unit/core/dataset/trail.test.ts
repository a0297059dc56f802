import { expect, it } from 'vitest';
import { findTrail } from '../../../../src/core/dataset/trail.ts';
import { realAtlas } from '../../../fixtures/real.ts';

const atlas = await realAtlas();

it('leads from a route to its corridor, and from a part of an area to the whole', () => {
  expect(findTrail(atlas, 'ew-btk', null)).toEqual(['east-west']);
  expect(findTrail(atlas, 'btk', null)).toEqual([]);
  expect(findTrail(atlas, 'northern', null)).toEqual([]);
  expect(findTrail(atlas, 'port-of-baku-ferry', null)).toEqual(['port-of-baku']);
});

it('leads from a place to the route that the reader came from', () => {
  expect(findTrail(atlas, 'akhalkalaki', 'btk')).toEqual(['btk']);
  expect(findTrail(atlas, 'akhalkalaki', 'ew-btk')).toEqual(['east-west', 'ew-btk']);
  expect(findTrail(atlas, 'akhalkalaki', 'suez')).toEqual(findTrail(atlas, 'akhalkalaki', null));
  expect(findTrail(atlas, 'nothing-of-that-name', null)).toEqual([]);
});
