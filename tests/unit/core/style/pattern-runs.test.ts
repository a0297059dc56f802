import { expect, it } from 'vitest';
import type { LinkProperties } from '../../../../src/core/dataset/model.ts';
import { findPatternRuns } from '../../../../src/core/style/patterns/pattern-runs.ts';

const link = (mode: string, status: string, drawnKm: number, estimatedKm?: number) =>
  ({ mode, status, drawnKm, estimatedKm }) as LinkProperties;

it('joins neighbours of one pattern, by their estimates where there are any', () => {
  const links = [link('rail', 'open', 100, 110), link('rail', 'open', 50), link('sea', 'open', 400), link('rail', 'planned', 30)];
  expect(findPatternRuns(links)).toEqual([
    { pattern: 'rail', km: 160 },
    { pattern: 'sea', km: 400 },
    { pattern: 'planned', km: 30 },
  ]);
});
