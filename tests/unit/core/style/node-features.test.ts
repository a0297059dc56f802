import { beforeAll, describe, expect, it } from 'vitest';
import { computeOverview } from '../../../../src/app/map/overview.ts';
import type { Atlas } from '../../../../src/core/dataset/dataset.ts';
import { findChosenNodes } from '../../../../src/core/style/chosen-nodes.ts';
import { computeMapPadding } from '../../../../src/core/geo/map-room.ts';
import { buildEventFeatures } from '../../../../src/core/style/events/event-features.ts';
import { getNodeOffset, getNodeTextSize, interpolateStops, SELECTED_POINT } from '../../../../src/core/style/drawing.ts';
import { restrictToRoutes } from '../../../../src/core/embed/shown-routes.ts';
import { buildLineNames } from '../../../../src/core/style/line-names.ts';
import { buildStyle } from '../../../../src/map/style.ts';
import { buildNodeFeatures, END, MARKED } from '../../../../src/core/style/node-features.ts';
import { findSubjects } from '../../../../src/core/style/subjects.ts';
import { realAtlas } from '../../../fixtures/real.ts';

let atlas: Atlas;
beforeAll(async () => {
  atlas = await realAtlas();
});
const getAlternatives = () => [...atlas.routes.values()].filter(({ kind }) => kind === 'alternative');
const getOptions = () => ({
  lang: 'en' as const,
  theme: 'light' as const,
  filters: { hiddenGroups: getAlternatives().map(({ id }) => id), hiddenModes: [], hiddenStatuses: [], year: null },
});
const build = (choice = {}) => buildNodeFeatures(atlas, getOptions(), choice).features.map(({ properties }) => properties);

describe('names of places', () => {
  it.each([
    [864, 744],
    [1024, 844],
    [1504, 1024],
  ])('are a dozen at most where the first view opens on a map of %i × %i', (width, height) => {
    const room = { padding: computeMapPadding({ isNarrow: false, covered: 0 }), foot: 0, minZoom: 0 };
    const { zoom } = computeOverview(atlas, { width, height }, room)!;
    const start = build().filter(({ from }) => from <= zoom);
    expect(start.length).toBeGreaterThan(5);
    expect(start.length, `zoom ${zoom}`).toBeLessThanOrEqual(12);
  });

  it('have that of a selected place, though the filters hide all of its lines', () => {
    const shown = new Set(build().map(({ id }) => id));
    const hidden = [...atlas.nodes.values()].find(({ properties: { id, kind } }) => kind !== 'waypoint' && !shown.has(id));
    const id = hidden!.properties.id;
    expect(build({ selected: id })).toContainEqual(expect.objectContaining({ id, from: 0, order: END, dimmed: false }));
  });

  it.each([1, 2, 3, 4])('stand beside the disc below what is selected, rank %i', (rank) => {
    for (const zoom of [0, 3, 6, 9, 12]) {
      const away = getNodeOffset({ kind: 'station', selected: true }) * getNodeTextSize(rank, zoom);
      expect(away, `zoom ${zoom}`).toBeGreaterThan(interpolateStops(SELECTED_POINT.radius, zoom) + SELECTED_POINT.stroke);
    }
    const id = [...atlas.nodes.values()].find(({ properties: { kind } }) => kind !== 'waypoint')!.properties.id;
    expect(build({ selected: id }).filter(({ selected }) => selected)).toEqual([expect.objectContaining({ id })]);
  });

  it('have that of the place of an event that a claim points out before those of lines', () => {
    const { id, place } = [...atlas.events.values()].find((event) => event.place !== undefined)!;
    expect(build({ marked: [id] })).toContainEqual(expect.objectContaining({ id: place, from: 0, order: MARKED, dimmed: false }));
    const names = buildStyle('light', { fonts: null, tiles: null }).layers.filter(
      (layer) => 'source' in layer && layer.source === 'labels',
    );
    expect(names.at(-1)).toMatchObject({
      filter: ['all', expect.anything(), expect.anything(), ['==', ['get', 'order'], MARKED]],
    });
  });

  it('are those of the ends of what is selected first, though the filters hide it, and none of the lines that step back', () => {
    const [route] = getAlternatives();
    const nodes = build({ selected: route?.id ?? null });
    const chosen = findChosenNodes(atlas, { selected: route?.id ?? null });
    expect(chosen?.ends.size).toBe(2);
    for (const { id, from, order, dimmed } of nodes) {
      expect(dimmed, id).toBe(!chosen?.all.has(id));
      if (chosen?.ends.has(id)) expect([from, order], id).toEqual([0, END]);
    }
    expect(nodes.filter(({ order }) => order === END)).toHaveLength(2);
  });

  it('of all others stay where a place is selected', () => {
    const selected = [...atlas.nodes.keys()][0]!;
    const others = (names: ReturnType<typeof build>) => names.filter(({ id }) => id !== selected);
    expect(others(build({ selected }))).toEqual(others(build()));
  });
});

