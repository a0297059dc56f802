/** Evaluates claims: each by its rule, over the data as they are. */
import * as v from 'valibot';
import type { Atlas } from '../dataset/dataset.ts';
import type { Claim, Verdict } from '../dataset/model.ts';
import { type Finding, UNTESTABLE } from './finding.ts';
import { called } from './rules/called.ts';
import { counts } from './rules/counts.ts';
import { crosses } from './rules/crosses.ts';
import { dated } from './rules/dated.ts';
import { earliest } from './rules/earliest.ts';
import { figures } from './rules/figures.ts';
import { junction } from './rules/junction.ts';
import { onlyCountry } from './rules/only-country.ts';
import { passable } from './rules/passable.ts';
import { samePlace } from './rules/same-place.ts';
import { shortest } from './rules/shortest.ts';
import { usedBy } from './rules/used-by.ts';

/** Every kind of rule: a new one is a file and a line here. */
const RULES = [
  shortest,
  onlyCountry,
  earliest,
  dated,
  junction,
  figures,
  crosses,
  usedBy,
  passable,
  counts,
  called,
  samePlace,
] as const;

/** A rule of any kind, as strictly as the build looks at it. */
export const ruleSchema = v.variant(
  'kind',
  RULES.map(({ schema }) => schema),
);
export type Rule = v.InferOutput<typeof ruleSchema>;

/** The rule of a claim; null where it has none, or one that this version does not know. */
export function readRule({ rule }: Pick<Claim, 'rule'>): Rule | null {
  const result = v.safeParse(ruleSchema, rule);
  return result.success ? result.output : null;
}

/** What the data say of a claim. One without a rule that is known, or whose rule finds nothing to evaluate, cannot be tested. */
export function evaluateClaim(atlas: Atlas, { rule }: Pick<Claim, 'rule'>): Finding {
  return RULES.find(({ kind }) => kind === rule?.kind)?.evaluate(atlas, rule) ?? UNTESTABLE;
}

const evaluators = new WeakMap<Atlas, (claim: Claim) => Finding>();

/** Evaluates claims of an atlas when they are asked for, each once: the paths of some take a while to find. */
export function getClaimEvaluator(atlas: Atlas): (claim: Claim) => Finding {
  const evaluator = evaluators.get(atlas) ?? createClaimEvaluator(atlas);
  evaluators.set(atlas, evaluator);
  return evaluator;
}

function createClaimEvaluator(atlas: Atlas): (claim: Claim) => Finding {
  const known = new Map<Claim, Finding>();
  return (claim) => {
    const finding = known.get(claim) ?? evaluateClaim(atlas, claim);
    known.set(claim, finding);
    return finding;
  };
}

/** The verdict of a claim as the dataset has it; evaluated where it has none. */
export const findVerdict = (atlas: Atlas, claim: Claim): Verdict => claim.verdict ?? getClaimEvaluator(atlas)(claim).verdict;
