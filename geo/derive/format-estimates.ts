/** What `npm run data` prints of lengths: published against measured and estimated, the calibration, and how well it foretells. */
import { estimateLegs } from '../../src/core/measure/estimate.ts';
import type { LinkFeature } from '../../src/core/dataset/model.ts';
import type { Estimates } from './estimates.ts';
import { isSurveyed, type LengthRow, RATIO } from './lengths.ts';
import type { LeftOut } from './leave-one-out.ts';

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** Rows in aligned columns. */
function formatColumns(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, i) => Math.max(...rows.map((row) => row[i]!.length)));
  return rows.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i]!))
      .join('  ')
      .trimEnd(),
  );
}

/** Published, measured and estimated length of every section; the estimate for a section is by the others alone where it counts. */
export function formatLengthTable(
  rows: readonly LengthRow[],
  links: readonly LinkFeature[],
  { model, chosen }: Estimates,
): string {
  const byId = new Map(links.map((link) => [link.properties.id, link]));
  const leftOut = new Map(chosen.rows.map((row) => [row.section.id, row]));
  const head = ['id', 'section', 'published', 'spread', 'drawn', 'ratio', 'fidelity', 'estimated', 'left out', 'error', ''];
  const body = rows.map(({ id, from, to, km, spread, drawnKm, ratio, fidelity, inside, explanation, links: ids }) => {
    const estimate = estimateLegs(
      ids.map((link) => ({ link: byId.get(link)!, reversed: false })),
      model,
    );
    const left = leftOut.get(id);
    return [
      ...[id, `${from} – ${to}`, `${km}`, spread ? spread.join('–') : '', drawnKm.toFixed(1), ratio.toFixed(3), fidelity],
      estimate ? `${estimate.km.toFixed(1)} (${estimate.low.toFixed(0)}–${estimate.high.toFixed(0)})` : '',
      ...(left ? [formatInterval(left, model.z), `${percent(left.error)}${holds(left, model.z) ? '' : ' *'}`] : ['', '']),
      explanation ?? (inside ? '' : 'NOT EXPLAINED'),
    ];
  });
  const judged = isSurveyed(rows);
  const good = judged.filter(({ inside }) => inside).length;
  const share = `${good} of ${judged.length} rail sections of fidelity track or stations within ${RATIO.least}–${RATIO.most}`;
  return [...formatColumns([head, ...body]), '', share].join('\n');
}

const formatInterval = ({ km, deviation }: LeftOut, z: number): string =>
  `${km.toFixed(1)} (${(km - z * deviation).toFixed(0)}–${(km + z * deviation).toFixed(0)})`;

const holds = ({ km, deviation, section }: LeftOut, z: number): boolean => Math.abs(km - section.km) <= z * deviation;

/** Factors and errors of each kind, what they were chosen against, and how many sections lie in their interval. */
export function formatCalibration({ model, trials, chosen }: Estimates): string {
  const covered = (rows: readonly LeftOut[]) => {
    const inside = rows.filter((row) => holds(row, model.z)).length;
    return rows.length > 0 ? `${inside} of ${rows.length}` : '–';
  };
  const kinds = model.kinds.map(({ kind, factor, common, own, sections, pooled }) => {
    const rows = chosen.rows.filter(({ section }) => mainKind(section.links, chosen.candidate.kindOf) === kind);
    const from = pooled ? `${sections}: too few, errors of all sections, doubled` : `${sections}`;
    return [kind, factor.toFixed(4), percent(common), percent(own), covered(rows), from];
  });
  const compared = trials.map(({ candidate, mean, median, rows }) => [
    candidate.name,
    percent(mean),
    percent(median),
    `${rows.filter(({ error }) => Math.abs(error) <= 0.03).length} of ${rows.length}`,
    `${rows.filter(({ error }) => Math.abs(error) <= 0.1).length} of ${rows.length}`,
    candidate === chosen.candidate ? 'used: the simplest that none beats by a twentieth' : '',
  ]);
  const widths = chosen.rows.map(({ km, deviation }) => (model.z * deviation) / km).sort((a, b) => a - b);
  return [
    'Calibration: published over measured length (factor: median of the sections that are mainly of the kind)',
    ...formatColumns([['kind', 'factor', 'common', 'own', 'left out, in interval', 'sections'], ...kinds]),
    '',
    'Left out, each published section with all that overlap it: absolute error of what the others foretell',
    ...formatColumns([['factors by', 'mean', 'median', 'within 3 %', 'within 10 %', ''], ...compared]),
    '',
    `${covered(chosen.rows)} left-out sections lie in their interval (${percent(model.level)} wanted, z ${model.z.toFixed(2)}); ` +
      `half its width is ${percent(widths[Math.floor(widths.length / 2)] ?? 0)} of the length in the middle`,
  ].join('\n');
}

function mainKind<L extends { drawnKm: number }, K>(links: readonly L[], kindOf: (link: L) => K): K | undefined {
  const km = new Map<K, number>();
  for (const link of links) km.set(kindOf(link), (km.get(kindOf(link)) ?? 0) + link.drawnKm);
  return [...km].sort((a, b) => b[1] - a[1])[0]?.[0];
}
