import * as v from 'valibot';
import type { Figure } from '../../dataset/model.ts';
import { FIGURE_KINDS } from '../../dataset/schema/fields.ts';
import { findActualFigures } from '../figures.ts';
import { judgeAll, type Row } from '../finding.ts';
import { defineRule, createIdField, some } from '../rule.ts';

const getSize = ({ value, max, min }: Figure): number | undefined => value ?? max ?? min;

/** Published figures: `stated` is enough where it is there, `least` is a yardstick; without either nothing is decided. */
export const figures = defineRule(
  'figures',
  {
    feature: createIdField('any'),
    figures: some(
      v.object({
        kind: v.picklist(FIGURE_KINDS),
        stated: v.optional(v.boolean()),
        least: v.optional(v.pipe(v.number(), v.finite())),
      }),
    ),
  },
  (atlas, { feature, figures: asked }) => {
    const published = findActualFigures(atlas, feature);
    const rows = asked.flatMap(({ kind, stated, least }): Row[] => {
      const found = published.filter((figure) => figure.kind === kind);
      const yardstick = least === undefined ? [] : [{ type: 'n' as const, n: least }];
      if (found.length === 0) return [{ cells: [{ type: 'none' }, ...yardstick], holds: null }];
      return found.map((figure) => {
        const size = getSize(figure);
        const reached = least === undefined || size === undefined ? null : size >= least;
        return { cells: [{ type: 'figure', figure }, ...yardstick], holds: stated ? true : reached };
      });
    });
    const isMeasured = asked.some(({ least }) => least !== undefined);
    return { verdict: judgeAll(rows), columns: isMeasured ? ['found', 'asked'] : ['found'], rows };
  },
);
