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
