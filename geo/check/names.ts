import type { Lang } from '../../src/core/dataset/model.ts';
import type { AuthoredNode } from '../read/inputs.ts';
import type { Problem } from '../read/problem.ts';

/** Nodes that are shown from far out. */
const PROMINENT_RANK = 2;

export interface NameLimits {
  namesFile: string;
  /** How many nodes the network has at least. */
  nodes: number;
  /** How many of them have a name in every one of the languages. */
  translated: number;
  /** Languages that the atlas is whole in. */
  languages: readonly Lang[];
}

/** Each node has an English and a local name, the prominent ones a name in every language; and there are enough of both. */
export function checkNames(
  nodes: readonly AuthoredNode[],
  { namesFile, nodes: least, translated, languages }: NameLimits,
): Problem[] {
  const problems: Problem[] = nodes.flatMap(({ file, node: { properties } }) => {
    const { id, name, names, rank } = properties;
    const found: Problem[] = [];
    if (!name.trim()) found.push({ file, feature: id, problem: 'has no English name', remedy: 'set "name"' });
    if (!names.local?.trim()) {
      found.push({ file, feature: id, problem: 'has no local name', remedy: 'set "names.local" in the script of the place' });
    }
    const missing = languages.filter((lang) => !names[lang]);
    if (rank <= PROMINENT_RANK && missing.length > 0) {
      const problem = `is of rank ${rank} and has no name in ${missing.join(', ')}`;
      found.push({ file: namesFile, feature: id, problem, remedy: 'add the names, or give it a rank of 3 or 4' });
    }
    return found;
  });
  if (nodes.length < least) {
    const problem = `there are ${nodes.length}, at least ${least} are wanted`;
    problems.push({ file: 'geo/network/nodes', feature: 'all nodes', problem, remedy: 'add stations and ports' });
  }
  const whole = nodes.filter(({ node }) => languages.every((lang) => node.properties.names[lang])).length;
  if (whole < translated) {
    const problem = `${whole} have a name in every language, at least ${translated} are wanted`;
    problems.push({
      file: namesFile,
      feature: 'all nodes',
      problem,
      remedy: 'translate the names of the next most prominent ones',
    });
  }
  return problems;
}
