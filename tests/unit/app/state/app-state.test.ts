import { beforeAll, describe, expect, it } from 'vitest';
import { createAppState, restoreView } from '../../../../src/app/state/app-state.ts';
import { readPlace, SHEET } from '../../../../src/app/state/layout.svelte.ts';
import type { Step } from '../../../../src/app/state/navigation.svelte.ts';
import type { Atlas } from '../../../../src/core/dataset/dataset.ts';
import { findOverview } from '../../../../src/core/geo/camera.ts';
import { AtlasError } from '../../../../src/core/dataset/errors.ts';
import type { LoadOptions } from '../../../../src/core/dataset/load/load.ts';
import { MOST_COMPARED } from '../../../../src/core/url/compare-items.ts';
import type { ViewState } from '../../../../src/core/url/view.ts';
import { miniAtlas } from '../../../fixtures/mini.ts';
import { FIRST_VIEW } from '../../../fixtures/first-view.ts';
import { createHeldServer } from '../finder/held-server.ts';

let atlas: Atlas;
beforeAll(async () => {
  atlas = await miniAtlas();
});

const unreachable: LoadOptions['fetch'] = () => Promise.reject(new TypeError('offline'));

/** An app with the small atlas, and the steps of its history. */
function createApp(view: Partial<ViewState> = {}, fetch = unreachable) {
  const steps: [Step, ViewState][] = [];
  const { open, calls, run } = createHeldServer();
  const app = createAppState({
    base: 'https://atlas.example/data/',
    fetch,
    view: { ...FIRST_VIEW, ...view },
    systemTheme: 'dark',
    paths: open,
    browser: {
      linkTo: () => '',
      copy: () => Promise.resolve(),
      share: null,
      reducedMotion: false,
      languages: ['en-GB'],
      kept: { read: () => null, write: () => undefined },
    },
    onView: (now, step) => steps.push([step, now]),
  });
  app.dataset.atlas = atlas;
  return { app, steps, calls, run };
}
const getRoute = () => [...atlas.routes.keys()][0] ?? '';
const getLink = () => [...atlas.links.keys()][0] ?? '';

