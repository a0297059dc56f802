import { type Atlas, getName } from '../../core/dataset/dataset.ts';
import { readEstimate } from '../../core/measure/estimate.ts';
import type { LineNames } from '../../core/style/line-names.ts';
import type { Translator } from '../translate.ts';

/** Kilometres to which a length on the map is rounded: it stands for several branches. */
const ROUNDED = 10;

/** What the map writes along each corridor: its name, and about how long its main route is. */
export function formatLineNames(tr: Translator, { corridors, routes }: Pick<Atlas, 'corridors' | 'routes'>): LineNames {
  return Object.fromEntries(
    [...corridors.values()].flatMap((corridor) => {
      const main = corridor.kind === 'corridor' ? routes.get(corridor.main) : undefined;
      if (!main) return [];
      const km = readEstimate(main)?.km ?? main.drawnKm;
      return [
        [corridor.id, [getName(tr.lang, corridor), `≈ ${tr.km(Math.round(km / ROUNDED) * ROUNDED)}`].join(tr.t('join.dot'))],
      ];
    }),
  );
}
