/** Each rule that evaluates a claim: what it finds in the small atlas, and how other data turn the verdict. */
import { beforeAll, describe, expect, it } from 'vitest';
import { isBefore } from '../../../../src/core/claims/rules/earliest.ts';
import { type Row, judgeAll, judgeCases } from '../../../../src/core/claims/finding.ts';
import { getClaimEvaluator, evaluateClaim, type Rule } from '../../../../src/core/claims/evaluate.ts';
import { type Atlas, computeBounds, findClaimsAbout, findFeature } from '../../../../src/core/dataset/dataset.ts';
import type { AtlasEvent, Claim, LinkFeature, RouteProperties } from '../../../../src/core/dataset/model.ts';
import { miniAtlas } from '../../../fixtures/mini.ts';

let atlas: Atlas;
beforeAll(async () => {
  atlas = await miniAtlas();
});

/** The atlas with one link changed, and with its routes as they are. */
function withLink(id: string, change: Partial<LinkFeature['properties']>): Atlas {
  const link = atlas.links.get(id)!;
  return { ...atlas, links: new Map(atlas.links).set(id, { ...link, properties: { ...link.properties, ...change } }) };
}

function withRoute(id: string, change: Partial<RouteProperties>): Atlas {
  return { ...atlas, routes: new Map(atlas.routes).set(id, { ...atlas.routes.get(id)!, ...change }) };
}

function withEvents(...events: Partial<AtlasEvent>[]): Atlas {
  const rows = events.map((event) => ({
    kind: 'other' as const,
    title: { en: 'Event' },
    features: [],
    inArticle: false,
    paragraphs: [],
    sources: ['yearbook'],
    ...(event as Pick<AtlasEvent, 'id' | 'date'>),
  }));
  return { ...atlas, events: new Map(rows.map((event) => [event.id, event])) };
}

const verdict = (of: Atlas, rule: Rule) => evaluateClaim(of, { rule }).verdict;
const holds = (of: Atlas, rule: Rule) => evaluateClaim(of, { rule }).rows.map((row) => row.holds);

describe('a verdict', () => {
  const rows = (...all: (boolean | null)[]): Row[] => all.map((one) => ({ cells: [], holds: one }));

  it('of cases holds under conditions where some of them hold and others do not, or cannot be said', () => {
    expect(judgeCases(rows(true, true))).toBe('supported');
    expect(judgeCases(rows(true, false))).toBe('holds-if');
    expect(judgeCases(rows(true, null))).toBe('holds-if');
    expect(judgeCases(rows(false, null))).toBe('contradicted');
    expect(judgeCases(rows(null))).toBe('cannot-be-tested');
    expect(judgeCases([])).toBe('cannot-be-tested');
  });

  it('of what must all hold is decided by the one that does not', () => {
    expect(judgeAll(rows(true, true))).toBe('supported');
    expect(judgeAll(rows(true, null, false))).toBe('contradicted');
    expect(judgeAll(rows(true, null))).toBe('cannot-be-tested');
    expect(judgeAll([])).toBe('cannot-be-tested');
  });

  it('of a claim without a rule is that it cannot be tested', () => {
    expect(evaluateClaim(atlas, {})).toEqual({ verdict: 'cannot-be-tested', columns: [], rows: [] });
  });

  it('of a rule that this version does not know, or of another shape, is that it cannot be tested', () => {
    const finding = { verdict: 'cannot-be-tested', columns: [], rows: [] };
    expect(evaluateClaim(atlas, { rule: { kind: 'from-a-later-version' } })).toEqual(finding);
    expect(evaluateClaim(atlas, { rule: { kind: 'counts', route: 'western-railway' } })).toEqual(finding);
  });

  it('is found once for each claim', () => {
    const find = getClaimEvaluator(atlas);
    const claim = atlas.claims.get('C01')!;
    expect(find(claim)).toBe(find(claim));
  });
});

