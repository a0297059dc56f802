/** The built dataset and base map, read from the disk by the code that pages fetch them with. */
import { readFile } from 'node:fs/promises';
import { type BaseMapData, loadBaseMap } from '../../src/core/dataset/load/load-base-map.ts';
import { type Atlas, indexAtlas, type Parts } from '../../src/core/dataset/dataset.ts';
import { loadManifest, loadPart, type LoadOptions, type PartName, PARTS } from '../../src/core/dataset/load/load.ts';
import { LANGS, type Manifest } from '../../src/core/dataset/model.ts';
import { DATA } from './site.ts';

export interface Built {
  atlas: Atlas;
  baseMap: BaseMapData;
  manifest: Manifest;
}

/** Loads from the disk what pages load from a server. */
export const FROM_DISK: LoadOptions = {
  fetch: async (path) => ({ ok: true, status: 200, text: async () => readFile(path, 'utf8') }),
};

/**
 * The dataset without its base map. Throws an `AtlasError` where a file is missing or invalid.
 *
 * @param folder the published dataset, with a slash at its end
 */
export async function readAtlas(folder = `${DATA}/`): Promise<Atlas> {
  const parts: Parts = {};
  const names = Object.keys(PARTS) as PartName[];
  await Promise.all(names.map(async (name) => Object.assign(parts, { [name]: await loadPart(folder, name, FROM_DISK) })));
  return indexAtlas(parts);
}

/** The dataset with its base map and manifest; see `readAtlas`. */
export async function readBuilt(folder = `${DATA}/`): Promise<Built> {
  const [manifest, baseMap, atlas] = await Promise.all([
    loadManifest(folder, FROM_DISK),
    loadBaseMap(folder, { detail: true, langs: LANGS }, FROM_DISK),
    readAtlas(folder),
  ]);
  return { atlas, baseMap, manifest };
}
