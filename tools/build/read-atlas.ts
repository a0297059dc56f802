/** The built dataset and base map, read from the disk by the code that pages fetch them with. */
import { readFile } from 'node:fs/promises';
import { type BaseMapData, loadBaseMap } from '../../src/core/dataset/load-base-map.ts';
import { type Atlas, indexAtlas, type Parts } from '../../src/core/dataset/dataset.ts';
import { loadManifest, loadPart, type LoadOptions, type PartName, PARTS } from '../../src/core/dataset/load.ts';
import type { Manifest } from '../../src/core/dataset/model.ts';
import { DATA } from './site.ts';

export interface Built {
  atlas: Atlas;
  baseMap: BaseMapData;
  manifest: Manifest;
}

/** @param folder the published dataset, with a slash at its end */
export async function readBuilt(folder = `${DATA}/`): Promise<Built> {
  const options: LoadOptions = {
    fetch: async (path) => ({ ok: true, status: 200, text: async () => readFile(path, 'utf8') }),
  };
  const names = Object.keys(PARTS) as PartName[];
  const [manifest, baseMap, ...parts] = await Promise.all([
    loadManifest(folder, options),
    loadBaseMap(folder, true, options),
    ...names.map((name) => loadPart(folder, name, options)),
  ]);
  const atlas = indexAtlas(Object.fromEntries(names.map((name, i) => [name, parts[i]])) as Parts);
  return { atlas, baseMap, manifest };
}
