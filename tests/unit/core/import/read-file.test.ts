import { expect, it, vi } from 'vitest';
import { polyline } from '../../../../src/core/import/formats/polyline.ts';
import { convertText } from '../../../fixtures/import/convert.ts';

it.each([
  'Failed to fetch dynamically imported module: https://example.org/a.js',
  'error loading dynamically imported module: https://example.org/a.js',
  'Importing a module script failed.',
])('a library that cannot be fetched is an issue of the file, named by its format: %s', async (message) => {
  const read = vi.spyOn(polyline, 'read').mockRejectedValue(new TypeError(message));
  const { issues } = await convertText('_p~iF~ps|U_ulLnnqC_mqNvxq`@');
  read.mockRestore();
  expect(issues.map(({ code, params }) => [code, params])).toEqual([['reader-missing', { what: 'Encoded polyline' }]]);
});
