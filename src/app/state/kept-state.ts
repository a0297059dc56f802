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
export type KeptState = v.InferOutput<typeof keptState>;

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

/** Bytes and maps as what JSON has. */
const toJson = (_: string, value: unknown): unknown => {
  if (value instanceof Uint8Array) return { base64: btoa(Array.from(value, (byte) => String.fromCharCode(byte)).join('')) };
  return value instanceof Map ? { entries: [...value] } : value;
};

const fromJson = (_: string, value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if ('base64' in value && typeof value.base64 === 'string') {
    return Uint8Array.from(atob(value.base64), (letter) => letter.charCodeAt(0));
  }
  return 'entries' in value && Array.isArray(value.entries) ? new Map(value.entries as [unknown, unknown][]) : value;
};

/** As text, for places that take nothing else. */
export const writeKeptState = (kept: KeptState): string => JSON.stringify(kept, toJson);

/** Throws a `SyntaxError` where it is no JSON. */
export const readKeptState = (text: string): unknown => JSON.parse(text, fromJson) as unknown;
