import type { Atlas } from '../dataset/dataset.ts';
import { type Finding, type Row, type RuleOf, judgeCases } from './finding.ts';

/** Which countries off the route have sent or got something over it, by dated events, and of which nothing is known? */
export function evaluateUsedBy(atlas: Atlas, { route: id, uses }: RuleOf<'used-by'>): Finding {
  const along = new Set((atlas.routes.get(id)?.byCountry ?? []).map(({ code }) => code));
  const used = new Set<string>();
  const rows = uses.flatMap(({ event, countries }): Row[] => {
    const date = atlas.events.get(event)?.date;
    const codes = countries.filter((code) => !along.has(code));
    if (date === undefined || codes.length === 0) return [];
    for (const code of codes) used.add(code);
    return [
      {
        cells: [
          { type: 'countries', codes },
          { type: 'feature', id: event },
          { type: 'date', date },
        ],
        holds: true,
      },
    ];
  });
  const others = otherCountries(atlas, along).filter((code) => !used.has(code));
  if (others.length > 0)
    rows.push({ cells: [{ type: 'others', codes: others }, { type: 'none' }, { type: 'none' }], holds: null });
  return { verdict: judgeCases(rows), columns: ['country', 'event', 'date'], rows };
}

/** Countries that a railway of the atlas passes, other than those along the route. */
function otherCountries(atlas: Atlas, along: ReadonlySet<string>): string[] {
  const codes = [...atlas.links.values()]
    .filter(({ properties }) => properties.mode === 'rail')
    .flatMap(({ properties }) => properties.countries.map(({ code }) => code));
  return [...new Set(codes)].filter((code) => !along.has(code)).sort();
}