describe('the state of the app', () => {
  it('selects a feature as a step of the history and brings it into view', () => {
    const { app, steps } = createApp();
    app.selection.select(getRoute());
    expect(app.selection.id).toBe(getRoute());
    expect(steps.map(([step]) => step)).toEqual(['push']);
    expect(app.requests.view?.places).toEqual(app.requests.findPlaces(getRoute()));
  });

  it('leaves the history alone when nothing was selected and nothing is', () => {
    const { app, steps } = createApp();
    app.selection.select(null);
    expect(steps).toEqual([]);
  });

  it('keeps the map where it is when a feature was picked on it', () => {
    const { app } = createApp();
    app.selection.pickOnMap(getRoute());
    expect(app.selection.id).toBe(getRoute());
    expect(app.requests.view).toBeNull();
  });

  it('has the page of a feature open in its own panel only, so that another panel is shared as it is', () => {
    const { app } = createApp({ select: getRoute() });
    expect(app.selection.page).toBe(getRoute());
    app.navigation.openPanel('compare');
    expect(app.selection.page).toBeNull();
  });

  it('closes a page by a pick on open land, but not one that has been read', () => {
    const { app } = createApp({ select: getRoute() });
    app.layout.scroll = 40;
    app.selection.pickOnMap(null);
    expect(app.selection.id).toBe(getRoute());
    app.layout.scroll = 0;
    app.selection.pickOnMap(null);
    expect(app.selection.id).toBeNull();
  });

  it('shows the ends of a way while that is searched', () => {
    const { app } = createApp();
    const [from = '', to = ''] = app.finder.places;
    app.finder.choose('from', from);
    app.finder.choose('to', to);
    expect(app.finder.isSearching).toBe(true);
    expect(app.finder.extent).toEqual([from, to].map((id) => atlas.nodes.get(id)?.geometry.coordinates));
  });

  it('shows the only end of a search with all corridors, where the reader has not moved the map', () => {
    const { app } = createApp();
    const [from = ''] = app.finder.places;
    const at = atlas.nodes.get(from)!.geometry.coordinates;
    app.finder.choose('from', from);
    expect(app.requests.view?.places).toEqual([at, ...findOverview(atlas)]);
    app.requests.isMoved = true;
    const { view } = app.requests;
    app.finder.choose('from', null);
    app.finder.choose('from', from);
    expect(app.requests.view).toBe(view);
  });

  it('points out the event that is read of, as it does the selected one', () => {
    const { app } = createApp();
    const [event = ''] = atlas.events.keys();
    app.selection.read = getRoute();
    expect(app.selection.event).toBeNull();
    app.selection.read = event;
    expect(app.selection.event).toBe(event);
    app.selection.select(event);
    expect(app.selection.event).toBe(event);
  });

  it('keeps free beside the lines of a map as slim as a phone what a phone does', () => {
    const { layout } = createApp().app;
    const wide = layout.mapPadding;
    layout.mapSize = { width: 399, height: 900 };
    expect(layout.mapPadding.right).toBeLessThan(wide.right);
    expect([layout.isNarrow, layout.isUpright]).toEqual([false, true]);
    // That of a phone on its side has little height for names beside its places.
    layout.mapSize = { width: 443, height: 336 };
    expect(layout.mapPadding).toEqual(wide);
    layout.mapSize = { width: 600, height: 900 };
    expect(layout.mapPadding).toEqual(wide);
    expect(layout.isUpright).toBe(false);
  });

  it('gives a pick on the map to the finder while that waits for a place', () => {
    const { app } = createApp();
    const [place = ''] = app.finder.places;
    app.finder.pick('from');
    app.selection.pickOnMap(place);
    expect(app.finder.view.from).toBe(place);
    expect(app.selection.id).toBeNull();
  });

  it('numbers requests for the same places, so that the map answers each', () => {
    const { app } = createApp();
    app.requests.showFeature(getRoute());
    const first = app.requests.view?.n;
    app.requests.showFeature(getRoute());
    expect(app.requests.view?.n).not.toBe(first);
  });

  it('adds an item to the comparison, and removes it the next time', () => {
    const { app } = createApp();
    expect(app.comparison.toggle(getRoute())).toBe(true);
    expect(app.comparison.includes(getRoute())).toBe(true);
    app.comparison.toggle(getRoute());
    expect(app.navigation.view.compare).toEqual([]);
  });

  it('refuses an item when the comparison is full', () => {
    const texts = Array.from({ length: MOST_COMPARED }, (_, i) => `${getRoute()}:0:${i + 1}`);
    const { app } = createApp({ compare: texts });
    expect(app.comparison.isFull).toBe(true);
    expect(app.comparison.toggle(getRoute())).toBe(false);
    expect(app.navigation.view.compare).toEqual(texts);
  });

  it('closes a place for the trial while its page is open, and draws the way round one of the routes', () => {
    const { app, steps, run } = createApp();
    const route = [...atlas.routes.values()].find(({ nodes }) => nodes.length > 2);
    const [, place] = route?.nodes ?? [];
    app.selection.select(place?.id ?? '');
    expect(app.comparison.drawnLines).toEqual([]);
    const before = app.requests.view?.n;
    app.closure.start(place?.id ?? '');
    expect(steps.at(-1)?.[1].find.closed).toEqual([place?.id]);
    // Until the answer comes the map stays as it is.
    expect(app.closure.isSearching).toBe(true);
    expect([app.closure.outcomes, app.comparison.drawnLines]).toEqual([[], []]);
    expect(app.requests.view?.n).toBe(before);
    run();
    expect(app.closure.isSearching).toBe(false);
    expect(app.requests.view?.places).toEqual(app.closure.extent);
    expect(app.closure.outcomes.map((one) => one.route.id)).toContain(route?.id);
    expect(app.comparison.drawnLines[0]?.look).toMatchObject({ letter: '', colour: 'slate' });
    app.selection.select(null);
    expect(app.comparison.drawnLines).toEqual([]);
    app.selection.select(place?.id ?? '');
    app.closure.end();
    expect(app.closure.id).toBeNull();
  });

  it('draws compared items only while their panel is open, or one is previewed', () => {
    const { app } = createApp({ compare: [getRoute()], tool: 'compare' });
    expect(app.comparison.drawnRows).toEqual([]);
    app.navigation.openPanel('compare');
    expect(app.comparison.drawnRows.map(({ text }) => text)).toEqual([getRoute()]);
    app.comparison.preview = getLink();
    expect(app.comparison.drawnRows.map(({ text }) => text)).toEqual([getLink()]);
  });

  it('keeps what is compared until a path that is added has been found, and shows all of it then', () => {
    const { app, calls, run } = createApp({ compare: [getRoute()], panel: 'compare', tool: 'compare' });
    const [from = '', to = ''] = app.finder.places;
    const path = `path:${from}:${to}:-`;
    expect(app.comparison.rows.map(({ text }) => text)).toEqual([getRoute()]);
    expect(calls).toEqual([]);
    app.comparison.set([path, getRoute()]);
    expect(app.comparison.isSearching).toBe(true);
    expect(app.comparison.rows.map(({ text }) => text)).toEqual([getRoute()]);
    expect(app.comparison.drawnRows.map(({ text }) => text)).toEqual([getRoute()]);
    expect([app.comparison.texts, app.comparison.includes(path)]).toEqual([[path, getRoute()], true]);
    expect(app.requests.view).toBeNull();
    run();
    expect(app.comparison.isSearching).toBe(false);
    expect(app.comparison.rows.map(({ text }) => text)).toEqual([path, getRoute()]);
    expect(app.requests.view?.places).toEqual(app.comparison.findPlaces());
    // What has been found once is not searched again.
    app.comparison.toggle(path);
    app.comparison.toggle(path);
    expect([app.comparison.isSearching, calls]).toEqual([false, []]);
  });

  it('takes a path out that is still searched, and says what cannot be found', () => {
    const { app, run } = createApp({ panel: 'compare', tool: 'compare' });
    const [from = '', to = ''] = app.finder.places;
    app.comparison.set([`path:${from}:${to}:-`, `path:${from}:nowhere:-`]);
    app.comparison.toggle(`path:${from}:${to}:-`);
    expect(app.navigation.view.compare).toEqual([`path:${from}:nowhere:-`]);
    expect(app.comparison.problems).toEqual([]);
    run();
    run();
    expect(app.comparison.problems).toMatchObject([{ reason: 'unknown-node', id: 'nowhere' }]);
    expect(app.comparison.isSearching).toBe(false);
  });

  it('starts the map where a searched comparison has to pass, and adjusts it to what is found', () => {
    const { app, run } = createApp();
    const [from = '', to = ''] = app.finder.places;
    app.navigation.change({ panel: 'compare', tool: 'compare', compare: [`path:${from}:${to}:-`] }, 'replace');
    expect(app.comparison.findFirstPlaces()).toEqual([from, to].map((id) => atlas.nodes.get(id)?.geometry.coordinates));
    run();
    expect(app.requests.view?.places).toEqual(app.comparison.findPlaces());
    expect(app.comparison.findPlaces().length).toBeGreaterThan(0);
  });

  it('hides what a filter names, shows it again, and resets', () => {
    const { app } = createApp();
    app.navigation.toggleFilter('hiddenModes', 'sea');
    expect(app.navigation.filters.hiddenModes).toEqual(['sea']);
    expect(app.navigation.isFiltered).toBe(true);
    app.navigation.toggleFilter('hiddenModes', 'sea');
    expect(app.navigation.isFiltered).toBe(false);
    app.navigation.updateFilters({ year: 1990 });
    app.navigation.resetFilters();
    expect(app.navigation.isFiltered).toBe(false);
  });

  it('takes over a view of the history without adding to it, and closes the dialog of the view before', async () => {
    const { app, steps } = createApp();
    app.dialogs.open('share');
    restoreView(app, { ...FIRST_VIEW, select: getRoute(), lang: 'tr' });
    await app.language.load();
    expect(app.selection.id).toBe(getRoute());
    expect(app.language.tr.lang).toBe('tr');
    expect(app.dialogs.current).toBeNull();
    expect(steps).toEqual([]);
  });

  it('follows the system’s theme until the reader chooses one', () => {
    const { app } = createApp();
    expect(app.appearance.theme).toBe('dark');
    app.appearance.choose('light');
    expect(app.appearance.theme).toBe('light');
  });

  it('asks the article for the same paragraph twice', () => {
    const { app } = createApp();
    app.articleScroll.openParagraph(3);
    const first = app.articleScroll.target;
    app.articleScroll.openParagraph(3);
    expect(app.articleScroll.target).toEqual({ paragraph: 3 });
    expect(app.articleScroll.target).not.toBe(first);
    expect(app.navigation.view.panel).toBe('article');
  });

  it('names links by their ends, and gives back what it does not know', () => {
    const { app } = createApp();
    const { from = '', to = '' } = atlas.links.get(getLink())?.properties ?? {};
    expect(app.getName(getLink())).toBe(`${app.getName(from)}\u00a0– ${app.getName(to)}`);
    expect(app.getName('nowhere')).toBe('nowhere');
  });
});

