import type { StoryText } from './parse-story.ts';
import { writeSegments } from './segments.ts';
import { writeView } from './view-line.ts';

const ONE_LINE = /\s+/g;

/** The Markdown that `parseStory` reads as this story. */
export function writeStory({ title, lead, date, sources, chapters }: StoryText): string {
  const fields: [name: string, value: string][] = [
    ['title', title],
    ['lead', lead],
    ['date', date],
    ['sources', sources.join(', ')],
  ];
  const head = fields.flatMap(([name, value]) => (value ? [`${name}: ${value.replace(ONE_LINE, ' ')}`] : []));
  const blocks = chapters.map(({ id, heading, view, paragraphs }) => {
    const line = view ? writeView(view) : '';
    return [`## ${heading} {#${id}}`, ...(line ? [`view: ${line}`] : []), ...paragraphs.map(writeSegments)].join('\n\n');
  });
  return `${['---', ...head, '---', '', blocks.join('\n\n')].join('\n')}\n`;
}
