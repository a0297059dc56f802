import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readEvents } from '../../../geo/read/events.ts';
import { describeProblem, type Problem } from '../../../geo/read/problem.ts';
import { event } from '../../../src/core/dataset/model.ts';
import { realAtlas } from '../../fixtures/real.ts';

const plain = { id: 'A1', date: '2001', title: { en: 'One' }, features: [], inArticle: false, paragraphs: [], sources: ['s'] };

describe('kinds of events', () => {
  let dir: string;
  let problems: Problem[];
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'events-'));
    problems = [];
  });
  afterEach(() => rmSync(dir, { recursive: true }));
  const read = (rows: readonly object[]) => {
    const file = join(dir, 'events.json');
    writeFileSync(file, JSON.stringify(rows, null, 2));
    return readEvents(file, problems);
  };

  it('that there are not are told with file, line and what to write', () => {
    read([plain, { ...plain, id: 'A2', kind: 'vist' }]);
    const [problem] = problems.map(describeProblem);
    expect(problems).toHaveLength(1);
    expect(problem).toMatch(/events\.json:\d+: A2: "kind" is "vist".*Remedy: give it one of visit, forum, /);
    expect(Number(/json:(\d+)/.exec(problem ?? '')?.[1])).toBeGreaterThan(10);
  });

  it('are "other" where none is named', () => {
    expect(read([plain]).map(({ kind }) => kind)).toEqual(['other']);
    expect(problems).toEqual([]);
  });

  it('of a later dataset are "other" to a reader of this one', () => {
    expect(v.parse(event, { ...plain, kind: 'strike' }).kind).toBe('other');
  });
});

describe('the events of this atlas', () => {
  it('have visits, forums, exhibitions, agreements, memoranda, openings, works and first trains, most of them with a place', async () => {
    const events = [...(await realAtlas()).events.values()];
    for (const kind of ['visit', 'forum', 'exhibition', 'agreement', 'memorandum', 'opening', 'construction', 'first-train']) {
      const those = events.filter((one) => one.kind === kind);
      expect(those.length, kind).toBeGreaterThan(1);
      expect(those.filter(({ place, at }) => place ?? at).length, kind).toBeGreaterThan(0);
    }
  });
});