describe('the countries and seas that are named first', () => {
  it('are those of the corridors, and of an alternative route while it is selected', () => {
    const [corridor] = [...atlas.corridors.values()].filter(({ kind }) => kind === 'corridor');
    const passed = corridor?.routes.flatMap((id) => atlas.routes.get(id)?.byCountry.map(({ code }) => code) ?? []) ?? [];
    const { countries, sea } = findSubjects(atlas);
    for (const code of passed) expect(countries).toContain(code);
    expect(sea.length).toBeGreaterThan(0);
    const [other] = getAlternatives().filter(({ byCountry }) => byCountry.some(({ code }) => !countries.has(code)));
    const more = findSubjects(atlas, { selected: other?.id ?? null }).countries;
    for (const { code } of other?.byCountry ?? []) expect(more).toContain(code);
  });

  it('are those of the drawn lines alone where no corridor is drawn, whatever else the atlas knows', () => {
    const [alternative] = getAlternatives();
    const restricted = restrictToRoutes(atlas, [alternative!.id]);
    const drawn = new Set(alternative!.byCountry.map(({ code }) => code));
    expect(findSubjects(restricted).countries).toEqual(drawn);
    expect(findSubjects({ ...restricted, corridors: new Map() }).countries).toEqual(drawn);
  });
});

describe('names along lines', () => {
  const names = () =>
    Object.fromEntries([...atlas.corridors.keys()].map((id) => [id, { full: 'A corridor · ≈ 9,990 km', short: 'A corridor' }]));
  const find = (choice: { selected?: string }) => buildLineNames(atlas, names(), { ...getOptions(), choice }).features;

  it('are never upside down, and gone while something is selected', () => {
    expect(find({}).length).toBeGreaterThan(1);
    for (const { properties } of find({})) expect(Math.abs(properties.angle)).toBeLessThanOrEqual(90);
    expect(find({ selected: [...atlas.routes.keys()][0] ?? '' })).toEqual([]);
  });

  it('are short on the map of a phone where there is no room for more, and one for each line at every zoom', () => {
    const all = find({});
    const lines = new Set(all.map(({ properties }) => properties.colour));
    for (const zoom of [0, 1, 2, 3]) {
      const shown = all.filter(({ properties: { from, to } }) => zoom >= from && zoom < to);
      expect(new Set(shown.map(({ properties }) => properties.colour)), `at zoom ${zoom}`).toEqual(lines);
      expect(shown, `at zoom ${zoom}`).toHaveLength(lines.size);
    }
    expect(new Set(all.map(({ properties }) => properties.text))).toEqual(new Set(['A corridor', 'A corridor · ≈ 9,990 km']));
  });

  it('are of the lines that are drawn only', () => {
    const [one] = [...atlas.corridors.values()].filter(({ kind }) => kind === 'corridor');
    const restricted = restrictToRoutes(atlas, [one!.main]);
    const found = buildLineNames(
      restricted,
      { ...names(), [one!.id]: { full: 'The drawn one', short: 'The one' } },
      { ...getOptions(), choice: {} },
    ).features;
    expect(new Set(found.map(({ properties }) => properties.text))).toEqual(new Set(['The drawn one']));
  });
});

describe('events', () => {
  it('are on the map only where they are asked for, or selected', () => {
    const options = getOptions();
    const [first] = [...atlas.events.values()].filter(({ place, at }) => place !== undefined || at !== undefined);
    const find = (events: boolean, selected: string | null = null) =>
      buildEventFeatures(atlas, { ...options, filters: { ...options.filters, events } }, selected).features;
    expect(find(false)).toEqual([]);
    expect(find(false, first?.id).map(({ properties }) => properties.id)).toEqual([first?.id]);
    expect(find(true).length).toBeGreaterThan(3);
  });

  it('are seen from near, and the selected one from wherever the reader looks', () => {
    const options = { ...getOptions(), filters: { ...getOptions().filters, events: true } };
    const [first] = [...atlas.events.values()].filter(({ place, at }) => place !== undefined || at !== undefined);
    const froms = buildEventFeatures(atlas, options, first!.id).features.map(({ properties: { id, from } }) => [id, from]);
    expect(froms.filter(([, from]) => from === 0)).toEqual([[first!.id, 0]]);
  });
});
