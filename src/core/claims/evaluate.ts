/** Claims put to the test: each by its rule, over the data as they are. */
import type { Atlas } from '../dataset/dataset.ts';
import type { Claim } from '../dataset/model.ts';
import { weighCalled } from './called.ts';
import { weighCounts } from './counts.ts';
import { weighCrosses } from './crosses.ts';
import { weighDated } from './dated.ts';
import { weighEarliest } from './earliest.ts';
import { weighFigures } from './figures.ts';
import type { Finding } from './finding.ts';
import { weighJunction } from './junction.ts';
import { weighOnlyCountry } from './only-country.ts';
import { weighPassable } from './passable.ts';
import { weighSamePlace } from './same-place.ts';
import { weighShortest } from './shortest.ts';
import { weighUsedBy } from './used-by.ts';

/** What the data say of a claim. One without a rule, or whose rule finds nothing to weigh, cannot be tested. */
export function weigh(atlas: Atlas, { rule }: Pick<Claim, 'rule'>): Finding {
  switch (rule?.kind) {
    case undefined:
      return { verdict: 'cannot-be-tested', columns: [], rows: [] };
    case 'shortest':
      return weighShortest(atlas, rule);
    case 'only-country':
      return weighOnlyCountry(atlas, rule);
    case 'earliest':
      return weighEarliest(atlas, rule);
    case 'dated':
      return weighDated(atlas, rule);
    case 'junction':
      return weighJunction(atlas, rule);
    case 'figures':
      return weighFigures(atlas, rule);
    case 'crosses':
      return weighCrosses(atlas, rule);
    case 'used-by':
      return weighUsedBy(atlas, rule);
    case 'passable':
      return weighPassable(atlas, rule);
    case 'counts':
      return weighCounts(atlas, rule);
    case 'called':
      return weighCalled(atlas, rule);
    case 'same-place':
      return weighSamePlace(atlas, rule);
  }
}

/** Weighs claims when they are asked for, each once: the ways of some take a while to find. */
export function weigher(atlas: Atlas): (claim: Claim) => Finding {
  const known = new Map<Claim, Finding>();
  return (claim) => {
    const finding = known.get(claim) ?? weigh(atlas, claim);
    known.set(claim, finding);
    return finding;
  };
}
