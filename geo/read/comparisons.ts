import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { comparisonsFile, type ReadyComparison } from '../../src/core/dataset/schema/context/comparisons.ts';
import { readJson } from './json.ts';
import type { Problem } from './problem.ts';

/** Where the comparisons of an atlas stand, relative to the project's root. */
export const locateComparisons = (dir: string): string => relative('.', join(dir, 'context', 'comparisons.json'));

/**
 * Reads the comparisons that are made already; none where the file is missing.
 *
 * @param dir the folder `geo` or one like it
 * @param problems what does not parse is added here
 */
export function readComparisons(dir: string, problems: Problem[]): ReadyComparison[] {
  const file = locateComparisons(dir);
  return existsSync(file) ? readJson(file, { schema: comparisonsFile, fallback: [] }, problems) : [];
}
