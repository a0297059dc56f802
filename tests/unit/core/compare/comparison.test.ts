import { describe, expect, it } from 'vitest';
import {
  computeCountryRuns,
  computeSegments,
  findSharedNodes,
  SPLITS,
  layoutStrips,
  computeTicks,
} from '../../../../src/core/compare/layout.ts';
import {
  writeComparisonCsv,
  writeComparisonJson,
  sortRows,
  type Table,
  formatTableText,
} from '../../../../src/core/compare/table.ts';
import { type ComparedRow, compareItems, computeDifference, getLengthBy } from '../../../../src/core/compare/comparison.ts';
import { computeTimeDistance } from '../../../../src/core/compare/time-distance.ts';
import { toMetres } from '../../../../src/core/measure/measure.ts';
import { computeCountryShares } from '../../../../src/core/import/routes/country-shares.ts';
import { measureRoute, type ImportedRoute } from '../../../../src/core/import/routes/imported-route.ts';
import { wrapText } from '../../../../src/svg/text.ts';
import { translator } from '../../../../src/i18n/translate.ts';
import { en } from '../../../../src/i18n/dictionaries/en.ts';
import { drawComparison } from '../../../../src/svg/comparison/comparison.ts';
import { buildTable } from '../../../../src/app/compare/table/build-table.ts';
import { describeBars, describeStrips } from '../../../../src/i18n/charts.ts';
import { realAtlas } from '../../../fixtures/real.ts';

const atlas = await realAtlas();
const corridors = [...atlas.corridors.values()];
const main = corridors.find(({ kind }) => kind === 'corridor')!.main;
const alternatives = corridors.find(({ kind }) => kind === 'comparison')!.routes;
const { rows } = compareItems(atlas, [main, ...alternatives.slice(0, 4)]);
const tr = translator('en', en, atlas.context!.countries);
const getName = (id: string) => atlas.routes.get(id)?.name ?? id;
const model = atlas.lengthModel;
const getTimes = (row: ComparedRow) => computeTimeDistance(atlas, row);
const table = buildTable(rows, { tr, getName, getTimes, model, basis: 'estimated', base: rows[0]! });

