import type { Segment } from '../dataset/model.ts';
import type { StoryText } from './parse-story.ts';
import { writeSegments } from './segments.ts';
import { writeView } from './view-line.ts';

const BREAKS = /\s*[\n\r\u2028\u2029]\s*/g;
/** The start of a text that would be read as something else. */
const MISLEADING = /^(?=\\*(?:##|view:))/;

/** A text of one line; spaces that are not to be broken stay as they are. */
export const toOneLine = (text: string): string => text.replace(BREAKS, ' ').trim();

const writeParagraph = (segments: readonly Segment[]): string => toOneLine(writeSegments(segments)).replace(MISLEADING, '\\');

/** The Markdown that `parseStory` reads as this story. */
export function writeStory({ title, lead, date, sources, chapters }: StoryText): string {
  const fields: [name: string, value: string][] = [
    ['title', title],
    ['lead', lead],
    ['date', date],
    ['sources', sources.join(', ')],
  ];
  const head = fields.flatMap(([name, value]) => (toOneLine(value) ? [`${name}: ${toOneLine(value)}`] : []));
  const blocks = chapters.map(({ id, heading, view, paragraphs }) => {
    const line = view ? writeView(view) : '';
    return [`## ${toOneLine(heading)} {#${id}}`, ...(line ? [`view: ${line}`] : []), ...paragraphs.map(writeParagraph)].join(
      '\n\n',
    );
  });
  return `${['---', ...head, '---', '', blocks.join('\n\n')].join('\n')}\n`;
}
