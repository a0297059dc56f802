import * as v from 'valibot';
import { findLinksAt } from '../../dataset/dataset.ts';
import { MODES } from '../../dataset/enums.ts';
import type { Figure } from '../../dataset/model.ts';
import { FIGURE_KINDS, id } from '../../dataset/schema/fields.ts';
import { findActualFigures } from '../figures.ts';
import { judgeCases, type Row } from '../finding.ts';
import { defineRule, createIdField, some } from '../rule.ts';

/** At least so many open lines of each mode leave the nodes, taken as one place, and a figure shows that they are used. */
export const junction = defineRule(
  'junction',
  {
    nodes: some(createIdField('node')),
    least: some(v.object({ mode: v.picklist(MODES), n: v.pipe(v.number(), v.integer(), v.minValue(1)) })),
    figure: v.optional(v.object({ feature: createIdField('any'), kind: v.picklist(FIGURE_KINDS), except: v.array(id) })),
  },
  (atlas, { nodes, least, figure }) => {
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
      const independent = findActualFigures(atlas, feature).filter(
        (one) => one.kind === kind && one.sources.some((source) => !except.includes(source)),
      );
      const latest = findLatest(independent);
      rows.push({
        cells: [
          { type: 'feature', id: feature },
          latest ? { type: 'figure', figure: latest } : { type: 'none' },
          { type: 'none' },
        ],
        holds: latest ? true : null,
      });
    }
    return { verdict: judgeCases(rows), columns: ['what', 'found', 'asked'], rows };
  },
);

function findLatest(figures: readonly Figure[]): Figure | undefined {
  return figures.toSorted((a, b) => ((a.when ?? '') < (b.when ?? '') ? 1 : -1))[0];
}
