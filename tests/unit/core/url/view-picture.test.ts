import { expect, it } from 'vitest';
import { ALL } from '../../../../src/core/url/paths.ts';
import { readView } from '../../../../src/core/url/url.ts';
import { findViewPicture, writePictured } from '../../../../src/core/url/view-picture.ts';
import { FIRST_VIEW } from '../../../fixtures/first-view.ts';

const PICTURED = writePictured({
  features: ['east-west', 'btk'],
  comparisons: [{ id: 'xian-istanbul', compare: ['ew-btk:xian:sirkeci', 'path:xian:sirkeci:via-meghri'] }],
});
const find = (search: string) => findViewPicture({ ...FIRST_VIEW, ...readView(search, '') }, PICTURED);

it.each([
  ['', ALL],
  ['?panel=claims', ALL],
  ['?select=btk', 'btk'],
  ['?select=btk&panel=article', 'btk'],
  ['?select=aktau-port', null],
  ['?select=east', null],
  ['?select=btk&closed=btk', null],
  ['?panel=compare&compare=ew-btk:xian:sirkeci,path:xian:sirkeci:via-meghri', 'compare-xian-istanbul'],
  ['?panel=compare&compare=path:xian:sirkeci:via-meghri', null],
  ['?panel=compare&tool=find&compare=ew-btk:xian:sirkeci,path:xian:sirkeci:via-meghri', ALL],
  ['?select=btk&compare=ew-btk:xian:sirkeci,path:xian:sirkeci:via-meghri', 'btk'],
  ['?from=xian&to=sirkeci', null],
])('finds the picture of "%s" before any data: %s', (search, id) => {
  expect(find(search)).toBe(id);
});
