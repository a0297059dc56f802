import type { Atlas } from '../dataset/dataset.ts';
import { INTERNATIONAL_WATERS } from '../measure/measure.ts';
import type { RouteProperties } from '../dataset/model.ts';
import { type Finding, type Row, type RuleOf, judgeCases } from './finding.ts';

/** Which countries have length on routes of all the corridors, or a node where routes of all of them meet. */
export function evaluateOnlyCountry(atlas: Atlas, { country, corridors, cases }: RuleOf<'only-country'>): Finding {
  const rows = cases.map(({ routes, meeting }): Row => {
    const groups = corridors.map((id) => routesOf(atlas, id, routes));
    const sets = groups.map((group) => new Set(group.flatMap(meeting ? nodesOf : countriesOf)));
    const common = [...(sets[0] ?? [])].filter((one) => sets.every((set) => set.has(one)));
    const found = meeting ? common.flatMap((node) => atlas.nodes.get(node)?.properties.country ?? []) : common;
    const codes = [...new Set(found)];
    return {
      cells: [
        { type: 'scope', routes, meeting },
        { type: 'countries', codes },
      ],
      holds: sets.some(({ size }) => size === 0) ? null : codes.length === 1 && codes[0] === country,
    };
  });
  return { verdict: judgeCases(rows), columns: ['which', 'countries'], rows };
}

const countriesOf = ({ byCountry }: RouteProperties) =>
  byCountry.map(({ code }) => code).filter((code) => code !== INTERNATIONAL_WATERS);
const nodesOf = ({ nodes }: RouteProperties) => nodes.map(({ id }) => id);

function routesOf(atlas: Atlas, id: string, which: 'all' | 'main'): RouteProperties[] {
  const corridor = atlas.corridors.get(id);
  const ids = corridor ? (which === 'main' ? [corridor.main] : corridor.routes) : [id];
  return ids.flatMap((route) => atlas.routes.get(route) ?? []);
}
