import { type Atlas, getName, getText } from '../../core/dataset/dataset.ts';
import { readEstimate } from '../../core/measure/estimate.ts';
import type { LineNames } from '../../core/style/line-names.ts';
import type { Translator } from '../translate.ts';
import { joinParts } from '../punctuation.ts';

/** Kilometres to which a length on the map is rounded: it stands for several branches. */
const ROUNDED = 10;
/** Letters of a short name that fit beside each other on a phone. */
const MOST_LETTERS = 14;

/** A long name on two lines, broken behind the dash between its two ends. */
const breakName = (name: string): string => (name.length > MOST_LETTERS ? name.replace(/(?<=[–—]) ?/, '\n') : name);

/** What the map writes along each corridor: its short name, and about how long its main route is where there is room for it. */
export function formatLineNames(tr: Translator, { corridors, routes }: Pick<Atlas, 'corridors' | 'routes'>): LineNames {
  return Object.fromEntries(
    [...corridors.values()].flatMap((corridor) => {
      const main = corridor.kind === 'corridor' ? routes.get(corridor.main) : undefined;
      if (!main) return [];
      const km = readEstimate(main)?.km ?? main.drawnKm;
      const name = getName(tr.lang, corridor);
      const short = corridor.shortName ? getText(tr.lang, corridor.shortName) : name;
      // The key has the whole name.
      const full = joinParts(tr, [short, `≈ ${tr.km(Math.round(km / ROUNDED) * ROUNDED)}`], 'dot');
      return [[corridor.id, { full, short: breakName(short) }]];
    }),
  );
}
