import { expect, it } from 'vitest';
import { dropSharedStart } from '../../../../src/core/dataset/short-names.ts';

it('leaves out the words with which all names begin', () => {
  expect(dropSharedStart(['East–West via Poti', 'East–West via Kuryk'])).toEqual(['Poti', 'Kuryk']);
  expect(dropSharedStart(['North–South, western branch', 'North–South across the sea'])).toEqual([
    'Western branch',
    'Across the sea',
  ]);
  expect(dropSharedStart(['东西线：经波季', '东西线：经巴统'])).toEqual(['经波季', '经巴统']);
});

it('keeps whole words, and names that would be left empty', () => {
  expect(dropSharedStart(['Kuryk line', 'Kurgan line'])).toEqual(['Kuryk line', 'Kurgan line']);
  expect(dropSharedStart(['East', 'East West'])).toEqual(['East', 'East West']);
  expect(dropSharedStart(['Alone'])).toEqual(['Alone']);
});
