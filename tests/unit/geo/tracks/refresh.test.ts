import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { build } from '../../../../geo/build.ts';
import type { RailWay } from '../../../../geo/tracks/overpass.ts';
import { main } from '../../../../geo/commands/refresh.ts';
import { refreshTracks } from '../../../../geo/tracks/refresh.ts';
import { stitchTrack } from '../../../../geo/tracks/stitch-track.ts';
import { writeTrackQuery } from '../../../../geo/tracks/track-query.ts';
import { measureLine } from '../../../../src/core/measure/measure.ts';
import { linksFile, type Position } from '../../../../src/core/dataset/model.ts';
import { AtlasError } from '../../../../src/core/dataset/errors.ts';
import { MINI, miniBase, miniInputs, miniLeast } from '../../../fixtures/mini.ts';
import { extract, fakeOverpass, says, wayOf, winding } from '../../../fixtures/overpass.ts';

const WESTEND: Position = [0.5, 1];
const FRONTIER: Position = [1.99, 1];
/** A track that swings where the drawn line is straight, in two ways; the nodes lie a little beside it. */
const MAIN = winding([0.5, 1.004], [1.985, 1.003]);
const TRACK = [wayOf(11, MAIN.slice(0, 21)), wayOf(12, MAIN.slice(20))];
/** A line to elsewhere that leaves in the middle. */
const BRANCH = wayOf(13, [MAIN[20]!, [1.3, 1.6]]);

const stitched = (ways: RailWay[], snapKm = 1) => stitchTrack(ways, WESTEND, FRONTIER, snapKm);

describe('stitching track', () => {
  it('follows the ways that lead from node to node, and leaves the others aside', () => {
    const found = stitched([BRANCH, ...TRACK]);
    if (typeof found === 'string') throw new Error(found);
    expect(found.ways).toEqual([11, 12]);
    expect(found.line[0]).toEqual(WESTEND);
    expect(found.line.at(-1)).toEqual(FRONTIER);
    expect(measureLine(found.line)).toBeCloseTo(measureLine([WESTEND, ...MAIN, FRONTIER]), 0);
  });

  it('takes the shorter of two ways round', () => {
    const loop = wayOf(14, [MAIN[20]!, [1.3, 1.5], MAIN[30]!]);
    const found = stitched([loop, ...TRACK]);
    expect(found).toMatchObject({ ways: [11, 12] });
  });

  it('joins a long straight between its points', () => {
    const found = stitched([wayOf(15, [[0, 1.001], [2.5, 1.001]])]); // prettier-ignore
    if (typeof found === 'string') throw new Error(found);
    expect(measureLine(found.line)).toBeCloseTo(measureLine([WESTEND, FRONTIER]), 0);
  });

  it('joins the main track, not a siding without an end that is nearer', () => {
    const siding = wayOf(16, [[0.49, 1.0005], [0.52, 1.0005]]); // prettier-ignore
    expect(stitched([siding, ...TRACK])).toMatchObject({ ways: [11, 12] });
  });

  it('says what is missing: a gap, or track near a node', () => {
    expect(stitched([wayOf(11, MAIN.slice(0, 20)), wayOf(12, MAIN.slice(21))])).toMatch(/gap/);
    expect(stitched([wayOf(11, MAIN.slice(5))])).toMatch(
      /no track within 1 km of its node "from" \(the nearest is \d+\.\d+ km off\)/,
    );
    expect(stitched([])).toMatch(/there is none at all/);
  });

  it('is asked for along the drawn line, wider where that was drawn roughly, and only where there is track', () => {
    const { links } = miniInputs();
    const query = (id: string) =>
      writeTrackQuery(
        links.find((link) => link.id === id)!,
        60,
      );
    expect(query('westend--frontier')).toContain('[timeout:60]');
    expect(query('westend--frontier')).toMatch(/around:4000,1\.0000,0\.5000,.*,1\.0000,1\.9900\)/);
    expect(query('haven--eastend')).toContain('around:12000,');
    expect(query('quay--haven-sea')).toBeNull();
    expect(query('haven--northend')).toBeNull();
  });
});

