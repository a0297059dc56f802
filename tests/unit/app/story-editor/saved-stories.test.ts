import { describe, expect, it } from 'vitest';
import { SavedStories } from '../../../../src/app/story-editor/desk/saved-stories.svelte.ts';
import { UndoStack } from '../../../../src/app/story-editor/desk/undo-stack.svelte.ts';
import type { RecordStore } from '../../../../src/app/common/record-store.ts';
import type { StoredDraft } from '../../../../src/core/stories/stored-draft.ts';

const row = (changed: number): StoredDraft => ({
  id: 'a',
  changed,
  draft: {
    key: 'a',
    id: '',
    date: '',
    sources: [],
    langs: ['en'],
    heads: { en: { title: String(changed), lead: '' } },
    chapters: [],
  },
});

/** A store that answers when the test lets it. */
function createStore() {
  const kept = new Map<string, unknown>();
  const answers: ((error?: Error) => void)[] = [];
  const wait = () => new Promise<void>((resolve, reject) => answers.push((error) => (error ? reject(error) : resolve())));
  const store: RecordStore<StoredDraft> = {
    all: async () => [...kept].map(([key, value]) => ({ key, value })),
    put: async (rows) => {
      await wait();
      for (const one of rows) kept.set(one.id, one);
    },
    remove: async (keys) => {
      await wait();
      for (const key of keys) kept.delete(key);
    },
    listen: () => () => undefined,
  };
  return { store, kept, answers };
}

describe('stories that are saved while they are typed', () => {
  it('reach the storage in their newest state, however slowly it answers', async () => {
    const { store, kept, answers } = createStore();
    let now: StoredDraft | undefined = row(1);
    const saved = new SavedStories(store, () => now);
    const first = saved.save('a');
    now = row(2);
    void saved.save('a');
    now = row(3);
    void saved.save('a');
    expect(answers).toHaveLength(1);
    answers[0]!();
    await expect.poll(() => answers.length).toBe(2);
    answers[1]!();
    await first;
    expect(kept.get('a')).toEqual(row(3));
    expect(saved.isSaving).toBe(false);
    now = undefined;
    const gone = saved.save('a');
    answers[2]!();
    await gone;
    expect(kept.size).toBe(0);
  });

  it('wait for the next change where there is no room, and that is told', async () => {
    const { store, kept, answers } = createStore();
    const saved = new SavedStories(store, () => row(1));
    const first = saved.save('a');
    answers[0]!(new DOMException('', 'QuotaExceededError'));
    await first;
    expect(saved.unsaved).toBe('full');
    expect(saved.isWaiting('a')).toBe(true);
    const again = saved.save('a');
    answers[1]!();
    await again;
    expect(saved.unsaved).toBeNull();
    expect(kept.size).toBe(1);
  });

  it('are passed over where another program has written something else', async () => {
    const { store, kept } = createStore();
    kept.set('x', { id: 'x', draft: 'no' });
    kept.set('a', row(1));
    expect(await new SavedStories(store, () => undefined).read()).toEqual([row(1)]);
  });
});

it('letters of one text are undone together, and redone', () => {
  const undo = new UndoStack<string>();
  undo.push('', 'text');
  undo.push('a', 'text');
  undo.push('ab', 'text');
  undo.rest();
  undo.push('abc', 'text');
  expect(undo.undo('abcd')).toBe('abc');
  expect(undo.undo('abc')).toBe('');
  expect(undo.undo('')).toBeNull();
  expect(undo.redo('')).toBe('abc');
  expect(undo.redo('abc')).toBe('abcd');
});
