/** Text with mentions of features, as people write it: plain words, and `[words](feature-id)`. */
import type { Segment } from '../dataset/model.ts';

const MENTION = /\[([^\]]+)\]\(([A-Za-z0-9-]+)\)/g;
const OTHER_MARKUP = /\]\(|\*\*|^#|<\/?[a-z]/i;

/** The pieces of a text, in order. */
export function parseSegments(text: string): Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  for (const match of text.matchAll(MENTION)) {
    const [whole, words = '', ref = ''] = match;
    if (match.index > at) segments.push(text.slice(at, match.index));
    segments.push({ t: words, ref });
    at = match.index + whole.length;
  }
  if (at < text.length) segments.push(text.slice(at));
  return segments;
}

/** The text that `parseSegments` reads as these pieces. */
export const writeSegments = (segments: readonly Segment[]): string =>
  segments.map((one) => (typeof one === 'string' ? one : `[${one.t}](${one.ref})`)).join('');

/** True where plain words hold markup that nothing here reads, so that a reader would see its signs. */
export const hasOtherMarkup = (segments: readonly Segment[]): boolean =>
  segments.some((one) => typeof one === 'string' && OTHER_MARKUP.test(one));

/** Ids of the features that a text mentions, each once. */
export const listMentions = (segments: readonly Segment[]): string[] => [
  ...new Set(segments.flatMap((one) => (typeof one === 'string' ? [] : [one.ref]))),
];
