/** The verdicts on the article's claims by the published data, and how another network changes them. */
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { beforeAll, expect, it } from 'vitest';
import { checkClaims } from '../../../../geo/check/claims.ts';
import { type Inputs, readInputs } from '../../../../geo/read/inputs.ts';
import { readCompared } from '../../../../src/core/url/compare-items.ts';
import type { Cell } from '../../../../src/core/claims/finding.ts';
import { evaluateClaim } from '../../../../src/core/claims/evaluate.ts';
import { type Atlas, indexAtlas, type Parts } from '../../../../src/core/dataset/dataset.ts';
import { PARTS } from '../../../../src/core/dataset/load/load.ts';
import type { LinkFeature } from '../../../../src/core/dataset/model.ts';

let atlas: Atlas;
beforeAll(() => {
  const read = ([name, { file, schema }]: [string, (typeof PARTS)[keyof typeof PARTS]]) => [
    name,
    v.parse(schema, JSON.parse(readFileSync(`static/data/${file}`, 'utf8'))),
  ];
  atlas = indexAtlas(Object.fromEntries(Object.entries(PARTS).map(read)) as Parts);
});

const VERDICTS = {
  C01: 'holds-if',
  C02: 'holds-if',
  C03: 'contradicted',
  C04: 'supported',
  C05: 'supported',
  C06: 'cannot-be-tested',
  C07: 'cannot-be-tested',
  C08: 'cannot-be-tested',
  C09: 'holds-if',
  C10: 'holds-if',
  C11: 'cannot-be-tested',
  C12: 'supported',
  C13: 'holds-if',
  C14: 'holds-if',
};

const getFinding = (of: Atlas, id: string) => evaluateClaim(of, of.claims.get(id)!);

function withLinks(change: (link: LinkFeature['properties']) => Partial<LinkFeature['properties']>): Atlas {
  const links = [...atlas.links].map(
    ([id, link]) => [id, { ...link, properties: { ...link.properties, ...change(link.properties) } }] as const,
  );
  return { ...atlas, links: new Map(links) };
}

const { languages } = readInputs('geo', []).expected;

it('each of the fourteen claims gets its verdict, with rows that tell why and limits in every language', () => {
  expect(Object.fromEntries([...atlas.claims.keys()].map((id) => [id, getFinding(atlas, id).verdict]))).toEqual(VERDICTS);
  for (const [id, claim] of atlas.claims) {
    const { verdict, rows, columns } = getFinding(atlas, id);
    expect(rows.length, id).toBeGreaterThan(0);
    for (const { cells } of rows) expect(cells.length, id).toBe(columns.length);
    expect(Object.keys(claim.outcomes?.[verdict] ?? {}), id).toEqual(expect.arrayContaining(['en', ...languages]));
    expect(readCompared(claim.compare ?? []).rejected, id).toEqual([]);
  }
});

it('“the shortest rail connection” holds from Baku to Kars, not from Moscow or to Duisburg, and is a tie where lengths are too close to tell', () => {
  const { rows } = getFinding(atlas, 'C01');
  const cases = rows.map(({ cells: [ends, ...paths], holds, tie }) => {
    if (ends?.type !== 'ends') throw new Error('the ends of each case');
    const [by, other] = paths.map((path) => (path.type === 'path' ? Math.round(path.km / 100) : null));
    const { from, to, conditions } = ends;
    return [
      `${from} ${to} ${conditions.modes?.join('+') ?? 'any'} ${conditions.statuses?.length === 1 ? 'open' : 'later'}`,
      tie ? 'tie' : holds,
      by,
      other,
    ];
  });
  expect(cases).toEqual([
    ['baku kars rail open', true, 8, 78],
    ['baku kars rail later', 'tie', 8, 8],
    ['moscow sirkeci rail open', false, 51, 35],
    ['xian sirkeci rail open', 'tie', 105, 107],
    ['xian sirkeci rail+sea open', true, 93, 99],
    ['xian sirkeci rail+sea later', 'tie', 91, 91],
    ['xian constanta rail+sea open', false, null, 84],
    ['xian duisburg rail open', false, 131, 97],
    ['tehran sirkeci any open', false, 34, 30],
    ['ayrilik-cesmesi sirkeci rail open', false, null, 0],
  ]);
});

it('another network gives other verdicts', () => {
  const opened = withLinks(({ status }) => (status === 'closed' ? {} : { status: 'open' }));
  expect(getFinding(opened, 'C01').rows[0]).toMatchObject({ holds: null, tie: true });
  expect(getFinding(opened, 'C10').verdict).toBe('supported');
  const shut = withLinks(({ mode }) => (mode === 'sea' ? { status: 'closed' } : {}));
  expect(getFinding(shut, 'C04').verdict).toBe('holds-if');
  const sooner = new Map(atlas.events).set('E03', { ...atlas.events.get('E03')!, date: '2014-05' });
  expect(getFinding({ ...atlas, events: sooner }, 'C03').verdict).toBe('supported');
});

it('the countries on both corridors are more than one, except where the main routes meet', () => {
  const codes = getFinding(atlas, 'C02').rows.map(({ cells }) =>
    (cells[1] as Extract<Cell, { type: 'countries' }>).codes.join(' '),
  );
  expect(codes.at(-1)).toBe('AZ');
  expect(codes[0]).toContain('KZ');
});

it('a rule that names what does not exist, and a comparison that no address could have, are told of', () => {
  const inputs: Inputs = readInputs('geo', []);
  expect(checkClaims(inputs)).toEqual([]);
  const [claim] = inputs.context.claims;
  Object.assign(claim!, { rule: { kind: 'counts', route: 'no-such-route', against: 'btk' }, compare: ['nowhere', 'a:b:c:d:e'] });
  expect(checkClaims(inputs).map(({ feature, problem }) => `${feature}: ${problem}`)).toEqual([
    'C01: its rule names a route "no-such-route", which does not exist',
    'C01: "compare" names "nowhere", which does not exist',
    'C01: "compare" has "a:b:c:d:e", which is malformed',
  ]);
});
