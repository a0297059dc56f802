import { describe, expect, it } from 'vitest';
import { readItem, type PathItem } from '../../../../src/core/url/compare-items.ts';
import { findSectionAround, findSections } from '../../../../src/core/routing/sections.ts';
import { findPaths, resolvePathItem } from '../../../../src/core/routing/find-paths.ts';
import { network } from './small-network.ts';

/** Over land by `x`, over the sea, or by a line that is planned; an island without any line, and a pair apart. */
const on = network({ a: 'AA', x: 'XX', b: 'BB', c: 'BB', lone: 'AA', p: 'AA', q: 'AA' }, [
  { id: 'a-x', from: 'a', to: 'x', km: 40, countries: ['AA', 'XX'] },
  { id: 'x-b', from: 'x', to: 'b', km: 40, countries: ['XX', 'BB'], opened: '1990' },
  { id: 'a-b-sea', from: 'a', to: 'b', km: 70, mode: 'sea', opened: '2000' },
  { id: 'a-b-plan', from: 'a', to: 'b', km: 60, status: 'planned', countries: ['AA', 'BB'] },
  { id: 'b-c', from: 'b', to: 'c', km: 5 },
  { id: 'p-q', from: 'p', to: 'q', km: 5 },
]);
const open = { statuses: ['open'] as const };
const reasonOf = (request: Parameters<typeof findPaths>[1]) => findPaths(on, request).reason;

describe('a stretch', () => {
  const line = network({ a: 'AA', b: 'AA', c: 'AA', d: 'AA', e: 'AA' }, [
    { id: 'a-b', from: 'a', to: 'b', km: 5 },
    { id: 'c-b', from: 'c', to: 'b', km: 9 },
    { id: 'c-d', from: 'c', to: 'd', km: 7 },
    { id: 'c-e', from: 'c', to: 'e', km: 3 },
  ]);

  it('goes on until lines meet, and is known by its longest link', () => {
    const legs = [
      { id: 'a-b', reversed: false },
      { id: 'c-b', reversed: true },
      { id: 'c-d', reversed: false },
    ];
    expect(findSections(line, legs)).toMatchObject([
      { from: 'a', to: 'c', km: 14, link: 'c-b' },
      { from: 'c', to: 'd', km: 7, link: 'c-d' },
    ]);
  });

  it('has the same ends from whichever of its links', () => {
    expect(findSectionAround(line, 'a-b')).toEqual({ from: 'a', to: 'c' });
    expect(findSectionAround(line, 'c-b')).toEqual({ from: 'c', to: 'a' });
    expect(findSectionAround(line, 'none')).toBeNull();
  });
});

describe('closing a link', () => {
  it('leaves the next best path, beside the one with nothing closed', () => {
    const { paths, undisturbed } = findPaths(on, { from: 'a', to: 'b', ...open, closed: ['a-b-sea'] });
    expect(paths[0]?.measured.drawnKm).toBe(80);
    expect(undisturbed?.measured.drawnKm).toBe(70);
  });

  it('tells nothing of an undisturbed path where nothing is closed', () => {
    expect(findPaths(on, { from: 'a', to: 'b' }).undisturbed).toBeNull();
  });
});

