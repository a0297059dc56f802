/** Claims put to the test: each by its rule, over the data as they are. */
import type { Atlas } from '../dataset/dataset.ts';
import type { Claim } from '../dataset/model.ts';
import { evaluateCalled } from './called.ts';
import { evaluateCounts } from './counts.ts';
import { evaluateCrosses } from './crosses.ts';
import { evaluateDated } from './dated.ts';
import { evaluateEarliest } from './earliest.ts';
import { evaluateFigures } from './figures.ts';
import type { Finding } from './finding.ts';
import { evaluateJunction } from './junction.ts';
import { evaluateOnlyCountry } from './only-country.ts';
import { evaluatePassable } from './passable.ts';
import { evaluateSamePlace } from './same-place.ts';
import { evaluateShortest } from './shortest.ts';
import { evaluateUsedBy } from './used-by.ts';

/** What the data say of a claim. One without a rule, or whose rule finds nothing to weigh, cannot be tested. */
export function evaluateClaim(atlas: Atlas, { rule }: Pick<Claim, 'rule'>): Finding {
  switch (rule?.kind) {
    case undefined:
      return { verdict: 'cannot-be-tested', columns: [], rows: [] };
    case 'shortest':
      return evaluateShortest(atlas, rule);
    case 'only-country':
      return evaluateOnlyCountry(atlas, rule);
    case 'earliest':
      return evaluateEarliest(atlas, rule);
    case 'dated':
      return evaluateDated(atlas, rule);
    case 'junction':
      return evaluateJunction(atlas, rule);
    case 'figures':
      return evaluateFigures(atlas, rule);
    case 'crosses':
      return evaluateCrosses(atlas, rule);
    case 'used-by':
      return evaluateUsedBy(atlas, rule);
    case 'passable':
      return evaluatePassable(atlas, rule);
    case 'counts':
      return evaluateCounts(atlas, rule);
    case 'called':
      return evaluateCalled(atlas, rule);
    case 'same-place':
      return evaluateSamePlace(atlas, rule);
  }
}

/** Weighs claims when they are asked for, each once: the ways of some take a while to find. */
export function createClaimEvaluator(atlas: Atlas): (claim: Claim) => Finding {
  const known = new Map<Claim, Finding>();
  return (claim) => {
    const finding = known.get(claim) ?? evaluateClaim(atlas, claim);
    known.set(claim, finding);
    return finding;
  };
}
