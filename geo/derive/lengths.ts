import { AtlasError } from '../../src/core/dataset/errors.ts';
import { createPathSearch } from '../../src/core/routing/shortest-path.ts';
import { toMetres } from '../../src/core/measure/measure.ts';
import { FIDELITIES, type Fidelity, type LinkFeature, type Mode, MODES } from '../../src/core/dataset/model.ts';
import type { PublishedLength } from '../read/inputs.ts';
import type { Problem } from '../read/problem.ts';

/** A drawn line is a little shorter than the track, which has curves between stations. */
export const RATIO = { least: 0.95, most: 1.03 };
/** What a kilometre that is not open counts for: a new line is measured, and not the old way round it. */
const WEIGHT = { 'under-construction': 3, planned: 4, closed: 20 };
/** Share of the surveyed rail sections that must hold. */
const ENOUGH = 0.9;

/** A section with a published length and a chain of nodes, measured. */
export interface LengthRow extends PublishedLength {
  /** Ids of the links that it runs over, in the order of travel. */
  links: string[];
  drawnKm: number;
  /** Drawn over published. */
  ratio: number;
  /** The lowest one of its links. */
  fidelity: Fidelity;
  /** Within 0.95–1.03 of the published length; where several are published, of any in their spread. */
  inside: boolean;
}

/** Measures every section that names its nodes; what has no way is told in `problems`. */
export function measureLengths(
  lengths: readonly PublishedLength[],
  links: readonly LinkFeature[],
  { file, problems }: { file: string; problems: Problem[] },
): LengthRow[] {
  const byId = new Map(links.map(({ properties }) => [properties.id, properties]));
  const find = createChainSearch([...byId.values()]);
  return lengths.flatMap((row): LengthRow[] => {
    if (!row.checkChain || row.checkChain.length < 2) return [];
    // "rail+sea" may take both; "mixed" all.
    const modes = MODES.filter((mode) => row.mode.includes(mode));
    const avoidModes = modes.length > 0 ? MODES.filter((mode) => !modes.includes(mode)) : [];
    try {
      const legs = find(row.checkChain, avoidModes);
      const drawnKm = toMetres(legs.reduce((sum, { id }) => sum + byId.get(id)!.drawnKm, 0));
      const ratio = drawnKm / row.km;
      const worst = Math.max(...legs.map(({ id }) => FIDELITIES.indexOf(byId.get(id)!.fidelity)));
      const [low, high] = row.spread ?? [row.km, row.km];
      const inside = drawnKm / low >= RATIO.least && drawnKm / high <= RATIO.most;
      return [{ ...row, links: legs.map(({ id }) => id), drawnKm, ratio, fidelity: FIDELITIES[worst]!, inside }];
    } catch (error) {
      if (!(error instanceof AtlasError)) throw error;
      const { id, from, to } = error.params;
      const problem = id ? `no link has its node "${id}"` : `there is no way of mode ${row.mode} from "${from}" to "${to}"`;
      problems.push({ file, feature: row.id, problem, remedy: 'correct "checkChain", or draw what is missing' });
      return [];
    }
  });
}

/** The links along a chain: that between two nodes where there is one, so that a new line is measured and not the open way round it. */
function createChainSearch(links: readonly LinkFeature['properties'][]) {
  const places = new Set(links.flatMap(({ from, to }) => [from, to]));
  const direct = new Map<string, LinkFeature['properties'][]>();
  for (const link of links) {
    for (const key of [`${link.from} ${link.to}`, `${link.to} ${link.from}`]) {
      direct.set(key, [...(direct.get(key) ?? []), link]);
    }
  }
  // What a search is made of takes longer than the search.
  const searches = new Map<string, ReturnType<typeof createPathSearch>>();
  return (chain: readonly string[], avoidModes: readonly Mode[]): { id: string }[] =>
    chain.slice(1).flatMap((to, i): readonly { id: string }[] => {
      const from = chain[i]!;
      const between = direct.get(`${from} ${to}`)?.find(({ mode }) => !avoidModes.includes(mode));
      if (between) return [between];
      for (const id of [from, to]) if (!places.has(id)) throw new AtlasError('unknown-id', { id });
      const key = avoidModes.join(' ');
      const search = searches.get(key) ?? createPathSearch(links, { avoidModes, weight: WEIGHT });
      searches.set(key, search);
      const legs = search(from, to);
      if (!legs) throw new AtlasError('no-path', { from, to });
      return legs;
    });
}

/** The rail sections that the surveyed lines are judged by. */
export function isSurveyed(rows: readonly LengthRow[]): LengthRow[] {
  return rows.filter(
    ({ mode, fidelity, comparable }) =>
      comparable !== false && mode === 'rail' && (fidelity === 'track' || fidelity === 'stations'),
  );
}

/** Nine in ten of the surveyed sections hold, and every section that does not says why. */
export function checkLengths(rows: readonly LengthRow[], file: string): Problem[] {
  const problems: Problem[] = rows
    .filter(({ inside, explanation }) => !inside && !explanation?.trim())
    .map(({ id, drawnKm, km, ratio }) => ({
      file,
      feature: id,
      problem: `drawn ${drawnKm.toFixed(1)} km is ${ratio.toFixed(3)} of the published ${km} km, without an explanation`,
      remedy: `mend the line, or say why in "explanation" (${RATIO.least}–${RATIO.most} needs none)`,
    }));
  const judged = isSurveyed(rows);
  const outside = judged.filter(({ inside }) => !inside);
  const good = judged.length - outside.length;
  if (judged.length > 0 && good / judged.length < ENOUGH) {
    const ids = outside.map(({ id }) => id).join(', ');
    const problem = `only ${good} of ${judged.length} surveyed rail sections lie within ${RATIO.least}–${RATIO.most}, not ${ids}`;
    problems.push({ file, feature: 'all sections', problem, remedy: 'add via points where the lines are too short' });
  }
  return problems;
}
