import type { Segment } from '../../src/core/dataset/model.ts';
import { hasOtherMarkup, parseSegments } from '../../src/core/stories/segments.ts';
import type { Problem } from './problem.ts';

/**
 * Parses the article as retold: a `## n` heading before each paragraph, mentions of features as `[words](feature-id)`.
 *
 * @returns the segments of each paragraph by its number; what is odd is added to `problems`
 */
export function parseArticle(file: string, markdown: string, problems: Problem[]): Map<number, Segment[]> {
  const paragraphs = new Map<number, Segment[]>();
  const [head = '', ...blocks] = markdown.split(/^## /m);
  const odd = (feature: string, problem: string, remedy: string) => problems.push({ file, feature, problem, remedy });
  if (head.trim()) odd('the first lines', 'there is text before the first "## 1"', 'move it below a heading');
  blocks.forEach((block, i) => {
    const [heading = '', ...lines] = block.split('\n');
    const n = Number(heading.trim());
    if (n !== i + 1) odd(`## ${heading}`, `paragraph ${i + 1} was expected`, 'number the paragraphs 1, 2, 3 … without a gap');
    const text = lines.join(' ').replace(/\s+/g, ' ').trim();
    const found = parseSegments(text);
    if (hasOtherMarkup(found)) {
      odd(`## ${n}`, 'has markup other than [words](feature-id)', 'write plain words and mentions only');
    }
    if (!text) odd(`## ${n}`, 'has no text', 'write the paragraph');
    paragraphs.set(n, found);
  });
  return paragraphs;
}
