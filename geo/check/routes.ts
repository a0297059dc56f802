import { getEnd, type MeasuredLeg, getStart, toMetres } from '../../src/core/measure/measure.ts';
import type { LinkFeature, RouteFeature } from '../../src/core/dataset/model.ts';
import type { Problem } from '../read/problem.ts';

/** Every leg starts where the one before ends, no link is travelled twice, and the parts add up to the whole. */
export function checkRoutes(routes: readonly RouteFeature[], links: readonly LinkFeature[], file: string): Problem[] {
  const byId = new Map(links.map((link) => [link.properties.id, link]));
  return routes.flatMap(({ properties }) => {
    const { id, drawnKm, byCountry, byMode, byStatus } = properties;
    const legs = properties.links.flatMap((leg): MeasuredLeg[] => {
      const link = byId.get(leg.id);
      return link ? [{ link, reversed: leg.reversed }] : [];
    });
    const problems: Problem[] = [];
    legs.forEach((leg, i) => {
      const before = legs[i - 1];
      if (before && getEnd(before) !== getStart(leg)) {
        const problem = `is broken between "${getEnd(before)}" and "${getStart(leg)}"`;
        problems.push({ file, feature: id, problem, remedy: 'name the nodes between them in "via"' });
      }
    });
    const twice = legs.filter((leg, i) => legs.findIndex(({ link }) => link === leg.link) < i);
    if (twice[0]) {
      const others = twice.length > 1 ? ` and ${twice.length - 1} other links` : '';
      const problem = `travels ${twice[0].link.properties.id}${others} twice`;
      problems.push({ file, feature: id, problem, remedy: 'put the nodes of "via" in the order of travel, or take one out' });
    }
    for (const [name, rows] of Object.entries({ byCountry, byMode, byStatus })) {
      const sum = toMetres(rows.reduce((km, row) => km + row.km, 0));
      if (Math.abs(sum - drawnKm) > 0.01) {
        const problem = `${name} adds up to ${sum} km of ${drawnKm} km`;
        problems.push({ file, feature: id, problem, remedy: 'this is a fault of src/core/measure/measure.ts, not of the data' });
      }
    }
    return problems;
  });
}