describe('the rule "shortest"', () => {
  const by = (statuses: ('open' | 'planned')[]): Extract<Rule, { kind: 'shortest' }> => ({
    kind: 'shortest',
    route: 'through',
    through: 'eastend',
    cases: [{ from: 'haven', to: 'northend', modes: ['rail'], statuses }],
  });

  it('holds for the ends and statuses between which no other path is shorter', () => {
    expect(verdict(atlas, by(['open']))).toBe('supported');
    expect(verdict(atlas, by(['open', 'planned']))).toBe('contradicted');
    const both: Rule = { ...by(['open']), cases: [...by(['open']).cases, ...by(['open', 'planned']).cases] };
    expect(verdict(atlas, both)).toBe('holds-if');
  });

  it('gives the kilometres of both paths and the longer one’s difference', () => {
    const [row] = evaluateClaim(atlas, { rule: by(['open', 'planned']) }).rows;
    const [, railway, best] = row!.cells;
    if (best?.type !== 'path' || railway?.type !== 'path') throw new Error('two paths');
    expect(best.km).toBeCloseTo(atlas.links.get('haven--northend')!.properties.estimatedKm!, 2);
    expect(best.high).toBeLessThan(railway.low);
    expect(railway.moreKm).toBeCloseTo(railway.km - best.km, 6);
    expect(railway.moreKm).toBeGreaterThan(10);
  });

  it('changes with the network: once the short cut opens, the railway is no longer the shortest', () => {
    expect(verdict(withLink('haven--northend', { status: 'open' }), by(['open']))).toBe('contradicted');
    expect(verdict(withLink('haven--northend', { status: 'open', drawnKm: 900, estimatedKm: 900 }), by(['open']))).toBe(
      'supported',
    );
  });

  it('cannot be tested between ends that nothing joins, and takes no path that turns back', () => {
    const cut: Rule = { ...by(['open']), cases: [{ from: 'quay', to: 'northend', modes: ['rail'], statuses: ['open'] }] };
    expect(verdict(atlas, cut)).toBe('cannot-be-tested');
    const aside: Rule = { ...by(['open']), cases: [{ from: 'westend', to: 'haven', statuses: ['open'] }] };
    const finding = evaluateClaim(atlas, { rule: aside });
    expect(finding.verdict).toBe('contradicted');
    expect(finding.rows[0]!.cells[1]).toEqual({ type: 'offPath' });
  });

  it('is a tie where the intervals of both lengths overlap, and decides nothing then', () => {
    const [first, second] = ['haven--eastend', 'eastend--northend'].map((id) => atlas.links.get(id)!.properties.drawnKm);
    const drawnKm = (first! + second!) * 0.99;
    const near = withLink('haven--northend', { status: 'open', drawnKm, estimatedKm: drawnKm });
    const { rows, verdict: found } = evaluateClaim(near, { rule: by(['open']) });
    expect([found, rows[0]!.holds, rows[0]!.tie]).toEqual(['cannot-be-tested', null, true]);
    expect(evaluateClaim(atlas, { rule: by(['open']) }).rows[0]).not.toHaveProperty('tie');
  });

  it('says each case as an address of the comparison has it', () => {
    expect(evaluateClaim(atlas, { rule: by(['open']) }).rows[0]!.compare).toEqual(['path:haven:northend:no-sea.no-road.open']);
    expect(evaluateClaim(atlas, { rule: by(['open', 'planned']) }).rows[0]!.compare).toBeUndefined();
  });
});

describe('the rule "only-country"', () => {
  const rule = (country: string): Rule => ({
    kind: 'only-country',
    country,
    corridors: ['middle', 'western-railway'],
    cases: [
      { routes: 'all', meeting: false },
      { routes: 'main', meeting: true },
    ],
  });

  it('lists the countries on both, and turns with the countries that a route passes', () => {
    expect(evaluateClaim(atlas, { rule: rule('AA') }).rows[0]!.cells[1]).toEqual({ type: 'countries', codes: ['AA', 'BB'] });
    expect(verdict(atlas, rule('AA'))).toBe('contradicted');
    const { nodes, byCountry } = atlas.routes.get('western-railway')!;
    const short = withRoute('western-railway', {
      byCountry: byCountry.filter(({ code }) => code === 'AA'),
      nodes: nodes.filter(({ id }) => atlas.nodes.get(id)!.properties.country === 'AA'),
    });
    expect(verdict(short, rule('AA'))).toBe('supported');
    expect(verdict(short, rule('BB'))).toBe('contradicted');
  });
});

