import { type Atlas, findLinksAt } from '../dataset/dataset.ts';
import type { Figure } from '../dataset/model.ts';
import { findFigures } from './figures.ts';
import { type Finding, type Row, type RuleOf, judgeCases } from './finding.ts';

/** How many open lines of each mode leave a place that may be several nodes, and does a figure say that they are used? */
export function evaluateJunction(atlas: Atlas, { nodes, least, figure }: RuleOf<'junction'>): Finding {
  const open = nodes.flatMap((node) => findLinksAt(atlas, node)).filter(({ status }) => status === 'open');
  const leaving = [...new Set(open)].filter(({ from, to }) => !nodes.includes(from) || !nodes.includes(to));
  const rows: Row[] = least.map(({ mode, n }) => {
    const found = leaving.filter((link) => link.mode === mode).length;
    return {
      cells: [
        { type: 'open', mode },
        { type: 'n', n: found },
        { type: 'n', n },
      ],
      holds: found >= n,
    };
  });
  if (figure) {
    const { feature, kind, except } = figure;
    const last = latest(
      findFigures(atlas, feature).filter(
        (one) =>
          one.kind === kind && (one.state ?? 'actual') === 'actual' && one.sources.some((source) => !except.includes(source)),
      ),
    );
    rows.push({
      cells: [
        { type: 'feature', id: figure.feature },
        last ? { type: 'figure', figure: last } : { type: 'none' },
        { type: 'none' },
      ],
      holds: last ? true : null,
    });
  }
  return { verdict: judgeCases(rows), columns: ['what', 'found', 'asked'], rows };
}

function latest(figures: readonly Figure[]): Figure | undefined {
  return figures.toSorted((a, b) => ((a.when ?? '') < (b.when ?? '') ? 1 : -1))[0];
}