describe('the reason why there is no path', () => {
  it('is a place that the network does not have, or has no line to', () => {
    expect(reasonOf({ from: 'a', to: 'nowhere' })).toEqual({ code: 'unknown-place', id: 'nowhere' });
    expect(reasonOf({ from: 'lone', to: 'a' })).toEqual({ code: 'unserved-place', id: 'lone' });
  });

  it('is the same place twice, at the ends or in a row', () => {
    expect(reasonOf({ from: 'a', to: 'a' })).toEqual({ code: 'same-place', id: 'a' });
    expect(reasonOf({ from: 'a', to: 'a', via: ['b'] })).toEqual({ code: 'same-place', id: 'a' });
    expect(reasonOf({ from: 'a', to: 'b', via: ['b'] })).toEqual({ code: 'same-place', id: 'b' });
  });

  it('is a stop in a country that is to be avoided', () => {
    const request = { from: 'a', to: 'b', via: ['x'], avoidCountries: ['XX'] };
    expect(reasonOf(request)).toMatchObject({
      code: 'avoided-place',
      id: 'x',
      country: 'XX',
      lifts: [
        { condition: { kind: 'via', node: 'x' }, km: 60 },
        { condition: { kind: 'country', code: 'XX' }, km: 80 },
      ],
    });
  });

  it('is that everything is avoided', () => {
    const avoidModes = ['rail', 'sea', 'road'] as const;
    expect(reasonOf({ from: 'a', to: 'b', avoidModes })).toMatchObject({ code: 'all-avoided' });
    expect(reasonOf({ from: 'a', to: 'b', avoidModes })).toMatchObject({
      lifts: [
        { condition: { kind: 'mode', mode: 'rail' }, km: 60 },
        { condition: { kind: 'mode', mode: 'sea' }, km: 70 },
      ],
    });
  });

  it('names each single condition that closes the path, the one with the shortest path first', () => {
    const request = { from: 'a', to: 'b', ...open, avoidModes: ['sea'] as const, closed: ['x-b'] };
    expect(reasonOf(request)).toMatchObject({
      code: 'no-path',
      connected: true,
      lifts: [
        { condition: { kind: 'status' }, km: 60, path: { measured: { drawnKm: 60 } } },
        { condition: { kind: 'mode', mode: 'sea' }, km: 70, path: { measured: { drawnKm: 70 } } },
        { condition: { kind: 'closed', link: 'x-b' }, km: 80, path: { measured: { drawnKm: 80 } } },
      ],
    });
  });

  it('names a year in which nothing was there yet', () => {
    expect(reasonOf({ from: 'a', to: 'b', year: 1989 })).toMatchObject({
      code: 'no-path',
      lifts: [{ condition: { kind: 'year', year: 1989 } }],
    });
  });

  it('says when only several conditions together keep the path closed, and when there is none at all', () => {
    const strict = { ...open, avoidModes: ['sea'] as const, closed: ['x-b'], year: 1985 };
    expect(reasonOf({ from: 'a', to: 'c', ...strict })).toEqual({ code: 'no-path', connected: true, lifts: [] });
    expect(reasonOf({ from: 'a', to: 'q' })).toEqual({ code: 'no-path', connected: false, lifts: [] });
  });
});

describe('a path in an address', () => {
  const resolve = (text: string) => resolvePathItem(on, readItem(text) as PathItem);

  it('stands for the path that the finder shows at its place', () => {
    expect(resolve('path:a:b:-').path?.legs).toEqual([{ id: 'a-b-plan', reversed: false }]);
    expect(resolve('path:a:b:n2').path?.legs).toEqual([{ id: 'a-b-sea', reversed: false }]);
    expect(resolve('path:a:b:open').path?.legs).toEqual([{ id: 'a-b-sea', reversed: false }]);
    expect(resolve('path:b:a:no-sea.open').path?.legs).toEqual([
      { id: 'x-b', reversed: true },
      { id: 'a-x', reversed: true },
    ]);
    expect(resolve('path:a:b:y1995').path?.legs.map(({ id }) => id)).toEqual(['a-x', 'x-b']);
  });

  it('heeds a closed link, and says which of them it does not know', () => {
    const { path, ignored } = resolve('path:a:b:cut-a-b-plan.cut-gone');
    expect(path?.legs.map(({ id }) => id)).toEqual(['a-b-sea']);
    expect(ignored).toEqual(['gone']);
  });

  it('says when there are fewer paths than that, and when there is none', () => {
    expect(resolve('path:a:c:n4.open')).toMatchObject({ path: null, reason: { code: 'fewer-paths', found: 2 } });
    expect(resolve('path:a:q:-')).toMatchObject({ path: null, reason: { code: 'no-path' } });
  });
});

describe('disruptions and closed places', () => {
  const disrupted = network({ a: 'AA', b: 'AA', c: 'AA' }, [
    { id: 'a-b', from: 'a', to: 'b', km: 10 },
    { id: 'a-c', from: 'a', to: 'c', km: 10 },
    { id: 'c-b', from: 'c', to: 'b', km: 10 },
  ]);
  Object.assign(disrupted.links.get('a-b')!.properties, { disruption: { id: 'x' } });
  const find = (text: string) => resolvePathItem(disrupted, readItem(text) as PathItem).path?.legs.map(({ id }) => id);

  it('are used unless a reader avoids them', () => {
    expect(find('path:a:b:-')).toEqual(['a-b']);
    expect(find('path:a:b:no-disrupted')).toEqual(['a-c', 'c-b']);
  });

  it('give the reason where they are all that there is', () => {
    const { reason } = resolvePathItem(disrupted, readItem('path:a:b:no-disrupted.cut-c') as PathItem);
    expect(reason).toMatchObject({
      code: 'no-path',
      lifts: [{ condition: { kind: 'disrupted' }, km: 10 }, { condition: { kind: 'closed', link: 'c' } }],
    });
  });

  it('close all that meets at a place', () => {
    expect(find('path:a:b:cut-c.no-disrupted')).toBeUndefined();
  });
});
