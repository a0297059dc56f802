import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Dataset } from '../../../../src/app/state/dataset.svelte.ts';
import { Failures } from '../../../../src/app/state/failures.svelte.ts';
import type { ViewState } from '../../../../src/core/url/view.ts';
import { FIRST_VIEW } from '../../../fixtures/first-view.ts';

const BASE = 'https://atlas.example/data/';

/** The dataset as it is built, and the names of the files that were asked for. */
function open(without: readonly string[] = []): { dataset: Dataset; failures: Failures; asked: string[] } {
  const asked: string[] = [];
  const failures = new Failures();
  const dataset = new Dataset(
    {
      base: BASE,
      fetch: (url) => {
        const name = url.slice(BASE.length);
        asked.push(name);
        if (without.includes(name)) return Promise.reject(new TypeError('offline'));
        return Promise.resolve({
          ok: true,
          status: 200,
          text: () => Promise.resolve(readFileSync(`static/data/${name}`, 'utf8')),
        });
      },
    },
    failures,
  );
  return { dataset, failures, asked };
}

describe('what a view fetches of the dataset', () => {
  it('is one small file for the first view, which has all lines that are drawn, and lengths', async () => {
    const { dataset, asked } = open();
    await dataset.loadFor(FIRST_VIEW);
    expect(asked).toEqual(['first.json']);
    expect(dataset.loaded).toBe(true);
    expect(dataset.isLoading()).toBe(true);
    expect(dataset.isEnoughFor(FIRST_VIEW)).toBe(true);
    expect(dataset.isEnoughFor({ ...FIRST_VIEW, panel: 'events' })).toBe(false);
    const { atlas, mapCredit, hasStories } = dataset;
    expect([atlas.events.size, hasStories]).toEqual([0, true]);
    await dataset.load();
    expect(dataset.isLoading()).toBe(false);
    const { links, routes } = dataset.atlas;
    const drawn = new Set([...routes.values()].flatMap((route) => route.links.map(({ id }) => id)));
    expect([...links.keys()].filter((id) => drawn.has(id))).toEqual([...atlas.links.keys()].filter((id) => drawn.has(id)));
    expect(drawn.size).toBeGreaterThan(300);
    expect([...dataset.atlas.routes.values()].map(({ drawnKm }) => drawnKm)).toEqual(
      [...atlas.routes.values()].map(({ drawnKm }) => drawnKm),
    );
    expect(dataset.mapCredit).toBe(mapCredit);
    expect(dataset.atlas.events.size).toBeGreaterThan(0);
  });

  it.each<[string, Partial<ViewState>]>([
    ['a page', { select: 'btk' }],
    ['another panel', { panel: 'article' }],
    ['a comparison', { compare: ['btk'] }],
    ['events on the map', { filters: { ...FIRST_VIEW.filters, events: true } }],
  ])('is all of it for %s', async (_, part) => {
    const { dataset, asked } = open();
    await dataset.loadFor({ ...FIRST_VIEW, ...part });
    expect(asked).not.toContain('first.json');
    expect(dataset.isLoading()).toBe(false);
  });

  it('is all of it where the map is nearer than the coarse lines serve', async () => {
    const { dataset, asked } = open();
    await dataset.loadFor({ ...FIRST_VIEW, camera: { zoom: 9, lon: 49, lat: 40 } });
    expect(asked).toContain('links.geojson');
    expect(dataset.isLoading()).toBe(false);
  });

  it('is all of it, without a word, where the small file cannot be had', async () => {
    const { dataset, failures } = open(['first.json']);
    await dataset.loadFor(FIRST_VIEW);
    expect(dataset.isLoading()).toBe(false);
    expect(failures.list).toEqual([]);
  });

  it('keeps of the network what the small file had where the whole cannot be had', async () => {
    const { dataset, failures } = open(['links.geojson', 'texts/en/context.json']);
    await dataset.loadFor(FIRST_VIEW);
    const lines = dataset.atlas.links.size;
    await dataset.load();
    expect(failures.list.map(({ key }) => key).sort()).toEqual(['context', 'links']);
    expect(dataset.atlas.links.size).toBe(lines);
    expect(dataset.atlas.events.size).toBeGreaterThan(0);
    expect(dataset.atlas.context).toBeNull();
  });

  it('has texts in the language of the reader, and English ones where those of another cannot be had', async () => {
    const { dataset, failures, asked } = open(['texts/zh/events.json']);
    await dataset.useTexts('fa');
    await dataset.load();
    const getTitle = () => [...dataset.atlas.events.values()][0]!.title;
    expect(Object.keys(getTitle())).toEqual(['en', 'fa']);
    expect(asked.filter((name) => name.endsWith('context.json'))).toEqual(['texts/fa/context.json']);
    await dataset.useTexts('ka');
    expect(Object.keys(getTitle())).toEqual(['en', 'ka']);
    expect(failures.list).toEqual([]);
    await dataset.useTexts('zh');
    expect(failures.list.map(({ key }) => key)).toEqual(['events']);
    expect(getTitle().en).not.toBe('');
    expect(dataset.atlas.context?.countries['GE']?.zh).toBeTruthy();
  });

  it('leaves the network as it is where only texts come, so that nothing is searched or handed over anew', async () => {
    const { dataset } = open();
    await dataset.load();
    const { nodes, links, events } = dataset.atlas;
    await dataset.useTexts('ka');
    expect(dataset.atlas.events).not.toBe(events);
    expect(dataset.atlas.nodes).toBe(nodes);
    expect(dataset.atlas.links).toBe(links);
  });

  it('is asked for once, whoever asks, and what fails is told of', async () => {
    const { dataset, failures, asked } = open(['texts/en/events.json']);
    await Promise.all([dataset.loadFor(FIRST_VIEW), dataset.load(), dataset.load()]);
    expect(asked.filter((name) => name === 'links.geojson')).toHaveLength(1);
    expect(failures.list.map(({ key }) => key)).toEqual(['events']);
    expect(dataset.atlas.links.size).toBeGreaterThan(0);
  });
});
