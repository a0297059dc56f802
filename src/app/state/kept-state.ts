/**
 * What a reload would lose, as the address does not carry it: routes that are not saved, files that were not read, a line that is being drawn.
 */
import * as v from 'valibot';
import { storedRoute, toStored } from '../../core/import/routes/stored-route.ts';
import type { AppState } from './app-state.ts';
import { keptFile, listKept, takeKeptFiles } from './kept-files.ts';

const position = v.tuple([v.pipe(v.number(), v.finite()), v.pipe(v.number(), v.finite())]);
const keptState = v.object({
  routes: v.array(storedRoute),
  files: v.array(keptFile),
  draft: v.nullable(v.object({ id: v.nullable(v.string()), name: v.string(), line: v.array(position) })),
});
type KeptState = v.InferOutput<typeof keptState>;

export async function takeKeptState({ imports }: AppState): Promise<KeptState> {
  const { draft, sketch } = imports.editor;
  return {
    routes: imports.routes.filter(({ id }) => imports.saved.isLost(id)).map((route) => toStored(route, route.added)),
    files: await takeKeptFiles(imports.unread),
    draft: draft && { id: draft.id, name: draft.name, line: sketch.map(([lon, lat]): [number, number] => [lon, lat]) },
  };
}

/** Takes up what the page had before; whatever is not of that form is left alone. */
export async function restoreKeptState({ imports }: AppState, given: unknown): Promise<void> {
  const result = v.safeParse(keptState, given);
  if (!result.success) return;
  const { routes, files, draft } = result.output;
  await imports.addKept(routes);
  await imports.addAll(listKept(files));
  if (draft) imports.editor.edit(draft);
}
