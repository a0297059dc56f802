import { describe, expect, it } from 'vitest';
import { evaluateClaim } from '../../../src/core/claims/evaluate.ts';
import { findFeatureName } from '../../../src/core/dataset/feature-name.ts';
import { LANGS } from '../../../src/core/dataset/model.ts';
import { loadDictionary } from '../../../src/i18n/index.ts';
import { translator } from '../../../src/i18n/translate.ts';
import { countWords, getCaseKm, MOST_WORDS, writeVerdict } from '../../../src/i18n/verdict.ts';
import { realAtlas } from '../../fixtures/real.ts';

const atlas = await realAtlas();
const claims = [...atlas.claims.values()].map((claim) => ({ id: claim.id, finding: evaluateClaim(atlas, claim) }));

describe.each(LANGS)('a verdict in %s', (lang) => {
  it('is a sentence of 25 words at most for every claim', async () => {
    const tr = translator(lang, await loadDictionary(lang), atlas.context?.countries);
    const getName = (id: string) => findFeatureName(atlas, id, lang) ?? id;
    for (const { id, finding } of claims) {
      const sentence = writeVerdict(tr, finding, getName);
      expect(sentence, id).toMatch(/\p{L}.*[.。]$/u);
      expect(countWords(sentence), `${id}: ${sentence}`).toBeLessThanOrEqual(MOST_WORDS);
    }
  });
});

it('names the cases in which a claim holds and those in which it does not', async () => {
  const tr = translator('en', await loadDictionary('en'), atlas.context?.countries);
  const getName = (id: string) => findFeatureName(atlas, id, 'en') ?? id;
  const write = (id: string) => writeVerdict(tr, claims.find((one) => one.id === id)!.finding, getName);
  expect(write('C01')).toMatch(/^True for Baku – Kars and Xi’an – \S+; not for .*Duisburg|^True for .* more\.$/);
  // The same routes, looked at in other countries.
  expect(write('C02')).toMatch(
    /^True for their main routes \(([^)]+)\); not for all routes of both and their main routes \((?!\1)[^)]+\)\.$/,
  );
  expect(write('C03')).toMatch(/^Not true for: Armenia \(March 2015\), Georgia \(9\sMarch 2015\)/);
  expect(write('C05')).toMatch(/^True for: /);
  expect(write('C08')).toMatch(/^The data do not decide: Azerbaijan, Georgia and/);
});

it('a case has the kilometres of the shortest of its paths, where it is about paths', () => {
  const { rows } = claims.find(({ id }) => id === 'C01')!.finding;
  const paths = rows.map(({ cells }) => cells.flatMap((cell) => (cell.type === 'path' ? [cell.km] : [])));
  expect(rows.map(getCaseKm)).toEqual(paths.map((kms) => Math.min(...kms)));
  expect(claims.find(({ id }) => id === 'C03')!.finding.rows.map(getCaseKm)).not.toContain(expect.any(Number));
});

it('the dataset carries the verdicts that its rules come to', () => {
  for (const { id, finding } of claims) expect(atlas.claims.get(id)!.verdict, id).toBe(finding.verdict);
});