describe('a comparison', () => {
  it('shows what is valid, and says of each other item what is wrong with it', () => {
    const { rows: shown, problems } = compareItems(atlas, [
      ...[main, 'gone', 'alat', `${main}:alat:nowhere`, `${main}:alat:tehran`, `${main}:0:99999`, '<x>', main],
    ]);
    expect(shown.map(({ text }) => text)).toEqual([main]);
    expect(Object.fromEntries(problems.map(({ text, reason }) => [text, reason]))).toEqual({
      '<x>': 'malformed',
      [main]: 'duplicate',
      gone: 'unknown-id',
      alat: 'not-a-line',
      [`${main}:alat:nowhere`]: 'unknown-node',
      [`${main}:alat:tehran`]: 'off-route',
      [`${main}:0:99999`]: 'off-route-km',
    });
    expect(compareItems(atlas, ['import:mine']).problems).toEqual([
      { text: 'import:mine', reason: 'unknown-import', id: 'mine' },
    ]);
  });

  it('measures an imported route, and says of what is not known that it is not', async () => {
    const line = [
      [179, 10],
      [-179, 12],
    ];
    const measured = measureRoute([line], 1000);
    const imported: ImportedRoute = {
      id: 'mine',
      name: 'Mine',
      source: '',
      ...measured,
      countries: await computeCountryShares(measured.line, measured.drawnKm, {
        locate: ([lon]) => (lon > 0 ? 'FJ' : null),
        totalKm: measured.drawnKm,
        pause: () => undefined,
      }),
    };
    const { rows: both, problems } = compareItems(atlas, [main, 'import:mine'], {
      imported: (id) => (id === 'mine' ? imported : undefined),
    });
    expect(problems).toEqual([]);
    const row = both[1]!;
    expect(row.drawnKm).toBe(imported.drawnKm);
    expect(row.drawnKm).toBeLessThan(400);
    expect(computeDifference(row, both[0]!, 'drawn')!.km.low).toBe(toMetres(row.drawnKm - both[0]!.drawnKm));
    expect(row.countries).toEqual(['FJ']);
    for (const split of SPLITS)
      expect(computeSegments(row, split).reduce((sum, { km }) => sum + km, 0)).toBeCloseTo(row.drawnKm, 2);
    expect(layoutStrips(atlas, both, null).strips[1]!.runs).toMatchObject([{ fromKm: 0, toKm: row.drawnKm }]);
    const words = Object.fromEntries(
      buildTable(both, { tr, getName, getTimes, model, basis: 'estimated', base: both[0]! }).rows.map(({ key, cells }) => [
        key,
        cells[1]!.lines[0],
      ]),
    );
    for (const key of ['crossings', 'breaks', 'changes', 'unbuilt', 'modes', 'gauges', 'status', 'times', 'capacity']) {
      expect({ key, says: words[key] }).toEqual({ key, says: 'not known' });
    }
    // What has no estimate is not compared by one.
    for (const key of ['estimated', 'difference', 'detour']) expect(words[key]).toBe('no estimate');
    expect(words['countries']).toMatch(/^Fiji 1\d\d\skm$/);
    expect(writeComparisonCsv([row], () => 'Mine', getTimes)).toMatch(/,,,FJ,/);
  });

  it('is read by estimates with their intervals, and says where they are too close to tell', () => {
    const [first, second] = rows;
    const { km, isTie } = computeDifference(second!, first!, 'estimated')!;
    expect(km.middle).toBe(toMetres(second!.estimate!.km - first!.estimate!.km));
    expect(km.low).toBe(toMetres(second!.estimate!.low - first!.estimate!.high));
    expect(isTie).toBe(km.low <= 0 && km.high >= 0);
    // Against itself nothing can be told.
    expect(computeDifference({ ...first! }, first!, 'estimated')!.isTie).toBe(true);
    expect(computeDifference({ ...first! }, first!, 'drawn')!.isTie).toBe(false);
    const twins = [first!, { ...first!, text: 'twin', slot: 1 }];
    const difference = buildTable(twins, { tr, getName, getTimes, model, basis: 'estimated', base: first! }).rows.find(
      ({ key }) => key === 'difference',
    )!;
    expect(difference.cells[1]!.lines[0]).toBe('no difference');
    expect(difference.cells[1]!.lines.at(-1)).toBe('too close to call');
  });

  it('says in words that there is no difference, and with one line left speaks of none', () => {
    const build = (compared: ComparedRow[]) =>
      buildTable(compared, { tr, getName, getTimes, model, basis: 'drawn', base: compared[0]! }).rows;
    const twins = [rows[0]!, { ...rows[0]!, text: 'twin', slot: 1 }];
    const lines = (key: string) => build(twins).find((row) => row.key === key)!.cells[1]!.lines;
    expect(lines('difference')).toEqual(['no difference']);
    expect(lines('share')).toEqual(['no difference']);
    const keys = build([rows[1]!]).map(({ key }) => key);
    expect(keys).toContain('drawn');
    expect(keys).not.toContain('difference');
    expect(keys).not.toContain('share');
  });

  it('has a row of published times, each kind and year apart and with its sources, in the table and as CSV', () => {
    const timed = rows.filter((row) => getTimes(row).series.length + getTimes(row).whole.length > 0);
    expect(timed.length).toBeGreaterThan(1);
    const times = table.rows.find(({ key }) => key === 'times')!;
    for (const row of timed) {
      const { series, whole } = getTimes(row);
      const { lines, sources, how } = times.cells[rows.indexOf(row)]!;
      for (const { basis, year } of series)
        expect(lines.some((line) => line.startsWith(`${tr.t(`time.basis.${basis}`)}, ${year}:`))).toBe(true);
      expect(lines.filter((line) => line.startsWith('Door to door'))).toHaveLength(whole.length);
      for (const { time } of whole) for (const source of time.sources) expect(sources).toContain(source);
      expect(how[0]).toMatch(/never added up/);
    }
    const [header, ...lines] = writeComparisonCsv(timed, getName, getTimes).trimEnd().split('\r\n');
    expect(header).toContain('unbuilt_km,times,times_sources');
    for (const line of lines) expect(line).toMatch(/"[a-z]+ \d{4}, (door to door|[\d.]+ km)[^"]* d"/);
  });

  it('shows the ends and then the estimate, with how it was computed and the published lengths that it rests on', () => {
    const [, estimated] = table.rows;
    expect(table.rows.filter(({ isMain }) => isMain).map(({ key }) => key)).toEqual([
      'ends',
      'estimated',
      'difference',
      'times',
      'crossings',
      'breaks',
      'changes',
      'order',
    ]);
    expect(estimated!.key).toBe('estimated');
    const { km, low, high, sections } = rows[0]!.estimate!;
    expect(estimated!.cells[0]!.lines).toEqual([tr.km(km), `(${tr.number(low, 0)}–\u2060${tr.number(high, 0)})`]);
    expect(estimated!.cells[0]!.how.join(' ')).toMatch(/published sections.*median.*80%/);
    expect(estimated!.cells[0]!.sources).toEqual([...new Set(sections.flatMap(({ sources }) => sources))]);
  });

  it('estimates a section of a route by what it covers, surely no longer than the whole', () => {
    const [a, b] = [rows[0]!.nodes[2]!.id, rows[0]!.nodes[9]!.id];
    const [section] = compareItems(atlas, [`${main}:${a}:${b}`]).rows;
    expect(section!.estimate!.km).toBeLessThan(rows[0]!.estimate!.low);
    expect(section!.estimate!.km / section!.drawnKm).toBeGreaterThan(0.9);
    // Cut in the middle of links, it is still estimated.
    expect(compareItems(atlas, [`${main}:10.5:200.25`]).rows[0]!.estimate!.low).toBeGreaterThan(150);
  });

  it('never mixes drawn and published lengths', () => {
    const without = rows.find(({ published }) => published === null)!;
    const withOne = rows.find(({ published }) => published !== null)!;
    expect(getLengthBy(without, 'published')).toBeNull();
    expect(computeDifference(without, withOne, 'published')).toBeNull();
    expect(computeDifference(withOne, without, 'published')).toBeNull();
    expect(computeDifference(withOne, without, 'drawn')!.km.low).toBe(toMetres(withOne.drawnKm - without.drawnKm));
  });

  it('gives bounds where published figures differ', () => {
    const [spread, one] = [...atlas.routes.values()]
      .map(({ id }) => compareItems(atlas, [id]).rows[0]!)
      .filter(({ published }) => published)
      .sort((a, b) => b.published!.high - b.published!.low - (a.published!.high - a.published!.low));
    expect(spread!.published!.high).toBeGreaterThan(spread!.published!.low);
    const { km } = computeDifference(spread!, one!, 'published')!;
    expect(km.high).toBeGreaterThan(km.low);
  });

  it('gives a section the lengths that are printed for it, not those of its route', () => {
    const printed = atlas.lengths.find(({ checkChain }) =>
      [...atlas.routes.values()].some(({ nodes }) => {
        const at = checkChain.map((id) => nodes.findIndex((node) => node.id === id));
        return at.every((place, i) => place >= 0 && (i === 0 || place > at[i - 1]!)) && at.at(-1)! - at[0]! < nodes.length - 1;
      }),
    )!;
    const route = [...atlas.routes.values()].find(({ nodes }) =>
      printed.checkChain.every((id) => nodes.some((node) => node.id === id)),
    )!;
    const section = compareItems(atlas, [`${route.id}:${printed.checkChain[0]}:${printed.checkChain.at(-1)}`]).rows[0]!;
    expect(section.printed.whole.map(({ km }) => km)).toContain(printed.km);
    for (const { km, part } of route.published) if (!part) expect(section.printed.whole.map((one) => one.km)).not.toContain(km);
    expect(section.transit).toEqual([]);
  });

  it('takes a found path like any other, and says so when there is none', () => {
    const [from, to] = [rows[0]!.nodes[0]!.id, rows[0]!.nodes.at(-1)!.id];
    expect(compareItems(atlas, [`path:${from}:${to}:-`]).rows[0]!.straightKm).toBe(rows[0]!.straightKm);
    expect(compareItems(atlas, [`path:${from}:${to}:no-rail.no-sea.no-road`]).problems[0]).toMatchObject({
      reason: 'no-path',
      from,
      to,
    });
  });
});

