import { expect, it } from 'vitest';
import { restoreShown, takeView } from '../../../../src/core/stories/take-view.ts';
import { miniAtlas } from '../../../fixtures/mini.ts';

const filters = { hiddenGroups: null, hiddenModes: [], hiddenStatuses: [], year: null };
const shown = { select: null, compare: [], camera: null, filters };

it('a view is taken with what a chapter can name, and shown again', async () => {
  const atlas = await miniAtlas();
  const groups = [...new Set(atlas.parallelLines.map(({ group }) => group))];
  const [route = ''] = atlas.routes.keys();
  const camera = { zoom: 4, lat: 1, lon: 2 };
  const now = { ...shown, select: route, camera, filters: { ...filters, year: 2018, hiddenGroups: groups.slice(1) } };
  const { view, leftOut } = takeView(atlas, now);
  expect(leftOut).toBe(false);
  expect(view).toEqual({ select: route, year: 2018, camera, only: groups.slice(0, 1) });
  expect(restoreShown(atlas, view, filters)).toEqual(now);
  expect(restoreShown(atlas, {}, { ...filters, year: 1990 })).toEqual(shown);
});

it('a reader’s own routes are left out of it, and that is told', async () => {
  const atlas = await miniAtlas();
  const [route = ''] = atlas.routes.keys();
  const taken = takeView(atlas, { ...shown, select: 'import-abcdef1', compare: [route, 'import:abcdef1'] });
  expect(taken).toEqual({ view: { compare: [route] }, leftOut: true });
});
