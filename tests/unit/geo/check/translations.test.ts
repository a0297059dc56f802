import { expect, it } from 'vitest';
import { checkTranslations } from '../../../../geo/check/texts/translations.ts';
import { formatMissing } from '../../../../geo/publish/translations.ts';
import { describeProblem } from '../../../../geo/read/problem.ts';

const parts = {
  'changes.json': [{ id: 'coast', date: '2026-11-29', title: { en: 'Ports on their shore', fa: 'بندرها بر ساحل خود' } }],
  context: { article: { paragraphs: [{ n: 7, text: { en: [{ text: 'Ships' }] } }] }, names: { en: 'a name is no text' } },
  rule: { names: [{ feature: 'btk', name: 'called so, in any language' }] },
};

it('tells which texts a language lacks that the atlas is whole in, by file, place and language', () => {
  expect(checkTranslations(parts, ['fa']).map(describeProblem)).toEqual([
    'context: article.paragraphs.7.text: has no text in "fa". Remedy: add its translation.',
  ]);
  expect(checkTranslations(parts, ['kk'])[0]).toMatchObject({ file: 'changes.json', feature: 'coast.title' });
});

it('leaves texts of other languages to the report, which counts them', () => {
  expect(checkTranslations(parts, [])).toEqual([]);
  expect(formatMissing(parts)).toMatch(/^fa +1 of 2 +1 of 1$/m);
});
