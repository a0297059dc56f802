/** Something in the data that does not hold, told so that whoever edits the data can mend it. */
export interface Problem {
  /** Path from the project's root. */
  file: string;
  /** Id of the feature, or the place in the file. */
  feature: string;
  problem: string;
  /** What to do about it, as an instruction. */
  remedy: string;
}

export function describeProblem({ file, feature, problem, remedy }: Problem): string {
  return `${file}: ${feature}: ${problem}. Remedy: ${remedy}.`;
}

/** What a terminal shows at once: the first causes are what counts. */
const MOST_LINES = 20;

/** A line for each problem, no two alike, in their order; at most 20 lines in all, the last of them with what is left out. */
export function formatProblems(problems: readonly Problem[]): string[] {
  const lines = [...new Set(problems.map(describeProblem))];
  if (lines.length === 0) return [];
  const shown = lines.slice(0, MOST_LINES - 1);
  const left = lines.length - shown.length;
  return [...shown, `${lines.length} problem${lines.length === 1 ? '' : 's'}${left > 0 ? `, ${left} of them not shown` : ''}`];
}