describe('the rule "earliest"', () => {
  const rule: Rule = { kind: 'earliest', event: 'a', country: 'AA', others: [{ event: 'b', country: 'BB' }] };

  it('compares dates as precisely as they are known', () => {
    expect(isBefore('2015-03', '2015-12-10')).toBe(true);
    expect(isBefore('2016', '2015-12-10')).toBe(false);
    expect(isBefore('2015', '2015-12-10')).toBeNull();
  });

  it('turns with the dates', () => {
    expect(verdict(withEvents({ id: 'a', date: '2015-03' }, { id: 'b', date: '2015-12' }), rule)).toBe('supported');
    expect(verdict(withEvents({ id: 'a', date: '2015-12' }, { id: 'b', date: '2015-03-09' }), rule)).toBe('contradicted');
    expect(verdict(withEvents({ id: 'a', date: '2015' }, { id: 'b', date: '2015-03-09' }), rule)).toBe('cannot-be-tested');
    expect(verdict(withEvents({ id: 'a', date: '2015' }), rule)).toBe('cannot-be-tested');
  });
});

describe('the rule "dated"', () => {
  const rule: Rule = { kind: 'dated', events: [{ event: 'a', says: '2018-05', place: 'quay' }], except: ['article'] };

  it('asks for another source, and for the same time and place', () => {
    const found = (event: Partial<AtlasEvent>) =>
      verdict(withEvents({ id: 'a', date: '2018-05-14', place: 'quay', ...event }), rule);
    expect(found({})).toBe('supported');
    expect(found({ date: '2018-06-01' })).toBe('contradicted');
    expect(found({ place: 'haven' })).toBe('contradicted');
    expect(found({ sources: ['article'] })).toBe('cannot-be-tested');
  });
});

describe('the rule "junction"', () => {
  const rule: Rule = {
    kind: 'junction',
    nodes: ['quay'],
    least: [
      { mode: 'rail', n: 1 },
      { mode: 'sea', n: 1 },
    ],
  };

  it('counts the open lines of each mode', () => {
    expect(verdict(atlas, rule)).toBe('supported');
    expect(verdict(withLink('quay--haven-sea', { status: 'closed' }), rule)).toBe('holds-if');
  });

  it('counts several nodes as one place, without the lines between them', () => {
    const one: Rule = { kind: 'junction', nodes: ['quay', 'haven'], least: [{ mode: 'sea', n: 1 }] };
    expect(verdict(atlas, one)).toBe('contradicted');
  });
});

describe('the rule "figures"', () => {
  const rule = (figure: { stated?: boolean; least?: number }): Rule => ({
    kind: 'figures',
    feature: 'through',
    figures: [{ kind: 'speed', ...figure }],
  });

  it('decides by a yardstick or a statement, and not at all without either', () => {
    expect(verdict(atlas, rule({ least: 50 }))).toBe('supported');
    expect(verdict(atlas, rule({ least: 70 }))).toBe('contradicted');
    expect(verdict(atlas, rule({ stated: true }))).toBe('supported');
    expect(verdict(atlas, rule({}))).toBe('cannot-be-tested');
    expect(verdict(withRoute('through', { figures: [] }), rule({ stated: true }))).toBe('cannot-be-tested');
  });
});

describe('the rule "crosses"', () => {
  it('asks for length and stations in each country', () => {
    expect(verdict(atlas, { kind: 'crosses', route: 'western-railway', countries: ['AA', 'BB'] })).toBe('supported');
    expect(verdict(atlas, { kind: 'crosses', route: 'western-railway', countries: ['AA', 'CC'] })).toBe('holds-if');
    expect(verdict(atlas, { kind: 'crosses', route: 'western-railway', countries: ['CC'] })).toBe('contradicted');
    expect(verdict(atlas, { kind: 'crosses', route: 'none', countries: ['CC'] })).toBe('cannot-be-tested');
  });
});

