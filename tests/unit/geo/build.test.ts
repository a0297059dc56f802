import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { build } from '../../../geo/build.ts';
import { describeProblem, formatProblems } from '../../../geo/read/problem.ts';
import { lengthModelFile } from '../../../src/core/dataset/schema/length-model.ts';
import { linksFile, manifest, nodesFile, routesFile, parallelLinesFile } from '../../../src/core/dataset/model.ts';
import { MINI, miniBase, miniLeast } from '../../fixtures/mini.ts';

let to: string;
beforeEach(() => {
  to = mkdtempSync(join(tmpdir(), 'atlas-'));
  process.env.SOURCE_DATE_EPOCH = '1700000000';
});
afterEach(() => {
  rmSync(to, { recursive: true });
  delete process.env.SOURCE_DATE_EPOCH;
});

const run = (from = MINI) => build({ from, to, base: miniBase, least: miniLeast });
const read = <S extends v.GenericSchema>(name: string, schema: S): v.InferOutput<S> =>
  v.parse(schema, JSON.parse(readFileSync(join(to, name), 'utf8')));

describe('the build of a small atlas', () => {
  it('finds nothing wrong and writes every file of the published dataset', async () => {
    const { problems } = await run();
    expect(problems).toEqual([]);
    expect(readdirSync(to).sort()).toEqual([
      ...[
        'areas.geojson',
        'changes.atom',
        'changes.json',
        'comparisons.json',
        'context.json',
        'corridors.json',
        'disruptions.json',
        'events.json',
        'first.json',
      ],
      ...[
        'length-model.json',
        'lengths.json',
        'links.geojson',
        'manifest.json',
        'nodes.geojson',
        'parallel-lines.json',
        'routes-index.json',
      ],
      ...['routes.geojson', 'stories.json', 'texts', 'times.json'],
    ]);
  });

  it('lists every file with its digest, and gives the same bytes for the same data', async () => {
    await run();
    const first = readFileSync(join(to, 'manifest.json'), 'utf8');
    await run();
    expect(readFileSync(join(to, 'manifest.json'), 'utf8')).toBe(first);
    const { files, built } = read('manifest.json', manifest);
    expect(built).toBe('2023-11-14T22:13:20.000Z');
    expect(Object.keys(files)).toContain('links.geojson');
    expect(files['links.geojson']?.bytes).toBe(readFileSync(join(to, 'links.geojson')).length);
  });

  it('measures a route over land, sea and land', async () => {
    await run();
    const routes = read('routes.geojson', routesFile).features.map(({ properties }) => properties);
    const through = routes.find(({ id }) => id === 'through')!;
    expect(through.links.map(({ id }) => id)).toEqual([
      'westend--frontier',
      'frontier--quay',
      'quay--haven-sea',
      'haven--eastend',
    ]);
    expect(through.byCountry.map(({ code }) => code)).toEqual(['AA', 'BB', 'XZ', 'CC']);
    expect(through.crossings.map(({ from, to: other, bySea }) => [from, other, bySea])).toEqual([
      ['AA', 'BB', false],
      ['BB', 'CC', true],
    ]);
    expect(through.breaks.map(({ node, fromMm, toMm }) => [node, fromMm, toMm])).toEqual([['frontier', 1435, 1520]]);
    expect(through.changes.map(({ node, from, to: other }) => [node, from, other])).toEqual([
      ['quay', 'rail', 'sea'],
      ['haven', 'sea', 'rail'],
    ]);
  });

  it('prefers open track to a planned short cut', async () => {
    await run();
    const north = read('routes.geojson', routesFile).features.find(({ properties }) => properties.id === 'to-the-north')!;
    expect(north.properties.links.map(({ id }) => id)).not.toContain('haven--northend');
    expect(north.properties.links[0]).toEqual({ id: 'eastend--northend', reversed: true });
  });

  it('cuts a link at the border and makes the shares add up to its length', async () => {
    await run();
    for (const { properties } of read('links.geojson', linksFile).features) {
      const sum = properties.countries.reduce((km, share) => km + share.km, 0);
      expect(sum).toBeCloseTo(properties.drawnKm, 6);
    }
  });

  it('merges translated names and other spellings into the nodes', async () => {
    await run();
    const quay = read('nodes.geojson', nodesFile).features.find(({ properties }) => properties.id === 'quay')!;
    expect(quay.properties.names).toMatchObject({ local: 'Quay', zh: '码头', also: 'Old Quay; Kay' });
  });

  it('gives nodes the codes that other systems know them by', async () => {
    await run();
    const quay = read('nodes.geojson', nodesFile).features.find(({ properties }) => properties.id === 'quay')!;
    expect(quay.properties.codes).toEqual({ locode: 'BBQUA', esr: ['672907'] });
  });

  it('draws shared track once for each group, in slots that keep their side', async () => {
    await run();
    const shared = read('parallel-lines.json', parallelLinesFile).filter(({ link }) => link === 'westend--frontier');
    expect(shared.map(({ group, lane, laneCount, colour }) => [group, lane, laneCount, colour])).toEqual([
      ['middle', 0, 2, 'teal'],
      ['western-railway', 1, 2, 'violet'],
    ]);
    expect(shared[0]?.routes).toEqual(['through', 'to-the-north']);
  });

  it('writes nothing where something does not hold', async () => {
    const broken = mkdtempSync(join(tmpdir(), 'atlas-geo-'));
    writeFileSync(join(broken, 'sources.json'), '[{"id": "a"');
    const { problems } = await run(broken);
    expect(problems.some(({ file, problem }) => file.endsWith('sources.json') && problem.startsWith('is not JSON'))).toBe(true);
    expect(readdirSync(to)).toEqual([]);
    rmSync(broken, { recursive: true });
  });

  it('estimates every link and route, by published sections where they cover it', async () => {
    await run();
    const links = new Map(read('links.geojson', linksFile).features.map(({ properties }) => [properties.id, properties]));
    for (const { drawnKm, estimatedKm, estimatedLow, estimatedHigh } of links.values()) {
      expect(estimatedLow!).toBeLessThan(estimatedKm!);
      expect(estimatedHigh!).toBeGreaterThan(estimatedKm!);
      expect(estimatedKm! / drawnKm).toBeGreaterThan(0.8);
    }
    // A section over one link is a published length of that link.
    expect(links.get('haven--eastend')).toMatchObject({ estimatedKm: 200, published: [{ km: 200, source: 'yearbook' }] });
    const through = read('routes.geojson', routesFile).features.find(({ properties }) => properties.id === 'through')!.properties;
    expect(through.estimate!.sections).toEqual(['L1', 'L2']);
    expect(through.estimate!.kinds.map(({ kind }) => kind)).toEqual(['sea']);
    expect(read('length-model.json', lengthModelFile).sections.map(({ id, links: run }) => [id, run.length])).toEqual([
      ['L1', 2],
      ['L2', 1],
    ]);
  });

  it('prints published and drawn length, ratio and fidelity of each section, and how well the estimates foretell them', async () => {
    const { report } = await run();
    expect(report).toMatch(/L1 +Westend – Quay +385 +38\d\.\d +1\.00\d +stations/);
    expect(report).toMatch(/L2 .*towns +200\.0 \(199–201\) .*The yearbook counts a loop/);
    expect(report).toMatch(/rail-detailed +0\.99\d+ .*too few/);
    expect(report).toMatch(/\d of 2 left-out sections lie in their interval/);
    expect(report).toContain('1 of 1 rail sections of fidelity track or stations within 0.95–1.03');
  });
});

