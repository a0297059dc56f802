import type { LinkProperties } from '../../dataset/model.ts';
import { getPattern, type Pattern } from './pattern.ts';

/** A piece of a line that is drawn in one pattern, in kilometres of its estimate. */
export interface PatternRun {
  pattern: Pattern;
  km: number;
}

/** Links in the order of travel as runs of one pattern each. */
export function findPatternRuns(links: readonly LinkProperties[]): PatternRun[] {
  const runs: PatternRun[] = [];
  for (const { mode, status, estimatedKm, drawnKm } of links) {
    const [pattern, km] = [getPattern(mode, status), estimatedKm ?? drawnKm];
    const last = runs.at(-1);
    if (last?.pattern === pattern) last.km += km;
    else runs.push({ pattern, km });
  }
  return runs;
}
