import { expect, it } from 'vitest';
import type { Chapter, StoryView } from '../../../src/core/dataset/model.ts';
import { loadDictionary } from '../../../src/i18n/index.ts';
import { translator } from '../../../src/i18n/translate.ts';
import { describeView } from '../../../src/pages/story/story-page.ts';
import { miniAtlas } from '../../fixtures/mini.ts';

it('what is seen of a chapter with a year names the railway that was open then, of what its map draws', async () => {
  const atlas = await miniAtlas();
  const tr = translator('en', await loadDictionary('en'));
  const [route] = [...atlas.routes.values()];
  const say = (view: StoryView): string => {
    const chapter: Chapter = { id: 'one', view, heading: { en: 'Then and now' }, text: { en: [] } };
    return describeView({ atlas, tr }, chapter);
  };
  const readKm = (text: string): number =>
    Number(/ · ([\d,]+)\skm of railway open at the end of/.exec(text)?.[1]?.replace(',', ''));
  const rail = [...atlas.links.values()].map(({ properties }) => properties).filter(({ mode }) => mode === 'rail');
  const opened = rail.filter((link) => link.opened === '1901').length;
  expect(opened).toBeGreaterThan(0);
  expect(readKm(say({ year: 1901 }))).toBeGreaterThan(readKm(say({ year: 1900 })));
  expect(readKm(say({ year: 1901, only: [route!.id] }))).toBeLessThanOrEqual(readKm(say({ year: 1901 })));
  expect(say({ select: route!.id })).not.toMatch(/railway open/);
  expect(say({ chart: 'years', year: 1950, only: [route!.id] })).toMatch(
    /at the end of 1901 · .* at the end of 1950 · .* open today$/,
  );
});