describe('problems, as the terminal shows them', () => {
  const problem = (feature: string) => ({ file: 'geo/a.json', feature, problem: 'is amiss', remedy: 'mend it' });

  it('are twenty lines at most, no two alike, with the number of those left out', () => {
    expect(formatProblems([])).toEqual([]);
    expect(formatProblems([problem('a'), problem('a')])).toEqual(['geo/a.json: a: is amiss. Remedy: mend it.', '1 problem']);
    const lines = formatProblems(Array.from({ length: 74 }, (_, i) => problem(`f${i}`)));
    expect(lines).toHaveLength(20);
    expect(lines[0]).toContain('f0:');
    expect(lines.at(-1)).toBe('74 problems, 55 of them not shown');
  });

  /** A copy of the small atlas with one file changed, built. */
  const buildWith = async (file: string, change: (text: string) => string) => {
    const from = mkdtempSync(join(tmpdir(), 'atlas-geo-'));
    cpSync(MINI, from, { recursive: true });
    writeFileSync(join(from, file), change(readFileSync(join(from, file), 'utf8')));
    const { problems } = await run(from);
    rmSync(from, { recursive: true });
    return problems.map(describeProblem);
  };

  it('name the line of a file that is not JSON, and nothing that merely follows from it', async () => {
    const lines = await buildWith('network/routes.json', (text) => text.replace(',', ';'));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/routes\.json: line \d+: is not JSON .*Remedy: correct it there\.$/);
  });

  it('name a value that is none of those allowed, and not the routes that lack its line', async () => {
    const file = readdirSync(join(MINI, 'network/lines'))[0]!;
    const lines = await buildWith(`network/lines/${file}`, (text) => text.replace(/"status": "[a-z-]+"/, '"status": "opened"'));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/\(status\): .*"opened"/);
  });

  it('name a misplaced node before its lines, and no route', async () => {
    const lines = await buildWith('network/nodes/all.geojson', (text) => text.replace(/0\.5,\s+1\b/, '7.2, 1'));
    expect(lines[0]).toMatch(/nodes\/.*: is said to be in .* and lies in/);
    expect(lines.join('\n')).not.toContain('routes.json');
  });

  it('name a source that is missing once', async () => {
    const lines = await buildWith('sources.json', () => '[]');
    expect(lines.length).toBe(new Set(lines.map((line) => /source "([^"]+)"/.exec(line)?.[1])).size);
    expect(lines[0]).toMatch(/names the source "[^"]+" \(as do \d+ others\), which does not exist/);
  });
});