describe('its bars and strips', () => {
  it('add up to the estimated length, whatever they are split by', () => {
    for (const row of rows) {
      for (const split of SPLITS) {
        expect(
          computeSegments(row, split).reduce((sum, { km }) => sum + km, 0),
          split,
        ).toBeCloseTo(row.estimate!.km, 1);
      }
      expect(computeCountryRuns(row).at(-1)!.toKm).toBeCloseTo(row.estimate!.km, 1);
    }
  });

  it('lie at one place where they share it, and at the start where they do not', () => {
    const [node] = findSharedNodes(atlas, rows);
    const { strips, low, high } = layoutStrips(atlas, rows, node!);
    for (const { row, shiftKm, aligned, runs, marks } of strips) {
      const at = row.nodes.find(({ id }) => id === node)?.km;
      expect(aligned).toBe(at !== undefined);
      expect(shiftKm).toBeCloseTo(-((at ?? 0) * row.estimate!.km) / row.drawnKm, 2);
      expect(runs[0]!.fromKm).toBe(0);
      expect(runs.at(-1)!.toKm).toBeCloseTo(row.estimate!.km, 2);
      expect(marks.filter(({ kind }) => kind === 'border')).toHaveLength(row.borderCrossings!);
      expect(marks.filter(({ kind }) => kind === 'gauge')).toHaveLength(row.gaugeBreaks!);
      expect(shiftKm).toBeGreaterThanOrEqual(low);
      expect(row.estimate!.km + shiftKm).toBeLessThanOrEqual(high);
    }
    expect(computeTicks(-900, 2100)).toEqual([-500, 0, 500, 1000, 1500, 2000]);
  });
});

