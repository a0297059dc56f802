import type { Context } from '../../../src/core/dataset/model.ts';
import type { Inputs } from '../../read/inputs.ts';
import type { Problem } from '../../read/problem.ts';

/** Every feature that the article mentions exists and has a note; all languages mention the same ones. */
export function checkArticle(
  { files, context, events }: Pick<Inputs, 'files' | 'context' | 'events'>,
  known: ReadonlySet<string>,
): Problem[] {
  const noted = new Set(context.notes.map(({ feature }) => feature));
  // An event tells itself what the article says of it.
  for (const event of events) if (event.paragraphs.length > 0) noted.add(event.id);
  const first = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { n, text } of context.article.paragraphs) {
    for (const [lang, segments] of Object.entries(text)) {
      const file = `${files.context}/article.${lang}.md`;
      const refs = listReferences(segments);
      for (const ref of refs) {
        if (!known.has(ref)) {
          const problem = `mentions "${ref}", which does not exist`;
          problems.push({ file, feature: `## ${n}`, problem, remedy: 'correct the id in the brackets, or add the feature' });
        } else if (!first.has(ref)) first.set(ref, `paragraph ${n}`);
      }
      const missing = [...listReferences(text.en)].filter((ref) => !refs.has(ref));
      for (const ref of missing) {
        problems.push({
          file,
          feature: `## ${n}`,
          problem: `does not mention "${ref}" as the English does`,
          remedy: 'link the words with it',
        });
      }
    }
  }
  for (const [ref, where] of first) {
    if (noted.has(ref)) continue;
    const problem = `the article mentions it in ${where}, and there is no note of it`;
    problems.push({ file: files.notes, feature: ref, problem, remedy: 'add a note that tells what the article says of it' });
  }
  return problems;
}

type Segments = Context['article']['paragraphs'][number]['text']['en'];

function listReferences(segments: Segments | undefined): Set<string> {
  return new Set((segments ?? []).flatMap((segment) => (typeof segment === 'string' ? [] : [segment.ref])));
}

/** Paragraph numbers that notes, claims and events give are those of the article. */
export function checkParagraphs({ files, context, events }: Pick<Inputs, 'files' | 'context' | 'events'>): Problem[] {
  const known = new Set(context.article.paragraphs.map(({ n }) => n));
  const rows = [
    ...context.notes.map(({ id, paragraphs }) => ({ file: files.notes, id, paragraphs })),
    ...context.claims.map(({ id, paragraph }) => ({ file: files.claims, id, paragraphs: [paragraph] })),
    ...events.map(({ id, paragraphs }) => ({ file: files.events, id, paragraphs })),
  ];
  return rows.flatMap(({ file, id, paragraphs }) =>
    paragraphs
      .filter((n) => !known.has(n))
      .map((n) => ({
        file,
        feature: id,
        problem: `names paragraph ${n}, which the article does not have`,
        remedy: 'correct the number',
      })),
  );
}
