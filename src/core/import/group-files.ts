/** Files that are one: a Shapefile is several, which people choose or drop together. */
import { ImportError } from './checks/issues.ts';
import { LIMITS, toMegabytes } from './checks/limits.ts';
import type { Source } from './convert.ts';
import { getExtension } from './parse/content.ts';

/** A file that the reader gave, read only once it is its turn. */
export interface GivenFile {
  name: string;
  size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

export interface FileGroup<F> {
  file: F;
  /** Files that belong to it, by their ending. */
  siblings: Map<string, F>;
}

/** Endings of the files of a Shapefile; `shx` and the like say nothing that is read. */
const PARTS = ['dbf', 'prj', 'cpg', 'shx', 'sbn', 'sbx', 'qix', 'qpj'];

const getBase = (name: string): string => name.slice(0, -getExtension(name).length).toLowerCase();

/** Files in their order, the parts of a Shapefile with its main file. */
export function groupFiles<F extends { name: string }>(files: readonly F[]): FileGroup<F>[] {
  const mains = new Map(files.filter(({ name }) => getExtension(name) === 'shp').map((file) => [getBase(file.name), file]));
  const findMain = (file: F): F => (PARTS.includes(getExtension(file.name)) && mains.get(getBase(file.name))) || file;
  const groups = new Map<F, FileGroup<F>>();
  for (const file of files) {
    const main = findMain(file);
    const group = groups.get(main) ?? { file: main, siblings: new Map<string, F>() };
    if (file !== main) group.siblings.set(getExtension(file.name), file);
    groups.set(main, group);
  }
  return [...groups.values()];
}

/** The content of files that are one. Throws `too-large` before it reads any. */
export async function readGroup({ file, siblings }: FileGroup<GivenFile>): Promise<Source> {
  const size = [file, ...siblings.values()].reduce((sum, one) => sum + one.size, 0);
  if (size > LIMITS.bytes) throw new ImportError({ code: 'too-large', params: { most: toMegabytes(LIMITS.bytes) } });
  const read = async (one: GivenFile): Promise<Uint8Array> => new Uint8Array(await one.arrayBuffer());
  const others = [...siblings].map(async ([ending, one]) => [ending, await read(one)] as const);
  return { name: file.name, bytes: await read(file), siblings: new Map(await Promise.all(others)) };
}
