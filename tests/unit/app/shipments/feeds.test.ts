import { describe, expect, it } from 'vitest';
import { ImportError, type ImportIssue } from '../../../../src/core/import/checks/issues.ts';
import type { FileVersion, VersionedSource } from '../../../../src/core/import/fetch-file.ts';
import { Feeds } from '../../../../src/app/shipments/state/feeds.svelte.ts';

const MINUTE = 60_000;
const ADDRESS = 'https://forwarder.example/events.json';
const version = (tag: string): FileVersion => ({ 'If-None-Match': tag });
const source = (tag: string | null): VersionedSource => ({
  name: 'events.json',
  bytes: new Uint8Array(),
  version: tag === null ? null : version(tag),
});
const fails = (code: ImportIssue['code']) => new ImportError({ code, params: { host: 'forwarder.example' } });

type Reply = VersionedSource | null | ImportError;

/** Feeds whose address gives one reply after the other, with a clock that stands still. */
function follow(...replies: Reply[]) {
  const asked: (FileVersion | null)[] = [];
  const timers: { then: () => void; ms: number; isOff: boolean }[] = [];
  const read: VersionedSource[] = [];
  const feeds = new Feeds(
    {
      fetch: (_, version) => {
        asked.push(version);
        const reply = replies.shift() ?? null;
        return reply instanceof ImportError ? Promise.reject(reply) : Promise.resolve(reply);
      },
      now: () => 0,
      schedule: (then, ms) => {
        const timer = { then, ms, isOff: false };
        timers.push(timer);
        return () => (timer.isOff = true);
      },
    },
    (_, given) => {
      read.push(given);
      return Promise.resolve();
    },
  );
  return { feeds, asked, timers, read };
}

describe('an address that is asked again', () => {
  it('is asked for what it called the version before, and nothing is read where that is the newest', async () => {
    const { feeds, asked, read, timers } = follow(source('"1"'), null, source('"2"'));
    await feeds.follow(1, ADDRESS, 5);
    await feeds.ask(1);
    expect(feeds.list[0]!.status).toMatchObject({ name: 'waiting', answer: 'unchanged', next: 5 * MINUTE });
    await feeds.ask(1);
    expect(asked).toEqual([null, version('"1"'), version('"1"')]);
    expect(feeds.list[0]!.version).toEqual(version('"2"'));
    expect(read).toHaveLength(2);
    expect(timers.map(({ ms }) => ms)).toEqual([5, 5, 5].map((minutes) => minutes * MINUTE));
  });

  it('waits twice as long after each failure in a row, and as before after an answer', async () => {
    const { feeds, timers } = follow(fails('address-status'), fails('address-late'), source(null));
    await feeds.follow(1, ADDRESS, 1);
    expect(feeds.list[0]!.status).toMatchObject({ name: 'failed', failures: 1, issue: { code: 'address-status' } });
    await feeds.ask(1);
    expect(feeds.list[0]!.status).toMatchObject({ name: 'failed', failures: 2 });
    await feeds.ask(1);
    expect(feeds.list[0]!.status).toMatchObject({ name: 'waiting', answer: 'new' });
    expect(timers.map(({ ms }) => ms / MINUTE)).toEqual([2, 4, 1]);
  });

  it.each(['bad-address', 'address-blocked', 'too-large'] as const)(
    'is given up where asking again does not help: %s',
    async (code) => {
      const { feeds, timers } = follow(fails(code));
      await feeds.follow(1, ADDRESS, 1);
      expect(feeds.list[0]!.status).toMatchObject({ name: 'stopped', issue: { code } });
      expect(timers).toEqual([]);
    },
  );

  it('is asked without a version, then and later, where its server refuses the question for one', async () => {
    const { feeds, asked } = follow(source('"1"'), fails('address-failed'), source('"2"'), source('"3"'));
    await feeds.follow(1, ADDRESS, 1);
    await feeds.ask(1);
    await feeds.ask(1);
    expect(asked).toEqual([null, version('"1"'), null, null]);
    expect(feeds.list[0]!.status).toMatchObject({ name: 'waiting', answer: 'new' });
  });

  it('is asked no more once it is stopped or removed', async () => {
    const { feeds, timers } = follow(source(null), source(null));
    await feeds.follow(1, ADDRESS, 1);
    feeds.stop(1);
    expect(feeds.list[0]!.status).toEqual({ name: 'stopped', issue: null });
    await feeds.follow(2, ADDRESS, 1);
    feeds.clear();
    expect(timers.map(({ isOff }) => isOff)).toEqual([true, true]);
    expect(feeds.list).toEqual([]);
  });
});