describe('its table', () => {
  it('says how each figure came about, and which sources it has', () => {
    for (const row of table.rows)
      for (const cell of row.cells) expect(cell.how.length * cell.lines.length, row.key).toBeGreaterThan(0);
    const published = table.rows.find(({ key }) => key === 'published')!;
    published.cells.forEach((cell, i) =>
      expect(cell.sources.length > 0).toBe(rows[i]!.printed.whole.length + rows[i]!.printed.parts.length > 0),
    );
  });

  it('sorts by any figure, both ways, with what has none at the end', () => {
    const row: Table['rows'][number] = {
      key: 'x',
      label: 'x',
      isMain: true,
      isNumeric: true,
      best: [],
      cells: [3, null, 1, 2].map((value) => ({ value, lines: [''], how: [], sources: [] })),
    };
    expect(sortRows(row, 4, false)).toEqual([2, 3, 0, 1]);
    expect(sortRows(row, 4, true)).toEqual([0, 3, 2, 1]);
    expect(sortRows(undefined, 2, true)).toEqual([0, 1]);
  });

  it('is taken along as text, CSV and JSON with the same figures', () => {
    const text = formatTableText(table, ['Data as of then']);
    expect(text).toContain(tr.km(rows[0]!.drawnKm));
    expect(text.trimEnd().endsWith('Data as of then')).toBe(true);
    const csv = writeComparisonCsv(rows, getName, getTimes).trimEnd().split('\r\n');
    expect(csv).toHaveLength(rows.length + 1);
    expect(csv[1]).toContain(String(rows[0]!.drawnKm));
    const json = JSON.parse(writeComparisonJson(rows, getName, '2026')) as { items: { drawnKm: number; links: unknown[] }[] };
    expect(json.items.map(({ drawnKm }) => drawnKm)).toEqual(rows.map(({ drawnKm }) => drawnKm));
    expect(json.items[0]!.links.length).toBeGreaterThan(1);
  });

  it('is drawn as a picture with title, sources and every figure, and no markup of the data', () => {
    const svg = drawComparison({
      theme: 'light',
      lang: 'en',
      title: 'A <b> & "C"',
      asOf: 'Data as of then',
      table,
      barsTitle: 'Bars',
      stripsTitle: 'Strips',
      items: rows,
      bars: describeBars(rows, 'mode', { tr, getName }).picture,
      strips: describeStrips(layoutStrips(atlas, rows, null), null, { tr, getName }).picture,
      notes: ['Sources: somebody', '© everybody'],
    });
    expect(svg).toContain('A &lt;b&gt; &amp; &quot;C&quot;');
    for (const words of ['Data as of then', 'Sources: somebody', '© everybody', tr.km(rows[0]!.drawnKm)])
      expect(svg).toContain(words);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('breaks long words and lines without losing a letter', () => {
    const text = 'Erster Bahnübergangssicherungsanlagenprüfer 从北京到上海的铁路 end';
    const lines = wrapText(text, 80, 12);
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
  });
});
