/** Products that are made once for each state of their sources, by what these hold: dates of files say less, and a deleted one has none. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** All files of a file or folder, by their paths with slashes, in a fixed order. */
function listFiles(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => listFiles(`${path}/${name}`));
}

/** A name for the state of some files and folders: that of each path and of what is in it. */
export function signSources(sources: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of sources.flatMap(listFiles)) {
    const content = readFileSync(file);
    hash.update(`${file}\n${content.length}\n`).update(content);
  }
  return hash.digest('hex').slice(0, 16);
}

interface Product {
  /** The folder that it is kept in, with nothing else. */
  folder: string;
  /** All that it is made of. */
  sources: readonly string[];
  /** Writes it into an empty folder. */
  make: (to: string) => Promise<void>;
}

/** Begins the names of folders that are being written, or were when their build was interrupted. */
const UNFINISHED = 'new-';

/**
 * The folder of a product, which is made anew only if its sources are others than those of the last time. It gets its name when it is
 * whole: one that was interrupted is not taken for it.
 */
export async function keepBuilt({ folder, sources, make }: Product): Promise<string> {
  const name = signSources(sources);
  const kept = join(folder, name);
  if (existsSync(kept)) return kept;
  mkdirSync(folder, { recursive: true });
  const made = mkdtempSync(join(folder, UNFINISHED));
  try {
    await make(made);
    // Another build may have been the first to end.
    if (!existsSync(kept)) renameSync(made, kept);
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
  for (const other of readdirSync(folder)) {
    if (other !== name && !other.startsWith(UNFINISHED)) rmSync(join(folder, other), { recursive: true });
  }
  return kept;
}
