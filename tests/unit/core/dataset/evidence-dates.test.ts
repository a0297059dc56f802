import { expect, it } from 'vitest';
import { computeEvidenceSpan, computeStatusDate } from '../../../../src/core/dataset/evidence-dates.ts';
import type { LinkFeature } from '../../../../src/core/dataset/model.ts';

const link = (asOf?: string) => ({ properties: { asOf } }) as unknown as LinkFeature;

it('the span of evidence is that of the links which have a date', () => {
  expect(computeEvidenceSpan([link('2025'), link(), undefined, link('2026-01-30')])).toEqual({
    oldest: '2025',
    newest: '2026-01-30',
  });
  expect(computeEvidenceSpan([link()])).toBeNull();
});

it('the dataset speaks of the day of its newest evidence, disruptions among it', () => {
  expect(computeStatusDate([link('2025-12')], [{ asOf: '2026-07' }])).toBe('2026-07');
  expect(computeStatusDate([link('2026-08')], [{ asOf: '2026-07' }])).toBe('2026-08');
  expect(computeStatusDate([], [])).toBeNull();
});
