/** What the real network must not lose again. */
import { describe, expect, it } from 'vitest';
import { LANGS } from '../../../src/core/dataset/model.ts';
import { findBestPaths } from '../../../src/core/routing/best-paths.ts';
import { readLines } from '../../../geo/read/lines.ts';
import { realAtlas } from '../../fixtures/real.ts';

const atlas = await realAtlas();
const link = (id: string) => atlas.links.get(id)!.properties;

describe('the network', () => {
  it('leads the railway through Meghri by Azerbaijan, Armenia, Azerbaijan and Türkiye, and not through Iran', () => {
    const { byCountry, crossings, borderCrossings } = atlas.routes.get('tripp')!;
    expect(crossings.map(({ from, to }) => `${from}-${to}`)).toEqual(['AZ-AM', 'AM-AZ', 'AZ-TR']);
    expect(borderCrossings).toBe(3);
    expect(byCountry.map(({ code }) => code)).not.toContain('IR');
    const armenia = byCountry.find(({ code }) => code === 'AM')!.km;
    expect(armenia).toBeGreaterThan(40);
    expect(armenia).toBeLessThan(45);
  });

  it('crosses five borders from Moscow to Budapest, though the railway follows that of Poland and Czechia', () => {
    const [path] = findBestPaths(atlas, { from: 'moscow', to: 'budapest', avoidModes: ['road', 'sea'], statuses: ['open'] });
    const { crossings } = path!.measured;
    expect(crossings.map(({ from, to }) => `${from}-${to}`)).toEqual(['RU-BY', 'BY-PL', 'PL-CZ', 'CZ-SK', 'SK-HU']);
  });

  it('draws at most a twentieth of the open railways from town to town', () => {
    const open = [...atlas.links.values()]
      .map(({ properties }) => properties)
      .filter((l) => l.mode === 'rail' && l.status === 'open');
    const km = (links: typeof open) => links.reduce((sum, { drawnKm }) => sum + drawnKm, 0);
    expect(km(open.filter(({ fidelity }) => fidelity === 'towns'))).toBeLessThan(0.05 * km(open));
  });

  it('has Mashhad at the end of a spur of the railway from Sarakhs to Tehran', () => {
    const ends = [...atlas.links.values()]
      .map(({ properties }) => properties)
      .filter((l) => l.from === 'mashhad' || l.to === 'mashhad');
    expect(ends.map(({ id }) => id)).toEqual(['mashhad--fariman-junction']);
  });

  it('says in every language what is to be known of a section, and of its published lengths', () => {
    const notes = [...atlas.links.values()].flatMap(({ properties: { id, note, published } }) =>
      [note, ...published.map((one) => one.note)].flatMap((text) => (text ? [{ id, text }] : [])),
    );
    expect(notes.map(({ id }) => id)).toEqual(expect.arrayContaining(['olya-port--caspian-port-sea', 'smolensk--orsha']));
    for (const { id, text } of notes) expect(Object.keys(text).toSorted(), id).toEqual(LANGS.toSorted());
  });

  it('tells the parts of Kars–Gyumri apart', () => {
    expect(link('kars--akyaka')).toMatchObject({ status: 'open', gaugeMm: 1435 });
    expect(link('akyaka--dogukapi')).toMatchObject({ status: 'closed', gaugeMm: 1435 });
    expect(link('dogukapi--gyumri')).toMatchObject({ status: 'closed', gaugeMm: 1520 });
  });

  it('has the Nakhchivan railway under construction, and years of opening as they were', () => {
    for (const id of ['sallammalik--ordubad', 'ordubad--julfa', 'nakhchivan--sharur', 'sharur--sadarak']) {
      expect(link(id).status, id).toBe('under-construction');
    }
    expect(link('sarakhs--fariman-junction').opened).toBe('1996-05');
    expect(link('sirkeci--halkali').opened).toBe('2019-03-12');
    expect(link('zhetygen--almaty').opened).toBe('1930');
    expect(link('samarkand--navoiy').opened).toBe('1888');
  });

  it('turns back nowhere at a point between two stations that was set by hand', () => {
    const kmPerDegree = 111.195;
    /** Such points are known to a hundredth of a degree; surveyed ones have four decimals. */
    const isByHand = ([lon, lat, what]: readonly [number, number, string]) =>
      what === 'via' && [lon, lat].every((degrees) => Number(degrees.toFixed(2)) === degrees);
    const notches = readLines('geo/network/lines', [])
      .filter(({ mode }) => mode === 'rail')
      .flatMap(({ id, points }) =>
        points.flatMap((at, i) => {
          const [before, after] = [points[i - 1], points[i + 1]];
          if (!before || !after || !isByHand(at)) return [];
          const squeeze = Math.cos((at[1] * Math.PI) / 180);
          const [ax, ay] = [(at[0] - before[0]) * squeeze, at[1] - before[1]];
          const [bx, by] = [(after[0] - at[0]) * squeeze, after[1] - at[1]];
          const isNear = Math.hypot(ax + bx, ay + by) * kmPerDegree < 5;
          // Of less than a right angle between its two sides.
          return isNear && ax * bx + ay * by < 0 ? [`${id} ${at.join()}`] : [];
        }),
      );
    expect(notches).toEqual([]);
  });

  it('calls no hand-made wiggle surveyed', () => {
    expect(link('tetritskaro--tsalka').fidelity).toBe('hand');
    expect(link('khashuri--kharagauli').fidelity).toBe('hand');
  });

  it('knows stations by the codes of the railways', () => {
    const codes = [...atlas.nodes.values()].flatMap(({ properties }) => properties.codes?.esr ?? []);
    expect(codes.length).toBeGreaterThan(300);
    expect(atlas.nodes.get('vienna')?.properties.codes?.uic).toMatch(/^81/);
  });
});
