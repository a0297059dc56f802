/** `stories/ID.json`: an account in chapters, each with the view of the map that belongs to it; and `stories.json`, their list. */
import * as v from 'valibot';
import { id, iso, text, translated } from '../fields.ts';
import { segment } from './segment.ts';

/** What stands in the stage of a chapter in place of the map. */
export const STORY_CHARTS = ['bars', 'times', 'years'] as const;

const camera = v.object({ zoom: v.number(), lat: v.number(), lon: v.number() });

/** The view of a chapter; what is missing is as in the whole atlas. */
const storyView = v.object({
  select: v.optional(id),
  /** Items of a comparison, as an address has them. */
  compare: v.optional(v.array(v.string())),
  /** Only what was open by the end of this year. */
  year: v.optional(v.number()),
  camera: v.optional(camera),
  /** Routes and corridors that are drawn; all without it. */
  only: v.optional(v.array(id)),
  chart: v.optional(v.picklist(STORY_CHARTS)),
});
export type StoryView = v.InferOutput<typeof storyView>;

const chapter = v.object({
  /** Part of the address of a chapter: `stories/ID.html#CHAPTER`. */
  id,
  view: storyView,
  heading: text,
  /** Paragraphs. */
  text: translated(v.array(v.array(segment))),
});
export type Chapter = v.InferOutput<typeof chapter>;

export const story = v.object({
  id,
  title: text,
  lead: text,
  /** When it was written or last gone through. */
  date: iso,
  sources: v.array(id),
  chapters: v.pipe(v.array(chapter), v.minLength(1)),
});
export type Story = v.InferOutput<typeof story>;

const storyEntry = v.object({ id, title: text, lead: text, date: iso, chapters: v.array(id) });
export type StoryEntry = v.InferOutput<typeof storyEntry>;
export const storiesFile = v.array(storyEntry);