describe('loading the dataset', () => {
  it('reports each file that fails and can be retried', async () => {
    let online = false;
    const answer = { ok: true, status: 200, text: () => Promise.resolve('{"type":"FeatureCollection","features":[]}') };
    const { app } = createApp({}, (url) =>
      online && url.endsWith('areas.geojson') ? Promise.resolve(answer) : Promise.reject(new TypeError('offline')),
    );
    await app.dataset.load();
    expect(app.dataset.loaded).toBe(true);
    const keys = app.failures.list.map(({ key }) => key);
    expect(keys).toContain('manifest');
    expect(keys).toContain('areas');
    const areas = app.failures.list.find(({ key }) => key === 'areas');
    expect(areas?.error).toBeInstanceOf(AtlasError);
    online = true;
    if (areas) app.failures.retry(areas);
    await expect.poll(() => app.dataset.isLoading('areas')).toBe(false);
    expect(app.failures.list.map(({ key }) => key)).not.toContain('areas');
  });
});

describe('the sheet of a phone', () => {
  it('rises and sinks by one rest, and covers the map in a narrow window only', () => {
    const { app } = createApp();
    expect(app.layout.covered).toBe(0);
    app.layout.isNarrow = true;
    expect(app.layout.covered).toBeGreaterThan(0);
    app.layout.raiseSheet();
    app.layout.raiseSheet();
    expect(app.layout.sheet).toBe(SHEET.full);
    app.layout.lowerSheet();
    expect(app.layout.sheet).toBe(SHEET.half);
  });

  it('makes room for what is brought into view, and stays down where it was lower', () => {
    const { app } = createApp();
    app.layout.isNarrow = true;
    app.layout.sheet = SHEET.full;
    app.selection.select(getRoute());
    expect(app.layout.sheet).toBe(SHEET.half);
    app.requests.showFeature(getRoute(), SHEET.peek);
    expect(app.layout.sheet).toBe(SHEET.peek);
    app.selection.select(getLink());
    expect(app.layout.sheet).toBe(SHEET.peek);
    const { bottom } = app.layout.mapPadding;
    app.layout.sheet = SHEET.half;
    expect(app.layout.mapPadding.bottom).toBeGreaterThan(bottom);
  });

  it('goes back to where a reader left a page, and nowhere for what is no such place', () => {
    const { app } = createApp();
    app.layout.scroll = 320;
    app.layout.sheet = SHEET.full;
    const place = readPlace(structuredClone({ ...app.layout.place }));
    app.layout.sheet = SHEET.peek;
    restoreView(app, FIRST_VIEW, place);
    expect(app.layout.sheet).toBe(SHEET.full);
    expect(app.layout.restored?.scroll).toBe(320);
    for (const other of [null, 3, {}, { scroll: 'x', sheet: 1 }, { scroll: 1, sheet: 7 }]) expect(readPlace(other)).toBeNull();
  });
});
