/** A draft as the browser keeps it, with the time of its last change. */
import * as v from 'valibot';
import { LANGS } from '../dataset/enums.ts';
import { story } from '../dataset/schema/context/stories.ts';
import type { StoryDraft } from './draft.ts';

const lang = v.picklist(LANGS);
const inLanguages = <S extends v.GenericSchema>(words: S) => v.record(lang, v.optional(words));
const draft = v.object({
  key: v.string(),
  id: v.string(),
  date: v.string(),
  sources: v.array(v.string()),
  langs: v.tupleWithRest([lang], lang),
  heads: inLanguages(v.object({ title: v.string(), lead: v.string() })),
  chapters: v.array(
    v.object({
      id: v.string(),
      view: story.entries.chapters.pipe[0].item.entries.view,
      words: inLanguages(v.object({ heading: v.string(), text: v.string() })),
    }),
  ),
});
const storedDraft = v.object({
  id: v.string(),
  /** Milliseconds since 1970. */
  changed: v.number(),
  draft,
});

export interface StoredDraft {
  id: string;
  changed: number;
  draft: StoryDraft;
}

/** Null for a record of another form, which another version may have written. */
export function readStoredDraft(value: unknown): StoredDraft | null {
  const read = v.safeParse(storedDraft, value);
  return read.success ? read.output : null;
}
