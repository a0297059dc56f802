/** The files of the base map as they are published, for what is cut out of them. */
import * as v from 'valibot';
import { loadPlaces, loadWaters, type Places, type Waters } from '../../../src/core/dataset/load/load-base-map.ts';
import { LANGS } from '../../../src/core/dataset/enums.ts';
import { loadFile } from '../../../src/core/dataset/load/load.ts';
import { FROM_DISK } from '../read-atlas.ts';

const pair = v.tuple([v.number(), v.number()]);
/** Arcs by their index; `~index` for one that is run backwards. */
const arcLists = v.array(v.array(v.number()));
const geometry = v.object({
  type: v.picklist(['Polygon', 'MultiLineString']),
  arcs: arcLists,
  properties: v.optional(v.record(v.string(), v.unknown())),
});
const topology = v.object({
  type: v.literal('Topology'),
  transform: v.object({ scale: pair, translate: pair }),
  arcs: v.array(v.array(pair)),
  objects: v.record(
    v.string(),
    v.union([geometry, v.object({ type: v.literal('GeometryCollection'), geometries: v.array(geometry) })]),
  ),
});

export type Topology = v.InferOutput<typeof topology>;
export type TopologyGeometry = v.InferOutput<typeof geometry>;

export interface BaseFiles {
  scale50m: Topology;
  scale10m: Topology;
  waters: Waters;
  places: Places;
}

/** @param folder the published dataset, with a slash at its end */
export async function readBaseFiles(folder: string): Promise<BaseFiles> {
  const [scale50m, scale10m, waters, places] = await Promise.all([
    loadFile(`${folder}base/50m.json`, topology, FROM_DISK),
    loadFile(`${folder}base/10m.json`, topology, FROM_DISK),
    loadWaters(`${folder}base/waters.json`, FROM_DISK),
    loadPlaces(folder, LANGS, FROM_DISK),
  ]);
  return { scale50m, scale10m, waters, places };
}