describe('the rule "used-by"', () => {
  const rule: Rule = { kind: 'used-by', route: 'western-railway', uses: [{ event: 'a', countries: ['CC', 'AA'] }] };

  it('counts countries off the route with a dated event', () => {
    expect(verdict(withEvents({ id: 'a', date: '2020' }), rule)).toBe('supported');
    expect(evaluateClaim(withEvents({ id: 'a', date: '2020' }), { rule }).rows[0]!.cells[0]).toEqual({
      type: 'countries',
      codes: ['CC'],
    });
    expect(verdict(withEvents(), rule)).toBe('cannot-be-tested');
  });
});

describe('the rule "passable"', () => {
  const rule: Rule = {
    kind: 'passable',
    route: 'through',
    through: [],
    cases: [{ statuses: ['open'] }, { statuses: ['open', 'planned'] }],
  };

  it('turns when a section of the path is no longer open, and counts what is not built', () => {
    expect(verdict(atlas, rule)).toBe('supported');
    const planned = withLink('haven--eastend', { status: 'planned' });
    expect(holds(planned, rule)).toEqual([false, true]);
    expect(verdict(planned, rule)).toBe('holds-if');
    const unbuilt = evaluateClaim(planned, { rule }).rows[1]!.cells[2];
    expect(unbuilt).toEqual({ type: 'km', km: atlas.links.get('haven--eastend')!.properties.estimatedKm });
  });
});

describe('the rule "counts"', () => {
  const rule: Rule = { kind: 'counts', route: 'western-railway', against: 'through' };

  it('holds where the route has fewer, does not where it has more; as many decide nothing', () => {
    expect(verdict(atlas, rule)).toBe('supported');
    expect(verdict(atlas, { ...rule, route: 'through', against: 'western-railway' })).toBe('contradicted');
    expect(verdict(withRoute('western-railway', { modeChanges: 9 }), rule)).toBe('holds-if');
    expect(verdict(atlas, { ...rule, against: 'western-railway' })).toBe('cannot-be-tested');
    expect(verdict(atlas, { ...rule, against: 'none' })).toBe('cannot-be-tested');
  });
});

describe('the rule "called"', () => {
  const rule: Rule = { kind: 'called', names: [{ feature: 'middle', name: 'Middle' }] };

  it('turns with the names that others use', () => {
    expect(verdict(atlas, rule)).toBe('supported');
    const corridor = { ...atlas.corridors.get('middle')!, alsoKnownAs: [{ en: 'Treaty Route' }] };
    const named = { ...atlas, corridors: new Map(atlas.corridors).set('middle', corridor) };
    expect(verdict(named, rule)).toBe('holds-if');
    expect(verdict(atlas, { kind: 'called', names: [{ feature: 'middle', name: 'Upper' }] })).toBe('contradicted');
  });
});

describe('the rule "same-place"', () => {
  it('turns with the distance', () => {
    const area = [...atlas.areas.keys()][0]!;
    const node = 'quay';
    expect(verdict(atlas, { kind: 'same-place', area, node, withinKm: 2000 })).toBe('supported');
    expect(verdict(atlas, { kind: 'same-place', area, node: 'haven', withinKm: 50 })).toBe('contradicted');
    expect(verdict(atlas, { kind: 'same-place', area, node, withinKm: 300, not: 'northend' })).toBe('holds-if');
  });
});

describe('a claim', () => {
  it('is a feature: it has an id, an extent, and is found from what it speaks of', () => {
    const claim: Claim = atlas.claims.get('C01')!;
    expect(findFeature(atlas, 'C01')).toEqual({ kind: 'claim', value: claim });
    expect(computeBounds(atlas, 'C01')).toEqual(computeBounds(atlas, 'middle'));
    expect(findClaimsAbout(atlas, 'middle')).toEqual([claim]);
  });
});
