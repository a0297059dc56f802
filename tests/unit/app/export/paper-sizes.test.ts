import { expect, it } from 'vitest';
import { findUsualPaper } from '../../../../src/app/export/paper-sizes.ts';

it.each([
  [['en-US', 'en'], 'letter'],
  [['es-MX'], 'letter'],
  [['zh-Hant-US'], 'letter'],
  [['en', 'fr-CA'], 'letter'],
  [['en-GB', 'en-US'], 'a4'],
  [['az'], 'a4'],
  [[], 'a4'],
] as const)('%j is read where paper is %s', (languages, paper) => {
  expect(findUsualPaper(languages)).toBe(paper);
});
