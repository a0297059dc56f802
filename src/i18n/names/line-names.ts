import { type Atlas, getName, getText } from '../../core/dataset/dataset.ts';
import { readEstimate } from '../../core/measure/estimate.ts';
import type { LineNames } from '../../core/style/line-names.ts';
import type { Translator } from '../translate.ts';
import { joinParts } from '../punctuation.ts';

/** Kilometres to which a length on the map is rounded: it stands for several branches. */
const ROUNDED = 10;

/** What the map writes along each corridor: its name, and about how long its main route is where there is room for it. */
export function formatLineNames(tr: Translator, { corridors, routes }: Pick<Atlas, 'corridors' | 'routes'>): LineNames {
  return Object.fromEntries(
    [...corridors.values()].flatMap((corridor) => {
      const main = corridor.kind === 'corridor' ? routes.get(corridor.main) : undefined;
      if (!main) return [];
      const km = readEstimate(main)?.km ?? main.drawnKm;
      const name = getName(tr.lang, corridor);
      const short = corridor.shortName ? getText(tr.lang, corridor.shortName) : name;
      const full = joinParts(tr, [name, `≈ ${tr.km(Math.round(km / ROUNDED) * ROUNDED)}`], 'dot');
      return [[corridor.id, { short, full }]];
    }),
  );
}
