/** Times, disruptions, dates of evidence and changes: what they must say, what bad ones are told, how they are published. */
import { DOMParser, type Element } from '@xmldom/xmldom';
import { describe, expect, it } from 'vitest';
import { checkEvidence } from '../../../../geo/check/evidence.ts';
import { findAsOf, findNewestEvidence, resolveDisruptions, withEvidence } from '../../../../geo/derive/evidence.ts';
import { formatAtom } from '../../../../geo/publish/atom.ts';
import { type Evidence, readEvidence } from '../../../../geo/read/evidence.ts';
import { type Inputs, readInputs } from '../../../../geo/read/inputs.ts';
import type { LinkFeature } from '../../../../src/core/dataset/model.ts';
import type { RawLink } from '../../../../geo/read/lines.ts';

const inputs: Inputs = readInputs('geo', []);
const evidence = (): Evidence => structuredClone(readEvidence('geo', []));
const told = (of: Evidence) => checkEvidence(of, inputs).map(({ feature, problem }) => `${feature}: ${problem}`);

it('the evidence of the atlas holds', () => {
  expect(told(evidence())).toEqual([]);
});

it('a folder without these files says that nothing is known', () => {
  const none = readEvidence('tests/no-such-folder', []);
  expect([none.times, none.disruptions, none.changes, none.status]).toEqual([[], [], [], null]);
});

describe('what does not hold is told with file, feature and remedy', () => {
  it('of times', () => {
    const bad = evidence();
    const run = bad.times.find(({ kind }) => kind === 'run')!;
    Object.assign(run, { from: undefined, low: 9, high: 8, sources: ['nobody'] });
    const [first] = checkEvidence(bad, inputs);
    expect(first).toMatchObject({ file: expect.stringMatching(/times\.json$/), feature: run.id, remedy: expect.any(String) });
    expect(told(bad)).toEqual([
      `${run.id}: names a source "nobody", which does not exist`,
      `${run.id}: a time of kind "run" has no two ends`,
      `${run.id}: "low" 9 is more than "high" 8`,
    ]);
  });

  it('of disruptions, dates of evidence and changes', () => {
    const bad = evidence();
    Object.assign(bad.disruptions[0]!, { lines: ['no-such-line'], until: '2020' });
    bad.status!.lines['no-such-line'] = bad.status!.all;
    bad.changes.push({ ...bad.changes[0]!, features: ['nothing'] });
    expect(told(bad)).toEqual([
      `${bad.disruptions[0]!.id}: names a line "no-such-line", which does not exist`,
      `${bad.disruptions[0]!.id}: it ends (2020) before it begins (${bad.disruptions[0]!.since})`,
      'lines: names a line "no-such-line", which does not exist',
      `${bad.changes[0]!.id}: is there twice`,
      `${bad.changes[0]!.id}: names a feature "nothing", which does not exist`,
    ]);
  });
});

describe('a link', () => {
  const raw = { id: 'a--b', file: 'geo/network/lines/9-a-b.json' } as RawLink;
  const link = { type: 'Feature', properties: { id: 'a--b' } } as LinkFeature;
  const row = (asOf: string) => ({ asOf, sources: ['osm'] });
  const [disruption] = resolveDisruptions([{ ...evidence().disruptions[0]!, lines: ['9-a-b'], links: [], nodes: [] }], [raw]);

  it('has the date of its own evidence before that of its line and of all', () => {
    const status = { all: row('2020'), lines: { '9-a-b': row('2021') }, links: { 'a--b': row('2022') } };
    expect(findAsOf(raw, status)).toBe('2022');
    expect(findAsOf(raw, { ...status, links: {} })).toBe('2021');
    expect(findAsOf(raw, { all: row('2020'), lines: {}, links: {} })).toBe('2020');
    expect(findAsOf(raw, null)).toBeUndefined();
  });

  it('is disrupted until the disruption ends', () => {
    expect(disruption!.links).toEqual(['a--b']);
    const of = (one: typeof disruption) => withEvidence(link, { raw, status: null, disruptions: [one!] }).properties.disruption;
    expect(of(disruption)).toMatchObject({ id: disruption!.id, since: disruption!.since });
    expect(of({ ...disruption!, until: '2026-12' })).toBeUndefined();
  });
});

describe('the feed of changes', () => {
  const change = { ...evidence().changes[0]!, id: 'x', date: '2026-11', title: { en: '<b> & "c"' }, why: { en: '1 < 2' } };
  /** A feed as a parser reads it; it throws where the feed is not well formed. */
  const parse = (xml: string): Element => {
    const parser = new DOMParser({
      onError: (_, message) => {
        throw new Error(message);
      },
    });
    return parser.parseFromString(xml, 'text/xml').documentElement!;
  };
  const within = (parent: Element, name: string): string =>
    [...parent.childNodes].find(({ nodeName }) => nodeName === name)?.textContent ?? '';

  it('is well formed and escapes text', () => {
    const xml = formatAtom([change]);
    expect(xml).not.toContain('<b>');
    const entry = parse(xml).getElementsByTagName('entry')[0]!;
    expect(within(entry, 'title')).toBe('<b> & "c"');
    expect(within(entry, 'content')).toBe('1 < 2');
    expect(within(entry, 'updated')).toBe('2026-11-01T00:00:00Z');
    const [link] = [...entry.getElementsByTagName('link')];
    expect(link!.getAttribute('href')).toBe(`../index.html?panel=changes&select=${change.features[0]}`);
  });

  it('has what Atom asks of a feed and of each entry, with ids that stay', () => {
    const { changes } = evidence();
    const feed = parse(formatAtom(changes));
    const entries = [...feed.getElementsByTagName('entry')];
    for (const part of [feed, ...entries]) {
      expect(within(part, 'id')).toMatch(/^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
      expect(within(part, 'title')).not.toBe('');
      expect(within(part, 'updated')).toMatch(/^\d{4}-\d{2}-\d{2}T00:00:00Z$/);
    }
    expect(within(feed, 'author')).toBe('Corridor Atlas');
    expect(new Set(entries.map((entry) => within(entry, 'id'))).size).toBe(changes.length);
    expect(formatAtom(changes)).toBe(formatAtom(changes));
  });
});

it('the day that statuses speak of is that of the newest evidence of any', () => {
  const said = { asOf: '2025-01', sources: ['x'] };
  const status = { all: said, lines: { a: { ...said, asOf: '2026-03-04' } }, links: { b: said } };
  expect(findNewestEvidence({ status, disruptions: [] }, '2020')).toBe('2026-03-04');
  expect(findNewestEvidence({ status, disruptions: [{ asOf: '2026-05' }] }, '2020')).toBe('2026-05');
  expect(findNewestEvidence({ status: null, disruptions: [] }, '2020')).toBe('2020');
});
