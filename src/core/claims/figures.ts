import { type Atlas, findFeature } from '../dataset/dataset.ts';
import type { Figure } from '../dataset/model.ts';
import { type Finding, type Row, type RuleOf, judgeAll } from './finding.ts';

/** The published figures of a feature. */
export function findFigures(atlas: Atlas, id: string): readonly Figure[] {
  const found = findFeature(atlas, id);
  if (found?.kind === 'area') return found.value.properties.figures;
  return found?.kind === 'route' || found?.kind === 'corridor' ? found.value.figures : [];
}

const sizeOf = ({ value, max, min }: Figure): number | undefined => value ?? max ?? min;

/** Are the figures published, and do they reach the yardstick where there is one? Without a yardstick nothing is decided. */
export function evaluateFigures(atlas: Atlas, { feature, figures }: RuleOf<'figures'>): Finding {
  const published = findFigures(atlas, feature).filter(({ state }) => (state ?? 'actual') === 'actual');
  const rows = figures.flatMap(({ kind, stated, least }): Row[] => {
    const found = published.filter((figure) => figure.kind === kind);
    const asked = least === undefined ? [] : [{ type: 'n' as const, n: least }];
    if (found.length === 0) return [{ cells: [{ type: 'none' }, ...asked], holds: null }];
    return found.map((figure) => {
      const size = sizeOf(figure);
      const reached = least === undefined || size === undefined ? null : size >= least;
      return { cells: [{ type: 'figure', figure }, ...asked], holds: stated ? true : reached };
    });
  });
  const measured = figures.some(({ least }) => least !== undefined);
  return { verdict: judgeAll(rows), columns: measured ? ['found', 'asked'] : ['found'], rows };
}
