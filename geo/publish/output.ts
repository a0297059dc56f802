import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { DATASET_VERSION, manifest, type Manifest } from '../../src/core/dataset/model.ts';
import { bindFigures } from './bind-figures.ts';
import { writeWhole } from './write.ts';

/** Writes a file, by its path in the folder. */
export type WriteFile = (name: string, content: string | Uint8Array) => void;

/** The folder of a dataset while it is built: every file is whole, and the manifest vouches for what this build has written alone. */
export interface Output {
  dir: string;
  write: WriteFile;
  /** Parses what is about to be published with the schema that its readers use, and writes it as compact JSON, no figure of a text breaking. */
  publish<S extends v.GenericSchema>(name: string, schema: S, data: v.InferInput<S>): void;
  /** Paths of the files written so far. */
  listFiles(): string[];
  /** Removes what the build before had written and this one has not, and writes the manifest, last of all. */
  finish(rest: Pick<Manifest, 'built' | 'sources' | 'licences' | 'leftOut'>): void;
}

/**
 * Opens a folder for a build. From now on no manifest vouches for it, until `finish`: a build that fails or is killed leaves none,
 * which is how it is known. What a killed one left half-written is removed.
 */
export function openOutput(dir: string): Output {
  const former = readFormerFiles(dir);
  rmSync(join(dir, MANIFEST), { force: true });
  removeParts(dir);
  const written = new Map<string, { sha256: string; bytes: number }>();
  const write: WriteFile = (name, content) => {
    writeWhole(join(dir, name), content);
    const bytes = Buffer.from(content);
    written.set(name, { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length });
  };
  const publish: Output['publish'] = (name, schema, data) =>
    write(name, `${JSON.stringify(bindFigures(v.parse(schema, data)))}\n`);
  return {
    dir,
    write,
    publish,
    listFiles: () => [...written.keys()].sort(),
    finish(rest) {
      for (const name of former) if (!written.has(name)) rmSync(join(dir, name), { force: true });
      const files = Object.fromEntries([...written].sort(([a], [b]) => (a < b ? -1 : 1)));
      publish(MANIFEST, manifest, { version: DATASET_VERSION, files, ...rest });
    },
  };
}

const MANIFEST = 'manifest.json';

/** Paths of a manifest that do not lead out of its folder. */
const formerManifest = v.object({ files: v.record(v.pipe(v.string(), v.regex(/^[\w-]+([./][\w-]+)*$/)), v.unknown()) });

/** The files that the last whole build wrote; none where there was none, or its manifest cannot be read. */
function readFormerFiles(dir: string): string[] {
  const file = join(dir, MANIFEST);
  if (!existsSync(file)) return [];
  try {
    return Object.keys(v.parse(formerManifest, JSON.parse(readFileSync(file, 'utf8'))).files);
  } catch {
    // Not a manifest: nothing is known of what is there, so nothing is removed.
    return [];
  }
}

/** What `writeWhole` leaves where a build is killed between writing and renaming. */
function removeParts(dir: string): void {
  if (!existsSync(dir)) return;
  for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true })) {
    if (entry.isFile() && /\.\d+\.part$/.test(entry.name)) rmSync(join(entry.parentPath, entry.name), { force: true });
  }
}