describe('refreshing tracks', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'refresh-'));
    cpSync(MINI, join(dir, 'geo'), { recursive: true });
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  const tracks = () => join(dir, 'geo', 'network', 'tracks');
  const told: string[] = [];
  const refresh = (ask: (query: string) => Promise<{ asOf: string; ways: RailWay[] }>, more: object = {}) =>
    refreshTracks(miniInputs().links, {
      ask,
      seconds: 60,
      snapKm: 1,
      share: 0.08,
      source: 'yearbook',
      to: tracks(),
      until: Infinity,
      ...more,
      tell: (line) => void told.push(line),
    });
  const found = async () => ({ asOf: '2026-11-20T00:00:00Z', ways: [...TRACK, BRANCH] });
  const built = async () => {
    const to = join(dir, 'data');
    const { problems } = await build({ from: join(dir, 'geo'), to, base: miniBase, least: miniLeast });
    const read = () => v.parse(linksFile, JSON.parse(readFileSync(join(to, 'links.geojson'), 'utf8'))).features;
    return { problems, link: (id: string) => read().find(({ properties }) => properties.id === id)! };
  };

  it('writes the track with its date, ways and licence, and the build draws and measures it', async () => {
    const before = (await built()).link('westend--frontier');
    expect(before.properties.fidelity).toBe('stations');
    const { written } = await refresh(found, { only: ['westend--frontier'] });
    expect(written).toEqual(['westend--frontier']);
    const file = JSON.parse(readFileSync(join(tracks(), 'westend--frontier.geojson'), 'utf8'));
    expect(file.properties).toMatchObject({
      link: 'westend--frontier',
      asOf: '2026-11-20T00:00:00Z',
      ways: [11, 12],
      licence: 'ODbL-1.0',
      credit: '© OpenStreetMap contributors',
      source: 'yearbook',
    });
    const { problems, link } = await built();
    expect(problems).toEqual([]);
    const after = link('westend--frontier');
    expect(after.properties).toMatchObject({ fidelity: 'track', sources: ['hand', 'yearbook'] });
    expect(after.properties.drawnKm).toBeCloseTo(measureLine([WESTEND, ...MAIN, FRONTIER]), 0);
    expect(after.properties.drawnKm).not.toBeCloseTo(before.properties.drawnKm, 1);
    expect(link('frontier--quay').properties.fidelity).toBe('stations');
  });

  it('goes on where it stopped, and asks again only when told to', async () => {
    const asked: string[] = [];
    const ask = async (query: string) => {
      asked.push(query);
      return found();
    };
    const first = await refresh(ask);
    expect(first.written).toEqual(['westend--frontier']);
    expect(first.refused).toEqual(['frontier--quay', 'haven--eastend', 'eastend--northend']);
    await refresh(ask);
    expect(asked).toHaveLength(4 + 3);
    expect((await refresh(ask, { again: true })).written).toEqual(['westend--frontier']);
  });

  it('refuses a track of another length than the published one, or the drawn one where there is none', async () => {
    const far = async () => ({ asOf: '2026', ways: [wayOf(1, [WESTEND, [1.2, 1.5], FRONTIER])] });
    expect((await refresh(far, { only: ['westend--frontier'] })).refused).toEqual(['westend--frontier']);
    expect(told.at(-1)).toMatch(/km is not within 8 % of the drawn 16\d\.\d km/);
    const quay = async () => ({ asOf: '2026', ways: [wayOf(1, [FRONTIER, [3, 1.7], [3.95, 1]])] }); // prettier-ignore
    expect((await refresh(quay, { only: ['frontier--quay'] })).refused).toEqual(['frontier--quay']);
    expect(told.at(-1)).toContain('of the published 218.0 km');
    expect(existsSync(tracks())).toBe(false);
  });

  it('leaves a server alone that fails again and again, and one whose time is up', async () => {
    const failing = async () => {
      throw new AtlasError('unreachable', { file: 'Overpass' });
    };
    const { failed, left } = await refresh(failing);
    expect(failed).toHaveLength(3);
    expect(left).toEqual(['eastend--northend']);
    expect((await refresh(found, { until: 0 })).left).toHaveLength(4);
  });

  it('names the file of a track that the build cannot take', async () => {
    await refresh(found, { only: ['westend--frontier'] });
    const file = join(tracks(), 'westend--frontier.geojson');
    const text = readFileSync(file, 'utf8');
    const problemsWith = async (name: string, content: string) => {
      writeFileSync(join(tracks(), name), content);
      return (await built()).problems.map(({ file: at, problem }) => `${at.split('/').at(-1)}: ${problem}`);
    };
    expect(await problemsWith('westend--frontier.geojson', text.replace('"yearbook"', '"nobody"'))).toContain(
      'westend--frontier.geojson: it names the source "nobody", which does not exist',
    );
    expect((await problemsWith('westend--frontier.geojson', text.slice(0, 300)))[0]).toMatch(
      /^westend--frontier\.geojson: is not JSON/,
    );
    expect((await problemsWith('westend--frontier.geojson', text.replace('[0.5,1]', '[0.7,1]'))).join()).toContain(
      'km from its node "westend"',
    );
    writeFileSync(file, text);
    expect(await problemsWith('elsewhere.geojson', text.replace('"westend--frontier"', '"a--b"'))).toEqual([
      'elsewhere.geojson: there is no link "a--b"',
    ]);
    expect(await problemsWith('elsewhere.geojson', text)).toEqual([
      'elsewhere.geojson: is the track of "westend--frontier" under another name',
    ]);
  });

  describe('as a command', () => {
    const command = async (...args: string[]) => {
      const out: string[] = [];
      const say = (text: string) => void out.push(text);
      const code = await main(['--from', join(dir, 'geo'), '--cache', join(dir, 'cache'), ...args], say, say);
      return { code, out: out.join('\n') };
    };

    it('asks the endpoint that it is given, writes what it can take, and goes on after a failure', async () => {
      const server = await fakeOverpass(extract(...TRACK), says(400));
      const options = [
        '--endpoint',
        server.endpoint,
        '--source',
        'yearbook',
        '--gap-seconds',
        '0.01',
        '--contact',
        'a@b.example',
      ];
      const { code, out } = await command(...options, '--links', 'westend--frontier,haven--eastend');
      expect(out).toContain('1 written, 0 refused, 1 without an answer, 0 not asked for');
      expect(code).toBe(1);
      expect(readdirSync(tracks())).toEqual(['westend--frontier.geojson']);
      expect(readdirSync(join(dir, 'cache'))).toHaveLength(1);
      expect(server.asked[0]?.headers['user-agent']).toBe('corridor-atlas (npm run data:refresh; a@b.example)');
      await server.close();
    });

    it.each([
      [['--links', 'no--where'], '--links "no--where" is not ids of'],
      [['--share', 'much'], '--share "much" is not a number above 0'],
      [['--seconds', '0'], '--seconds "0" is not a number above 0'],
      [['--endpoint', 'ftp://x'], '--endpoint "ftp://x" is not an address with http or https'],
      [['--nonsense'], "Unknown option '--nonsense'"],
    ])('says what is wrong with %j', async (args, says) => {
      expect(await command(...args)).toMatchObject({ code: 2, out: expect.stringContaining(says) });
    });
  });
});
