import { describe, expect, it } from 'vitest';
import { resolvePath } from '../../../../src/core/compare/resolve-path.ts';
import { describePath, NO_CONDITIONS } from '../../../../src/core/routing/describe-path.ts';
import { findLegs } from '../../../../src/core/routing/legs.ts';
import { computeWithout, describeWayRound, findRoutesBroken } from '../../../../src/core/routing/without.ts';
import { estimateLegs } from '../../../../src/core/measure/estimate.ts';
import { readItem } from '../../../../src/core/url/compare-items.ts';
import { realAtlas } from '../../../fixtures/real.ts';

const atlas = await realAtlas();
const DISRUPTION = { id: 'x', effect: 'restricted' as const, since: '2026', asOf: '2026', note: { en: '' }, sources: [] };
const idsOf = (text: string): string[] => {
  const item = readItem(text);
  if (typeof item === 'string' || item.kind === 'imported') return [];
  const result = resolvePath(atlas, item);
  return 'resolvedPath' in result ? result.resolvedPath.legs.map(({ link }) => link.properties.id) : [];
};
const cases = [...atlas.routes.values()].flatMap((route) =>
  route.changes.slice(0, 1).map(({ node }) => ({ route, node, without: computeWithout(atlas, route, node) })),
);

describe('without a place', () => {
  it('a route goes on by a way that does not pass it, and the line says what that costs', () => {
    const around = cases.filter(({ without }) => without.legs !== null);
    expect(around.length).toBeGreaterThan(0);
    for (const { route, node, without } of around) {
      expect(without.measured!.nodes.some(({ id }) => id === node)).toBe(false);
      const drawn = without.measured!.drawnKm - route.drawnKm;
      expect(Math.abs(without.km! - drawn)).toBeLessThan(0.1 * Math.max(route.drawnKm, without.measured!.drawnKm));
      expect(without.borders).toBe(without.measured!.borderCrossings - route.borderCrossings);
    }
  });

  it('says within which bounds the way round is longer, without the errors of what the two share', () => {
    for (const { route, without } of cases.filter(({ without: one }) => one.legs !== null)) {
      const { bounds, km } = without;
      expect(bounds!.low).toBeLessThanOrEqual(km!);
      expect(bounds!.high).toBeGreaterThanOrEqual(km!);
      const whole = estimateLegs(without.legs!, atlas.lengthModel)!;
      const both = whole.high - whole.low + (route.estimatedHigh! - route.estimatedLow!);
      expect(bounds!.high - bounds!.low, route.id).toBeLessThanOrEqual(both);
    }
    expect(cases.some(({ without: { bounds } }) => bounds && bounds.low < bounds.high)).toBe(true);
  });

  it('the way round can be compared and linked: its item stands for the same links', () => {
    const ways = cases.flatMap(({ route, without: { legs, closed } }) => {
      const path = (legs ?? []).map(({ link, reversed }) => ({ id: link.properties.id, reversed }));
      const item = legs && describeWayRound(atlas, route, closed, path);
      return item === null ? [] : [{ item, closed, path }];
    });
    const [first] = ways;
    expect(first!.item).toContain(`cut-${first!.closed}`);
    expect(idsOf(first!.item)).toEqual(first!.path.map(({ id }) => id));
  });

  it('says how much of the way round is disrupted itself, where it leaves the route', () => {
    const { route, node, without } = cases.find(({ without: one }) => one.legs !== null)!;
    const own = new Set(route.links.map(({ id }) => id));
    const added = without.legs!.map(({ link }) => link.properties).filter(({ id }) => !own.has(id));
    const [one] = added;
    const links = new Map(
      [...atlas.links].map(([id, link]) => {
        const { disruption: _, ...plain } = link.properties;
        return [id, { ...link, properties: id === one!.id ? { ...plain, disruption: DISRUPTION } : plain }];
      }),
    );
    expect(computeWithout({ ...atlas, links }, route, node).disruptedKm).toBe(one!.estimatedKm);
  });

  it('there may be no way at all', () => {
    const route = [...atlas.routes.values()][0]!;
    expect(computeWithout(atlas, route, route.nodes[0]!.id)).toMatchObject({ km: null, borders: null, legs: null });
  });

  it('only routes that it breaks are named, main ones first', () => {
    const [main] = [...atlas.corridors.values()].map((corridor) => atlas.routes.get(corridor.main)!);
    const [first, middle] = [main!.nodes[0]!.id, main!.nodes[main!.nodes.length >> 1]!.id];
    expect(findRoutesBroken(atlas, middle)[0]!.id).toBe(main!.id);
    expect(findRoutesBroken(atlas, first).map(({ id }) => id)).not.toContain(main!.id);
  });
});

it('a path is described by few places, and found again as the same links', () => {
  for (const route of atlas.routes.values()) {
    const described = describePath(atlas, findLegs(atlas, route.links), NO_CONDITIONS);
    if (described) expect(idsOf(described.text)).toEqual(route.links.map(({ id }) => id));
  }
});
